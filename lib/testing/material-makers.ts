import { once } from 'node:events'
import { crc32, deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import yazl from 'yazl'

/** A small whole PDF with a word in it. */
export function makePdf(word = 'evidence'): Buffer {
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n% ${word}\n` +
      'trailer<</Root 1 0 R>>\n%%EOF\n',
  )
}

/** A PDF with words on its pages, each of which is a list of paragraphs. */
export async function makeWrittenPdf(...pages: string[][]): Promise<Buffer> {
  const document = new PDFDocument({ autoFirstPage: false })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = once(document, 'end')
  for (const page of pages) {
    document.addPage()
    for (const paragraph of page) document.text(paragraph).moveDown(2)
  }
  document.end()
  await ended
  return Buffer.concat(chunks)
}

/** A PDF whose one page unpacks to so many bytes of spaces, a thousandth of which it takes itself. */
export function makePdfBomb(unpacked: number): Buffer {
  const content = deflateSync(Buffer.alloc(unpacked, ' '), { level: 9 })
  const head =
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R>>endobj\n' +
    `4 0 obj<</Length ${content.length}/Filter/FlateDecode>>stream\n`
  const foot = '\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'
  return Buffer.concat([Buffer.from(head), content, Buffer.from(foot)])
}

type Part = string | Buffer | { bytes: Buffer; stored: true }

/** A zip file of the parts named, in their order. */
export async function makeZip(parts: Record<string, Part>, comment = ''): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, part] of Object.entries(parts)) {
    const stored = typeof part === 'object' && 'stored' in part
    zip.addBuffer(stored ? part.bytes : Buffer.from(part), name, { compress: !stored })
  }
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk)
  const whole = Buffer.concat(chunks)
  whole.writeUInt16LE(comment.length, whole.length - 2)
  return Buffer.concat([whole, Buffer.from(comment)])
}

const listing =
  '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'

/** A document of Word, with other parts where they are given. */
export function makeDocx(others: Record<string, Part> = {}): Promise<Buffer> {
  return makeZip({ '[Content_Types].xml': listing, 'word/document.xml': '<w:document/>', ...others })
}

/** A document of Word with these paragraphs, written as XML. */
export function makeWrittenDocx(...paragraphs: string[]): Promise<Buffer> {
  const body = paragraphs.map(each => `<w:p><w:r><w:t xml:space="preserve">${each}</w:t></w:r></w:p>`).join('')
  return makeDocx({ 'word/document.xml': `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>` })
}

/** A document of OpenDocument, with other parts where they are given. */
export function makeOdt(others: Record<string, Part> = {}): Promise<Buffer> {
  const mimetype = { bytes: Buffer.from('application/vnd.oasis.opendocument.text'), stored: true } as const
  return makeZip({ mimetype, 'content.xml': '<o/>', 'META-INF/manifest.xml': '<m/>', ...others })
}

/** What the makers below write into a photograph's metadata, and what must be gone from what is kept. */
export const cameraCanary = 'CANARYCAMERA'

/** A photograph that says where it was taken: red on the left, blue on the right, before it is turned as it says. */
export async function makePhoto(
  format: 'jpeg' | 'png' | 'webp' = 'jpeg',
  { width = 96, height = 64, orientation = 1 } = {},
): Promise<Buffer> {
  const red = { create: { width: Math.floor(width / 2), height, channels: 3, background: '#c00000' } } as const
  return sharp({ create: { width, height, channels: 3, background: '#0000c0' } })
    .composite([{ input: red, left: 0, top: 0 }])
    .withMetadata({ orientation })
    .withExifMerge({ IFD0: { Make: cameraCanary }, IFD3: { GPSLatitude: '52/1 30/1 0/1', GPSLatitudeRef: 'N' } })
    .toFormat(format)
    .toBuffer()
}

/** A small PNG whose head says that it is 10,000 pixels wide and high, as the head of a bomb does. */
export async function makeHugePng(): Promise<Buffer> {
  const png = await makePhoto('png')
  const head = png.subarray(12, 29) // the kind and the contents of its first chunk
  head.writeUInt32BE(10_000, 4)
  head.writeUInt32BE(10_000, 8)
  png.writeUInt32BE(crc32(head), 29)
  return png
}

/** A photograph of a telephone, 96 by 64, red on the left and blue on the right, with the same canary in it. */
export function makeHeic(): Buffer {
  return Buffer.from(
    'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAYBtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA' +
      'AA5waXRtAAAAAAABAAAANGlsb2MAAAAAREAAAgABAAAAAAGkAAEAAAAAAAAANwACAAAAAAHbAAEAAAAAAAABFAAAADhpaW5mAAAA' +
      'AAACAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAFWluZmUCAAABAAIAAEV4aWYAAAAAv2lwcnAAAAChaXBjbwAAAHVodmNDAQNwAAAA' +
      'AAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQAoQgEBA3AAAAMAkAAAAwAAAwAeoDCBBZbq' +
      'SSmubAgAAAMACAAAAwAIQCIAAQAHRAHBcrAiQAAAABRpc3BlAAAAAAAAAGAAAABAAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAA' +
      'AAAAAAEAAQOBAoMAAAAaaXJlZgAAAAAAAAAOY2RzYwACAAEAAQAAAVNtZGF0AAAAMygBr1i2fZsaHSS//+4df/7EpIfNzMoQBTH/' +
      'EnS1+FBnExjmTxistYzFGEI+X27AAwY0cAAAAABJSSoACAAAAAgADwECAA0AAAB+AAAAEgEDAAEAAAABAAAAGgEFAAEAAABuAAAA' +
      'GwEFAAEAAAB2AAAAKAEDAAEAAAACAAAAEwIDAAEAAAABAAAAaYcEAAEAAACMAAAAJYgEAAEAAADaAAAAAAAAADhjAADoAwAAOGMA' +
      'AOgDAABDQU5BUllDQU1FUkEAAAYAAJAHAAQAAAAwMjEwAZEHAAQAAAABAgMAAKAHAAQAAAAwMTAwAaADAAEAAAD//wAAAqAEAAEA' +
      'AABgAAAAA6AEAAEAAABAAAAAAAAAAAIAAQACAAIAAABOAAAAAgAFAAMAAAD4AAAAAAAAADQAAAABAAAAHgAAAAEAAAAAAAAAAQAA' +
      'AA==',
    'base64',
  )
}

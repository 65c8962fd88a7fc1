import type { Readable } from 'node:stream'
import { fromBuffer, type ZipFile } from 'yauzl'

/** All bytes of a stream. */
export async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}

/** What a ZIP holds, by name: an office file is one, too. */
export async function unzipped(file: Buffer): Promise<Map<string, Buffer>> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(file, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened))),
  )
  const found = new Map<string, Buffer>()
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', entry => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error)
        bytesOf(stream).then(bytes => {
          found.set(String(entry.fileName), bytes)
          zip.readEntry()
        }, reject)
      })
    })
    zip.on('end', resolve).on('error', reject)
    zip.readEntry()
  })
  return found
}

/** The cells of a sheet of a workbook, as a spreadsheet shows them, row by row. */
export async function sheetOf(workbook: Buffer, number: number): Promise<string[][]> {
  const parts = await unzipped(workbook)
  const text = (name: string) => parts.get(name)?.toString() ?? ''
  const strings = [...text('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^]*?)<\/t><\/si>/g)].map(([, said]) =>
    unescaped(said ?? ''),
  )
  const rows = [...text(`xl/worksheets/sheet${number}.xml`).matchAll(/<row [^>]*?(?:\/>|>([^]*?)<\/row>)/g)]
  return rows.map(([, cells]) => {
    const row: string[] = []
    for (const [, at, type, value] of (cells ?? '').matchAll(
      /<c r="([A-Z]+)\d+"(?: s="\d+")?(?: t="(\w+)")?[^>]*?>(?:<v>([^<]*)<\/v>)?/g,
    )) {
      const place = [...(at ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
      row[place] = type === 's' ? (strings[Number(value)] ?? '') : (value ?? '')
    }
    return Array.from(row, cell => cell ?? '')
  })
}

function unescaped(xml: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&', '#39': "'" }
  return xml.replace(/&(#?\w+);/g, (all, name: string) => signs[name] ?? all).replaceAll('_x005F_', '_')
}

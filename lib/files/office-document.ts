import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yauzl from 'yauzl'

import type { Recognised } from './recognise'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const odt = 'application/vnd.oasis.opendocument.text'

const mostEntries = 2_000
const mostUnpacked = 150_000_000 // bytes
const mostRatio = 200
const smallEntry = 5_000_000 // bytes; plain XML packs very well, and does no harm below this
const mostListing = 1_000_000 // bytes of the part that lists the others

const macros = /(?:^|\/)(?:vbaproject\.bin|vbadata\.xml)$|^word\/activex\/|^(?:basic|scripts|dialogs)\//i
// A Java archive is a zip file too, and runs.
const otherKind = /^meta-inf\/manifest\.mf$/i

const notTaken = { ok: false, fault: 'type' } as const
const damaged = { ok: false, fault: 'damaged' } as const

/**
 * Says whether a zip file is a document of Word or of OpenDocument, without trusting what it says of itself: every part
 * is unpacked once, to nowhere, within limits of number, length and ratio, so that a bomb is found before somebody opens
 * it. Documents with macros are refused, and so is whatever some program could take for something else.
 */
export async function recogniseDocument(part: string): Promise<Recognised> {
  let zip: yauzl.ZipFile
  try {
    zip = await yauzl.openPromise(part, { lazyEntries: true, autoClose: false, strictFileNames: true })
  } catch {
    return damaged
  }
  try {
    if (zip.comment !== '' || zip.entryCount > mostEntries) return notTaken
    return await lookInside(zip)
  } catch {
    // yauzl and zlib throw at whatever does not fit together
    return damaged
  } finally {
    zip.close()
  }
}

type Contents = { names: Set<string>; first: yauzl.Entry | null; mimetype: string; listing: string }

async function lookInside(zip: yauzl.ZipFile): Promise<Recognised> {
  const contents: Contents = { names: new Set(), first: null, mimetype: '', listing: '' }
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    const { fileName, uncompressedSize, compressedSize } = entry
    if (contents.names.has(fileName) || entry.isEncrypted() || otherKind.test(fileName)) return notTaken
    if (macros.test(fileName)) return { ok: false, fault: 'macros' }
    unpacked += uncompressedSize
    if (unpacked > mostUnpacked) return notTaken
    if (uncompressedSize > smallEntry && uncompressedSize > compressedSize * mostRatio) return notTaken
    contents.names.add(fileName)
    contents.first ??= entry
    const text = await unpack(zip, entry, isRead(fileName) ? mostListing : 0)
    if (fileName === 'mimetype') contents.mimetype = text
    if (fileName === '[Content_Types].xml') contents.listing = text
  }
  return kindOf(contents)
}

const isRead = (name: string) => name === 'mimetype' || name === '[Content_Types].xml'

/** Unpacks one entry, and keeps its first `most` bytes. More than it said it would be is refused by yauzl. */
async function unpack(zip: yauzl.ZipFile, entry: yauzl.Entry, most: number): Promise<string> {
  const kept: Buffer[] = []
  let length = 0
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (length < most) kept.push(chunk.subarray(0, most - length))
      length += chunk.length
      done()
    },
  })
  await pipeline(await zip.openReadStreamPromise(entry), sink)
  return Buffer.concat(kept).toString('utf8')
}

function kindOf({ names, first, mimetype, listing }: Contents): Recognised {
  if (names.has('[Content_Types].xml') && names.has('word/document.xml')) {
    if (/macroEnabled|ms-office\.vbaProject|ms-office\.activeX/i.test(listing)) return { ok: false, fault: 'macros' }
    return listing.includes('wordprocessingml.document.main+xml') ? { ok: true, type: docx } : notTaken
  }
  const isText = first?.fileName === 'mimetype' && first.compressionMethod === 0 && mimetype === odt
  return isText && names.has('content.xml') && names.has('META-INF/manifest.xml') ? { ok: true, type: odt } : notTaken
}

// Reads the words of one document and ends. A thread of its own, started by its path, so that a document made to exhaust
// its reader takes nothing else with it.
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

const { bytes, kind, most } = workerData
const require = createRequire(import.meta.url)
const mostPages = 5_000
const mostXml = 30_000_000 // bytes, unpacked
const mostAtOnce = 128 * 1_048_576

// The limits of a thread do not count what lies outside its heap: a stream of a PDF that unpacks to gigabytes is stopped
// here. Node's own unpacker has no such end, so the reader is left with its own.
delete globalThis.DecompressionStream
globalThis.Uint8Array = new Proxy(Uint8Array, {
  construct(target, given, made) {
    const asked = typeof given[0] === 'number' ? given[0] : 0
    if (asked > mostAtOnce) throw new RangeError('The reader asked for too much memory.')
    return Reflect.construct(target, given, made === globalThis.Uint8Array ? target : made)
  },
})

/** The lines of a page: what lies lower begins a new line, and a paragraph where it lies much lower. */
function linesOf(items) {
  let text = ''
  let last = null
  for (const { str, hasEOL, height, transform } of items) {
    const at = transform?.[5] ?? 0
    if (last && str) {
      const below = Math.abs(last.at - at)
      if (below > 0.5 * last.height) text = text.trimEnd() + (below > 1.7 * last.height ? '\n\n' : '\n')
    }
    text += str
    if (hasEOL) text += '\n'
    if (str) last = { at, height: height || 10 }
  }
  return text
}

async function readPdf() {
  const { getDocumentProxy } = await import('unpdf')
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    isEvalSupported: false,
    verbosity: 0,
    stopAtErrors: false,
  })
  const pages = []
  let length = 0
  for (let number = 1; number <= Math.min(pdf.numPages, mostPages) && length < most; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const text = linesOf(items).trim()
    page.cleanup()
    length += text.length
    pages.push(text)
  }
  return pages.filter(Boolean).join('\n\n')
}

async function unpack(name) {
  const zip = await require('yauzl').fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, autoClose: false })
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== name) continue
    if (entry.uncompressedSize > mostXml) throw new RangeError('The document is too long.')
    const chunks = []
    let length = 0
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      length += chunk.length
      if (length > mostXml) throw new RangeError('The document is longer than it says.')
      chunks.push(chunk)
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  }
  throw new Error('The document has no text part.')
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

// Only the five that XML itself has, and numbers: whatever else a document defines is never looked up.
function decoded(text) {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[name] ?? whole
    const point = hex ? parseInt(hex, 16) : Number(decimal)
    return point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })
}

/** How the elements of both kinds of documents stand in text; `skipped` holds what is not the text itself. */
const kinds = {
  docx: {
    part: 'word/document.xml',
    paragraphs: new Set(['w:p']),
    words: new Set(['w:t']),
    skipped: new Set(['mc:Fallback', 'w:pPr', 'w:rPr', 'w:sectPr', 'w:del', 'w:moveFrom']),
    breaks: { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n' },
  },
  odt: {
    part: 'content.xml',
    paragraphs: new Set(['text:p', 'text:h']),
    words: null,
    skipped: new Set(['office:annotation', 'text:tracked-changes', 'text:note', 'office:automatic-styles']),
    breaks: { 'text:tab': '\t', 'text:line-break': '\n', 'text:s': ' ' },
  },
}

async function readOffice() {
  const { part, paragraphs, words, skipped, breaks } = kinds[kind]
  const xml = await unpack(part)
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new Error('A document of this kind defines nothing of its own.')
  const { XMLParser } = require('fast-xml-parser')
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: true,
    processEntities: false,
    parseTagValue: false,
    trimValues: false,
    maxNestedTags: 500,
  })
  let text = ''
  const walk = (nodes, inWords) => {
    for (const node of nodes) {
      if (text.length > most) return
      for (const [name, children] of Object.entries(node)) {
        if (name === '#text') {
          if (inWords) text += decoded(String(children)).replace(/[\r\n]+/g, ' ')
        } else if (name in breaks) text += breaks[name]
        else if (Array.isArray(children) && !skipped.has(name)) {
          const begins = paragraphs.has(name)
          walk(children, words ? words.has(name) : inWords || begins)
          if (begins) text = `${text.trimEnd()}\n\n`
        }
      }
    }
  }
  walk(parser.parse(xml), false)
  return text
}

try {
  parentPort.postMessage({ text: kind === 'pdf' ? await readPdf() : await readOffice() })
} catch {
  parentPort.postMessage({ text: '' })
}

import fs from 'node:fs'
import path from 'node:path'

import { projectRoot } from '@/lib/postgres/data-dir'
import { FontReader, readOutlines, readTables, type Outline } from './woff2'

const packages = '@fontsource-variable'

/** A font for documents: a TrueType file, and which characters it can show. */
export type EmbeddedFont = { file: Buffer; shows: (codePoint: number) => boolean }

/** The fonts of the site, their Latin and extended Latin parts together, at their regular weight. Read once. */
export function documentFonts(): { text: EmbeddedFont; heading: EmbeddedFont } {
  kept ??= { text: read('atkinson-hyperlegible-next'), heading: read('newsreader') }
  return kept
}
let kept: { text: EmbeddedFont; heading: EmbeddedFont } | undefined

function read(name: string): EmbeddedFont {
  const folder = path.join(/* turbopackIgnore: true */ projectRoot(), 'node_modules', packages, name, 'files')
  const parts = ['latin', 'latin-ext'].map(part => path.join(folder, `${name}-${part}-wght-normal.woff2`))
  return joinFonts(parts.map(part => fs.readFileSync(/* turbopackIgnore: true */ part)))
}

/**
 * One TrueType font made of the parts of a font that the web is sent in pieces (WOFF2): the PDF writer can't take
 * characters of one word out of two files, nor read outlines that are packed for the web.
 */
export function joinFonts(files: Buffer[]): EmbeddedFont {
  const parts = files.map(readPart)
  const [first] = parts
  if (!first) throw new Error('There is no font to join.')
  const outlines: Buffer[] = []
  const metrics: Buffer[] = []
  const characters = new Map<number, number>()
  for (const part of parts) {
    const before = outlines.length
    for (const [character, glyph] of part.characters)
      if (!characters.has(character)) characters.set(character, glyph + before)
    outlines.push(...part.outlines.map(outline => writeOutline(outline, before)))
    metrics.push(...part.metrics)
  }
  const head = Buffer.from(first.table('head'))
  head.writeInt16BE(1, 50) // places of glyphs as long numbers
  const hhea = Buffer.from(first.table('hhea'))
  hhea.writeUInt16BE(outlines.length, 34)
  const maxp = Buffer.from(first.table('maxp'))
  maxp.writeUInt16BE(outlines.length, 4)
  const post = Buffer.alloc(32)
  first.table('post').copy(post, 0, 0, 32)
  post.writeUInt32BE(0x00030000, 0) // no names of glyphs
  const file = writeFont({
    'OS/2': first.table('OS/2'),
    cmap: writeCharacters(characters),
    glyf: Buffer.concat(outlines),
    head,
    hhea,
    hmtx: Buffer.concat(metrics),
    loca: writePlaces(outlines),
    maxp,
    name: first.table('name'),
    post,
  })
  return { file, shows: codePoint => characters.has(codePoint) }
}

function readPart(file: Buffer) {
  const tables = readTables(file)
  const entry = (tag: string) => {
    const found = tables.get(tag)
    if (!found) throw new Error(`This font has no table ${tag}.`)
    return found
  }
  const table = (tag: string) => entry(tag).bytes
  const outlines = readOutlines(table('glyf'))
  const count = table('hhea').readUInt16BE(34)
  return {
    table,
    outlines,
    metrics: readMetrics(entry('hmtx'), count, outlines),
    characters: readCharacters(table('cmap')),
  }
}

/** Width and left edge of each glyph, four bytes each. A transformed table leaves out edges that the outlines tell. */
function readMetrics(table: { bytes: Buffer; transformed: boolean }, count: number, outlines: Outline[]): Buffer[] {
  const reader = new FontReader(table.bytes)
  const flags = table.transformed ? reader.uint8() : 0
  const pairs = !table.transformed
  const widths: number[] = []
  const edges: number[] = []
  for (let index = 0; index < count; index += 1) {
    widths.push(reader.uint16())
    if (pairs) edges.push(reader.int16())
  }
  const leftOf = (outline: Outline) =>
    'contours' in outline
      ? Math.min(...outline.contours.flat().map(point => point.x), ...(outline.contours.length === 0 ? [0] : []))
      : outline.box.readInt16BE(0)
  for (let index = edges.length; index < outlines.length; index += 1) {
    const told = index < count ? (flags & 1) !== 0 : (flags & 2) !== 0
    const outline = outlines[index]
    edges.push(told && outline ? leftOf(outline) : reader.int16())
  }
  return outlines.map((_, index) => {
    const metric = Buffer.alloc(4)
    metric.writeUInt16BE(widths[Math.min(index, count - 1)] ?? 0, 0)
    metric.writeInt16BE(edges[index] ?? 0, 2)
    return metric
  })
}

/** Which glyph shows which character: subtables of format 4 and 12, the ones that fonts of today have. */
function readCharacters(table: Buffer): Map<number, number> {
  const found = new Map<number, number>()
  for (let index = 0; index < table.readUInt16BE(2); index += 1) {
    const subtable = table.subarray(table.readUInt32BE(4 + index * 8 + 4))
    const format = subtable.readUInt16BE(0)
    if (format === 4) readSegments(subtable, found)
    if (format === 12) readGroups(subtable, found)
  }
  return found
}

function readSegments(table: Buffer, found: Map<number, number>): void {
  const size = table.readUInt16BE(6)
  for (let at = 0; at < size; at += 2) {
    const last = table.readUInt16BE(14 + at)
    const start = table.readUInt16BE(16 + size + at)
    const delta = table.readUInt16BE(16 + size * 2 + at)
    const place = 16 + size * 3 + at
    const offset = table.readUInt16BE(place)
    for (let character = start; character <= last && character < 0xffff; character += 1) {
      const direct = offset === 0 ? character : table.readUInt16BE(place + offset + (character - start) * 2)
      const glyph = direct === 0 ? 0 : (direct + delta) & 0xffff
      if (glyph !== 0) found.set(character, glyph)
    }
  }
}

function readGroups(table: Buffer, found: Map<number, number>): void {
  for (let group = 0; group < table.readUInt32BE(12); group += 1) {
    const at = 16 + group * 12
    const start = table.readUInt32BE(at)
    for (let character = start; character <= table.readUInt32BE(at + 4); character += 1)
      found.set(character, table.readUInt32BE(at + 8) + character - start)
  }
}

function words(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 2)
  numbers.forEach((number, index) => bytes.writeUInt16BE(number & 0xffff, index * 2))
  return bytes
}

/** A glyph as `glyf` has it, padded to four bytes. `before` glyphs of other parts stand in front of its own. */
function writeOutline(outline: Outline, before: number): Buffer {
  if ('components' in outline) {
    const written = outline.components.map(({ flags, glyph, rest }) =>
      Buffer.concat([words(flags, glyph + before), rest]),
    )
    return padded(Buffer.concat([words(-1), outline.box, ...written]))
  }
  const points = outline.contours.flat()
  if (points.length === 0) return Buffer.alloc(0)
  const xs = points.map(point => point.x)
  const ys = points.map(point => point.y)
  let end = -1
  const ends = outline.contours.map(contour => (end += contour.length))
  const steps = (values: number[]) => words(...values.map((value, index) => value - (values[index - 1] ?? 0)))
  return padded(
    Buffer.concat([
      words(outline.contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), ...ends, 0),
      Buffer.from(points.map(point => (point.onCurve ? 1 : 0))),
      steps(xs),
      steps(ys),
    ]),
  )
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
}

function writePlaces(outlines: Buffer[]): Buffer {
  const places = Buffer.alloc((outlines.length + 1) * 4)
  let place = 0
  outlines.forEach((outline, index) => {
    places.writeUInt32BE(place, index * 4)
    place += outline.length
  })
  places.writeUInt32BE(place, outlines.length * 4)
  return places
}

function writeCharacters(characters: Map<number, number>): Buffer {
  const sorted = [...characters].toSorted(([one], [other]) => one - other)
  const bytes = Buffer.alloc(28 + sorted.length * 12)
  words(0, 1, 3, 10, 0, 12, 12, 0).copy(bytes)
  bytes.writeUInt32BE(bytes.length - 12, 16)
  bytes.writeUInt32BE(sorted.length, 24)
  sorted.forEach(([character, glyph], index) => {
    bytes.writeUInt32BE(character, 28 + index * 12)
    bytes.writeUInt32BE(character, 32 + index * 12)
    bytes.writeUInt32BE(glyph, 36 + index * 12)
  })
  return bytes
}

/** The file around the tables. Its checksums are left at nothing: what embeds a font makes its own. */
function writeFont(tables: Record<string, Buffer>): Buffer {
  const tags = Object.keys(tables)
  const directory = Buffer.alloc(12 + tags.length * 16)
  directory.writeUInt32BE(0x00010000, 0)
  directory.writeUInt16BE(tags.length, 4)
  let place = directory.length
  const contents = tags.map((tag, index) => {
    const bytes = tables[tag] ?? Buffer.alloc(0)
    const at = 12 + index * 16
    directory.write(tag.padEnd(4), at, 'latin1')
    directory.writeUInt32BE(place, at + 8)
    directory.writeUInt32BE(bytes.length, at + 12)
    const content = padded(bytes)
    place += content.length
    return content
  })
  return Buffer.concat([directory, ...contents])
}

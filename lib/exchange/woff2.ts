import { brotliDecompressSync } from 'node:zlib'

// WOFF2 (https://www.w3.org/TR/WOFF2/): one brotli stream of tables, whose outlines are written in a form of their own.

const knownTags =
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'.match(
    /.{4}(?= |$)/g,
  ) ?? []

/** A table of numbers and bytes, read from its beginning on. Big-endian, as all of a font is. */
export class FontReader {
  position = 0
  constructor(readonly bytes: Buffer) {}
  take(length: number): Buffer {
    this.position += length
    return this.bytes.subarray(this.position - length, this.position)
  }
  uint8 = () => this.take(1).readUInt8()
  uint16 = () => this.take(2).readUInt16BE()
  int16 = () => this.take(2).readInt16BE()
  uint32 = () => this.take(4).readUInt32BE()
  /** UIntBase128 of the format: seven bits a byte. */
  packed32(): number {
    let value = 0
    for (;;) {
      const byte = this.uint8()
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }
  /** 255UInt16 of the format. */
  packed16(): number {
    const code = this.uint8()
    if (code === 253) return this.uint16()
    if (code === 255) return this.uint8() + 253
    if (code === 254) return this.uint8() + 506
    return code
  }
}

/** The tables of a WOFF2 file by their tags, each as the file has it: `glyf`, `loca` and `hmtx` may be transformed. */
export function readTables(file: Buffer): Map<string, { bytes: Buffer; transformed: boolean }> {
  const reader = new FontReader(file)
  if (reader.take(4).toString('latin1') !== 'wOF2') throw new Error('This is no WOFF2 font.')
  reader.position = 12
  const count = reader.uint16()
  reader.position = 20
  const compressed = reader.uint32()
  reader.position = 48
  const entries = Array.from({ length: count }, () => {
    const flags = reader.uint8()
    const tag = (flags & 63) === 63 ? reader.take(4).toString('latin1') : (knownTags[flags & 63] ?? '')
    const version = flags >> 6
    const length = reader.packed32()
    const transformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0
    return { tag, transformed, length: transformed ? reader.packed32() : length }
  })
  const content = new FontReader(brotliDecompressSync(reader.take(compressed)))
  return new Map(entries.map(({ tag, transformed, length }) => [tag, { bytes: content.take(length), transformed }]))
}

type Point = { x: number; y: number; onCurve: boolean }
type Component = { flags: number; glyph: number; rest: Buffer }
/** One glyph's outline: contours of points, or other glyphs put together. */
export type Outline = { contours: Point[][] } | { components: Component[]; box: Buffer }

/** The outlines of a transformed `glyf` table, glyph by glyph. Hints are left out: print and screens of today need none. */
export function readOutlines(table: Buffer): Outline[] {
  const head = new FontReader(table)
  head.position = 4
  const count = head.uint16()
  head.position = 8
  const sizes = Array.from({ length: 7 }, () => head.uint32())
  const [contours, points, flags, shapes, composites, boxes] = sizes.map(size => new FontReader(head.take(size)))
  if (!contours || !points || !flags || !shapes || !composites || !boxes) throw new Error('This font is cut off.')
  const hasBox = boxes.take(4 * Math.floor((count + 31) / 32))
  return Array.from({ length: count }, (_, index) => {
    const number = contours.int16()
    const box = ((hasBox[index >> 3] ?? 0) & (128 >> (index & 7))) !== 0 ? boxes.take(8) : null
    if (number >= 0) return { contours: readContours(number, { points, flags, shapes }) }
    const { components, hasHints } = readComponents(composites)
    if (hasHints) shapes.packed16()
    return { components, box: box ?? Buffer.alloc(8) }
  })
}

type Streams = { points: FontReader; flags: FontReader; shapes: FontReader }

function readContours(number: number, { points, flags, shapes }: Streams): Point[][] {
  const lengths = Array.from({ length: number }, () => points.packed16())
  let x = 0
  let y = 0
  const contours = lengths.map(length =>
    Array.from({ length }, () => {
      const flag = flags.uint8()
      const [dx, dy] = readStep(flag & 127, shapes)
      x += dx
      y += dy
      return { x, y, onCurve: flag < 128 }
    }),
  )
  if (number > 0) shapes.packed16() // the length of its hints
  return contours
}

/** From one point to the next: the table of triplets of the specification, section 5.2. */
function readStep(flag: number, shapes: FontReader): [number, number] {
  const signed = (bit: number, size: number) => ((bit & 1) === 1 ? size : -size)
  const first = shapes.uint8()
  if (flag < 10) return [0, signed(flag, ((flag & 14) << 7) + first)]
  if (flag < 20) return [signed(flag, (((flag - 10) & 14) << 7) + first), 0]
  if (flag < 84) {
    const base = flag - 20
    return [
      signed(flag, 1 + (base & 0x30) + (first >> 4)),
      signed(flag >> 1, 1 + ((base & 0x0c) << 2) + (first & 0x0f)),
    ]
  }
  const second = shapes.uint8()
  if (flag < 120) {
    const base = flag - 84
    return [
      signed(flag, 1 + (Math.floor(base / 12) << 8) + first),
      signed(flag >> 1, 1 + (((base % 12) >> 2) << 8) + second),
    ]
  }
  const third = shapes.uint8()
  if (flag < 124) return [signed(flag, (first << 4) + (second >> 4)), signed(flag >> 1, ((second & 0x0f) << 8) + third)]
  return [signed(flag, (first << 8) + second), signed(flag >> 1, (third << 8) + shapes.uint8())]
}

/** The flags of a component: arguments are words; a scale, two scales, a matrix; hints follow; more components follow. */
const component = { words: 1, scale: 8, more: 32, scales: 64, matrix: 128, hints: 256 }

function readComponents(stream: FontReader): { components: Component[]; hasHints: boolean } {
  const components: Component[] = []
  for (;;) {
    const flags = stream.uint16()
    const glyph = stream.uint16()
    const given = (flags & component.words) !== 0 ? 4 : 2
    const scaled = (flags & component.scale) !== 0 ? 2 : (flags & component.scales) !== 0 ? 4 : 0
    const rest = stream.take(given + ((flags & component.matrix) !== 0 ? 8 : scaled))
    components.push({ flags: flags & ~component.hints, glyph, rest })
    if ((flags & component.more) === 0) return { components, hasHints: (flags & component.hints) !== 0 }
  }
}

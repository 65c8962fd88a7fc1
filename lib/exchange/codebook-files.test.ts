import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import type { CodebookFile } from '@/lib/domain/codebook-import'

import { codeHex, nearestColour } from './codebook-colours'
import { readCodebookCsv, writeCodebookCsv, type ExportedCode } from './codebook-csv'
import { readCodebookFile } from './codebook-file'
import { readCodebookQdc, writeCodebookQdc } from './codebook-qdc'

const code = (n: number, name: string, path: string[], words: Partial<ExportedCode> = {}): ExportedCode => ({
  id: `0199a1b2-0000-7000-8000-00000000000${n}`,
  name,
  path,
  colour: n,
  definition: '',
  whenToUse: '',
  whenNot: '',
  example: '',
  retired: false,
  ...words,
})

const awkward = [
  code(1, '=1+1', [], { definition: '- not this\n- that', whenNot: "'=never", example: '“ü 😀”, he said; "so"' }),
  code(2, 'A > B \\ C', ['=1+1'], {
    definition: 'Example:\nreads like a heading',
    whenToUse: 'a & b <i>\n\n\\Example:',
  }),
  code(3, 'Deep & "deep"', ['=1+1', 'A > B \\ C'], { example: 'x'.repeat(2000) }),
  code(4, 'Other', [], { whenToUse: 'When not to use:\nnever' }),
]

const written = (file: CodebookFile) => file.codes.map(({ words, path, retired }) => ({ ...words, path, retired }))
const meant = (codes: ExportedCode[]) => codes.map(({ id: _, ...rest }) => rest)

describe('a codebook goes out and comes in the same', () => {
  test('as CSV, retired codes too', () => {
    const codes = [...awkward, code(5, 'Gone', [], { retired: true })]
    const file = readCodebookFile(new TextEncoder().encode(writeCodebookCsv(codes)))
    expect(file.faults).toEqual([])
    expect(written(file)).toEqual(meant(codes))
  })

  test('as REFI-QDA, with its ids, retired codes in a set', () => {
    const codes = [...awkward, code(5, 'Gone', [], { retired: true })]
    const file = readCodebookFile(new TextEncoder().encode(writeCodebookQdc(codes) ?? ''))
    expect(file).toMatchObject({ faults: [], notes: [] })
    expect(written(file)).toEqual(meant(codes))
    expect(file.codes.map(one => one.id)).toEqual(codes.map(one => one.id))
  })
})

test('cells that a spreadsheet would run are made text', () => {
  const csv = writeCodebookCsv(awkward)
  expect(csv).toContain("'=1+1,")
  expect(csv).not.toMatch(/(?:^|,|,")[=+@]/m)
})

// The reference file `minimal-valid-codebook.qdc`.
const minimal = `<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="evidence-portal"><Codes><Code guid="22222222-2222-4222-8222-222222222222" name="A" isCodable="true" color="#46AA00"><Description>x</Description></Code></Codes><Sets><Set guid="88888888-8888-4888-8888-888888888888" name="S"><MemberCode guid="22222222-2222-4222-8222-222222222222"/></Set></Sets></CodeBook>`

test('a REFI-QDA codebook of another program is read, and what has no place here is said', () => {
  expect(readCodebookQdc(minimal)).toEqual({
    codes: [
      {
        at: 'The code “A”',
        id: '22222222-2222-4222-8222-222222222222',
        path: [],
        retired: false,
        words: { name: 'A', colour: 7, definition: 'x', whenToUse: '', whenNot: '', example: '' },
      },
    ],
    faults: [],
    notes: ['Sets of codes have no place here and are left out: 1.'],
  })
  const prefixed = minimal
    .replace(/<(\/?)(?=[A-Z])/g, '<$1q:')
    .replace('xmlns=', 'xmlns:q=')
    .replace('"true"', '"false"')
  expect(readCodebookQdc(prefixed).notes).toHaveLength(2)
  const braces = minimal.replace(/guid="(2[^"]+)"/, 'guid="{$1}"').replace('>x<', '><![CDATA[a &amp; b]]><')
  expect(readCodebookQdc(braces).codes[0]).toMatchObject({
    id: '22222222-2222-4222-8222-222222222222',
    words: { definition: 'a &amp; b' },
  })
})

const nested = (depth: number): string =>
  depth === 0
    ? ''
    : `<Code guid="${String(depth).padStart(8, '0')}-2222-4222-8222-222222222222" name="C${depth}" isCodable="true">${nested(depth - 1)}</Code>`
const wrapped = (codes: string) => `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${codes}</Codes></CodeBook>`

describe('a REFI-QDA file is refused', () => {
  test.each([
    ['entities of its own', `<!DOCTYPE x [<!ENTITY a "b">]>${minimal}`, /document type/],
    ['broken XML', '<CodeBook><Codes></CodeBook>', /Line 1: this is not well-formed/],
    ['another kind of XML', '<html></html>', /no codes/],
    ['no codes', wrapped(''), /no codes/],
    ['too deep', wrapped(nested(6)), /The code “C1”: codes stand at most 5 deep/],
    ['far too deep', wrapped(nested(5_000)), /deep/],
    ['no guid', minimal.replace(/guid="2[^"]+" /, ''), /The code “A”: its guid is missing/],
    ['a wrong colour', minimal.replace('#46AA00', '#46AA0080'), /its colour must be like/],
    ['no name', minimal.replace('name="A"', 'name=""'), /A code on top: Enter a name/],
    ['one guid twice', wrapped(nested(1) + nested(1)), /another code of the file has the same guid/],
  ])('with %s', (_, xml, fault) => expect(readCodebookQdc(xml).faults.join('\n')).toMatch(fault))

  test('but five deep is taken', () => expect(readCodebookQdc(wrapped(nested(5))).faults).toEqual([]))
})

describe('a CSV file', () => {
  test.each([
    ['semicolons', 'Name;Definition\nFood;"Eating; well"\n'],
    ['tabs', 'name\tdescription\r\nFood\tEating; well\r\n\r\n'],
    ['a mark in front', '\ufeffNAME,Definition\nFood,Eating; well'],
  ])('with %s is read', (_, csv) =>
    expect(readCodebookCsv(csv).codes).toEqual([
      { at: 'Row 2', id: null, path: null, retired: false, words: { name: 'Food', definition: 'Eating; well' } },
    ]),
  )

  test.each([
    ['Definition\nEating', /must name the columns/],
    ['Name,Name\nA,B', /Two columns are named “Name”/],
    ['Name\n', /There is no code/],
    ['Name,Colour\nFood,blue\nMoney,mauve', /^Row 3: Select a colour\.$/],
    ['Name,Status\nFood,lost', /^Row 2: Status must be/],
    ['Name,Definition\nFood,x\n,y', /^Row 3: Enter a name\.$/],
    [`Name\n${'x'.repeat(101)}`, /^Row 2: Name must be 100 characters or less\.$/],
    ['Name,Definition\nFood,"open', /quotation marks/],
  ])('%j is refused', (csv, fault) => expect(readCodebookCsv(csv).faults.join('\n')).toMatch(fault))

  test('says which columns have no place', () =>
    expect(readCodebookCsv('Name,Owner\nFood,me').notes).toEqual([
      'These columns have no place in the codebook: Owner.',
    ]))
})

describe('a file', () => {
  test.each([
    ['nothing', new Uint8Array(), /empty/],
    ['a spreadsheet', new Uint8Array([0x50, 0x4b, 3, 4]), /spreadsheet or a project/],
    ['more than 2 MB', new Uint8Array(2 * 1024 * 1024 + 1).fill(97), /larger than 2 MB/],
    ['a picture', new Uint8Array([0x89, 0x50, 0, 1]), /not a text/],
    ['too many codes', new TextEncoder().encode('Name\n' + 'x\n'.repeat(2001)), /more than 2,000 codes/],
  ])('of %s is refused', (_, bytes, fault) => expect(readCodebookFile(bytes).faults.join()).toMatch(fault))

  test('may be as Excel writes it', () => {
    const excel = new Uint8Array([...'Name\nCaf'].map(letter => letter.charCodeAt(0)).concat(0xe9))
    expect(readCodebookFile(excel).codes[0]?.words.name).toBe('Café')
    expect(readCodebookFile(excel).notes.join()).toContain('read as Windows-1252')
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Name\nCafé', 'utf16le')])
    expect(readCodebookFile(wide)).toMatchObject({ codes: [{ words: { name: 'Café' } }], notes: [] })
  })
})

test('colours for other programs are those of the design, and the nearest is found', () => {
  const css = readFileSync('app/tokens.css', 'utf8')
  const light = [...css.matchAll(/--code-\d+: oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)].slice(0, 12)
  expect(light.map(([, l, c, h]) => hexOf(Number(l), Number(c), Number(h)))).toEqual([...codeHex])
  expect(codeHex.map(nearestColour)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  expect(nearestColour('#00f')).toBe(1)
  expect(nearestColour('red')).toBeNull()
})

/** Björn Ottosson, "A perceptual color space for image processing", 2020; what sRGB has not is cut off. */
function hexOf(lightness: number, chroma: number, hue: number): string {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map(linear => {
    const cut = Math.min(1, Math.max(0, linear))
    return Math.round(255 * (cut <= 0.0031308 ? 12.92 * cut : 1.055 * cut ** (1 / 2.4) - 0.055))
  })
  return `#${channels.map(channel => channel.toString(16).padStart(2, '0')).join('')}`.toUpperCase()
}

import { XMLParser, XMLValidator } from 'fast-xml-parser'
import * as z from 'zod/mini'

import { mostDepth } from '@/lib/domain/codebook-tree'
import { ownSets } from '@/lib/domain/exchange'
import { readWords, type CodebookFile, type FileCode } from '@/lib/domain/codebook-import'

import { codeHex, nearestColour } from './codebook-colours'
import type { ExportedCode } from './codebook-csv'
import { readGuid } from './guid'

const namespace = 'urn:QDA-XML:codebook:1.0'

type CodeElement = { code: ExportedCode; under: CodeElement[] }

/**
 * The codes as a REFI-QDA codebook 1.0 (`.qdc`). Its one description holds the definition, and under headings of their
 * own the rest; its GUIDs are the codes' ids. Retired codes stand on top, last, in a set of that name. The format has no
 * codebook without a code: null for one.
 */
export function writeCodebookQdc(codes: readonly ExportedCode[]): string | null {
  if (codes.length === 0) return null
  const top: CodeElement[] = []
  const above: CodeElement[] = []
  for (const code of codes) {
    if (code.retired) continue
    const element = { code, under: [] }
    const siblings = above[code.path.length - 1]?.under ?? top
    siblings.push(element)
    above.splice(code.path.length, above.length, element)
  }
  const retired = codes.filter(code => code.retired)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<CodeBook xmlns="${namespace}" origin="Evidence portal">`,
    '  <Codes>',
    ...top.flatMap(element => linesOf(element, '    ')),
    ...retired.flatMap(code => linesOf({ code, under: [] }, '    ')),
    '  </Codes>',
    ...setOf(retired),
    '</CodeBook>',
    '',
  ].join('\n')
}

function setOf(retired: readonly ExportedCode[]): string[] {
  if (retired.length === 0) return []
  const { guid: id, name } = ownSets.retired
  const members = retired.map(code => `      <MemberCode guid="${code.id}"/>`)
  return ['  <Sets>', `    <Set guid="${id}" name="${name}">`, ...members, '    </Set>', '  </Sets>']
}

function linesOf({ code, under }: CodeElement, indent: string): string[] {
  const colour = codeHex[code.colour - 1] ?? codeHex[0]
  const description = describeCode(code)
  return [
    `${indent}<Code guid="${code.id}" name="${escape(code.name)}" isCodable="true" color="${colour}">`,
    ...(description ? [`${indent}  <Description>${escape(description)}</Description>`] : []),
    ...under.flatMap(element => linesOf(element, `${indent}  `)),
    `${indent}</Code>`,
  ]
}

const escapes: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' }

/** What XML 1.0 cannot hold at all is left out. */
function escape(text: string): string {
  return text.replace(/[\ufffe\uffff]/g, '').replace(/[<>&"]/g, mark => escapes[mark] ?? mark)
}

const parts = [
  { field: 'whenToUse', heading: 'When to use:' },
  { field: 'whenNot', heading: 'When not to use:' },
  { field: 'example', heading: 'Example:' },
] as const
const headingLine = /^\\*(?:When to use|When not to use|Example):$/

type Described = Pick<ExportedCode, 'definition' | 'whenToUse' | 'whenNot' | 'example'>

/** All that is written about a code as one text. A line of it that reads like a heading is marked. */
export function describeCode(code: Described): string {
  const marked = (text: string) => text.replace(new RegExp(headingLine.source, 'gm'), '\\$&')
  const rest = parts.flatMap(({ field, heading }) => (code[field] ? [`${heading}\n${marked(code[field])}`] : []))
  return [marked(code.definition), ...rest].filter(Boolean).join('\n\n')
}

/** The parts of such a text. One of another program is a definition. */
export function undescribeCode(description: string) {
  const said = { definition: '', whenToUse: '', whenNot: '', example: '' }
  let at: keyof typeof said = 'definition'
  const lines: Record<keyof typeof said, string[]> = { definition: [], whenToUse: [], whenNot: [], example: [] }
  for (const line of description.replace(/\r\n?/g, '\n').split('\n')) {
    const heading = parts.find(part => part.heading === line)
    if (heading) at = heading.field
    else lines[at].push(headingLine.test(line) ? line.slice(1) : line)
  }
  for (const field of ['definition', 'whenToUse', 'whenNot', 'example'] as const)
    said[field] = lines[field].join('\n').trim()
  return said
}

const DescriptionElement = z.union([
  z.string(),
  z.object({ '#text': z.optional(z.string()), '#cdata': z.optional(z.unknown()) }),
])
const Children = z.optional(z.array(z.unknown()))
const Element = z.object({
  '@_guid': z._default(z.string(), ''),
  '@_name': z._default(z.string(), ''),
  '@_isCodable': z._default(z.string(), 'true'),
  '@_color': z.optional(z.string()),
  Description: z.optional(z.array(DescriptionElement)),
  Code: Children,
})
const SetElement = z.object({
  '@_guid': z._default(z.string(), ''),
  MemberCode: z._default(z.array(z.object({ '@_guid': z._default(z.string(), '') })), []),
})
const Root = z.object({
  CodeBook: z.object({
    Codes: z.object({ Code: z.array(z.unknown()) }),
    Sets: z.optional(z.union([z.string(), z.object({ Set: z._default(z.array(SetElement), []) })])),
  }),
})

/** Reads a REFI-QDA codebook. Nothing outside the file is looked at, and it may not define entities of its own. */
export function readCodebookQdc(text: string): CodebookFile {
  const none = (fault: string): CodebookFile => ({ codes: [], faults: [fault], notes: [] })
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    return none('This file has a document type of its own, which a codebook has not.')
  const valid = XMLValidator.validate(text)
  if (valid !== true) return none(`Line ${valid.err.line}: this is not well-formed XML.`)
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@_',
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    processEntities: false,
    cdataPropName: '#cdata',
    isArray: name => ['Code', 'Set', 'MemberCode', 'Description'].includes(name),
  })
  let parsed: unknown
  try {
    parsed = parser.parse(text)
  } catch {
    return none('This file cannot be read: its elements stand too deep in one another.')
  }
  const root = Root.safeParse(parsed)
  if (!root.success) return none('This is not a REFI-QDA codebook: it has no codes.')
  const { Codes, Sets } = root.data.CodeBook
  return readCodes(Codes.Code, typeof Sets === 'object' ? Sets.Set : [])
}

function readCodes(elements: unknown[], all: z.infer<typeof SetElement>[]): CodebookFile {
  const own = all.filter(set => readGuid(set['@_guid']) === ownSets.retired.guid)
  const members = own.flatMap(set => set.MemberCode.flatMap(member => readGuid(member['@_guid']) ?? []))
  const retired = new Set(members)
  const sets = all.length - own.length
  const file: CodebookFile = { codes: [], faults: [], notes: [] }
  const guids = new Set<string>()
  let folders = 0
  const read = (element: unknown, path: string[]): void => {
    const parsed = Element.safeParse(element)
    const name = decode(parsed.data?.['@_name'] ?? '')
    const at = name ? `The code “${name}”` : `A code${path.length > 0 ? ` under “${path.at(-1)}”` : ' on top'}`
    if (!parsed.success) return void file.faults.push(`${at}: it cannot be read.`)
    if (path.length >= mostDepth) return void file.faults.push(`${at}: codes stand at most ${mostDepth} deep.`)
    const id = readGuid(parsed.data['@_guid'])
    if (!id) file.faults.push(`${at}: its guid is missing or is none.`)
    else if (guids.has(id)) file.faults.push(`${at}: another code of the file has the same guid.`)
    else guids.add(id)
    if (/^(?:false|0)$/.test(parsed.data['@_isCodable'].trim())) folders += 1
    const code = codeOf(at, id, name, { path, retired: id !== null && retired.has(id) }, parsed.data)
    file.faults.push(...code.faults)
    file.codes.push(code.code)
    for (const child of parsed.data.Code ?? []) read(child, [...path, code.code.words.name])
  }
  for (const element of elements) read(element, [])
  if (sets > 0) file.notes.push(`Sets of codes have no place here and are left out: ${sets}.`)
  if (folders > 0)
    file.notes.push(`Codes that were folders, not to be used themselves, become ordinary codes: ${folders}.`)
  return file
}

type Standing = { path: string[]; retired: boolean }

function codeOf(at: string, id: string | null, name: string, standing: Standing, element: z.infer<typeof Element>) {
  const description = (element.Description ?? []).map(textOf).join('\n\n')
  const colour = element['@_color'] === undefined ? null : nearestColour(element['@_color'])
  const { words, faults } = readWords(at, { name, colour, ...undescribeCode(description) })
  const code: FileCode = { at, id, ...standing, ...(standing.retired ? { path: [] } : {}), words }
  const wrong = colour === null && element['@_color'] !== undefined ? [`${at}: its colour must be like #46AA00.`] : []
  return { code, faults: [...faults, ...wrong] }
}

function textOf(described: z.infer<typeof DescriptionElement>): string {
  if (typeof described === 'string') return decode(described)
  const { '#text': text = '', '#cdata': cdata } = described
  return (
    decode(text) +
    [cdata ?? []]
      .flat()
      .filter(one => typeof one === 'string')
      .join('')
  )
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** The five entities of XML itself and characters by number; what is none of them stays as it is written. */
function decode(text: string): string {
  return text.replace(/&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi, (all, name, decimal, hex) => {
    if (typeof name === 'string') return entities[name.toLowerCase()] ?? all
    const point = typeof decimal === 'string' ? Number(decimal) : parseInt(String(hex), 16)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })
}

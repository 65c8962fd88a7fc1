import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'

import { colourNames } from '@/lib/domain/codebook'
import { codeFieldNames, type CodeField, type CodeWords } from '@/lib/domain/codebook-change'
import { readWords, type CodebookFile, type FileCode } from '@/lib/domain/codebook-import'

/** A code as it goes out, in the codebook's order. */
export type ExportedCode = CodeWords & { id: string; path: string[]; retired: boolean }

type Column = CodeField | 'path' | 'status'

const headings: Record<Column, string> = {
  name: 'Name',
  path: 'Stands under',
  colour: 'Colour',
  definition: 'Definition',
  whenToUse: 'When to use',
  whenNot: 'When not to use',
  example: 'Example',
  status: 'Status',
}
const columns: readonly Column[] = ['name', 'path', 'colour', 'definition', 'whenToUse', 'whenNot', 'example', 'status']

/** What other programs and other people call the columns, in small letters. */
const known: Record<string, Column> = {
  ...Object.fromEntries(columns.map(column => [headings[column].toLowerCase(), column])),
  code: 'name',
  'code name': 'name',
  parent: 'path',
  'parent path': 'path',
  'parent code': 'path',
  color: 'colour',
  description: 'definition',
  'when not': 'whenNot',
  examples: 'example',
}

/** The codebook as CSV, UTF-8 with the mark by which Excel knows it. */
export function writeCodebookCsv(codes: readonly ExportedCode[]): string {
  const rows = codes.map(code =>
    columns.map(column => {
      if (column === 'path') return guarded(code.path.map(escapeName).join(' > '))
      if (column === 'status') return code.retired ? 'retired' : 'in use'
      return column === 'colour' ? (colourNames[code.colour - 1] ?? '') : guarded(code[column])
    }),
  )
  return '\ufeff' + stringify([columns.map(column => headings[column]), ...rows], { record_delimiter: 'windows' })
}

/** Reads a codebook from CSV parted by commas, semicolons or tabs. Rows are counted as spreadsheets do. */
export function readCodebookCsv(text: string): CodebookFile {
  const none = (fault: string): CodebookFile => ({ codes: [], faults: [fault], notes: [] })
  const rows = rowsOf(text)
  if (typeof rows === 'string') return none(rows)
  const header = (rows[0] ?? []).map(cell => known[cell.trim().toLowerCase()])
  if (!header.includes('name'))
    return none('The first row must name the columns, and one of them must be “Name”. Export the codebook to see how.')
  const twice = header.find((column, index) => column && header.indexOf(column) !== index)
  if (twice) return none(`Two columns are named “${headings[twice]}”.`)
  const faults: string[] = []
  const codes = rows.slice(1).flatMap((cells, index) => {
    if (cells.every(cell => cell.trim() === '')) return []
    const said = new Map(header.flatMap((column, at) => (column ? [[column, cells[at] ?? '']] : [])))
    const read = codeOf(`Row ${index + 2}`, said)
    faults.push(...read.faults)
    return [read.code]
  })
  if (codes.length === 0 && faults.length === 0) faults.push('There is no code in this file.')
  const unknown = (rows[0] ?? []).filter((cell, at) => cell.trim() && !header[at])
  const notes = unknown.length > 0 ? [`These columns have no place in the codebook: ${unknown.join(', ')}.`] : []
  return { codes, faults, notes }
}

function rowsOf(text: string): string[][] | string {
  const delimiter = [',', ';', '\t'].find(mark => (text.split(/\r?\n/, 1)[0] ?? '').includes(mark)) ?? ','
  try {
    return parse(text, { bom: true, delimiter: likeliest(text, delimiter), relax_column_count: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = typeof error['records'] === 'number' ? `Row ${error['records'] + 1}` : 'A row'
    return `${row}: the quotation marks do not match. Save the file as CSV again.`
  }
}

/** The mark that parts the most cells of the first line. */
function likeliest(text: string, otherwise: string): string {
  const [first = ''] = text.split(/\r?\n/, 1)
  const counts = [',', ';', '\t'].map(mark => ({ mark, count: first.split(mark).length }))
  const most = counts.toSorted((a, b) => b.count - a.count)[0]
  return most && most.count > 1 ? most.mark : otherwise
}

function codeOf(at: string, said: Map<string, string>): { code: FileCode; faults: string[] } {
  const faults: string[] = []
  const cells: Partial<Record<CodeField, string | number | null>> = {}
  for (const field of codeFieldNames) {
    const cell = said.get(field)
    if (cell !== undefined) cells[field] = field === 'colour' ? colourOf(cell) : unguarded(cell)
  }
  const { words, faults: wrong } = readWords(at, { ...cells, name: unguarded(said.get('name') ?? '') })
  const status = (said.get('status') ?? '').trim().toLowerCase()
  if (!['', 'in use', 'retired'].includes(status)) faults.push(`${at}: Status must be “in use” or “retired”.`)
  const path = said.get('path')
  return {
    code: {
      at,
      id: null,
      path: path === undefined ? null : namesOf(unguarded(path)),
      retired: status === 'retired',
      words,
    },
    faults: [...wrong, ...faults],
  }
}

/** By its name or its number. Empty: not said. */
function colourOf(cell: string): string | number | null {
  const typed = cell.trim().toLowerCase()
  if (!typed) return null
  const at = colourNames.findIndex(name => name === typed)
  return at >= 0 ? at + 1 : typed
}

/** Names above one another are parted by “ > ”; within a name it is marked. */
function escapeName(name: string) {
  return name.replace(/[\\>]/g, '\\$&')
}

function namesOf(path: string): string[] {
  const names = path.match(/(?:\\.|[^\\>])+/g) ?? []
  return names.map(name => name.trim().replace(/\\(.)/g, '$1')).filter(Boolean)
}

// Spreadsheets run a cell that begins so as a formula: a single quotation mark before it makes it text.
function guarded(cell: string) {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}

function unguarded(cell: string) {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}

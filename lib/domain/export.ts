import * as z from 'zod/mini'

/** What can be taken away as a file, in the order in which it is offered. */
export const exportKinds = ['SUBMISSIONS', 'PASSAGES', 'GRID', 'CODINGS', 'COMMENTS', 'FOLLOW_UPS'] as const
export type ExportKind = (typeof exportKinds)[number]

export const exportKindNames: Record<ExportKind, string> = {
  SUBMISSIONS: 'Submissions',
  PASSAGES: 'Passages',
  GRID: 'Grid',
  CODINGS: 'Codings',
  COMMENTS: 'Comments',
  FOLLOW_UPS: 'Follow-ups',
}

export const exportFormats = ['CSV', 'XLSX', 'JSONL', 'DOCX'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const exportFormatNames: Record<ExportFormat, string> = {
  CSV: 'CSV',
  XLSX: 'Excel (XLSX)',
  JSONL: 'JSON Lines',
  DOCX: 'Word (DOCX)',
}

/** How passages stand in a document: under their codes, or under the submissions that they are from. */
export const exportGroups = ['code', 'submission'] as const
export type ExportGroup = (typeof exportGroups)[number]

const references = z.array(z.string().check(z.regex(/^WM-[0-9A-Z]{4}-[0-9A-Z]{4}$/))).check(z.maxLength(100))

/** What narrows an export: the query of the list's own address, or what was ticked in it. */
export const ExportFilters = z.object({
  query: z.string().check(z.maxLength(20_000)),
  references,
  group: z.enum(exportGroups),
})
export type ExportFilters = z.infer<typeof ExportFilters>

/** An export as its form sends it: `form` is a format, with how a document is grouped. */
export const ExportInput = z.object({
  what: z.enum(exportKinds, 'Choose what to export.'),
  form: z.enum(['csv', 'xlsx', 'jsonl', 'docx-code', 'docx-submission'], 'Choose a format.'),
  query: z._default(z.string().check(z.maxLength(20_000)), ''),
  references: z._default(references, []),
})

const formats = {
  csv: 'CSV',
  xlsx: 'XLSX',
  jsonl: 'JSONL',
  'docx-code': 'DOCX',
  'docx-submission': 'DOCX',
} as const

/** An export that somebody wants. */
export type ExportWish = { what: ExportKind; format: ExportFormat; filters: ExportFilters }

/** What the form asks for. */
export function wishOf({ what, form, query, references: ticked }: z.infer<typeof ExportInput>): ExportWish {
  const group = form === 'docx-submission' ? 'submission' : 'code'
  return { what, format: formats[form], filters: { query, references: ticked, group } }
}

/** Whether a format can hold it: documents hold passages. */
export function canHold(format: ExportFormat, what: ExportKind): boolean {
  return format !== 'DOCX' || what === 'PASSAGES'
}

/** Days for which a file waits for who asked for it. */
export const exportDays = 7

/** Rows that come at once; more are made in the background. A document costs more than a table. */
export const rowsAtOnce: Record<ExportFormat, number> = { CSV: 1_000, XLSX: 1_000, JSONL: 1_000, DOCX: 250 }

/**
 * Rows of one file. Workbooks and documents are made whole in memory (their libraries write no rows one by one), so more
 * rows become more files. The others are written while they are read and need no bound.
 */
export const rowsInOneFile: Record<ExportFormat, number> = {
  CSV: Infinity,
  XLSX: 5_000,
  JSONL: Infinity,
  DOCX: 1_000,
}

/** So many one person may have under way. */
export const mostUnderWay = 3

/** One value of a row. A list is several values of one kind; null is no value. */
export type ExportValue = string | number | boolean | Date | null | readonly string[]

/** `key` is its name for programs, `name` for people. */
export type ExportColumn = { key: string; name: string }

/** Rows as they are read, each with a value for each column. `total` is how many there were when reading began. */
export type ExportTable = {
  columns: readonly ExportColumn[]
  total: number
  rows: AsyncIterable<readonly ExportValue[]>
}

/** What stands beside the rows, line by line. */
export type ManifestLine = { label: string; text: string }

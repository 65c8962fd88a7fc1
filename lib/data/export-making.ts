import { readCall } from '@/lib/data/calls'
import { openPassages, openTable } from '@/lib/data/export-table'
import { settleExport, type ClaimedExport } from '@/lib/data/export-standing'
import { readFacetValues } from '@/lib/data/facet-values'
import type { PassageView } from '@/lib/data/passages'
import {
  exportKindNames,
  rowsInOneFile,
  type ExportTable,
  type ExportWish,
  type ManifestLine,
} from '@/lib/domain/export'
import { readSelection, type ExportSelection } from '@/lib/domain/export-filter'
import { manifestOf } from '@/lib/domain/export-words'
import { toLondonField } from '@/lib/domain/london-time'
import type { Viewer } from '@/lib/domain/person'
import { csvLines } from '@/lib/exchange/csv-export'
import { inGroups, writeLines, writeOffice, type Written } from '@/lib/exchange/export-file'
import { jsonLines } from '@/lib/exchange/json-lines'
import { dropPart, newPart } from '@/lib/files/part'
import { newStorageKey } from '@/lib/files/storage-key'
import { fileStore } from '@/lib/files/store'

/** Something to write: how far it is goes to `tell`, and what ends it comes by `signal`. */
type Making = {
  part: string
  name: string
  wish: ExportWish
  table: ExportTable
  manifest: (rows: number) => ManifestLine[]
  signal: AbortSignal
  tell: (rows: number) => Promise<void>
  /** For documents: the same passages with where they stand, and our own address for the way back. */
  passages: () => Promise<AsyncIterable<PassageView> | null>
  origin: string
}

/**
 * Makes the file of a claimed export, as its reader may see it now, and keeps it; nothing stays of it where that fails or it
 * was cancelled meanwhile. CSV and JSON Lines are written while they are read, so memory does not grow with the rows.
 */
export async function makeFile(viewer: Viewer, claimed: ClaimedExport, control: ExportControl): Promise<void> {
  const { callId, wish } = claimed
  const [call, values] = await Promise.all([readCall({ id: callId }), readFacetValues(viewer, callId)])
  const { selection, fault } = readSelection(wish.what, wish.filters.query, values.known)
  const table = fault ? null : await openTable(viewer, callId, selection, wish.filters)
  // a filter that is known no more would be dropped, and a right that is gone would be used
  if (!call || !table) throw new Error('This cannot be exported any more.')
  const at = new Date()
  const by = { name: viewer.name, team: viewer.team?.name ?? '' }
  const lines = manifestOf({ selection, wish, call, values, by, at, origin: claimed.origin })
  const name = `${exportKindNames[wish.what].toLowerCase()}-${toLondonField(at).slice(0, 10)}`
  const part = newPart()
  try {
    let rows = 0
    const written = await write({
      part,
      name,
      wish,
      table,
      manifest: count => [...lines, { label: 'Rows', text: count.toLocaleString('en-GB') }],
      signal: control.signal,
      tell: async count => {
        rows = count
        await control.tell(table.total > 0 ? (count / table.total) * 99 : 0)
      },
      passages: () => passagesOf(viewer, callId, selection, wish),
      origin: claimed.origin,
    })
    const { ending } = written
    const fileName = ending === 'zip' ? `${name}-${wish.format.toLowerCase()}.zip` : `${name}.${ending}`
    await keep(claimed, part, { rows, fileName })
  } finally {
    await dropPart(part)
  }
}

/** How whoever works on an export says how far it is (in per cent), and hears that it is to stop. */
export type ExportControl = { signal: AbortSignal; tell: (percent: number) => Promise<void> }

function passagesOf(viewer: Viewer, callId: string, selection: ExportSelection, { filters }: ExportWish) {
  if (selection.what !== 'PASSAGES') throw new Error('Documents hold passages.')
  return openPassages(viewer, callId, selection.passages, filters.group)
}

async function keep(claimed: ClaimedExport, part: string, made: { rows: number; fileName: string }) {
  const store = await fileStore()
  const key = newStorageKey()
  try {
    const kept = await settleExport(claimed, part, { ...made, key, put: () => store.put(key, part) })
    if (!kept) throw new Error('The export was cancelled.')
  } catch (error) {
    await store.remove(key)
    throw error
  }
}

/** Passes rows on and counts them as they go by. */
async function* counted<T>(rows: AsyncIterable<T>, { signal, tell }: Pick<Making, 'signal' | 'tell'>, seen: Seen) {
  for await (const row of rows) {
    signal.throwIfAborted()
    seen.count += 1
    await tell(seen.count)
    yield row
  }
}

type Seen = { count: number }

async function write(making: Making): Promise<Written> {
  const { part, name, wish, table, signal } = making
  const seen: Seen = { count: 0 }
  const rows = counted(table.rows, making, seen)
  const manifest = () => making.manifest(seen.count)
  switch (wish.format) {
    case 'CSV':
      return writeLines(part, { name: `${name}.csv`, lines: withMark(csvLines({ ...table, rows })), manifest }, signal)
    case 'JSONL':
      return writeLines(part, { name: `${name}.jsonl`, lines: jsonLines({ ...table, rows }), manifest }, signal)
    case 'XLSX':
      return writeOffice(part, { name, ending: 'xlsx', files: workbooks(making, rows) }, signal)
    case 'DOCX':
      return writeOffice(part, { name, ending: 'docx', files: documents(making, seen) }, signal)
  }
}

/** Spreadsheets know by it that a file is UTF-8. */
async function* withMark(lines: AsyncIterable<string>): AsyncGenerator<string> {
  yield '\ufeff'
  yield* lines
}

/** What one of several files has of all rows. */
function partLine(from: number, count: number): ManifestLine {
  const number = (of: number) => of.toLocaleString('en-GB')
  return { label: 'In this file', text: `rows ${number(Math.min(from + 1, from + count))} to ${number(from + count)}` }
}

async function* workbooks({ wish, table, manifest }: Making, rows: Making['table']['rows']): AsyncGenerator<Buffer> {
  const { asWorkbook } = await import('@/lib/exchange/workbook')
  let from = 0
  for await (const group of inGroups(rows, rowsInOneFile.XLSX)) {
    yield await asWorkbook({
      sheet: exportKindNames[wish.what],
      columns: table.columns,
      rows: group,
      manifest: [...manifest(table.total), partLine(from, group.length)],
    })
    from += group.length
  }
}

async function* documents(making: Making, seen: Seen): AsyncGenerator<Buffer> {
  const { segmentsAsDocx } = await import('@/lib/exchange/segments-docx')
  const { wish, table, manifest, origin } = making
  const passages = await making.passages()
  if (!passages) throw new Error('This cannot be exported any more.')
  let from = 0
  for await (const group of inGroups(counted(passages, making, seen), rowsInOneFile.DOCX)) {
    yield await segmentsAsDocx({
      title: `Passages by ${wish.filters.group}`,
      group: wish.filters.group,
      segments: group.map(row => ({ ...row, address: addressOf(origin, row) })),
      manifest: [...manifest(table.total), partLine(from, group.length)],
    })
    from += group.length
  }
}

function addressOf(origin: string, { reference, textVersionId, start }: PassageView): string {
  return `${origin}/workspace/submissions/${reference}#at-${textVersionId}-${start}`
}

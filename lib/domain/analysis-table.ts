import type { AnalysisView, Unit } from './analysis'

/** A column of a table, with how many units there are under it, coded with anything or not. */
export type TableColumn = { key: string; label: string; base: number }

/**
 * A row: a code or a phrase. `total` is counted by itself: columns overlap, so it is not their sum. A cell is null where
 * a code is not compared with itself, or with one above or below it.
 */
export type TableRow = {
  key: string
  label: string
  /** 0 at the top of the code tree. */
  depth: number
  /** 1 to 12; null for a phrase. */
  colour: number | null
  total: number
  cells: (number | null)[]
}

/** What a view's answer is made of: enough to show it, to draw it and to keep it. */
export type AnalysisTable = {
  /** What rows are. */
  rowHead: string
  unit: Unit | 'times'
  /** What is not settled counts too. */
  soFar: boolean
  columns: TableColumn[]
  rows: TableRow[]
  /** All units, whatever their column. */
  base: number
  /** What the reader has to know of it, in sentences. */
  notes: string[]
}

/** How often something was counted, by row and column. */
export type Count = { row: string; column: string; count: number }

/** A code as a row, without its figures. */
export type RowHead = Pick<TableRow, 'key' | 'label' | 'depth' | 'colour'>

/** Puts counts into their rows and columns. What was not counted is 0. */
export function fillRows(
  heads: readonly RowHead[],
  columns: readonly { key: string }[],
  { cells, totals }: { cells: readonly Count[]; totals: readonly Count[] },
): TableRow[] {
  const at = new Map(cells.map(({ row, column, count }) => [`${row} ${column}`, count]))
  const total = new Map(totals.map(({ row, count }) => [row, count]))
  return heads.map(head => ({
    ...head,
    total: total.get(head.key) ?? 0,
    cells: columns.map(column => at.get(`${head.key} ${column.key}`) ?? 0),
  }))
}

/** The rows of codes with each other: a count stands at both ends of its pair. `above` are each code's own and those above it. */
export function fillPairs(
  heads: readonly RowHead[],
  { cells, totals }: { cells: readonly Count[]; totals: readonly Count[] },
  above: ReadonlyMap<string, ReadonlySet<string>>,
): TableRow[] {
  const both = cells.flatMap(pair => [pair, { ...pair, row: pair.column, column: pair.row }])
  const nested = (one: string, other: string) =>
    one === other || (above.get(one)?.has(other) ?? false) || (above.get(other)?.has(one) ?? false)
  return fillRows(heads, heads, { cells: both, totals }).map(row => ({
    ...row,
    cells: row.cells.map((cell, index) => (nested(row.key, heads[index]?.key ?? '') ? null : cell)),
  }))
}

/** A cell's share of its column or row, from 0 to 1; null where there is nothing to have a share of. */
export function shareOf(
  { columns, rows }: Pick<AnalysisTable, 'columns' | 'rows'>,
  of: Exclude<AnalysisView['shares'], 'none'>,
  { row, column }: { row: number; column: number },
): number | null {
  const count = rows[row]?.cells[column]
  const whole = of === 'column' ? columns[column]?.base : rows[row]?.total
  if (count === null || count === undefined || !whole) return null
  return count / whole
}

/** A share as it is written: `12.5%`. */
export function shareInWords(share: number): string {
  return `${(share * 100).toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })}%`
}

/** A count as it is written: `1,234`. */
export function countInFigures(count: number): string {
  return count.toLocaleString('en-GB')
}

const day = 86_400_000

/** The day (`2026-08-03`) after the last of the period that begins on a day. */
export function periodAfter(start: string, period: AnalysisView['period']): string {
  const date = new Date(`${start}T00:00:00Z`)
  if (period === 'month') date.setUTCMonth(date.getUTCMonth() + 1)
  else date.setTime(date.getTime() + (period === 'week' ? 7 : 1) * day)
  return date.toISOString().slice(0, 10)
}

/** Every period from the first to the last that something fell into, those between that were empty too. */
export function everyPeriod(starts: readonly string[], period: AnalysisView['period']): string[] {
  const sorted = starts.toSorted()
  const last = sorted.at(-1)
  const all: string[] = []
  for (let at = sorted[0]; at && last && at <= last; at = periodAfter(at, period)) all.push(at)
  return all
}

const months = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short', year: 'numeric' })
const days = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' })

/** What a period is called: `3 Aug`, `Aug 2026`. */
export function periodName(start: string, period: AnalysisView['period']): string {
  return (period === 'month' ? months : days).format(new Date(`${start}T00:00:00Z`))
}

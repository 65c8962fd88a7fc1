import type { ExportTable, ExportValue } from '@/lib/domain/export'
import { londonDateTime } from '@/lib/domain/london-time'

/** A cell as it stands in a file that people open in a spreadsheet. */
export type Cell = string | number | null

// A spreadsheet reads what begins so as a formula, whoever wrote it; a quotation mark before it makes it text.
const formula = /^[=+\-@\t\r\n]/

/** One line of RFC 4180, its end included. What a spreadsheet would take for a formula is kept from it. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(written).join(',')}\r\n`
}

function written(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = formula.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}

/** A value as a cell has it: a list in one cell, a time in the region’s. */
export function cellOf(value: ExportValue): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value instanceof Date ? londonDateTime(value) : value.join('; ')
}

/** The lines of a table, its heads first, as its rows are read. */
export async function* csvLines({ columns, rows }: Pick<ExportTable, 'columns' | 'rows'>): AsyncGenerator<string> {
  yield csvLine(columns.map(({ name }) => name))
  for await (const row of rows) yield csvLine(row.map(cellOf))
}

/** A file to save, written while it is read: UTF-8 with the mark that spreadsheets know it by. */
export function csvResponse(name: string, lines: AsyncIterable<string>): Response {
  const encoder = new TextEncoder()
  const iterator = lines[Symbol.asyncIterator]()
  let begun = false
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!begun) {
        begun = true
        controller.enqueue(encoder.encode('\ufeff'))
      }
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

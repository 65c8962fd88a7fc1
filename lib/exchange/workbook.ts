import writeXlsxFile, { type Cell } from 'write-excel-file/node'

import type { ExportColumn, ExportValue, ManifestLine } from '@/lib/domain/export'
import { toLondonField } from '@/lib/domain/london-time'

type Workbook = {
  /** The name of the sheet with the rows: 31 characters at most. */
  sheet: string
  columns: readonly ExportColumn[]
  rows: readonly (readonly ExportValue[])[]
  manifest: readonly ManifestLine[]
}

/** A cell of a workbook holds so many characters (UTF-16 code units). */
const longestCell = 32_767
const cutShort = ' … (cut: a cell holds no more; CSV and JSON Lines have all of it)'

/**
 * A workbook of two sheets, both to be seen: what it is, then the rows. It has no formula, comment, hidden part or property. The
 * library takes all rows at once and packs them in memory: give it some thousand.
 */
export function asWorkbook({ sheet, columns, rows, manifest }: Workbook): Promise<Buffer> {
  const heads = columns.map(({ name }): Cell => ({ value: text(name), type: String, fontWeight: 'bold' }))
  return writeXlsxFile([
    {
      sheet: 'About',
      columns: [{ width: 24 }, { width: 90 }],
      data: manifest.map(({ label, text: said }): Cell[] => [
        { value: label, type: String, fontWeight: 'bold', alignVertical: 'top' },
        { value: text(said), type: String, wrap: true },
      ]),
    },
    {
      sheet,
      stickyRowsCount: 1,
      columns: columns.map(({ name }) => ({ width: Math.min(40, Math.max(14, name.length + 2)) })),
      data: [heads, ...rows.map(row => row.map(cellOf))],
    },
  ]).toBuffer()
}

function cellOf(value: ExportValue): Cell {
  if (value === null || value === '') return null
  if (typeof value === 'number') return { value, type: Number }
  if (typeof value === 'boolean') return { value: value ? 'yes' : 'no', type: String }
  // the region's own time, since a cell knows no zone
  if (value instanceof Date)
    return { value: new Date(`${toLondonField(value)}:00Z`), type: Date, format: 'yyyy-mm-dd hh:mm' }
  // as text whatever it begins with: nothing is a formula
  return { value: text(typeof value === 'string' ? value : value.join('; ')), type: String }
}

/** Words as a cell holds them. What looks like the format's own way of writing a character is kept from being one. */
function text(words: string): string {
  const escaped = words.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  if (escaped.length <= longestCell) return escaped
  const kept = escaped.slice(0, longestCell - cutShort.length)
  return `${kept.replace(/[\ud800-\udbff]$/, '')}${cutShort}`
}

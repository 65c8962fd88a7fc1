import { hex, margin, rule, styles, type Drawing } from './briefing-drawing'
import { look } from './briefing-look'
import type { ReportTable } from './report-document'
import { columnShares } from './table-widths'

const gap = 8 // between columns, in points
const [above, below] = [3, 4] // a cell's words

type Cell = { text: string; x: number; width: number; align: 'left' | 'right' }

/** A table with its caption, its heads said again on each page that it goes on to, and every cell known by its heads. */
export function writeTable(drawing: Drawing, { id, title, note, head, rows, figures }: ReportTable): void {
  const { document, whole, bottom, keepRoom, say, artifact, heightOf } = drawing
  const shares = columnShares(head, rows)
  const width = drawing.width * shares.reduce((all, share) => all + share, 0)
  const cellsOf = (row: readonly string[]): Cell[] => {
    let x = margin
    return shares.map((share, at) => {
      const cell = {
        text: row[at] ?? '',
        x: x + gap / 2,
        width: share * drawing.width - gap,
        align: figures && at > 0 ? 'right' : 'left',
      }
      x += share * drawing.width
      return cell as Cell
    })
  }
  const highest = (cells: readonly Cell[], style: typeof styles.cell | typeof styles.cellHead) =>
    Math.max(...cells.map(cell => heightOf(cell.text, style, cell.width))) + above + below
  const heads = cellsOf(head)
  const headHeight = highest(heads, styles.cellHead)
  const firstRows = rows.slice(0, 2).reduce((sum, row) => sum + highest(cellsOf(row), styles.cell), 0)

  document.y += 10
  keepRoom(Math.min(200, heightOf(title, styles.caption, drawing.width) + headHeight + firstRows + 8))
  const table = document.struct('Table')
  whole.add(table)
  say('Caption', title, styles.caption, { into: table, room: 0, destination: id })
  document.y += 3
  const tint = (height: number) =>
    artifact(() => document.rect(margin, document.y, width, height).fill(hex(look.canalTint)))
  const group = (tag: string) => {
    const element = document.struct(tag)
    table.add(element)
    return element
  }
  tint(headHeight)
  const headGroup = group('THead')
  writeRow(drawing, headGroup, heads, styles.cellHead, headHeight, () => 'Column')
  headGroup.end()
  const body = group('TBody')
  // its note never stands alone on the next page: the last row goes with it
  const noted = note ? heightOf(note, styles.small, drawing.width) + 6 : 0
  for (const [at, row] of rows.entries()) {
    const cells = cellsOf(row)
    const height = highest(cells, styles.cell)
    if (document.y + height + (at === rows.length - 1 ? noted : 0) > bottom()) {
      document.addPage()
      tint(headHeight)
      const top = document.y
      artifact(() => heads.forEach(cell => writeCell(drawing, cell, styles.cellHead, top + above)))
      document.y = top + headHeight
    }
    writeRow(drawing, body, cells, styles.cell, height, at => (at === 0 ? 'Row' : null))
    artifact(() => rule(document, document.y, margin, width))
  }
  table.end()
  document.x = margin
  if (note) say('P', note, styles.small, { above: 4, room: 0 })
  document.y += 8
}

function writeRow(
  drawing: Drawing,
  into: PDFKit.PDFStructureElement,
  cells: readonly Cell[],
  style: typeof styles.cell | typeof styles.cellHead,
  height: number,
  headOf: (at: number) => 'Column' | 'Row' | null,
): void {
  const { document } = drawing
  const top = document.y
  const row = document.struct('TR')
  into.add(row)
  cells.forEach((cell, at) => {
    const scope = headOf(at)
    // the writer knows `scope`, its types do not: they know `title`, which is none here
    const scoped = scope ? { title: '', scope } : {}
    row.add(document.struct(scope ? 'TH' : 'TD', scoped, () => writeCell(drawing, cell, style, top + above)))
  })
  row.end()
  document.y = top + height
}

function writeCell(
  { document, use, shownOf }: Drawing,
  { text, x, width, align }: Cell,
  style: typeof styles.cell | typeof styles.cellHead,
  y: number,
): void {
  use(style)
  document.text(shownOf(text, style).text, x, y, { width, align, lineGap: style.gap })
}

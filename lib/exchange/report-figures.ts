import sharp from 'sharp'

import { chartOf, leftToTable } from '@/lib/charts/chart-option'
import { drawPng } from '@/lib/charts/draw'
import { unitNames } from '@/lib/domain/analysis'
import { countInFigures, shareInWords, shareOf } from '@/lib/domain/analysis-table'
import { describe, notSettled } from '@/lib/domain/analysis-title'
import type { EditionChart } from '@/lib/domain/report-edition'
import { dateInWords } from '@/lib/i18n/in-words'

/** Heads and cells of a table in words. `figures`: all columns but the first hold numbers. */
export type Grid = { head: string[]; rows: string[][]; figures: boolean }

const white = '#ffffff'

/** A chart as PNG on white paper, as large as what it shows, in pixels. Its title stands beside it as text. */
export async function pictureOf({
  table,
  view,
  title,
}: EditionChart): Promise<{ file: Buffer; width: number; height: number; alt: string }> {
  const png = await drawPng(chartOf(table, view), { title: '', description: '', warning: '' }, white)
  const { data, info } = await sharp(png).trim().png().toBuffer({ resolveWithObject: true })
  const alt = `${title}. ${describe(table).replace(' beside the chart', ' of this figure')}`
  return { file: data, width: info.width, height: info.height, alt }
}

/** What a reader has to know of a chart's figures: of which day they are, and how they were counted. */
export function aboutFigures({ table, view, takenAt }: EditionChart, locale: string): string {
  return [
    `Counted on ${dateInWords(takenAt, locale)}.`,
    ...(table.soFar ? [`${notSettled}.`] : []),
    ...table.notes,
    leftToTable(table, view),
  ]
    .filter(Boolean)
    .join(' ')
}

// So many columns stand beside each other on a page.
const mostColumns = { short: 9, long: 6, shared: 5 }
const shortLabel = 7

/** Every figure of a chart. What is too wide for a page is parted into tables of the same rows. */
export function gridsOf({ table, view }: EditionChart): Grid[] {
  const shares = view.kind === 'words' || view.shares === 'none' ? null : view.shares
  const unit = table.unit === 'times' ? 'Times' : unitNames[table.unit]
  const counted = (count: number | null, share: number | null) =>
    count === null ? '–' : countInFigures(count) + (share === null ? '' : `\u00a0(${shareInWords(share)})`)
  // of all that is counted a share says something only where the total is one of its parts
  const ofAll = (total: number) => (shares && view.kind === 'frequencies' && table.base > 0 ? total / table.base : null)
  const long = table.columns.some(({ label }) => label.length > shortLabel)
  const each = mostColumns[shares ? 'shared' : long ? 'long' : 'short']
  const parts = Math.max(1, Math.ceil(table.columns.length / each))
  const evenly = Math.ceil(table.columns.length / parts)
  const starts = Array.from({ length: parts }, (_, at) => at * evenly)
  return starts.map(start => {
    const columns = table.columns.slice(start, start + evenly)
    const total = start === 0
    const bases = [...(total ? [table.base] : []), ...columns.map(({ base }) => base)].map(countInFigures)
    const rows = table.rows.map((row, at) => [
      '\u00a0\u00a0\u00a0'.repeat(row.depth) + row.label,
      ...(total ? [counted(row.total, ofAll(row.total))] : []),
      ...columns.map((_, beside) => {
        const column = start + beside
        return counted(row.cells[column] ?? null, shares ? shareOf(table, shares, { row: at, column }) : null)
      }),
    ])
    return {
      head: [table.rowHead, ...(total ? [`${unit} in all`] : []), ...columns.map(({ label }) => label)],
      rows: view.kind === 'words' ? rows : [['All that is counted', ...bases], ...rows],
      figures: true,
    }
  })
}

import { unitNames, type AnalysisView } from '@/lib/domain/analysis'
import { shareOf, type AnalysisTable } from '@/lib/domain/analysis-table'

import { csvLine, type Cell } from './csv-export'

/**
 * A view's table as comma-separated values (RFC 4180, UTF-8 with a byte order mark, CRLF): a row for each code or phrase,
 * with its level in the tree (0 at the top), and the total. Counts always; shares (0 to 1) beside them where they are
 * asked for. What is not settled says so in its first line.
 */
export function analysisCsv(table: AnalysisTable, view: Pick<AnalysisView, 'kind' | 'shares'>): string {
  const { shares } = view
  const shared = view.kind !== 'words' && shares !== 'none' ? shares : null
  const unit = table.unit === 'times' ? 'Times' : unitNames[table.unit]
  const heads: Cell[] = [table.rowHead, 'Level', `${unit} in all`]
  for (const { label } of table.columns) heads.push(label, ...(shared ? [`${label}, share of ${shared}`] : []))
  const lines = table.rows.map(({ label, depth, total, cells }, row) => {
    const filled: Cell[] = [label, depth, total]
    cells.forEach((cell, column) => filled.push(cell, ...(shared ? [shareOf(table, shared, { row, column })] : [])))
    return csvLine(filled)
  })
  const bases =
    view.kind === 'words'
      ? []
      : [
          csvLine([
            'All that is counted',
            null,
            table.base,
            ...table.columns.flatMap(({ base }): Cell[] => [base, ...(shared ? [null] : [])]),
          ]),
        ]
  const warning = table.soFar ? [csvLine(['Not settled: all that is coded so far'])] : []
  return `\ufeff${[...warning, csvLine(heads), ...bases, ...lines].join('')}`
}

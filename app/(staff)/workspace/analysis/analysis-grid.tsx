import Link from 'next/link'

import { Table } from '@/components/ui/table'
import { Swatch } from '@/components/ui/tag'
import { unitNames, type AnalysisView } from '@/lib/domain/analysis'
import { cellAddress } from '@/lib/domain/analysis-links'
import { countInFigures, shareInWords, shareOf, type AnalysisTable } from '@/lib/domain/analysis-table'

type Props = { view: AnalysisView; table: AnalysisTable; title: string }

const indents = ['', 'pl-4', 'pl-8', 'pl-12']

/** Every figure, with the segments behind it a link away. */
export function AnalysisGrid({ view, table, title }: Props) {
  const { rows, columns } = table
  const plain = view.kind === 'frequencies' || view.kind === 'words'
  const unit = table.unit === 'times' ? 'Times' : unitNames[table.unit]
  const shared = view.kind !== 'words' && view.shares !== 'none' ? view.shares : null
  const shown = view.kind === 'frequencies' ? [] : columns
  return (
    <Table caption={title} wide={!plain} className={plain ? 'max-w-2xl' : ''}>
      <thead>
        <tr>
          <th scope="col">{table.rowHead}</th>
          {view.kind === 'words' ? null : (
            <th scope="col" className="number">
              {unit}
            </th>
          )}
          {view.kind === 'frequencies' ? (
            <th scope="col" className="number">
              Share of all
            </th>
          ) : null}
          {shown.map(column => (
            <th key={column.key} scope="col" className="number">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.kind === 'words' ? null : (
          <tr>
            <th scope="row" className="text-left font-semibold">
              All that is counted
            </th>
            <td className="number font-semibold">{countInFigures(table.base)}</td>
            {view.kind === 'frequencies' ? <td className="number">{table.base > 0 ? shareInWords(1) : ''}</td> : null}
            {shown.map(column => (
              <td key={column.key} className="number font-semibold">
                {countInFigures(column.base)}
              </td>
            ))}
          </tr>
        )}
        {rows.map((row, at) => (
          <tr key={row.key}>
            <th scope="row" className={`text-left font-normal ${indents[Math.min(row.depth, 3)]}`}>
              <span className="inline-flex items-baseline gap-2">
                {row.colour ? <Swatch colour={row.colour} /> : null}
                {row.label}
              </span>
            </th>
            {view.kind === 'words' ? null : (
              <td className="number">
                <Figure count={row.total} href={cellAddress(view, table, { row: at, column: null })} of={row.label} />
              </td>
            )}
            {view.kind === 'frequencies' ? (
              <td className="number">{table.base > 0 ? shareInWords(row.total / table.base) : ''}</td>
            ) : null}
            {shown.map((column, index) => {
              const share = shared && shareOf(table, shared, { row: at, column: index })
              return (
                <td key={column.key} className="number">
                  <Figure
                    count={row.cells[index] ?? null}
                    href={cellAddress(view, table, { row: at, column: index })}
                    of={`${row.label}, ${column.label}`}
                  />
                  {share === null ? null : <span className="block text-sm text-muted">{shareInWords(share)}</span>}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** A figure; where segments are behind it, a link that says whose they are. */
function Figure({ count, href, of }: { count: number | null; href: string | null; of: string }) {
  if (count === null) return <span className="text-muted">–</span>
  if (!href) return <>{countInFigures(count)}</>
  return (
    <Link href={href} prefetch={false} className="inline-block min-h-6 min-w-6">
      {countInFigures(count)}
      <span className="sr-only"> ({of})</span>
    </Link>
  )
}

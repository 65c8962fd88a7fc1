import Link from 'next/link'

import { Table } from '@/components/ui/table'
import { dimensionNames, nested, type CoverageRow, type Dimension } from '@/lib/domain/coverage'

import { submissionsNaming } from './addresses'

/** All values of one kind, each with a way to its submissions. A place stands below the one that holds it. */
export function DimensionTable({ dimension, rows }: { dimension: Dimension; rows: CoverageRow[] }) {
  return (
    <Table caption={`By ${dimensionNames[dimension].toLowerCase()}`} className="max-w-3xl">
      <thead>
        <tr>
          <th scope="col">{dimensionNames[dimension]}</th>
          {['Heard', 'Target', 'Share', 'Gap'].map(name => (
            <th key={name} scope="col" className="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {nested(rows).map(row => (
          <tr key={row.key}>
            <th scope="row" className={row.within ? 'pl-8! font-normal' : 'font-normal'}>
              <Value row={row} />
            </th>
            <td className="number">{row.heard.toLocaleString('en-GB')}</td>
            <td className="number">{row.target?.toLocaleString('en-GB') ?? <Nothing words="none" />}</td>
            <td className="number">
              {row.share === null ? <Nothing words="none" /> : `${Math.floor(row.share * 100)}%`}
            </td>
            <td className="number">
              {row.target === null ? <Nothing words="none" /> : row.gap === 0 ? 'reached' : <strong>{row.gap}</strong>}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Value({ row }: { row: CoverageRow }) {
  const href = row.heard > 0 ? submissionsNaming(row) : null
  const name = row.offered ? row.name : `${row.name} (no longer offered)`
  if (!href) return name
  return (
    <Link href={href} prefetch={false} className="inline-flex min-h-6 items-center">
      {name}
    </Link>
  )
}

function Nothing({ words }: { words: string }) {
  return (
    <>
      <span aria-hidden>–</span>
      <span className="sr-only">{words}</span>
    </>
  )
}

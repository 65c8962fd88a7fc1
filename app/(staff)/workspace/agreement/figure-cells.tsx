import Link from 'next/link'

import { Swatch } from '@/components/ui/tag'
import type { Figures, ReportedCoefficient } from '@/lib/domain/agreement-report'
import { inBrief, inFigures, inPercent, type ComparedUnit } from '@/lib/domain/agreement-words'

/** A row of a table of figures: a code, or all of them (`all`). */
export type FigureRow = Figures & { codeId: string; name: string; colour: number | null; retired: boolean }

export function CodeHeading({ row }: { row: FigureRow }) {
  return (
    <th scope="row" className="min-w-40">
      <span className="inline-flex items-baseline gap-2">
        {row.colour === null ? null : <Swatch colour={row.colour} />}
        <span>
          {row.name}
          {row.retired ? <span className="font-normal text-muted"> (retired)</span> : null}
        </span>
      </span>
    </th>
  )
}

type CoefficientCellProps = {
  run: string
  row: FigureRow
  unit: ComparedUnit
  /** What the column is called, for those who hear the link alone. */
  name: string
  coefficient: ReportedCoefficient
  observed: number | null
}

/** A coefficient with its interval below it, or that it is undefined and the percentage. It opens the passages behind it. */
export function CoefficientCell({ run, row, unit, name, coefficient, observed }: CoefficientCellProps) {
  const { value, interval } = coefficient
  return (
    <td className="number">
      <Link
        href={`/workspace/agreement/${run}/${row.codeId}?unit=${unit}`}
        prefetch={false}
        className="inline-block min-h-6 min-w-6"
      >
        <span className="sr-only">{`${row.name}, ${name}: `}</span>
        {value === null ? 'undefined' : inFigures(value)}
      </Link>
      {value === null ? (
        <span className="block text-sm whitespace-nowrap text-muted">{inPercent(observed)} agree</span>
      ) : null}
      {interval ? (
        <span className="block text-sm whitespace-nowrap text-muted">
          <span className="sr-only">95% interval </span>
          {inBrief(interval.low)} to {inBrief(interval.high)}
        </span>
      ) : null}
    </td>
  )
}

import { Table } from '@/components/ui/table'
import { inPercent, unitNames, type ComparedUnit } from '@/lib/domain/agreement-words'

import { CodeHeading, CoefficientCell, type FigureRow } from './figure-cells'

const whole = (count: number) => count.toLocaleString('en-GB')

/** One way of comparing in full: how many units, who gave the code, the share that agrees, and the coefficients. */
export function UnitTable({
  run,
  rows,
  unit,
  leftOut,
}: {
  run: string
  rows: readonly FigureRow[]
  unit: ComparedUnit
  leftOut: ReadonlyMap<string, number>
}) {
  return (
    <Table caption={`Agreement on each code: ${unitNames[unit].toLowerCase()}`} captionHidden wide>
      <thead>
        <tr>
          <th scope="col">Code</th>
          {headings[unit === 'spans' ? 'spans' : 'units'].map(heading => (
            <th key={heading} scope="col" className="number">
              {heading}
            </th>
          ))}
          <th scope="col" className="number">
            Codings left out
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.codeId}>
            <CodeHeading row={row} />
            {unit === 'spans' ? <SpanCells run={run} row={row} /> : <UnitCells run={run} row={row} unit={unit} />}
            <td className="number">{whole(leftOut.get(row.codeId) ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

const headings = {
  units: ['Units', 'Both', 'First only', 'Second only', 'Observed agreement', 'Kappa', 'Alpha'],
  spans: ['Spans', 'Characters', 'Observed agreement', 'Unitizing alpha'],
}

function UnitCells({ run, row, unit }: { run: string; row: FigureRow; unit: Exclude<ComparedUnit, 'spans'> }) {
  const { units, both, onlyFirst, onlySecond, observed, kappa, alpha } = row[unit]
  const cell = { run, row, unit, observed }
  return (
    <>
      {[units, both, onlyFirst, onlySecond].map((count, at) => (
        <td key={at} className="number">
          {whole(count)}
        </td>
      ))}
      <td className="number">{inPercent(observed)}</td>
      <CoefficientCell {...cell} name={`kappa by ${unit}`} coefficient={kappa} />
      <CoefficientCell {...cell} name={`alpha by ${unit}`} coefficient={alpha} />
    </>
  )
}

function SpanCells({ run, row }: { run: string; row: FigureRow }) {
  const { units, length, observed, alpha } = row.spans
  return (
    <>
      <td className="number">{whole(units)}</td>
      <td className="number">{whole(length)}</td>
      <td className="number">{inPercent(observed)}</td>
      <CoefficientCell
        run={run}
        row={row}
        unit="spans"
        name="unitizing alpha"
        coefficient={alpha}
        observed={observed}
      />
    </>
  )
}

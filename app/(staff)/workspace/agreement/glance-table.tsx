import { Table } from '@/components/ui/table'

import { CodeHeading, CoefficientCell, type FigureRow } from './figure-cells'

/** All coefficients of all codes. */
export function GlanceTable({ run, rows }: { run: string; rows: readonly FigureRow[] }) {
  return (
    <Table caption="Agreement on each code, and on all" captionHidden wide>
      <thead>
        <tr>
          <th rowSpan={2} scope="col">
            Code
          </th>
          <th colSpan={2} scope="colgroup" className="number">
            By submission
          </th>
          <th colSpan={2} scope="colgroup" className="number">
            By sentence
          </th>
          <th colSpan={2} scope="colgroup" className="number">
            By character
          </th>
          <th scope="colgroup" className="number">
            By span
          </th>
        </tr>
        <tr>
          {['submission', 'sentence', 'character'].flatMap(unit => [
            <th key={`${unit}-kappa`} scope="col" className="number">
              Kappa
            </th>,
            <th key={`${unit}-alpha`} scope="col" className="number">
              Alpha
            </th>,
          ])}
          <th scope="col" className="number">
            Unitizing alpha
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.codeId}>
            <CodeHeading row={row} />
            {(['submission', 'sentence', 'character'] as const).flatMap(unit => {
              const { observed } = row[unit]
              const cell = { run, row, unit, observed }
              return [
                <CoefficientCell
                  key={`${unit}-kappa`}
                  {...cell}
                  name={`kappa by ${unit}`}
                  coefficient={row[unit].kappa}
                />,
                <CoefficientCell
                  key={`${unit}-alpha`}
                  {...cell}
                  name={`alpha by ${unit}`}
                  coefficient={row[unit].alpha}
                />,
              ]
            })}
            <CoefficientCell
              run={run}
              row={row}
              unit="spans"
              name="unitizing alpha"
              coefficient={row.spans.alpha}
              observed={row.spans.observed}
            />
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

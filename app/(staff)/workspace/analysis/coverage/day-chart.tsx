import { countInWords } from '@/components/submission/filter-notices'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import type { Period } from '@/lib/domain/coverage'
import { londonShortDate } from '@/lib/domain/london-time'

type Props = { unit: 'day' | 'week'; periods: Period[] }

/** How many came on each day as bars, drawn on the server; all its figures stand in the table below it. */
export function DayChart({ unit, periods }: Props) {
  const [first, last] = [periods[0], periods.at(-1)]
  const most = periods.toSorted((a, b) => b.heard - a.heard)[0]
  if (!first || !last || !most) return <EmptyState title="No days yet">They begin when the call opens.</EmptyState>
  return (
    <>
      <figure className="max-w-4xl">
        <figcaption className="mb-3 max-w-[65ch]">{inWords(unit, periods, most)}</figcaption>
        <p aria-hidden className="text-sm text-muted tabular-nums">
          {most.heard}
        </p>
        <svg
          aria-hidden
          viewBox={`0 0 ${periods.length} ${Math.max(1, most.heard)}`}
          preserveAspectRatio="none"
          className="block h-32 w-full border-y border-line"
        >
          {periods.map(({ from, heard }, index) => (
            <rect
              key={from}
              x={index + 0.1}
              y={Math.max(1, most.heard) - heard}
              width={0.8}
              height={heard}
              className="fill-canal"
            />
          ))}
        </svg>
        <p aria-hidden className="flex justify-between text-sm text-muted">
          <span>{dayInWords(first.from)}</span>
          <span>{dayInWords(last.to)}</span>
        </p>
      </figure>
      <Disclosure summary={`The figures, ${unit} by ${unit}`} className="mt-4">
        <Table caption={`Responses by ${unit}`} className="max-w-md">
          <thead>
            <tr>
              <th scope="col">{unit === 'day' ? 'Day' : 'Week'}</th>
              <th scope="col" className="number">
                Heard
              </th>
              <th scope="col" className="number">
                In all
              </th>
            </tr>
          </thead>
          <tbody>
            {periods.toReversed().map(period => (
              <tr key={period.from}>
                <th scope="row" className="font-normal whitespace-nowrap">
                  {periodInWords(period)}
                </th>
                <td className="number">{period.heard}</td>
                <td className="number">{period.soFar.toLocaleString('en-GB')}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Disclosure>
    </>
  )
}

// noon is the same day in the region
const dayInWords = (day: string) => londonShortDate(`${day}T12:00:00Z`)

function periodInWords({ from, to }: Period): string {
  return from === to ? dayInWords(from) : `${dayInWords(from)} to ${dayInWords(to)}`
}

function inWords(unit: 'day' | 'week', periods: Period[], most: Period): string {
  const all = periods.at(-1)?.soFar ?? 0
  if (all === 0) return `Nobody has answered in ${countInWords(periods.length, unit)}.`
  const recent = unit === 'day' ? periods.slice(-7).reduce((sum, { heard }) => sum + heard, 0) : most.heard
  const peak = `the most, ${most.heard}, ${unit === 'day' ? 'on' : 'in the week'} ${periodInWords(most)}`
  const lately = unit === 'day' && periods.length > 7 ? ` ${recent} came in the last 7 days.` : ''
  return `${countInWords(all, 'response')} in ${countInWords(periods.length, unit)}, ${peak}.${lately}`
}

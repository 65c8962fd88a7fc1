import { Section } from '@/components/site/page'
import { Table } from '@/components/ui/table'
import type { AssigningView } from '@/lib/data/assigning'
import { londonDateTime } from '@/lib/domain/london-time'

/** The draws that were done, for the methods section of a report. */
export function DrawHistory({ draws }: { draws: AssigningView['draws'] }) {
  if (draws.length === 0) return null
  return (
    <Section title="Draws so far" id="draws">
      <Table caption="The last draws" captionHidden>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">By</th>
            <th scope="col">Seed</th>
            <th scope="col" className="number">
              Share
            </th>
            <th scope="col" className="number">
              Assigned
            </th>
            <th scope="col" className="number">
              to two
            </th>
          </tr>
        </thead>
        <tbody>
          {draws.map(({ id, at, by, seed, share, assigned, doubled }) => (
            <tr key={id}>
              <th scope="row">
                <time dateTime={at}>{londonDateTime(at)}</time>
              </th>
              <td>{by}</td>
              <td className="break-words">{seed}</td>
              <td className="number">{share} %</td>
              <td className="number">{assigned.toLocaleString('en-GB')}</td>
              <td className="number">{doubled.toLocaleString('en-GB')}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  )
}

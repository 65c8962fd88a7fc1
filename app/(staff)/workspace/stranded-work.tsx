import Link from 'next/link'

import { Section } from '@/components/site/page'
import { Table } from '@/components/ui/table'
import type { StrandedView } from '@/lib/data/stranded-work'

/** What could not be handed on within a team, for a lead to give to somebody. Nothing where there is none. */
export function StrandedWork({ stranded }: { stranded: StrandedView[] }) {
  if (stranded.length === 0) return null
  return (
    <Section title="Nobody is left to code these" id="stranded">
      <Table caption="Somebody left, and nobody of their team could take over">
        <thead>
          <tr>
            <th scope="col">Title</th>
            <th scope="col">Reference</th>
            <th scope="col">Was assigned to</th>
          </tr>
        </thead>
        <tbody>
          {stranded.map(({ reference, title, formerly }) => (
            <tr key={reference}>
              <th scope="row">
                <Link href={`/workspace/submissions/${reference}`} prefetch={false}>
                  {title}
                </Link>
              </th>
              <td className="whitespace-nowrap tabular-nums">{reference}</td>
              <td>{formerly ?? 'One of two places is empty'}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  )
}

import Link from 'next/link'

import { Section } from '@/components/site/page'
import { Table } from '@/components/ui/table'
import { listDueCalls } from '@/lib/data/follow-ups'
import { followUpAddress } from '@/lib/domain/follow-up'
import { londonDateTime } from '@/lib/domain/london-time'
import type { Viewer } from '@/lib/domain/person'

/** The viewer's own follow-up calls whose day has come; nothing while there are none. */
export async function MyCalls({ viewer, callId }: { viewer: Viewer; callId: string }) {
  const calls = await listDueCalls(viewer, callId)
  if (calls.length === 0) return null
  return (
    <Section title="Calls to make" id="calls">
      <Table caption="Your follow-up calls that are due, the longest due first">
        <thead>
          <tr>
            <th scope="col">Title</th>
            <th scope="col">Best times</th>
            <th scope="col">Due</th>
          </tr>
        </thead>
        <tbody>
          {calls.map(({ reference, title, bestTimes, nextAt }) => (
            <tr key={reference}>
              <th scope="row">
                <Link href={`/workspace/follow-ups/${reference}`} prefetch={false}>
                  {title}
                </Link>
              </th>
              <td dir="auto">{bestTimes || 'Not given'}</td>
              <td className="tabular-nums">{nextAt ? londonDateTime(nextAt) : ''}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-4">
        <Link href={followUpAddress({ who: 'MINE' })} prefetch={false}>
          All your follow-ups
        </Link>
      </p>
    </Section>
  )
}

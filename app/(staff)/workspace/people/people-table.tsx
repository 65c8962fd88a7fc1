import Link from 'next/link'

import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { PersonView } from '@/lib/data/people'
import { londonShortDate } from '@/lib/domain/london-time'
import { roleNames } from '@/lib/domain/person'

export function PeopleTable({ people, viewerId }: { people: PersonView[]; viewerId: string }) {
  return (
    <Table caption="Accounts" captionHidden>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Email address</th>
          <th scope="col">Role</th>
          <th scope="col">Team</th>
          <th scope="col">Last seen</th>
          <th scope="col">Account</th>
        </tr>
      </thead>
      <tbody>
        {people.map(person => (
          <tr key={person.id}>
            <th scope="row" className="min-w-36">
              <Link href={`/workspace/people/${person.id}`} prefetch={false}>
                {person.name}
              </Link>
              {person.id === viewerId ? ' (you)' : ''}
            </th>
            <td className="min-w-48">{person.email}</td>
            <td className="min-w-28">{roleNames[person.role]}</td>
            <td className="min-w-28">{person.team?.short ?? 'None'}</td>
            <td className="min-w-28">{person.lastSeenAt ? londonShortDate(person.lastSeenAt) : 'Never'}</td>
            <td>{person.disabled ? <Tag tone="furnace">Disabled</Tag> : <Tag tone="moss">Enabled</Tag>}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

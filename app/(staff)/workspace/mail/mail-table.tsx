import Link from 'next/link'

import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { MailRow } from '@/lib/data/mail'
import { londonDateTime } from '@/lib/domain/london-time'

import { MailStatusTag } from './mail-status'

export function MailTable({ mails }: { mails: MailRow[] }) {
  return (
    <Table caption="Mail, newest first" captionHidden>
      <thead>
        <tr>
          <th scope="col">Subject</th>
          <th scope="col">To</th>
          <th scope="col">State</th>
          <th scope="col">Written</th>
          <th scope="col" className="number">
            Attempts
          </th>
        </tr>
      </thead>
      <tbody>
        {mails.map(mail => (
          <tr key={mail.id}>
            <th scope="row" className="min-w-48">
              <Link href={`/workspace/mail/${mail.id}`} prefetch={false}>
                {mail.subject}
              </Link>
            </th>
            <td className="min-w-40">{mail.recipient}</td>
            <td>{mail.bouncedAt ? <Tag tone="furnace">Came back</Tag> : <MailStatusTag status={mail.status} />}</td>
            <td className="min-w-36">{londonDateTime(mail.createdAt)}</td>
            <td className="number">{mail.attempts}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

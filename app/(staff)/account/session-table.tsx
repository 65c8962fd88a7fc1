import { ActionForm } from '@/components/ui/action-form'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { SessionView } from '@/lib/data/sessions'
import { browserName } from '@/lib/domain/browser-name'
import { londonDateTime } from '@/lib/domain/london-time'

import { endOneSession } from './actions'

export function SessionTable({ sessions }: { sessions: SessionView[] }) {
  return (
    <Table caption="Your sessions" captionHidden>
      <thead>
        <tr>
          <th scope="col">Browser</th>
          <th scope="col">Signed in</th>
          <th scope="col">Last used</th>
          <th scope="col">End it</th>
        </tr>
      </thead>
      <tbody>
        {sessions.map(session => (
          <tr key={session.id}>
            <th scope="row" className="min-w-28">
              {browserName(session.userAgent)}
            </th>
            <td className="min-w-36">{londonDateTime(session.createdAt)}</td>
            <td className="min-w-36">{londonDateTime(session.lastSeenAt)}</td>
            <td>
              {session.current ? (
                <Tag tone="moss">This one</Tag>
              ) : (
                <ActionForm
                  action={endOneSession}
                  submit={
                    <>
                      End
                      <span className="sr-only">
                        {' '}
                        {browserName(session.userAgent)}, signed in {londonDateTime(session.createdAt)}
                      </span>
                    </>
                  }
                  variant="secondary"
                  small
                >
                  <input type="hidden" name="id" value={session.id} />
                </ActionForm>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

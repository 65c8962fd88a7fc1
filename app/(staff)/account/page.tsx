import type { Metadata } from 'next'

import { Main, PageTitle, Section } from '@/components/site/page'
import { ActionForm } from '@/components/ui/action-form'
import { DescriptionList } from '@/components/ui/description-list'
import { roleNames } from '@/lib/domain/person'
import { listSessions } from '@/lib/data/sessions'
import { requireViewer } from '@/lib/session'

import { endAllOtherSessions } from './actions'
import { PasswordForm } from './password-form'
import { SessionTable } from './session-table'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const viewer = await requireViewer()
  const sessions = await listSessions(viewer)
  return (
    <Main>
      <PageTitle title="Your account" />
      <DescriptionList
        items={[
          { term: 'Name', value: viewer.name },
          { term: 'Email address', value: viewer.email },
          { term: 'Team', value: viewer.team?.name ?? 'None' },
          { term: 'Role', value: roleNames[viewer.role] },
        ]}
      />
      <p className="mt-3 text-muted">An administrator of the portal can change these.</p>
      <Section title="Change your password" id="password">
        <PasswordForm email={viewer.email} />
      </Section>
      <Section title="Where you are signed in" id="sessions">
        <p className="mb-4 max-w-[66ch]">
          A session ends by itself after 12 hours, and when it was not used for an hour. End one here if you left
          yourself signed in somewhere.
        </p>
        <SessionTable sessions={sessions} />
        {sessions.length > 1 ? (
          <ActionForm
            action={endAllOtherSessions}
            submit="End all other sessions"
            variant="secondary"
            small
            className="mt-4"
          />
        ) : null}
      </Section>
    </Main>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Main, PageTitle, Section } from '@/components/site/page'
import { ActionForm } from '@/components/ui/action-form'
import { BackLink } from '@/components/ui/back-link'
import { listTeams } from '@/lib/data/assignments'
import { getPerson, type PersonView } from '@/lib/data/people'
import { isImportedName, needsTeam } from '@/lib/domain/person'
import { requireViewer } from '@/lib/session'

import { disableAccount, enableAccount } from '@/app/(staff)/workspace/people/actions'
import { AccountForm } from './account-form'
import { RenewPasswordForm } from './renew-password-form'

/** What enabling an account does, or what comes before it. */
function wayBack(person: PersonView): string {
  if (!isImportedName(person)) return 'The person can then sign in again with the password they had.'
  return needsTeam(person.role) && !person.team
    ? 'This name came with an imported project, and nobody can sign in with it. Give it a team first.'
    : 'This name came with an imported project. It signs in with the address above, once you have renewed its password.'
}

export const metadata: Metadata = { title: 'Account' }

export default async function PersonPage({ params }: PageProps<'/workspace/people/[id]'>) {
  const [viewer, { id }] = await Promise.all([requireViewer(), params])
  const [person, teams] = await Promise.all([getPerson(viewer, id), listTeams(viewer)])
  if (!person) notFound()
  return (
    <Main>
      <BackLink href="/workspace/people">People</BackLink>
      <PageTitle title={person.name} lead={person.email} />
      <AccountForm person={person} teams={teams} />
      <Section title="Password" id="password">
        <p className="mb-4">For somebody who has forgotten theirs. It ends all their sessions.</p>
        <RenewPasswordForm id={person.id} version={person.version} />
      </Section>
      <Section title={person.disabled ? 'Enable this account' : 'Disable this account'} id="access">
        <p className="mb-4">
          {person.disabled
            ? wayBack(person)
            : 'The person is signed out at once and cannot sign in. What they wrote stays, with their name.'}
        </p>
        {person.disabled && needsTeam(person.role) && !person.team ? null : person.disabled ? (
          <ActionForm action={enableAccount} version={person.version} submit="Enable account" variant="secondary">
            <input type="hidden" name="id" value={person.id} />
          </ActionForm>
        ) : (
          <ActionForm action={disableAccount} version={person.version} submit="Disable account" variant="danger">
            <input type="hidden" name="id" value={person.id} />
          </ActionForm>
        )}
      </Section>
    </Main>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Main, PageTitle } from '@/components/site/page'
import { LinkButton } from '@/components/ui/button'
import { listPeople } from '@/lib/data/people'
import { may } from '@/lib/domain/policy'
import { requireViewer } from '@/lib/session'

import { PeopleTable } from './people-table'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage() {
  const viewer = await requireViewer()
  if (!may(viewer, 'managePeople')) notFound()
  return (
    <Main width="wide">
      <PageTitle
        title="People"
        lead="Everyone who can sign in, and what they may do."
        actions={<LinkButton href="/workspace/people/new">Create an account</LinkButton>}
      />
      <PeopleTable people={await listPeople(viewer)} viewerId={viewer.id} />
    </Main>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Main, PageTitle } from '@/components/site/page'
import { BackLink } from '@/components/ui/back-link'
import { listTeams } from '@/lib/data/assignments'
import { may } from '@/lib/domain/policy'
import { requireViewer } from '@/lib/session'

import { NewAccountForm } from './new-account-form'

export const metadata: Metadata = { title: 'Create an account' }

export default async function NewAccountPage() {
  const viewer = await requireViewer()
  if (!may(viewer, 'managePeople')) notFound()
  return (
    <Main>
      <BackLink href="/workspace/people">People</BackLink>
      <PageTitle title="Create an account" />
      <NewAccountForm teams={await listTeams(viewer)} />
    </Main>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import * as z from 'zod/mini'

import { Main, PageTitle } from '@/components/site/page'
import { BackLink } from '@/components/ui/back-link'
import { getRun } from '@/lib/data/agreement-runs'
import { currentCall } from '@/lib/data/calls'
import { askedFor } from '@/lib/domain/address'
import { comparedUnits } from '@/lib/domain/agreement-words'
import { requireViewer } from '@/lib/session'

import { HowToRead } from '@/app/(staff)/workspace/agreement/how-to-read'
import { RunView } from '@/app/(staff)/workspace/agreement/run-view'

export const metadata: Metadata = { title: 'A measurement of agreement' }

const Id = z.uuid()

export default async function AgreementRunPage({ params, searchParams }: PageProps<'/workspace/agreement/[run]'>) {
  const [viewer, call, { run: id }, asked] = await Promise.all([requireViewer(), currentCall(), params, searchParams])
  const run = Id.safeParse(id).success ? await getRun(viewer, call.id, id) : null
  if (!run) notFound()
  const unit = comparedUnits.find(each => each === askedFor(asked, 'unit')) ?? null
  return (
    <Main width="wide">
      <BackLink href="/workspace/agreement">Agreement</BackLink>
      <PageTitle title="A measurement of agreement" />
      <RunView run={run} path={`/workspace/agreement/${run.id}`} unit={unit} />
      <HowToRead />
    </Main>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Main, PageTitle } from '@/components/site/page'
import { PartLinks } from '@/components/site/part-links'
import { LinkButton } from '@/components/ui/button'
import { currentCall, readCall } from '@/lib/data/calls'
import { addressWith } from '@/lib/domain/address'
import { may } from '@/lib/domain/policy'
import { requireViewer } from '@/lib/session'

import { CallState } from './call-state'
import { PartOfCall } from './part-of-call'
import { callParts, readPart } from './parts'

export async function generateMetadata({ searchParams }: PageProps<'/workspace/call'>): Promise<Metadata> {
  return { title: `${callParts[readPart((await searchParams).part)]}, the call` }
}

export default async function EditCallPage({ searchParams }: PageProps<'/workspace/call'>) {
  const [viewer, { part: asked }] = await Promise.all([requireViewer(), searchParams])
  if (!may(viewer, 'editCall')) notFound()
  const part = readPart(asked)
  // Afresh: an edit begins from what is saved, not from what is in a cache.
  const call = await readCall({ id: (await currentCall()).id })
  if (!call) notFound()
  return (
    <Main width={part === 'preview' ? 'full' : 'wide'}>
      <PageTitle
        title="The call"
        lead={<CallState call={call} />}
        actions={
          <LinkButton variant="secondary" href="/">
            See the public page
          </LinkButton>
        }
      />
      <PartLinks
        label="Parts of the call"
        links={Object.entries(callParts).map(([name, label]) => ({
          href: addressWith('/workspace/call', { part: name }),
          label,
          current: name === part,
        }))}
      />
      <PartOfCall part={part} call={call} />
    </Main>
  )
}

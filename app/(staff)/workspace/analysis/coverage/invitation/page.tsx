import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { coveragePath } from '@/app/(staff)/workspace/analysis/coverage/addresses'
import { Main, PageTitle } from '@/components/site/page'
import { BackLink } from '@/components/ui/back-link'
import { Notice } from '@/components/ui/notice'
import { currentCall, type CallView } from '@/lib/data/calls'
import { askedFor, fromAddress, type Asked } from '@/lib/domain/address'
import { callState } from '@/lib/domain/call'
import { audienceInWords, composeInvitation, type Audience } from '@/lib/domain/invitation'
import { may } from '@/lib/domain/policy'
import { organisationTypes } from '@/lib/domain/submission'
import { requireViewer } from '@/lib/session'
import { siteOrigin } from '@/lib/site-address'

import { InvitationText } from './invitation-text'

export const metadata: Metadata = { title: 'Text to send' }

export default async function InvitationPage({ searchParams }: PageProps<'/workspace/analysis/coverage/invitation'>) {
  const [viewer, call, asked] = await Promise.all([requireViewer(), currentCall(), searchParams])
  if (!may(viewer, 'readCoverage')) notFound()
  const audience = audienceOf(call, asked)
  const words = audienceInWords(audience)
  return (
    <Main>
      <BackLink href={coveragePath}>Coverage</BackLink>
      <PageTitle title="Text to send" lead={`To ${words}.`} />
      {callState(call, new Date()) === 'open' ? null : (
        <Notice tone="furnace" className="mb-6">
          The call is not open: nobody could answer now.
        </Notice>
      )}
      <InvitationText key={words} {...composeInvitation(call, audience, `${await siteOrigin()}/`)} />
    </Main>
  )
}

/** Whom an address names; what it names that is not offered is left out. */
function audienceOf(call: CallView, asked: Asked): Audience {
  const place = call.places.find(({ key }) => key === askedFor(asked, 'place'))
  const prompt = call.prompts.find(({ key }) => key === askedFor(asked, 'theme'))
  return {
    place: place && { name: place.name, authority: place.kind === 'AUTHORITY' },
    type: fromAddress(askedFor(asked, 'type'), organisationTypes) ?? undefined,
    theme: prompt && { name: prompt.theme, text: prompt.text },
    community: fromAddress(askedFor(asked, 'community'), call.communities) ?? undefined,
  }
}

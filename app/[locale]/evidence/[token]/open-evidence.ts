import { cache } from 'react'

import { readEvidence, type OwnEvidence } from '@/lib/data/evidence'
import { openLink } from '@/lib/data/private-keys'
import { requestNetwork } from '@/lib/request-network'

/** Why a link opens nothing. */
export type ClosedLink = { state: 'unknown' | 'expired' | 'replaced' } | { state: 'tooMany'; minutes: number }

/** What the link of this request opens. Links that do not exist are counted by network, so that guessing ends soon. */
export const openEvidence = cache(async (token: string): Promise<OwnEvidence | ClosedLink> => {
  const link = await openLink(token, 'EVIDENCE', await requestNetwork())
  if (link.state === 'unknown' || link.state === 'tooMany') return link
  if (link.state !== 'good') return { state: link.state }
  return (await readEvidence(token)) ?? { state: 'unknown' }
})

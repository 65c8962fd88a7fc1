import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

import { Notice } from '@/components/ui/notice'
import type { CallView } from '@/lib/data/calls'
import type { HeardView } from '@/lib/data/heard'
import { callState } from '@/lib/domain/call'
import { CallHero } from './call-hero'
import { CallWords } from './call-words'
import { RegionSoFar } from './region-so-far'
import { WhatHappens } from './what-happens'
import { WhoAsks } from './who-asks'
import { WhoMayAnswer } from './who-may-answer'

type CallSheetProps = {
  call: CallView
  heard: HeardView
  now: Date
  address?: string | undefined
  /** Its report can be read at `/report`. */
  reported?: boolean
}

/**
 * The whole of a call as the public sees it at `now`, for `/`, `/calls/<slug>` and the preview. Brings its `h1`,
 * not its `main`. `address` is where to answer, for those who read it on paper.
 */
export async function CallSheet({ call, heard, now, address, reported = false }: CallSheetProps) {
  const t = await getTranslations('call')
  const byTime = callState(call, now)
  // Only the current call takes answers, whatever the times of another one say.
  const state = byTime === 'open' && !call.isCurrent ? 'closed' : byTime
  const open = state === 'open'
  return (
    <>
      {call.isCurrent ? null : (
        <Notice tone="neutral" className="mb-8">
          {t.rich('earlier', {
            current: words => (
              <Link href="/" prefetch={false}>
                {words}
              </Link>
            ),
          })}
        </Notice>
      )}
      <CallHero call={call} state={state} now={now} address={address} reported={reported} />
      <CallWords call={call} />
      {open || state === 'notOpen' ? <WhoMayAnswer /> : null}
      <WhatHappens call={call} />
      {state === 'notOpen' ? null : <RegionSoFar call={call} heard={heard} open={open} />}
      <WhoAsks call={call} />
    </>
  )
}

import { getTranslations } from 'next-intl/server'

import type { CallView } from '@/lib/data/calls'
import type { CallState } from '@/lib/domain/call'
import { heldTogether } from '@/lib/domain/call-text'
import { CallFacts } from './call-facts'
import { CallWayIn } from './call-way-in'

type CallHeroProps = { call: CallView; state: CallState; now: Date; address: string | undefined; reported: boolean }

/** What fits one screen of a telephone: what is asked, by whom, by when, how long it takes, and the one button. */
export async function CallHero({ call, state, now, address, reported }: CallHeroProps) {
  const t = await getTranslations('call')
  return (
    <div className="grid gap-x-14 gap-y-4 sm:gap-y-6 lg:grid-cols-[minmax(0,1fr)_17rem] lg:items-end">
      <div>
        <p className="flex items-center gap-3 font-semibold text-canal">
          <span aria-hidden className="size-3 flex-none bg-furnace" />
          {state === 'open' ? t('kicker') : `${t('kicker')}: ${t(`state.${state}`)}`}
        </p>
        <h1 className="mt-2 text-xl leading-[1.22] text-pretty sm:mt-4 sm:text-2xl sm:leading-[1.2] sm:font-[480] md:text-3xl md:leading-[1.14]">
          {heldTogether(call.title).map((part, index) =>
            part.held ? (
              <span key={index} className="whitespace-nowrap">
                {part.text}
              </span>
            ) : (
              part.text
            ),
          )}
        </h1>
      </div>
      <CallFacts call={call} state={state} now={now} />
      <div className="lg:col-span-2 lg:mt-2">
        <CallWayIn call={call} state={state} now={now} address={address} reported={reported} />
      </div>
    </div>
  )
}

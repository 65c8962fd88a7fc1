import { getLocale, getTranslations } from 'next-intl/server'

import type { CallView } from '@/lib/data/calls'
import type { CallState } from '@/lib/domain/call'
import { beginsWithDay, lastDay, timeLeft } from '@/lib/domain/call-times'
import { clockInWords, dayInWords, listInWords } from '@/lib/i18n/in-words'

type Fact = { term: string; value: string; more?: string }

/** Who asks, for whom, by when, and how long it takes. */
export async function CallFacts({ call, state, now }: { call: CallView; state: CallState; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations('call'), getLocale()])
  const partners = call.partners.map(partner => partner.name)
  const facts: (Fact | null)[] = [
    partners.length > 0 ? { term: t('facts.by'), value: listInWords(partners, locale) } : null,
    call.commissioner ? { term: t('facts.for'), value: call.commissioner } : null,
    state === 'notOpen' ? await opening(call, locale) : await closing(call, state, now, locale),
    state === 'open' ? { term: t('facts.takes'), value: t('facts.minutes', { minutes: call.minutesNeeded }) } : null,
  ]
  return (
    <dl className="grid gap-y-1.5 border-y border-line py-3 text-sm leading-snug sm:text-base sm:leading-snug lg:border-y-0 lg:border-l-4 lg:border-canal lg:py-1 lg:pl-6">
      {facts.map(fact =>
        fact ? (
          <div
            key={fact.term}
            className="grid grid-cols-[5.25rem_minmax(0,1fr)] gap-x-3 lg:grid-cols-1 lg:not-first:mt-2"
          >
            <dt className="text-muted lg:text-sm">{fact.term}</dt>
            <dd>
              <span className="font-semibold">{fact.value}</span>
              {fact.more ? <span className="lg:block lg:text-sm"> {fact.more}</span> : null}
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

async function opening({ opensAt }: CallView, locale: string): Promise<Fact | null> {
  if (!opensAt) return null
  const t = await getTranslations('call')
  const day = { term: t('facts.opens'), value: dayInWords(opensAt, locale) }
  return beginsWithDay(opensAt) ? day : { ...day, more: t('facts.at', { time: clockInWords(opensAt, locale) }) }
}

async function closing({ closesAt }: CallView, state: CallState, now: Date, locale: string): Promise<Fact | null> {
  // A call that another one took the place of may have closed before its time.
  if (!closesAt || (state !== 'open' && new Date(closesAt) > now)) return null
  const t = await getTranslations('call')
  const { day, wholeDay } = lastDay(closesAt)
  const hour = wholeDay ? t('facts.endOfDay') : t('facts.at', { time: clockInWords(day, locale) })
  const left = state === 'open' ? timeLeft(closesAt, now) : null
  return {
    term: state === 'open' ? t('facts.closes') : t('facts.closed'),
    value: dayInWords(day, locale),
    more: left ? `${hour} (${t(`facts.left.${left.unit}`, { count: left.count })})` : hour,
  }
}

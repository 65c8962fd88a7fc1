import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'

import { ButtonRow, LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { CallView } from '@/lib/data/calls'
import type { CallState } from '@/lib/domain/call'
import { beginsWithDay, graceEnd, lastDay } from '@/lib/domain/call-times'
import { clockInWords, dayInWords } from '@/lib/i18n/in-words'
import { LinkedParagraphs, MailLink } from './linked-text'

type WayInProps = { call: CallView; now: Date }
type CallWayInProps = WayInProps & { state: CallState; address: string | undefined; reported: boolean }

/** The one thing to do here: answer; or why that is not possible, and what is. `address` is for paper. */
export function CallWayIn({ call, state, now, address, reported }: CallWayInProps) {
  if (state === 'open') return <Start address={address} />
  if (state === 'notOpen') return <NotOpen call={call} />
  return state === 'outcome' ? <Outcome call={call} now={now} reported={reported} /> : <Closed call={call} now={now} />
}

async function Start({ address }: { address: string | undefined }) {
  const t = await getTranslations('call')
  return (
    <>
      <ButtonRow className="no-print">
        <LinkButton href="/submit" large className="w-full sm:w-auto">
          {t('start')}
        </LinkButton>
        <p className="text-sm text-muted">{t('startNote')}</p>
      </ButtonRow>
      {address ? <p className="hidden font-semibold print:block">{t('printed', { address })}</p> : null}
    </>
  )
}

async function NotOpen({ call }: { call: CallView }) {
  const [t, locale] = await Promise.all([getTranslations('call'), getLocale()])
  const when = () => {
    if (!call.opensAt) return t('notOpen.unknown')
    const day = dayInWords(call.opensAt, locale)
    if (beginsWithDay(call.opensAt)) return t('notOpen.day', { day })
    return t('notOpen.dayAndTime', { day, time: clockInWords(call.opensAt, locale) })
  }
  return (
    <Notice tone="neutral" title={t('notOpen.title')}>
      <p>{when()}</p>
      <p className="mt-2">{t.rich('notOpen.ask', { contact: () => <MailLink address={call.contactEmail} /> })}</p>
    </Notice>
  )
}

async function Closed({ call, now }: WayInProps) {
  const t = await getTranslations('call')
  return (
    <Notice title={t('closed.title')}>
      <p>{t('closed.thanks')}</p>
      <Grace call={call} now={now} />
      <p className="mt-2">{t.rich('closed.ask', { contact: () => <MailLink address={call.contactEmail} /> })}</p>
    </Notice>
  )
}

async function Outcome({ call, now, reported }: WayInProps & { reported: boolean }) {
  const t = await getTranslations('call')
  return (
    <Notice tone="moss" title={t('outcome.title')}>
      <div className="flex flex-col gap-2">
        <LinkedParagraphs text={call.outcome} contact={call.contactEmail} />
      </div>
      <Grace call={call} now={now} />
      <ButtonRow className="mt-4">
        {reported ? <LinkButton href="/report">{t('outcome.report')}</LinkButton> : null}
        <LinkButton href="/case-studies" variant={reported ? 'secondary' : 'primary'}>
          {t('outcome.caseStudies')}
        </LinkButton>
      </ButtonRow>
    </Notice>
  )
}

/** For those who had begun in time. */
async function Grace({ call, now }: WayInProps) {
  const end = call.isCurrent ? graceEnd(call, now) : null
  if (!end) return null
  const [t, locale] = await Promise.all([getTranslations('call'), getLocale()])
  const { day, wholeDay } = lastDay(end)
  return (
    <p className="mt-2">
      {t.rich('closed.grace', {
        day: dayInWords(day, locale),
        time: wholeDay ? 'endOfDay' : clockInWords(day, locale),
        go: words => (
          <Link href="/submit" prefetch={false}>
            {words}
          </Link>
        ),
      })}
    </p>
  )
}

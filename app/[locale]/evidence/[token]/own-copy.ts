import { getLocale, getTranslations } from 'next-intl/server'

import type { EvidenceView } from '@/lib/data/evidence'
import type { EvidenceCopy } from '@/lib/exchange/evidence-copy'
import { dateInWords } from '@/lib/i18n/in-words'
import { answersInWords, consentsInWords, contactInWords, fileInWords } from './evidence-words'
import { openEvidence } from './open-evidence'

const statuses = { unknown: 404, expired: 410, replaced: 410, withdrawn: 410, tooMany: 429 } as const

/** A file of what was sent, for who holds the link: what `make` makes of it, or the true status with a sentence. */
export async function answerWithCopy(
  token: string,
  kind: { type: string; ending: string },
  make: (evidence: EvidenceView) => Promise<BodyInit | null>,
): Promise<Response> {
  const own = await openEvidence(token)
  const t = await getTranslations('evidence')
  const body = own.state === 'sent' ? await make(own.evidence) : null
  if (own.state !== 'sent' || body === null) {
    const minutes = own.state === 'tooMany' ? own.minutes : 0
    const said = own.state === 'sent' ? t('links.unknown') : await reason(own.state, minutes)
    const status = own.state === 'sent' ? 404 : statuses[own.state]
    return new Response(`${said}\n`, { status, headers: { ...privately, 'content-type': 'text/plain; charset=utf-8' } })
  }
  const name = `${t('copy.file', { reference: own.evidence.reference })}.${kind.ending}`
  const headers = { ...privately, 'content-type': kind.type, 'content-disposition': `attachment; filename="${name}"` }
  return new Response(body, { headers })
}

/** No cache and no search engine keeps it, and nothing in it may run. */
export const privately = {
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex, nofollow',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
}

async function reason(state: keyof typeof statuses, minutes: number): Promise<string> {
  const t = await getTranslations('evidence')
  if (state === 'withdrawn') return `${t('withdrawn.title')}.`
  if (state === 'tooMany') return t('links.tooManyText', { minutes })
  if (state === 'unknown') return t('links.unknown')
  return `${t(`links.${state}`)}.`
}

/** The copy in words: what the page shows, in the order in which it is read. */
export async function copyOf(evidence: EvidenceView): Promise<EvidenceCopy> {
  const [t, locale, check, steps, contact, consents, files] = await Promise.all([
    getTranslations('evidence'),
    getLocale(),
    getTranslations('submit.check.sections'),
    answersInWords(evidence),
    contactInWords(evidence),
    consentsInWords(evidence),
    Promise.all(evidence.files.map(async file => ({ label: await fileInWords(file), value: file.alt }))),
  ])
  const day = (time: string) => dateInWords(time, locale)
  const none = t('answers.none')
  const { reference, submittedAt, corrections, callName: call } = evidence
  const last = corrections.at(-1)
  const given = consents.map(({ question, label, givenAt, wording }) => ({
    label: question,
    value: [t('copy.given', { answer: label, day: day(givenAt) }), t('copy.shown', { wording })].join('\n'),
  }))
  const sections = [
    {
      heading: t('copy.about'),
      items: [
        { label: t('copy.reference'), value: reference },
        { label: t('copy.sent'), value: day(submittedAt) },
        ...(last ? [{ label: t('copy.corrected'), value: day(last.at) }] : []),
      ],
    },
    ...steps.map(({ step, items }) => ({
      heading: check(step),
      items: items.map(({ label, value }) => ({ label, value: value || none })),
    })),
    { heading: t('answers.files'), items: files },
    { heading: t('answers.contact'), items: contact },
    { heading: t('copy.consents'), items: given },
  ]
  return {
    language: locale,
    title: t('copy.title', { reference }),
    lead: t('copy.lead', { call, day: day(new Date().toISOString()) }),
    sections: sections.filter(({ items }) => items.length > 0),
    unshown: t('copy.unshown'),
  }
}

import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'

import { Main, PageTitle, Section } from '@/components/site/page'
import { callBySlug, currentCall } from '@/lib/data/calls'
import { citedIn, readEdition } from '@/lib/data/report-editions'
import { readShowings } from '@/lib/data/showings'
import { callState } from '@/lib/domain/call'
import { dateInWords } from '@/lib/i18n/in-words'
import { CitedPlaces } from './cited-places'
import { ClosedLinkPage } from './closed-link'
import { ConsentList } from './consent-list'
import { CopyLinks } from './copy-links'
import { openEvidence } from './open-evidence'
import { OutcomeList } from './outcome-list'
import { BegunCorrection, OwnDeeds } from './own-deeds'
import { SentAnswers, SentCorrections } from './sent-answers'
import { ShownCaseStudies } from './shown-case-studies'
import { WithdrawnPage } from './withdrawn-page'

type Props = PageProps<'/[locale]/evidence/[token]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ token }, t] = await Promise.all([params, getTranslations('evidence')])
  return (await openEvidence(token)).state === 'sent' ? { title: t('title') } : {}
}

export default async function EvidencePage({ params }: Props) {
  const { token } = await params
  const own = await openEvidence(token)
  if (own.state === 'withdrawn') return <WithdrawnPage evidence={own.evidence} />
  if (own.state !== 'sent') return <ClosedLinkPage link={own} />
  const { evidence } = own
  const [t, locale, call, current, showings, cited] = await Promise.all([
    getTranslations('evidence'),
    getLocale(),
    callBySlug(evidence.callSlug),
    currentCall(),
    readShowings(token),
    citedIn(evidence.id),
  ])
  const report = call && (await readEdition(call.id))
  const { reference, submittedAt, corrections } = evidence
  const last = corrections.at(-1)
  return (
    <Main>
      <PageTitle
        caption={t('caption', { reference })}
        title={String(evidence.answers.example.title)}
        lead={
          <>
            {t('sent', { day: dateInWords(submittedAt, locale), call: evidence.callName })}{' '}
            {last ? t('corrected', { day: dateInWords(last.at, locale) }) : null}
          </>
        }
      />
      <p className="mb-8 max-w-[66ch] text-muted">{t('secret')}</p>
      <BegunCorrection evidence={evidence} token={token} />
      <ShownCaseStudies showings={showings} places={call?.places ?? []} token={token} />
      <Section title={t('outcome.title')} id="outcome">
        <OutcomeList
          outcome={evidence.outcome}
          reportExpected={call?.reportExpected ?? ''}
          report={report?.edition.title ?? null}
        />
      </Section>
      <CitedPlaces places={cited} />
      <Section title={t('do.title')} id="do">
        <OwnDeeds evidence={evidence} token={token} takesAnother={callState(current, new Date()) === 'open'} />
      </Section>
      <Section title={t('answers.title')} id="sent">
        <SentAnswers evidence={evidence} token={token} />
      </Section>
      {corrections.length > 0 ? (
        <Section title={t('corrections.title')} id="corrections">
          <p className="mb-2">{t('corrections.lead')}</p>
          <SentCorrections evidence={evidence} />
        </Section>
      ) : null}
      <Section title={t('consents.title')} id="consents">
        <p className="mb-4">{t('consents.lead')}</p>
        <ConsentList evidence={evidence} token={token} />
      </Section>
      <Section title={t('copies.title')} id="copies">
        <CopyLinks evidence={evidence} token={token} />
      </Section>
    </Main>
  )
}

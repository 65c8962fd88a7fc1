import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'

import { tagsFor } from '@/app/[locale]/(public)/standing-words'
import { Main, PageTitle, Section } from '@/components/site/page'
import { currentCall } from '@/lib/data/calls'
import { dateInWords } from '@/lib/i18n/in-words'

/** When somebody last checked that the statement is true. */
const preparedOn = '2026-11-23'

const parts = ['can', 'state', 'tested', 'limits', 'other', 'report'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('standing.accessibility')
  return { title: t('title'), description: t('lead'), alternates: { canonical: '/accessibility' } }
}

export default async function AccessibilityPage() {
  const [t, locale, call] = await Promise.all([getTranslations('standing.accessibility'), getLocale(), currentCall()])
  const tags = tagsFor({ contact: call.contactEmail })
  return (
    <Main>
      <PageTitle title={t('title')} lead={t('lead')} />
      {parts.map(part => (
        <Section key={part} title={t(`${part}.title`)} id={part}>
          <div className="prose">{t.rich(`${part}.body`, tags)}</div>
        </Section>
      ))}
      <p className="mt-12 text-sm text-muted">{t('version', { date: dateInWords(preparedOn, locale) })}</p>
    </Main>
  )
}

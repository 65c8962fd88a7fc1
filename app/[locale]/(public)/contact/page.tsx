import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { tagsFor } from '@/app/[locale]/(public)/standing-words'
import { MailLink } from '@/components/call/linked-text'
import { Main, PageTitle, Section } from '@/components/site/page'
import { currentCall } from '@/lib/data/calls'

const steps = ['send', 'heard', 'look', 'answer'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('standing.contact')
  return { title: t('title'), description: t('lead'), alternates: { canonical: '/contact' } }
}

export default async function ContactPage() {
  const [t, call] = await Promise.all([getTranslations('standing.contact'), currentCall()])
  const contact = call.contactEmail
  return (
    <Main>
      <PageTitle title={t('title')} lead={t('lead')} />
      <section aria-labelledby="write" className="border-l-4 border-canal bg-sheet px-5 py-5 sm:px-6">
        <h2 id="write">{t('write.title')}</h2>
        <p className="mt-2 text-xl font-semibold">
          <MailLink address={contact} />
        </p>
        <p className="mt-3 max-w-[60ch]">{t('write.about')}</p>
      </section>
      <Section title={t('other.title')} id="other">
        <div className="prose">{t.rich('other.body', tagsFor({ contact, page: '/accessibility' }))}</div>
      </Section>
      <Section title={t('correct.title')} id="correct">
        <div className="prose">{t.rich('correct.body', tagsFor({ contact }))}</div>
      </Section>
      <Section title={t('change.title')} id="change">
        <div className="prose">{t.rich('change.body', tagsFor({ contact, page: '/privacy' }))}</div>
      </Section>
      <Section title={t('complain.title')} id="complaints">
        <p className="max-w-[66ch]">{t('complain.lead')}</p>
        <ol className="my-6 grid gap-5">
          {steps.map((step, index) => (
            <li key={step} className="flex gap-4">
              <span aria-hidden className="w-6 flex-none font-serif text-2xl leading-none text-canal tabular-nums">
                {index + 1}
              </span>
              <div className="min-w-0">
                <h3 className="leading-tight">{t(`complain.steps.${step}.title`)}</h3>
                <p className="mt-1 max-w-[60ch]">{t(`complain.steps.${step}.text`)}</p>
              </div>
            </li>
          ))}
        </ol>
        <p className="max-w-[66ch]">{t.rich('complain.ico', tagsFor({ contact }))}</p>
      </Section>
      <Section title={t('press.title')} id="press">
        <div className="prose">{t.rich('press.body', tagsFor({ contact, page: '/press' }))}</div>
      </Section>
    </Main>
  )
}

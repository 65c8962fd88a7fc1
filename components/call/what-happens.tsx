import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

import type { CallView } from '@/lib/data/calls'
import { listInWords } from '@/lib/i18n/in-words'
import { SideSection } from './side-section'

/** The way of an example, from being sent to the public report. */
export async function WhatHappens({ call }: { call: CallView }) {
  const [t, locale] = await Promise.all([getTranslations('call'), getLocale()])
  const partners = call.partners.map(partner => partner.name)
  const commissioner = call.commissioner !== ''
  const known =
    commissioner && call.reportExpected
      ? 'both'
      : commissioner
        ? 'commissioner'
        : call.reportExpected
          ? 'expected'
          : 'none'
  const steps: { title: string; text: ReactNode }[] = [
    { title: t('next.sent.title'), text: t('next.sent.text') },
    {
      title: t('next.read.title'),
      text: t('next.read.text', { teams: partners.length, partners: listInWords(partners, locale) }),
    },
    {
      title: t('next.study.title'),
      text: t.rich('next.study.text', {
        studies: words => (
          <Link href="/case-studies" prefetch={false}>
            {words}
          </Link>
        ),
      }),
    },
    {
      title: t('next.report.title'),
      text: t('next.report.text', { known, commissioner: call.commissioner, expected: call.reportExpected }),
    },
  ]
  return (
    <SideSection title={t('next.title')} id="what-happens">
      <ol className="grid gap-x-12 gap-y-8 md:grid-cols-2">
        {steps.map((step, index) => (
          <li key={step.title} className="flex gap-4">
            <span aria-hidden className="w-8 flex-none font-serif text-3xl leading-none text-canal tabular-nums">
              {index + 1}
            </span>
            <div className="min-w-0">
              <h3 className="leading-tight">{step.title}</h3>
              <p className="mt-1.5">{step.text}</p>
            </div>
          </li>
        ))}
      </ol>
    </SideSection>
  )
}

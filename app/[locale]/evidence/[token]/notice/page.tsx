import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

import { ClosedLinkPage } from '@/app/[locale]/evidence/[token]/closed-link'
import { openEvidence } from '@/app/[locale]/evidence/[token]/open-evidence'
import { WithdrawnPage } from '@/app/[locale]/evidence/[token]/withdrawn-page'
import { Main, PageTitle } from '@/components/site/page'
import { Paragraphs } from '@/components/site/paragraphs'
import { BackLink } from '@/components/ui/back-link'
import { dateInWords } from '@/lib/i18n/in-words'

type Props = PageProps<'/[locale]/evidence/[token]/notice'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ token }, t] = await Promise.all([params, getTranslations('evidence.notice')])
  return (await openEvidence(token)).state === 'sent' ? { title: t('title') } : {}
}

/** The notice in the words in which it was shown, whatever it says by now. */
export default async function ShownNoticePage({ params }: Props) {
  const { token } = await params
  const own = await openEvidence(token)
  if (own.state === 'withdrawn') return <WithdrawnPage evidence={own.evidence} />
  if (own.state !== 'sent') return <ClosedLinkPage link={own} />
  const [t, locale] = await Promise.all([getTranslations('evidence.notice'), getLocale()])
  const { form, noticeVersion } = own.evidence
  const page = (chunks: ReactNode) => <Link href="/privacy">{chunks}</Link>
  return (
    <Main>
      <BackLink href={`/evidence/${token}`}>{t('back')}</BackLink>
      <PageTitle title={t('title')} lead={t.rich('lead', { date: dateInWords(noticeVersion, locale), page })} />
      <div className="prose">
        <Paragraphs text={form.notice} />
      </div>
    </Main>
  )
}

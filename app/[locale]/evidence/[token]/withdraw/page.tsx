import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

import { postWithdrawal } from '@/app/[locale]/evidence/[token]/actions'
import { ClosedLinkPage } from '@/app/[locale]/evidence/[token]/closed-link'
import { openEvidence } from '@/app/[locale]/evidence/[token]/open-evidence'
import { WithdrawnPage } from '@/app/[locale]/evidence/[token]/withdrawn-page'
import { Main, PageTitle } from '@/components/site/page'
import { BackLink } from '@/components/ui/back-link'
import { daysKept } from '@/lib/data/withdrawals'
import { WithdrawForm } from './withdraw-form'

type Props = PageProps<'/[locale]/evidence/[token]/withdraw'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ token }, t] = await Promise.all([params, getTranslations('evidence.withdraw')])
  return (await openEvidence(token)).state === 'sent' ? { title: t('title') } : {}
}

export default async function WithdrawPage({ params }: Props) {
  const { token } = await params
  const own = await openEvidence(token)
  if (own.state === 'withdrawn') return <WithdrawnPage evidence={own.evidence} />
  if (own.state !== 'sent') return <ClosedLinkPage link={own} />
  const t = await getTranslations('evidence.withdraw')
  const { reference } = own.evidence
  const tags = {
    ul: (chunks: ReactNode) => <ul>{chunks}</ul>,
    li: (chunks: ReactNode) => <li>{chunks}</li>,
    page: (chunks: ReactNode) => <Link href={`/evidence/${token}#consents`}>{chunks}</Link>,
  }
  return (
    <Main>
      <BackLink href={`/evidence/${token}`}>{t('back')}</BackLink>
      <PageTitle title={t('title')} lead={t('lead')} />
      <div className="prose mb-8">
        {t.rich('follows', { ...tags, days: daysKept })}
        <p>{t.rich('instead', tags)}</p>
      </div>
      <WithdrawForm
        token={token}
        action={postWithdrawal}
        words={{ label: t('reference'), hint: t('hint', { reference }), button: t('button') }}
      />
    </Main>
  )
}

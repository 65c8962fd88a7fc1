import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

import { NothingHere } from '@/app/[locale]/nothing-here'
import { EditionWorks } from '@/components/report/edition-works'
import { Main, PageTitle } from '@/components/site/page'
import { siteOrigin } from '@/lib/site-address'

import { reportInHand } from '../report-in-hand'

export async function generateMetadata(): Promise<Metadata> {
  const [t, origin] = await Promise.all([getTranslations('report'), siteOrigin()])
  return {
    title: t('referencesOf'),
    description: t('referencesLead'),
    alternates: { canonical: `${origin}/report/references` },
  }
}

/** The works that the report refers to, to be read and to be taken into a reference manager. */
export default async function ReportReferencesPage() {
  const [{ view }, t] = await Promise.all([reportInHand(), getTranslations('report')])
  if (!view || view.edition.works.length === 0) return <NothingHere />
  return (
    <Main>
      <PageTitle
        title={t('references')}
        caption={
          <Link href="/report" prefetch={false}>
            {view.edition.title}
          </Link>
        }
        lead={t('referencesLead')}
      />
      <EditionWorks works={view.edition.works} />
      <p className="no-print mt-8">
        <a href="/report/references.json" download className="inline-flex min-h-control items-center">
          {t('csl')}
        </a>
      </p>
    </Main>
  )
}

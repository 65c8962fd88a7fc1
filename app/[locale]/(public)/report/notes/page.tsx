import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

import { NothingHere } from '@/app/[locale]/nothing-here'
import { pagesOfReport } from '@/components/report/edition-addresses'
import { EditionNotes } from '@/components/report/edition-notes'
import { Main, PageTitle } from '@/components/site/page'
import { siteOrigin } from '@/lib/site-address'

import { reportInHand } from '../report-in-hand'

export async function generateMetadata(): Promise<Metadata> {
  const [t, origin] = await Promise.all([getTranslations('report'), siteOrigin()])
  return {
    title: t('notesOf'),
    description: t('notesLead'),
    alternates: { canonical: `${origin}/report/notes` },
  }
}

/** Every note of the report: what each of its claims rests on. */
export default async function ReportNotesPage() {
  const [{ view }, t] = await Promise.all([reportInHand(), getTranslations('report')])
  if (!view || view.edition.notes.length === 0) return <NothingHere />
  return (
    <Main>
      <PageTitle
        title={t('notes')}
        caption={
          <Link href="/report" prefetch={false}>
            {view.edition.title}
          </Link>
        }
        lead={t('notesLead')}
      />
      <EditionNotes notes={view.edition.notes} placeOf={place => pagesOfReport.section(place.section, place.at)} />
    </Main>
  )
}

import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

import { NothingHere } from '@/app/[locale]/nothing-here'
import { pagesOfReport } from '@/components/report/edition-addresses'
import { noteInWords, placeInWords } from '@/components/report/edition-notes'
import { Main, PageTitle, Section } from '@/components/site/page'
import type { EditionNote } from '@/lib/domain/report-edition'
import { removed } from '@/lib/domain/report-passage'
import { sentenceAt } from '@/lib/domain/report-sentence'

import { reportInHand } from '@/app/[locale]/(public)/report/report-in-hand'

type Props = PageProps<'/[locale]/report/notes/[n]'>

async function noteAt(n: string) {
  const { view } = await reportInHand()
  const note = view?.edition.notes.find(known => String(known.n) === n)
  return view && note ? { edition: view.edition, note } : null
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await noteAt((await params).n)
  if (!found) return { title: (await getTranslations('site'))('notFound.title') }
  const t = await getTranslations('report.note')
  // evidence is read from the report on, not found by name in a search engine
  return { title: t('titleOf', { n: found.note.n, title: found.edition.title }), robots: { index: false } }
}

/** The evidence behind a note, as far as whoever gave it lets it out, and every sentence that rests on it. */
export default async function ReportNotePage({ params }: Props) {
  const found = await noteAt((await params).n)
  if (!found) return <NothingHere />
  const { edition, note } = found
  const t = await getTranslations('report.note')
  const names = await Promise.all(note.places.map(placeInWords))
  return (
    <Main>
      <PageTitle
        title={t('title', { n: note.n })}
        caption={
          <Link href="/report" prefetch={false}>
            {edition.title}
          </Link>
        }
        lead={await noteInWords(note)}
      />
      <Evidence note={note} />
      <Section title={t('places')} id="places">
        <ul className="flex flex-col gap-6">
          {note.places.map((place, index) => (
            <li key={`${place.section}-${place.at}`}>
              <blockquote dir="auto" className="max-w-[66ch] border-l-4 border-line pl-4 whitespace-pre-line">
                {sentenceAt(edition, place, note.n)}
              </blockquote>
              <Link
                href={pagesOfReport.section(place.section, place.at)}
                prefetch={false}
                className="mt-1 inline-flex min-h-control items-center"
              >
                {t('back', { place: names[index] ?? '' })}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </Main>
  )
}

async function Evidence({ note }: { note: EditionNote }) {
  const t = await getTranslations('report.note')
  if (note.gone) return null
  if (note.kind === 'study')
    return (
      <Link href={`/case-studies/${note.slug}`} prefetch={false} className="inline-flex min-h-control items-center">
        {t('readStudy')}
      </Link>
    )
  if (!note.words) return <p className="max-w-[66ch]">{t('silent')}</p>
  return (
    <Section title={t('said')} id="said" className="mt-0">
      <blockquote
        dir="auto"
        className="max-w-[66ch] border-l-4 border-canal pl-4 font-serif text-lg whitespace-pre-line"
      >
        {note.words}
      </blockquote>
      {note.words.includes(removed) ? <p className="mt-3 max-w-[66ch] text-muted">{t('masked')}</p> : null}
    </Section>
  )
}

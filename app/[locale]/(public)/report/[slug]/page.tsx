import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

import { NothingHere } from '@/app/[locale]/nothing-here'
import { pagesOfReport } from '@/components/report/edition-addresses'
import { EditionBlocks } from '@/components/report/edition-blocks'
import { EditionContents } from '@/components/report/edition-contents'
import { EditionNotes } from '@/components/report/edition-notes'
import { Main, PageTitle, Section } from '@/components/site/page'
import { Disclosure } from '@/components/ui/disclosure'
import { notesIn, readAloud, type EditionSection, type EditionWords } from '@/lib/domain/report-edition'
import { siteOrigin } from '@/lib/site-address'

import { editionLine, reportInHand } from '../report-in-hand'

type Props = PageProps<'/[locale]/report/[slug]'>

async function sectionAt(slug: string) {
  const { view } = await reportInHand()
  const at = view?.edition.sections.findIndex(section => section.slug === slug) ?? -1
  const section = view?.edition.sections[at]
  if (!view || !section) return null
  return { view, section, before: view.edition.sections[at - 1], after: view.edition.sections[at + 1] }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await sectionAt((await params).slug)
  if (!found) return { title: (await getTranslations('site'))('notFound.title') }
  const { section, view } = found
  const url = `${await siteOrigin()}/report/${section.slug}`
  const title = `${section.number} ${section.title}`
  const description = opening(section) ?? view.edition.title
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: { type: 'article', title, description, url, locale: 'en_GB' },
  }
}

const most = 200 // characters

function opening({ blocks }: EditionSection): string | null {
  const first = blocks.find((block): block is EditionWords => block.kind === 'paragraph')
  if (!first) return null
  const words = readAloud(first.parts)
  return words.length > most ? `${words.slice(0, words.lastIndexOf(' ', most))}…` : words
}

/** One section of the report, with the notes of what it says at its foot. */
export default async function ReportSectionPage({ params }: Props) {
  const found = await sectionAt((await params).slug)
  if (!found) return <NothingHere />
  const { view, section, before, after } = found
  const { edition } = view
  const t = await getTranslations('report')
  const notes = notesIn(edition, section.slug)
  return (
    <Main width="wide">
      <PageTitle
        title={
          <>
            <span className="mr-3 text-muted tabular-nums">{section.number}</span>
            {section.title}
          </>
        }
        caption={
          <>
            <Link href="/report" prefetch={false}>
              {edition.title}
            </Link>
            . {await editionLine(view)}
          </>
        }
      />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="min-w-0">
          <EditionBlocks section={section} addresses={pagesOfReport} level="h2" />
          {notes.length > 0 ? (
            <Section title={t('section.notes')} id="notes">
              <EditionNotes
                notes={notes}
                section={section.slug}
                placeOf={place => pagesOfReport.section(place.section, place.at)}
              />
            </Section>
          ) : null}
          <Around before={before} after={after} />
        </div>
        <nav aria-label={t('contents')} className="no-print min-w-0 max-lg:hidden">
          <div className="sticky top-6 max-h-[calc(100dvh-3rem)] overflow-y-auto border-l border-line pl-6 text-sm">
            <EditionContents edition={edition} hrefOf={pagesOfReport.section} here={section.slug} />
          </div>
        </nav>
        <Disclosure summary={t('contents')} className="no-print lg:hidden">
          <EditionContents edition={edition} hrefOf={pagesOfReport.section} here={section.slug} />
        </Disclosure>
      </div>
    </Main>
  )
}

async function Around({ before, after }: { before: EditionSection | undefined; after: EditionSection | undefined }) {
  const t = await getTranslations('report.section')
  return (
    <nav
      aria-label={t('around')}
      className="no-print mt-12 flex flex-wrap justify-between gap-x-8 border-t border-line pt-4"
    >
      {before ? <AroundLink section={before} words={t('previous', { title: before.title })} /> : null}
      {after ? <AroundLink section={after} words={t('next', { title: after.title })} /> : null}
    </nav>
  )
}

function AroundLink({ section, words }: { section: EditionSection; words: string }) {
  return (
    <Link
      href={pagesOfReport.section(section.slug)}
      prefetch={false}
      className="inline-flex min-h-control items-center last:ml-auto"
    >
      {words}
    </Link>
  )
}

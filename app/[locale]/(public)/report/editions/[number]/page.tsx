import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'

import { NothingHere } from '@/app/[locale]/nothing-here'
import { onOnePage } from '@/components/report/edition-addresses'
import { EditionBlocks } from '@/components/report/edition-blocks'
import { EditionContents } from '@/components/report/edition-contents'
import { EditionNotes } from '@/components/report/edition-notes'
import { EditionWorks } from '@/components/report/edition-works'
import { Main, PageTitle, Section } from '@/components/site/page'
import { Paragraphs } from '@/components/site/paragraphs'
import { Notice } from '@/components/ui/notice'
import { currentCall } from '@/lib/data/calls'
import { readEdition } from '@/lib/data/report-editions'
import { dateInWords } from '@/lib/i18n/in-words'
import { siteOrigin } from '@/lib/site-address'

import { ErrataList } from '../../edition-list'
import { editionLine } from '../../report-in-hand'

type Props = PageProps<'/[locale]/report/editions/[number]'>

async function editionAt(number: string) {
  if (!/^[1-9]\d{0,5}$/.test(number)) return null
  return readEdition((await currentCall()).id, Number(number))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await editionAt((await params).number)
  if (!view) return { title: (await getTranslations('site'))('notFound.title') }
  const { number, edition } = view
  const t = await getTranslations('report.older')
  return {
    title: t('title', { number, title: edition.title }),
    alternates: { canonical: `${await siteOrigin()}/report/editions/${number}` },
    robots: { index: false },
  }
}

/** An edition whole, on one page: an earlier one as it was published, or the newest to read or print in one go. */
export default async function ReportEditionPage({ params }: Props) {
  const view = await editionAt((await params).number)
  if (!view) return <NothingHere />
  const { number, publishedAt, edition, errata, all } = view
  const [t, locale] = await Promise.all([getTranslations('report'), getLocale()])
  const addresses = onOnePage((figure, ending) => `/report/figures/${figure}.${ending}?edition=${number}`)
  return (
    <Main>
      <PageTitle title={edition.title} caption={await editionLine(view)} />
      {all[0]?.number === number ? null : (
        <Notice title={t('older.notice')} className="mb-8">
          {t.rich('older.text', {
            day: dateInWords(publishedAt, locale),
            newest: words => (
              <Link href="/report" prefetch={false}>
                {words}
              </Link>
            ),
          })}
        </Notice>
      )}
      <div className="flex max-w-[66ch] flex-col gap-3 text-lg">
        <Paragraphs text={edition.summary} />
      </div>
      <ErrataList errata={errata} />
      <Section title={t('contents')} id="contents">
        <EditionContents edition={edition} hrefOf={addresses.section} />
      </Section>
      {edition.sections.map(section => (
        <Section
          key={section.slug}
          id={section.slug}
          title={
            <>
              <span className="mr-3 text-muted tabular-nums">{section.number}</span>
              {section.title}
            </>
          }
        >
          <EditionBlocks section={section} addresses={addresses} whole level="h3" />
        </Section>
      ))}
      {edition.notes.length > 0 ? (
        <Section title={t('notes')} id="notes">
          <EditionNotes
            notes={edition.notes}
            placeOf={place => addresses.section(place.section, place.at)}
            onward={all[0]?.number === number}
          />
        </Section>
      ) : null}
      {edition.works.length > 0 ? (
        <Section title={t('references')} id="references">
          <EditionWorks works={edition.works} />
        </Section>
      ) : null}
    </Main>
  )
}

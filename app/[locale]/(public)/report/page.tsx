import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'

import { pagesOfReport } from '@/components/report/edition-addresses'
import { EditionContents } from '@/components/report/edition-contents'
import { Main, PageTitle, Section } from '@/components/site/page'
import { Paragraphs } from '@/components/site/paragraphs'
import { StructuredData } from '@/components/site/structured-data'
import { describeReport } from '@/lib/exchange/structured-data'
import { dateInWords } from '@/lib/i18n/in-words'
import { siteOrigin } from '@/lib/site-address'

import { EditionList, ErrataList } from './edition-list'
import { editionLine, reportInHand } from './report-in-hand'

export async function generateMetadata(): Promise<Metadata> {
  const [{ call, view }, t, origin] = await Promise.all([reportInHand(), getTranslations('report'), siteOrigin()])
  const title = view?.edition.title ?? t('title')
  const description = t('description', { call: call.name })
  const url = `${origin}/report`
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: { type: 'article', title, description, url, locale: 'en_GB' },
  }
}

/** The newest edition of the report: what it is about, what it holds, and where to take it away. */
export default async function ReportPage() {
  const [{ call, view }, t, locale, origin] = await Promise.all([
    reportInHand(),
    getTranslations('report'),
    getLocale(),
    siteOrigin(),
  ])
  if (!view) return <NotYet expected={call.reportExpected} />
  const { edition, number, publishedAt, changes, errata, all } = view
  const address = `${origin}/report`
  const graph = describeReport({ ...edition, publishedAt, first: all.at(-1)?.publishedAt ?? publishedAt }, call, {
    address,
    crumbs: [
      { name: call.name, address: `${origin}/` },
      { name: edition.title, address },
    ],
  })
  return (
    <Main width="wide">
      <StructuredData graph={graph} />
      <PageTitle title={edition.title} caption={await editionLine(view)} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <div className="flex max-w-[66ch] flex-col gap-3 text-lg">
            <Paragraphs text={edition.summary} />
          </div>
          <Section title={t('contents')} id="contents">
            <EditionContents edition={edition} hrefOf={pagesOfReport.section} />
            <ul className="mt-4">
              {edition.notes.length > 0 ? <Standing href="/report/notes">{t('notes')}</Standing> : null}
              {edition.works.length > 0 ? <Standing href="/report/references">{t('references')}</Standing> : null}
            </ul>
          </Section>
        </div>
        <aside aria-label={t('files')} className="no-print min-w-0 lg:border-l lg:border-line lg:pl-8">
          <h2 className="mb-2 text-lg">{t('files')}</h2>
          <ul>
            <Standing href="/report.pdf" file>
              {t('pdf')}
            </Standing>
            <Standing href="/report.docx" file>
              {t('docx')}
            </Standing>
            <Standing href={`/report/editions/${number}`}>{t('whole')}</Standing>
          </ul>
        </aside>
      </div>
      {changes ? (
        <Section title={t('changes')} id="changes">
          <div className="flex max-w-[66ch] flex-col gap-3">
            <Paragraphs text={changes} />
          </div>
        </Section>
      ) : null}
      <ErrataList errata={errata} />
      <Section title={t('editions')} id="editions">
        <EditionList all={all} dayOf={day => dateInWords(day, locale)} />
      </Section>
    </Main>
  )
}

function Standing({ href, file, children }: { href: string; file?: boolean; children: string }) {
  const className = 'inline-flex min-h-8 items-center py-1'
  return (
    <li>
      {file ? (
        <a href={href} className={className}>
          {children}
        </a>
      ) : (
        <Link href={href} prefetch={false} className={className}>
          {children}
        </Link>
      )}
    </li>
  )
}

async function NotYet({ expected }: { expected: string }) {
  const t = await getTranslations('report')
  const link = (href: string) => (words: React.ReactNode) => (
    <Link href={href} prefetch={false}>
      {words}
    </Link>
  )
  return (
    <Main>
      <PageTitle title={t('title')} lead={t('waiting.lead')} />
      {expected ? <p className="mb-4 max-w-[66ch]">{t('waiting.expected', { when: expected })}</p> : null}
      <p className="max-w-[66ch]">{t.rich('waiting.meanwhile', { studies: link('/case-studies'), call: link('/') })}</p>
    </Main>
  )
}

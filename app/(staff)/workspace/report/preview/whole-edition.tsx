import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import type { ReactNode } from 'react'

import { blockId, onOnePage } from '@/components/report/edition-addresses'
import { EditionBlocks } from '@/components/report/edition-blocks'
import { EditionContents } from '@/components/report/edition-contents'
import { EditionNotes } from '@/components/report/edition-notes'
import { EditionWorks } from '@/components/report/edition-works'
import { Paragraphs } from '@/components/site/paragraphs'
import type { SectionRow } from '@/lib/data/reports'
import { analysisFile } from '@/lib/domain/analysis'
import { chartsOf, sectionName, type Edition } from '@/lib/domain/report-edition'
import { sectionInText } from '@/lib/domain/report-numbers'

const files = { svg: 'chart.svg', png: 'chart.png', csv: 'table.csv' } as const

type WholeEditionProps = { edition: Edition; sections: SectionRow[] }

/** All of an edition that is not published yet, on one page. Its figures are drawn from what is counted now. */
export async function WholeEdition({ edition, sections: rows }: WholeEditionProps) {
  const t = await getTranslations('report')
  const idOf = new Map(rows.map(({ slug, id }) => [slug, id]))
  const views = new Map(chartsOf(edition).map(({ number, view }) => [number, view]))
  const addresses = onOnePage((number, ending) => {
    const view = views.get(number)
    return view ? analysisFile(files[ending], view) : ''
  })
  const { title, summary, sections, notes, works } = edition
  return (
    <article aria-labelledby="whole-title" className="min-w-0">
      <h2 id="whole-title" className="mb-4 max-w-[30ch] text-2xl">
        {title}
      </h2>
      {summary ? (
        <div className="prose mb-6 text-lg">
          <Paragraphs text={summary} />
        </div>
      ) : null}
      <nav aria-label={t('contents')}>
        <h3 className="text-lg">{t('contents')}</h3>
        <EditionContents edition={edition} hrefOf={slug => `#${slug}`} />
      </nav>
      {sections.map(section => (
        <section
          key={section.slug}
          id={section.slug}
          aria-labelledby={`${section.slug}-title`}
          className="mt-10 scroll-mt-4 border-t border-line pt-6"
        >
          <h3 id={`${section.slug}-title`} className={section.depth === 1 ? 'mb-4 text-xl' : 'mb-4 text-lg'}>
            <span className="sr-only">{sectionName(section)}: </span>
            <span aria-hidden className="mr-3 tabular-nums">
              {section.number}
            </span>
            {section.title}
          </h3>
          {idOf.has(section.slug) ? (
            <p className="no-print mb-3 text-sm">
              <Link
                href={`/workspace/report/sections/${idOf.get(section.slug)}`}
                prefetch={false}
                className="inline-flex min-h-6 items-center"
              >
                Write in {sectionInText(section)}
              </Link>
            </p>
          ) : null}
          <EditionBlocks section={section} addresses={addresses} whole level="h4" />
        </section>
      ))}
      {notes.length > 0 ? (
        <Part id="whole-notes" title={t('notes')}>
          <EditionNotes notes={notes} placeOf={place => `#${blockId(place.section, place.at, true)}`} onward={false} />
        </Part>
      ) : null}
      {works.length > 0 ? (
        <Part id="whole-works" title={t('references')}>
          <EditionWorks works={works} />
        </Part>
      ) : null}
    </article>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-10 border-t border-line pt-6">
      <h3 id={id} className="mb-4 text-xl">
        {title}
      </h3>
      {children}
    </section>
  )
}

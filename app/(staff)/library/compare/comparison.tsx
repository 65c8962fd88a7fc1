import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import type { ReactNode } from 'react'

import { whoDidIt } from '@/components/case-study/who-and-where'
import { ProseText } from '@/components/site/prose-text'
import { classNames } from '@/components/ui/class-names'
import type { BriefedStudy } from '@/lib/data/briefings'
import { londonDate } from '@/lib/domain/london-time'

import { StandingTag } from '@/app/(staff)/library/standing-tag'

type ComparisonProps = { studies: BriefedStudy[]; without: (slug: string) => string }

const columns = ['', '', 'md:grid-cols-2', 'md:grid-cols-3', 'md:grid-cols-2 xl:grid-cols-4']

/**
 * Case studies side by side, each thing at one height: columns whose rows are shared. Where there is no room, and on
 * paper, one comes after the other.
 */
export async function Comparison({ studies, without }: ComparisonProps) {
  const t = await getTranslations('gallery.study')
  return (
    <ol
      aria-label="Case studies to compare"
      className={classNames('mt-6 grid gap-x-8 gap-y-10 md:gap-y-0', columns[studies.length])}
    >
      {await Promise.all(
        studies.map(async study => (
          <li key={study.slug} className="min-w-0 md:row-span-12 md:mb-10 md:grid md:grid-rows-subgrid">
            <article className="contents">
              <header className="border-t-4 border-canal pt-3">
                <StandingTag study={study} />
                <h2 className="mt-2 text-xl leading-snug">
                  <Link
                    href={`/library/case-studies/${study.slug}`}
                    prefetch={false}
                    className="text-ink hover:text-canal"
                  >
                    {study.title}
                  </Link>
                </h2>
                <Link
                  href={without(study.slug)}
                  prefetch={false}
                  className="no-print inline-flex min-h-control items-center text-sm"
                >
                  Take away<span className="sr-only"> {study.title}</span>
                </Link>
              </header>
              <Row label="Summary">
                <p className="font-serif text-lg leading-snug">{study.summary}</p>
              </Row>
              <Row label={t('who')}>{await whoDidIt(study)}</Row>
              <Row label={t('where')}>{study.placeNames.join(', ')}</Row>
              <Row label={t('themes')}>{study.themes.join('; ')}</Row>
              <Row label={t('lenses')}>{study.lenses.join(', ')}</Row>
              <Row label={t('decisionArea')}>{study.decisionArea}</Row>
              <Row label={t('whatHappened')}>
                <ProseText prose={study.whatHappened} level="h4" />
              </Row>
              <Row label={t('whatWasNew')}>
                <ProseText prose={study.whatWasNew} level="h4" />
              </Row>
              <Row label={t('difference')}>
                <ProseText prose={study.difference} level="h4" />
              </Row>
              <Row label={t('learning')}>
                <ProseText prose={study.learning} level="h4" />
              </Row>
              <Row label="Approved">
                {londonDate(study.approvedAt)}
                {study.approvedBy.length > 0 ? `, by ${study.approvedBy.map(({ team }) => team).join(' and ')}` : ''}
              </Row>
            </article>
          </li>
        )),
      )}
    </ol>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  const empty = children === '' || children === null
  return (
    <section className="border-t border-line py-3">
      <h3 className="mb-1 text-base text-muted">{label}</h3>
      <div className="prose text-base">{empty ? <p className="text-muted">Not said</p> : children}</div>
    </section>
  )
}

import { getTranslations } from 'next-intl/server'

import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { Tag } from '@/components/ui/tag'
import type { CallView } from '@/lib/data/calls'
import type { GalleryPage } from '@/lib/data/gallery'
import { galleryAddress, isNarrowed, type GalleryChoice } from '@/lib/domain/gallery-filter'

import { CaseStudyCard, CaseStudyGrid } from './case-study-card'
import { NothingMatches } from './nothing-matches'

type CaseStudyListProps = {
  /** The address of the list, and what comes before a slug in the addresses of its case studies. */
  path: string
  studyPath: string
  page: GalleryPage
  choice: GalleryChoice
  /** Where this page begins; without one the list needs no way back to its beginning. */
  after?: string | undefined
  /** For saying what could be given up where nothing matches. */
  call?: CallView
}

/** How many match, in words, then a page of them, or why there is none. */
export async function CaseStudyList({ path, studyPath, page, choice, after, call }: CaseStudyListProps) {
  const t = await getTranslations('gallery')
  const narrowed = isNarrowed(choice)
  if (page.count === 0 && !narrowed) return <NothingYet />
  const count = page.capped ? t('countCapped', { count: page.count }) : t('count', { count: page.count })
  return (
    <>
      <p role="status" className="mt-8 mb-6 text-lg font-semibold">
        {narrowed && !page.capped ? t('countChosen', { count: page.count }) : count}
      </p>
      {page.count === 0 ? (
        <NothingMatches path={path} page={page} choice={choice} call={call} />
      ) : (
        <CaseStudyGrid label={t('list')}>
          {page.cards.map(study => (
            <li key={study.slug}>
              <CaseStudyCard
                study={study}
                href={`${studyPath}/${study.slug}`}
                mark={study.publishedAt ? null : <Tag tone="moss">{t('approvedOnly')}</Tag>}
              />
            </li>
          ))}
        </CaseStudyGrid>
      )}
      <Pagination
        label={t('pages')}
        first={after && !page.astray ? { href: galleryAddress(path, choice), label: t('first') } : undefined}
        newer={page.previous ? at(undefined, page.previous, t('previous')) : undefined}
        older={page.next ? at(page.next, undefined, t('next')) : undefined}
      />
    </>
  )
  function at(next: string | undefined, previous: string | undefined, label: string) {
    return { href: galleryAddress(path, choice, next, previous), label }
  }
}

async function NothingYet() {
  const t = await getTranslations('gallery')
  return (
    <div className="mt-8">
      <EmptyState
        title={t('none.title')}
        action={
          <LinkButton href="/" variant="secondary">
            {t('none.call')}
          </LinkButton>
        }
      >
        <p>{t('none.text')}</p>
      </EmptyState>
    </div>
  )
}

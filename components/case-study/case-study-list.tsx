import { getTranslations } from 'next-intl/server'

import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { Tag } from '@/components/ui/tag'
import type { GalleryPage } from '@/lib/data/gallery'
import { galleryAddress, type GalleryChoice } from '@/lib/domain/gallery-filter'

import { CaseStudyCard, CaseStudyGrid } from './case-study-card'

type CaseStudyListProps = {
  /** The address of the list, and what comes before a slug in the addresses of its case studies. */
  path: string
  studyPath: string
  page: GalleryPage
  choice: GalleryChoice
  after: string | undefined
}

/** How many match, in words, then a page of them, or why there is none. */
export async function CaseStudyList({ path, studyPath, page, choice, after }: CaseStudyListProps) {
  const t = await getTranslations('gallery')
  const narrowed = Object.values(choice).some(Boolean)
  if (page.count === 0) return <NothingHere path={path} narrowed={narrowed} />
  return (
    <>
      <p className="mt-8 mb-6 text-lg font-semibold">{t(narrowed ? 'countChosen' : 'count', { count: page.count })}</p>
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
      <Pagination
        label={t('pages')}
        newer={after ? { href: galleryAddress(path, choice), label: t('first') } : undefined}
        older={page.next ? { href: galleryAddress(path, choice, page.next), label: t('next') } : undefined}
      />
    </>
  )
}

async function NothingHere({ path, narrowed }: { path: string; narrowed: boolean }) {
  const t = await getTranslations('gallery')
  const [kind, href, action] = narrowed
    ? (['empty', path, 'empty.clear'] as const)
    : (['none', '/', 'none.call'] as const)
  return (
    <div className="mt-8">
      <EmptyState
        title={t(`${kind}.title`)}
        action={
          <LinkButton href={href} variant="secondary">
            {t(action)}
          </LinkButton>
        }
      >
        <p>{t(`${kind}.text`)}</p>
      </EmptyState>
    </div>
  )
}

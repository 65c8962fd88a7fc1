import { CaseStudyCard, CaseStudyGrid } from '@/components/case-study/case-study-card'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import type { LibraryPage } from '@/lib/data/library'
import { isNarrowed, libraryAddress, type LibraryChoice } from '@/lib/domain/library-filter'
import { londonDate } from '@/lib/domain/london-time'

import { Pick } from './picking'
import { StandingTag } from './standing-tag'

type LibraryListProps = { path: string; page: LibraryPage; choice: LibraryChoice; after: string | undefined }

/** How many match, then a page of them to read or to tick, or why there is none. */
export function LibraryList({ path, page, choice, after }: LibraryListProps) {
  const { count, cards, next } = page
  if (cards.length === 0)
    return (
      <div className="mt-8">
        <EmptyState
          title={isNarrowed(choice) || after ? 'No case study matches' : 'Nothing is approved yet'}
          action={
            <LinkButton href={path} variant="secondary">
              Show all case studies
            </LinkButton>
          }
        >
          <p>
            {isNarrowed(choice)
              ? 'Try fewer filters, or other words. Save the search to be told when something matches.'
              : 'Case studies appear here once two teams other than their authors’ have approved them.'}
          </p>
        </EmptyState>
      </div>
    )
  return (
    <>
      <p className="mt-8 mb-6 text-lg font-semibold">
        {count === 1 ? '1 case study' : `${count.toLocaleString('en-GB')} case studies`}
        {isNarrowed(choice) ? (count === 1 ? ' matches' : ' match') : ''}
      </p>
      <CaseStudyGrid label="Case studies">
        {cards.map(study => (
          <li key={study.slug} className="flex flex-col">
            <CaseStudyCard
              study={study}
              href={`/library/case-studies/${study.slug}`}
              mark={
                <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <StandingTag study={study} />
                  <span className="text-sm text-muted">Approved {londonDate(study.approvedAt)}</span>
                </span>
              }
            />
            <Pick slug={study.slug} title={study.title} className="mt-1" />
          </li>
        ))}
      </CaseStudyGrid>
      <Pagination
        label="Pages of case studies"
        newer={after ? { href: libraryAddress(path, choice), label: 'Back to the newest' } : undefined}
        older={next ? { href: libraryAddress(path, choice, next), label: 'Earlier case studies' } : undefined}
      />
    </>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Main, PageTitle } from '@/components/site/page'
import { chosenFilters, facetGroups } from '@/components/submission/facet-groups'
import { ExportForm } from '@/components/submission/export-form'
import { FacetFilters } from '@/components/submission/facet-filters'
import { countInWords, LeftOut } from '@/components/submission/filter-notices'
import { EmptyState } from '@/components/ui/empty-state'
import { ActiveFilters } from '@/components/ui/filters'
import { Pagination } from '@/components/ui/pagination'
import { currentCall } from '@/lib/data/calls'
import { readFacetValues } from '@/lib/data/facet-values'
import { listPassages } from '@/lib/data/passages'
import { passageAddress, readPassageFilter } from '@/lib/domain/passage-filter'
import type { SubmissionFilter } from '@/lib/domain/submission-filter'
import { requireViewer } from '@/lib/session'

import { PassageChoices } from './passage-choices'
import { PassageList } from './passage-list'

const path = '/workspace/passages'

export const metadata: Metadata = { title: 'Passages' }

export default async function PassagesPage({ searchParams }: PageProps<'/workspace/passages'>) {
  const [viewer, call, asked] = await Promise.all([requireViewer(), currentCall(), searchParams])
  const values = await readFacetValues(viewer, call.id)
  const { passages, page, ignored } = readPassageFilter(asked, values.known)
  const list = await listPassages(viewer, call.id, passages, page)
  if (!list) notFound()
  // in the form and its addresses the codes are a facet like the others
  const filter: SubmissionFilter = { ...passages.within, code: passages.codes }
  const groups = facetGroups({ call, values, filter, counts: list.counts })
  const addressOf = ({ code, ...within }: SubmissionFilter) =>
    passageAddress(path, { ...passages, codes: code, within: { ...within, code: [] } })
  const address = passageAddress(path, passages)
  const { newer, older, total, capped } = list
  return (
    <Main width="full">
      <PageTitle
        title="Passages"
        lead={
          total === 0
            ? 'No passages'
            : `${countInWords(total, 'passage', capped)} in ${countInWords(list.submissions, 'submission', capped)}`
        }
      />
      <LeftOut ignored={ignored} />
      <div className="grid items-start gap-x-8 gap-y-6 xl:grid-cols-[17rem_minmax(0,1fr)]">
        {/* A new address brings new answers, which uncontrolled fields take only when they are made anew. */}
        <FacetFilters
          key={address}
          label="Find passages"
          path={path}
          filter={filter}
          groups={groups}
          applyLabel="Show passages"
          capped={false}
          first="code"
          clear={address === path ? undefined : path}
        >
          <PassageChoices passages={passages} people={values.people} />
        </FacetFilters>
        <div className="min-w-0">
          <ActiveFilters
            label="Filters that are on"
            removeLabel="Remove filter"
            filters={chosenFilters(groups, filter, addressOf)}
          />
          {total > 0 ? (
            <ExportForm what={['PASSAGES']} query={address.slice(path.length + 1)} of="all that were found" />
          ) : null}
          {list.rows.length > 0 ? (
            <PassageList rows={list.rows} />
          ) : (
            <EmptyState title="No passage matches">
              Passages are words of the evidence that somebody gave a code. Take a filter off, or open a submission and
              code some words. What two people code blind is shown once both have finished.
            </EmptyState>
          )}
          <Pagination
            label="Pages of passages"
            newer={newer ? { href: passageAddress(path, passages, { before: newer }), label: 'Previous' } : undefined}
            older={older ? { href: passageAddress(path, passages, { after: older }), label: 'Next' } : undefined}
          />
        </div>
      </div>
    </Main>
  )
}

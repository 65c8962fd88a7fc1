import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'

import { Main, PageTitle } from '@/components/site/page'
import { chosenFilters, facetGroups } from '@/components/submission/facet-groups'
import { FacetFilters } from '@/components/submission/facet-filters'
import { countInWords, LeftOut } from '@/components/submission/filter-notices'
import { LinkButton } from '@/components/ui/button'
import { ActiveFilters } from '@/components/ui/filters'
import { Pagination } from '@/components/ui/pagination'
import { listAssignable } from '@/lib/data/assignments'
import { currentCall } from '@/lib/data/calls'
import { readFacetValues } from '@/lib/data/facet-values'
import { listViews } from '@/lib/data/saved-views'
import { listSubmissions, type LikeNamed, type SubmissionListView } from '@/lib/data/submission-list'
import { may } from '@/lib/domain/policy'
import { stages, stageNames } from '@/lib/domain/submission'
import { filterAddress, isNarrowed, readFilter, type SubmissionFilter } from '@/lib/domain/submission-filter'
import { requireViewer } from '@/lib/session'

import { BulkBar } from './bulk-bar'
import { NoSubmissions } from './no-submissions'
import { PlaceMap } from './place-map'
import { SavedViews } from './saved-views'
import { SubmissionRows } from './submission-rows'

const path = '/workspace/submissions'

export const metadata: Metadata = { title: 'Submissions' }

export default async function SubmissionsPage({ searchParams }: PageProps<'/workspace/submissions'>) {
  const [viewer, call, asked] = await Promise.all([requireViewer(), currentCall(), searchParams])
  const values = await readFacetValues(viewer, call.id)
  const { filter, page, ignored } = readFilter(asked, values.known)
  const [list, views, people] = await Promise.all([
    listSubmissions(viewer, call.id, filter, page),
    listViews(viewer, call.id),
    listAssignable(viewer),
  ])
  if (!list) notFound()
  const groups = facetGroups({ call, values, filter, counts: list.counts })
  const address = filterAddress(path, filter)
  const codes = values.codes.filter(code => !code.retired)
  return (
    <Main width="full">
      <PageTitle
        title="Submissions"
        lead={howMany(list)}
        actions={
          may(viewer, 'planCoding') ? (
            <LinkButton href={`${path}/assign`} variant="secondary">
              Assign by rule
            </LinkButton>
          ) : null
        }
      />
      <LeftOut ignored={ignored} />
      <SavedViews views={views} path={path} query={address.slice(path.length + 1)} />
      <div className="grid items-start gap-x-8 gap-y-6 xl:grid-cols-[17rem_minmax(0,1fr)]">
        {/* A new address brings new answers, which uncontrolled fields take only when they are made anew. */}
        <FacetFilters
          key={address}
          label="Find submissions"
          path={path}
          filter={filter}
          groups={groups}
          applyLabel="Show submissions"
          capped={list.capped}
          clear={isNarrowed(filter) ? path : undefined}
        />
        <div className="min-w-0">
          <div className="flex flex-col gap-3">
            <ActiveFilters
              label="Filters that are on"
              removeLabel="Remove filter"
              filters={chosenFilters(groups, filter, other => filterAddress(path, other))}
            />
            <PlaceMap path={path} filter={filter} call={call} counts={list.counts.place} />
          </div>
          <BulkBar
            key={address}
            query={address.slice(path.length + 1)}
            found={list.total}
            capped={list.capped}
            people={people.map(({ id, name, team }) => ({ value: id, label: `${name} (${team})` }))}
            codes={codes.map(({ id, name, depth }) => ({ value: id, label: `${'– '.repeat(depth)}${name}` }))}
            stages={stages.map(stage => ({ value: stage, label: stageNames[stage] }))}
          />
          {list.rows.length > 0 ? <SubmissionRows rows={list.rows} /> : <NoSubmissions path={path} filter={filter} />}
          <LikeNamedList found={list.similar} q={filter.q} />
          <Pages list={list} filter={filter} />
        </div>
      </div>
    </Main>
  )
}

function Pages({ list, filter }: { list: SubmissionListView; filter: SubmissionFilter }) {
  const { newer, older, previous, next } = list
  const to = (page: Parameters<typeof filterAddress>[2], label: string) => ({
    href: filterAddress(path, filter, page),
    label,
  })
  return (
    <Pagination
      label="Pages of submissions"
      newer={newer ? to({ before: newer }, 'Newer') : previous ? to({ number: previous }, 'Previous') : undefined}
      older={older ? to({ after: older }, 'Older') : next ? to({ number: next }, 'Next') : undefined}
    />
  )
}

/** Who mistypes a name finds it all the same. */
function LikeNamedList({ found, q }: { found: LikeNamed[]; q: string }) {
  if (found.length === 0) return null
  return (
    <section aria-labelledby="similar" className="mt-8 border-t border-line pt-4">
      <h2 id="similar" className="mb-2 text-lg">
        Organisations with a name like “{q}”
      </h2>
      <ul className="flex flex-col gap-1">
        {found.map(({ reference, organisationName, title }) => (
          <li key={reference}>
            {organisationName}:{' '}
            <Link href={`/workspace/submissions/${reference}`} prefetch={false} className="inline-block min-h-6">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Every sender counts; where some sent the same text, both figures stand. */
function howMany({ total, texts, capped }: SubmissionListView) {
  const submissions = countInWords(total, 'submission', capped)
  return texts === total ? submissions : `${submissions}, ${countInWords(texts, 'different text')}`
}

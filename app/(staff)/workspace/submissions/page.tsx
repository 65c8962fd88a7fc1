import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Main, PageTitle } from '@/components/site/page'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { listTeams } from '@/lib/data/assignments'
import { currentCall } from '@/lib/data/calls'
import { listSubmissions } from '@/lib/data/submission-list'
import { may } from '@/lib/domain/policy'
import { filterAddress, readFilter } from '@/lib/domain/submission-filter'
import { requireViewer } from '@/lib/session'

import { NoSubmissions } from './no-submissions'
import { SubmissionFilters } from './submission-filters'
import { SubmissionRows } from './submission-rows'

const path = '/workspace/submissions'

const listed = new Intl.ListFormat('en-GB')

export const metadata: Metadata = { title: 'Submissions' }

export default async function SubmissionsPage({ searchParams }: PageProps<'/workspace/submissions'>) {
  const [viewer, call, asked] = await Promise.all([requireViewer(), currentCall(), searchParams])
  const teams = await listTeams(viewer)
  const { filter, page, ignored } = readFilter(asked, {
    themes: call.prompts.map(prompt => prompt.key),
    places: call.places.map(place => place.key),
    teams: teams.map(team => team.short),
  })
  const list = await listSubmissions(viewer, call.id, filter, page)
  if (!list) notFound()
  const { newer, older } = list
  return (
    <Main width="wide">
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
      {ignored.length > 0 ? (
        <Notice tone="furnace" className="mb-4">
          {leftOut(ignored)}
        </Notice>
      ) : null}
      <SubmissionFilters path={path} filter={filter} call={call} teams={teams} counts={list.counts} />
      {list.rows.length > 0 ? <SubmissionRows rows={list.rows} /> : <NoSubmissions path={path} filter={filter} />}
      <Pagination
        label="Pages of submissions"
        newer={newer ? { href: filterAddress(path, filter, { before: newer }), label: 'Newer' } : undefined}
        older={older ? { href: filterAddress(path, filter, { after: older }), label: 'Older' } : undefined}
      />
    </Main>
  )
}

/** Every sender counts; where some sent the same text, both figures stand. */
function howMany({ total, texts }: { total: number; texts: number }) {
  const submissions = total === 1 ? '1 submission' : `${total.toLocaleString('en-GB')} submissions`
  return texts === total
    ? submissions
    : `${submissions}, ${texts.toLocaleString('en-GB')} different ${texts === 1 ? 'text' : 'texts'}`
}

function leftOut(ignored: string[]) {
  const names = listed.format(ignored.map(name => `a ${name}`))
  return ignored.length === 1
    ? `The address names ${names} that is not known. It was left out.`
    : `The address names ${names} that are not known. They were left out.`
}

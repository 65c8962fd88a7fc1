import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Main, PageTitle } from '@/components/site/page'
import { PartLinks } from '@/components/site/part-links'
import { ExportForm } from '@/components/submission/export-form'
import { Pagination } from '@/components/ui/pagination'
import { currentCall } from '@/lib/data/calls'
import { listFollowUps } from '@/lib/data/follow-ups'
import { followUpAddress, followUpShows, readFollowUpFilter, type FollowUpShow } from '@/lib/domain/follow-up'
import { requireViewer } from '@/lib/session'

import { FollowUpRows } from './follow-up-rows'
import { NoFollowUps } from './no-follow-ups'

export const metadata: Metadata = { title: 'Follow-ups' }

const showNames: Record<FollowUpShow | 'OPEN', string> = {
  OPEN: 'Open',
  DUE: 'Due today',
  UNTRIED: 'Not tried',
  CLOSED: 'Closed',
}
const whoseNames = { ANY: 'Everybody’s', MINE: 'Mine', TEAM: 'My team’s submissions' } as const

export default async function FollowUpsPage({ searchParams }: PageProps<'/workspace/follow-ups'>) {
  const [viewer, call, asked] = await Promise.all([requireViewer(), currentCall(), searchParams])
  const filter = readFollowUpFilter(asked)
  const found = await listFollowUps(viewer, call.id, filter)
  if (!found) notFound()
  const { show, who, page } = filter
  return (
    <Main width="wide">
      <PageTitle
        title="Follow-ups"
        lead="Respondents who said that we may telephone them, by what is due. Whoever takes that back is gone from here at once."
      />
      <PartLinks
        label="Whose follow-ups"
        links={([null, 'MINE', 'TEAM'] as const).map(each => ({
          href: followUpAddress({ show, who: each }),
          label: whoseNames[each ?? 'ANY'],
          current: each === who,
        }))}
      />
      <PartLinks
        label="Parts of the queue"
        links={[null, ...followUpShows].map(each => ({
          href: followUpAddress({ who, show: each }),
          label: `${showNames[each ?? 'OPEN']} (${found.counts[each ?? 'OPEN'].toLocaleString('en-GB')})`,
          current: each === show,
        }))}
      />
      {found.rows.length > 0 ? (
        <ExportForm
          what={['FOLLOW_UPS']}
          query={followUpAddress({ show, who }).split('?')[1] ?? ''}
          of="this part of the queue, without numbers and best times"
        />
      ) : null}
      {found.rows.length > 0 ? <FollowUpRows rows={found.rows} /> : <NoFollowUps filter={filter} />}
      <Pagination
        label="Pages of the queue"
        newer={page > 1 ? { href: followUpAddress({ ...filter, page: page - 1 }), label: 'Earlier' } : undefined}
        older={found.more ? { href: followUpAddress({ ...filter, page: page + 1 }), label: 'Later' } : undefined}
      />
    </Main>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Main, PageTitle } from '@/components/site/page'
import { StageTag } from '@/components/submission/progress-tags'
import { BackLink } from '@/components/ui/back-link'
import { readSettling } from '@/lib/data/settling-view'
import { requireViewer } from '@/lib/session'

import { SettleDesk } from './settle-desk'
import { SettledList } from './settled-list'

export const metadata: Metadata = { title: 'Settle what two coded' }

export default async function SettlePage({ params }: PageProps<'/workspace/submissions/[reference]/settle'>) {
  const [viewer, { reference }] = await Promise.all([requireViewer(), params])
  const view = await readSettling(viewer, reference)
  if (!view) notFound()
  const { first, second } = view
  return (
    <Main width="full">
      <BackLink href={`/workspace/submissions/${view.reference}`}>{view.reference}</BackLink>
      <PageTitle
        title="Settle what two coded"
        caption={
          <span className="flex flex-wrap items-center gap-2">
            {view.title} <StageTag stage={view.stage} />
          </span>
        }
        lead={`${first.name} (${first.team}) and ${second.name} (${second.team}) coded it without seeing each other’s work.`}
      />
      <SettleDesk view={view} />
      <SettledList settled={view.settled} />
    </Main>
  )
}

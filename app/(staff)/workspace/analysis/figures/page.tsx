import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import * as z from 'zod/mini'

import { AnalysisLinks } from '@/app/(staff)/workspace/analysis/analysis-links'
import { Main, PageTitle } from '@/components/site/page'
import { EmptyState } from '@/components/ui/empty-state'
import { currentCall } from '@/lib/data/calls'
import { getDeletedFigure, listFigures } from '@/lib/data/figures'
import { analysisAddress, kindNames } from '@/lib/domain/analysis'
import { notSettled } from '@/lib/domain/analysis-title'
import { askedFor } from '@/lib/domain/address'
import { londonDate } from '@/lib/domain/london-time'
import { may } from '@/lib/domain/policy'
import { requireViewer } from '@/lib/session'

import { DeletedFigure } from './deleted-figure'
import { FigureForms } from './figure-forms'

export const metadata: Metadata = { title: 'Figures · Analysis' }

const Id = z.uuid()

export default async function FiguresPage({ searchParams }: PageProps<'/workspace/analysis/figures'>) {
  const [viewer, call, asked] = await Promise.all([requireViewer(), currentCall(), searchParams])
  if (!may(viewer, 'readAnalysis')) notFound()
  const gone = Id.safeParse(askedFor(asked, 'deleted'))
  const [figures, deleted] = await Promise.all([
    listFigures(viewer, call.id),
    gone.success ? getDeletedFigure(viewer, gone.data) : null,
  ])
  return (
    <Main width="wide">
      <PageTitle
        title="Figures"
        lead="Views of the analysis that are kept for the report. Each is counted when it is opened."
      />
      <AnalysisLinks at="figures" />
      {figures.length === 0 ? (
        <EmptyState title="No figure is kept yet">
          Open a view of the analysis and choose “Keep as a figure for the report”.
        </EmptyState>
      ) : (
        <ul aria-label="Figures" className="border-t border-line">
          {figures.map(figure => (
            <li key={figure.id} id={`figure-${figure.id}`} className="border-b border-line py-4">
              <h2 className="text-lg">
                <Link href={analysisAddress(figure.view)} prefetch={false}>
                  {figure.title}
                </Link>
              </h2>
              {figure.note ? <p className="mt-1 max-w-[75ch] whitespace-pre-line">{figure.note}</p> : null}
              <p className="mt-1 text-sm text-muted">
                {kindNames[figure.view.kind]} · kept by {figure.owner} on {londonDate(figure.createdAt)}
                {figure.view.count === 'so-far' ? ` · ${notSettled}` : ''}
              </p>
              {figure.changeable ? <FigureForms figure={figure} /> : null}
            </li>
          ))}
        </ul>
      )}
      {deleted ? <DeletedFigure {...deleted} /> : null}
    </Main>
  )
}

import { notFound } from 'next/navigation'

import { Main, PageTitle, Section } from '@/components/site/page'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { chartOf, leftToTable } from '@/lib/charts/chart-option'
import { listSayings, readAnalysis } from '@/lib/data/analysis'
import { currentCall } from '@/lib/data/calls'
import { readFacetValues } from '@/lib/data/facet-values'
import { kindNames, type AnalysisView } from '@/lib/domain/analysis'
import { notSettled, titleOf } from '@/lib/domain/analysis-title'
import { may } from '@/lib/domain/policy'
import { requireViewer } from '@/lib/session'

import { AnalysisForm } from './analysis-form'
import { AnalysisGrid } from './analysis-grid'
import { AnalysisLinks } from './analysis-links'
import { ChartPicture } from './chart-picture'
import { CountedNote } from './counted-note'
import { KeepFigure } from './keep-figure'
import { SayingList } from './saying-list'

/** One view of the analysis: what it asks for, what it counts, its chart and its table. */
export async function AnalysisSheet({ view: wanted }: { view: AnalysisView }) {
  const [viewer, call] = await Promise.all([requireViewer(), currentCall()])
  const [answer, values, sayings] = await Promise.all([
    readAnalysis(viewer, call.id, wanted),
    readFacetValues(viewer, call.id),
    listSayings(viewer, call.id, wanted),
  ])
  if (!answer) notFound()
  const { view, table, ground } = answer
  const empty = table.rows.length === 0 || table.rows.every(({ total }) => total === 0)
  const notes = [...table.notes, leftToTable(table, view)].filter(Boolean)
  return (
    <Main width="full">
      <PageTitle title={kindNames[view.kind]} />
      <AnalysisLinks at={view.kind} />
      <AnalysisForm view={view} call={call} codes={values.codes} />
      {table.soFar ? (
        <Notice tone="furnace" title={notSettled} className="mt-6">
          These figures change while people code. A report counts what is settled.
        </Notice>
      ) : null}
      <CountedNote view={view} ground={ground} />
      {empty ? (
        <EmptyState title="Nothing is counted yet">
          Figures count what a lead has settled. Take a filter off, settle what is coded, or choose “All that is coded
          so far”.
        </EmptyState>
      ) : (
        <>
          <ChartPicture view={view} title={titleOf(view)} {...chartOf(table, view)} />
          {notes.map(note => (
            <p key={note} className="mt-2 text-sm text-muted">
              {note}
            </p>
          ))}
          {may(viewer, 'keepFigure') ? <KeepFigure view={view} title={titleOf(view)} /> : null}
          <Section title="Table" id="table">
            <AnalysisGrid view={view} table={table} title={titleOf(view)} />
          </Section>
        </>
      )}
      {view.said ? <SayingList phrase={view.said} sayings={sayings} /> : null}
    </Main>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Main, PageTitle, Section } from '@/components/site/page'
import { LinkButton } from '@/components/ui/button'
import { currentCall } from '@/lib/data/calls'
import { readCoverage } from '@/lib/data/coverage'
import { coverageRows, dimensions, periodsOf, type CoverageRow, type Dimension } from '@/lib/domain/coverage'
import { may } from '@/lib/domain/policy'
import { requireViewer } from '@/lib/session'

import { AnalysisLinks } from '@/app/(staff)/workspace/analysis/analysis-links'
import { coveragePath } from './addresses'
import { CoverageFigures } from './coverage-figures'
import { CoverageMap } from './coverage-map'
import { DayChart } from './day-chart'
import { DimensionTable } from './dimension-table'
import { GapLists } from './gap-lists'
import { TogetherTable } from './together-table'

export const metadata: Metadata = { title: 'Coverage' }

export default async function CoveragePage() {
  const [viewer, call] = await Promise.all([requireViewer(), currentCall()])
  const coverage = await readCoverage(viewer, call.id)
  if (!coverage) notFound()
  const now = new Date()
  const { values, heard, targets, together } = coverage
  const rowsOf = (dimension: Dimension) => coverageRows(dimension, values[dimension], heard[dimension], targets)
  const rows: Record<Dimension, CoverageRow[]> = {
    PLACE: rowsOf('PLACE'),
    TYPE: rowsOf('TYPE'),
    THEME: rowsOf('THEME'),
    COMMUNITY: rowsOf('COMMUNITY'),
  }
  return (
    <Main width="wide">
      <PageTitle
        title="Coverage"
        lead="Who has been heard from, who has not, and whom to invite next."
        actions={
          may(viewer, 'setTargets') ? (
            <LinkButton variant="secondary" href={`${coveragePath}/targets`}>
              Set targets
            </LinkButton>
          ) : null
        }
      />
      <AnalysisLinks at="coverage" />
      <CoverageFigures call={call} coverage={coverage} rows={Object.values(rows).flat()} now={now} />
      <Section title="Where from" id="where">
        <CoverageMap call={call} rows={rows.PLACE} />
      </Section>
      <Section title="Whom to invite next" id="gaps">
        <GapLists rows={rows} together={together} setsTargets={may(viewer, 'setTargets')} />
      </Section>
      <Section title="What was heard of what" id="tables">
        <p className="mb-6 max-w-[65ch] text-muted">
          A response can name several places, themes and communities, so these figures are not to be added up.
        </p>
        <div className="flex flex-col gap-10">
          {dimensions.map(dimension => (
            <DimensionTable key={dimension} dimension={dimension} rows={rows[dimension]} />
          ))}
        </div>
        <TogetherTable places={rows.PLACE} types={rows.TYPE} together={together} />
      </Section>
      <Section title="Day by day" id="days">
        <DayChart {...periodsOf(coverage.days, call, now)} />
      </Section>
    </Main>
  )
}

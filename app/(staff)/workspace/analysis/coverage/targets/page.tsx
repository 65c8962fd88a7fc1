import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { coveragePath } from '@/app/(staff)/workspace/analysis/coverage/addresses'
import { Main, PageTitle } from '@/components/site/page'
import { BackLink } from '@/components/ui/back-link'
import { currentCall } from '@/lib/data/calls'
import { readCoverage } from '@/lib/data/coverage'
import { coverageRows, dimensionNames, dimensions, nested } from '@/lib/domain/coverage'
import { targetField } from '@/lib/domain/coverage-targets'
import { may } from '@/lib/domain/policy'
import { requireViewer } from '@/lib/session'

import { TargetsForm } from './targets-form'

export const metadata: Metadata = { title: 'Targets' }

export default async function TargetsPage() {
  const [viewer, call] = await Promise.all([requireViewer(), currentCall()])
  const coverage = may(viewer, 'setTargets') ? await readCoverage(viewer, call.id) : null
  if (!coverage) notFound()
  const all = coverage.targets.find(({ kind }) => kind === 'ALL')?.target ?? null
  const groups = dimensions.map(dimension => ({
    id: dimension,
    label: `By ${dimensionNames[dimension].toLowerCase()}`,
    fields: nested(
      coverageRows(dimension, coverage.values[dimension], coverage.heard[dimension], coverage.targets).filter(
        ({ offered }) => offered,
      ),
    ).map(({ key, name, heard, target }) => ({ name: targetField(dimension, key), label: name, heard, target })),
  }))
  return (
    <Main width="wide">
      <BackLink href={coveragePath}>Coverage</BackLink>
      <PageTitle title="Targets" lead="How many responses are wanted. Leave a field empty where no number is." />
      <TargetsForm
        callId={call.id}
        version={coverage.version}
        groups={[
          {
            id: 'ALL',
            label: 'In all',
            fields: [{ name: targetField('ALL', ''), label: 'All responses', heard: coverage.responses, target: all }],
          },
          ...groups,
        ]}
      />
    </Main>
  )
}

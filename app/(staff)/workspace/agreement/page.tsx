import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Main, PageTitle, Section } from '@/components/site/page'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { getRun, listRuns, readDoubleCoded } from '@/lib/data/agreement-runs'
import { currentCall } from '@/lib/data/calls'
import { askedFor } from '@/lib/domain/address'
import { comparedUnits } from '@/lib/domain/agreement-words'
import { may } from '@/lib/domain/policy'
import { requireViewer } from '@/lib/session'

import { Coverage } from './coverage'
import { HowToRead } from './how-to-read'
import { MeasureForm } from './measure-form'
import { RunList } from './run-list'
import { RunView } from './run-view'

export const metadata: Metadata = { title: 'Agreement' }

const path = '/workspace/agreement'

export default async function AgreementPage({ searchParams }: PageProps<'/workspace/agreement'>) {
  const [viewer, call, asked] = await Promise.all([requireViewer(), currentCall(), searchParams])
  const [coded, runs] = await Promise.all([readDoubleCoded(viewer, call.id), listRuns(viewer, call.id)])
  if (!coded) notFound()
  const [newest, ...older] = runs
  const latest = newest ? await getRun(viewer, call.id, newest.id) : null
  const underWay = latest?.status === 'WAITING' || latest?.status === 'RUNNING'
  const measures = may(viewer, 'measureAgreement')
  const unit = comparedUnits.find(each => each === askedFor(asked, 'unit')) ?? null
  return (
    <Main width="wide">
      <PageTitle
        title="Agreement"
        lead="How far two people who coded the same texts, without seeing each other’s work, came to the same."
        actions={
          may(viewer, 'planCoding') ? (
            <LinkButton variant="secondary" href="/workspace/submissions/assign">
              Assign by rule
            </LinkButton>
          ) : null
        }
      />
      {coded.all === 0 ? (
        <EmptyState title="Nothing is coded by two yet">
          {measures
            ? 'Choose which submissions two people code, or have a share drawn at random. When both have finished, their agreement can be measured here.'
            : 'A lead chooses which submissions two people code. When both have finished, their agreement can be measured here.'}
        </EmptyState>
      ) : (
        <section aria-labelledby="coverage">
          <h2 id="coverage" className="mb-3 text-lg">
            What is coded by two
          </h2>
          <Coverage coded={coded} />
        </section>
      )}
      {latest ? (
        <Section title="Latest measurement" id="latest">
          <RunView run={latest} path={path} unit={unit} />
        </Section>
      ) : coded.compared > 0 && !measures ? (
        <p className="mt-6">Nobody has measured agreement yet. Leads can.</p>
      ) : null}
      {measures && coded.compared > 0 && !underWay ? (
        <Section title={latest ? 'Measure again' : 'Measure'} id="measure">
          <MeasureForm resamples={latest?.options.resamples ?? 1000} seed={latest?.options.seed || 'evidence'} />
        </Section>
      ) : null}
      {older.length > 0 ? (
        <Section title="Older measurements" id="older">
          <RunList runs={older} />
        </Section>
      ) : null}
      <HowToRead />
    </Main>
  )
}

import type { CaseStudyStatus } from './case-study'
import type { Decision, Stage } from './submission'

/** What is known of a response that was sent. `researchers` counts the people who coded it or wrote about it. */
export type OutcomeFacts = {
  stage: Stage
  decision: Decision | null
  researchers: number
  caseStudies: { title: string; slug: string; status: CaseStudyStatus }[]
}

/**
 * What became of a response, step by step, for the person who sent it. Everyone has the first three; a step that is not
 * `reached` is still to come. Of a case study nobody hears the title or the address before it is public.
 */
export type OutcomeStep =
  | { kind: 'received' | 'read' | 'readByTwo' | 'compared' | 'shortlisted' | 'writing'; reached: boolean }
  | { kind: 'published'; reached: true; title: string; slug: string }
  | { kind: 'notChosen'; reached: true }

/** The steps in their order. One that was not chosen is told so once that is settled, never while it may change. */
export function outcomeOf({ stage, decision, researchers, caseStudies }: OutcomeFacts): OutcomeStep[] {
  const published = caseStudies.filter(study => study.status === 'PUBLISHED')
  const writing = caseStudies.some(study => study.status !== 'PUBLISHED' && study.status !== 'WITHDRAWN')
  const settled = stage === 'SETTLED'
  const compared = settled || stage === 'CODED'
  const read = compared || stage === 'CODING' || researchers > 0 || caseStudies.length > 0
  const steps: OutcomeStep[] = [
    { kind: 'received', reached: true },
    researchers >= 2 ? { kind: 'readByTwo', reached: true } : { kind: 'read', reached: read },
    { kind: 'compared', reached: compared },
  ]
  if (decision === 'SHORTLISTED' || published.length > 0) steps.push({ kind: 'shortlisted', reached: true })
  if (writing && decision !== 'NOT_TAKEN_FORWARD') steps.push({ kind: 'writing', reached: true })
  for (const { title, slug } of published) steps.push({ kind: 'published', reached: true, title, slug })
  if (settled && decision === 'NOT_TAKEN_FORWARD' && published.length === 0)
    steps.push({ kind: 'notChosen', reached: true })
  return steps
}

import { expect, test } from 'vitest'

import { outcomeOf, type OutcomeFacts } from './outcome'

const study = (status: OutcomeFacts['caseStudies'][number]['status']) => ({
  title: 'A kitchen',
  slug: 'a-kitchen',
  status,
})
const sent: OutcomeFacts = { stage: 'NEW', decision: null, researchers: 0, caseStudies: [] }

/** What is reached, then what is still to come after a bar. */
function told(facts: Partial<OutcomeFacts>): string {
  const steps = outcomeOf({ ...sent, ...facts })
  const kinds = (reached: boolean) => steps.filter(step => step.reached === reached).map(step => step.kind)
  return `${kinds(true).join(' ')} | ${kinds(false).join(' ')}`.trim()
}

test.each<[string, Partial<OutcomeFacts>, string]>([
  ['just sent', {}, 'received | read compared'],
  ['one researcher looked', { researchers: 1 }, 'received read | compared'],
  ['being coded', { stage: 'CODING' }, 'received read | compared'],
  ['two researchers', { stage: 'CODING', researchers: 2 }, 'received readByTwo | compared'],
  ['coded', { stage: 'CODED', researchers: 3 }, 'received readByTwo compared |'],
  ['settled by one', { stage: 'SETTLED', researchers: 1 }, 'received read compared |'],
  ['shortlisted', { stage: 'CODED', decision: 'SHORTLISTED' }, 'received read compared shortlisted |'],
  [
    'being written',
    { stage: 'CODED', decision: 'SHORTLISTED', caseStudies: [study('IN_REVIEW')] },
    'received read compared shortlisted writing |',
  ],
  [
    'published',
    { stage: 'SETTLED', decision: 'SHORTLISTED', caseStudies: [study('PUBLISHED')] },
    'received read compared shortlisted published |',
  ],
  [
    'published once, and another in hand',
    { stage: 'SETTLED', decision: 'SHORTLISTED', caseStudies: [study('PUBLISHED'), study('DRAFT')] },
    'received read compared shortlisted writing published |',
  ],
  [
    'withdrawn from publication',
    { stage: 'SETTLED', decision: 'SHORTLISTED', caseStudies: [study('WITHDRAWN')] },
    'received read compared shortlisted |',
  ],
  ['not chosen, yet open', { stage: 'CODED', decision: 'NOT_TAKEN_FORWARD' }, 'received read compared |'],
  ['not chosen', { stage: 'SETTLED', decision: 'NOT_TAKEN_FORWARD' }, 'received read compared notChosen |'],
])('%s', (_, facts, expected) => {
  expect(told(facts)).toBe(expected)
})

test('the address of a case study is told once it is public, not before', () => {
  const facts = { ...sent, decision: 'SHORTLISTED' } as const
  expect(JSON.stringify(outcomeOf({ ...facts, caseStudies: [study('APPROVED')] }))).not.toContain('kitchen')
  expect(outcomeOf({ ...facts, caseStudies: [study('PUBLISHED')] })).toContainEqual({
    kind: 'published',
    reached: true,
    title: 'A kitchen',
    slug: 'a-kitchen',
  })
})

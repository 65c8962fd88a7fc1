import { describe, expect, test } from 'vitest'

import { caseStudyStatuses, type CaseStudyStatus } from './case-study'
import {
  actors,
  caseStudyEvents,
  conditions,
  mayHappen,
  relations,
  statusAfter,
  unmet,
  whatFollows,
  type CaseStudyEvent,
  type Condition,
  type Doer,
} from './case-study-states'

const live = ['DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'PUBLISHED'] as const
const staying = (...statuses: CaseStudyStatus[]) => Object.fromEntries(statuses.map(status => [status, status]))

type Rule = { leads: Partial<Record<CaseStudyStatus, CaseStudyStatus>>; who: string[]; needs: Condition[] }

const authors = ['RESEARCHER author', 'RESEARCHER colleague']
const leads = ['LEAD author', 'LEAD colleague', 'LEAD other']
const others = ['RESEARCHER other', 'LEAD other']
const research = [...authors, 'RESEARCHER other', ...leads]
const anyRelation = (actor: string) => relations.map(relation => `${actor} ${relation}`)
const toWithdrawn = Object.fromEntries(live.map(status => [status, 'WITHDRAWN' as const]))

/** All that is allowed: from which status to which, for whom, and what must be true besides. Everything else is refused. */
const allowed: Record<CaseStudyEvent, Rule> = {
  edit: {
    leads: {
      DRAFT: 'DRAFT',
      IN_REVIEW: 'DRAFT',
      CHANGES_REQUESTED: 'CHANGES_REQUESTED',
      APPROVED: 'DRAFT',
      PUBLISHED: 'DRAFT',
    },
    who: [...authors, ...leads],
    needs: [],
  },
  sendForReview: {
    leads: { DRAFT: 'IN_REVIEW', CHANGES_REQUESTED: 'IN_REVIEW' },
    who: [...authors, ...leads],
    needs: ['whole', 'consented', 'enoughReaders'],
  },
  approve: { leads: { IN_REVIEW: 'IN_REVIEW' }, who: others, needs: ['consented'] },
  lastApproval: { leads: { IN_REVIEW: 'APPROVED' }, who: others, needs: ['consented', 'enoughApprovals'] },
  requestChanges: { leads: { IN_REVIEW: 'CHANGES_REQUESTED' }, who: others, needs: [] },
  publish: {
    leads: { APPROVED: 'PUBLISHED' },
    who: [...leads, ...anyRelation('clock')],
    needs: ['consented', 'everyYes'],
  },
  unpublish: { leads: { PUBLISHED: 'APPROVED' }, who: leads, needs: [] },
  narrow: {
    leads: {
      DRAFT: 'DRAFT',
      IN_REVIEW: 'IN_REVIEW',
      CHANGES_REQUESTED: 'CHANGES_REQUESTED',
      APPROVED: 'IN_REVIEW',
      PUBLISHED: 'IN_REVIEW',
    },
    who: [...research, ...anyRelation('respondent')],
    needs: [],
  },
  withdraw: { leads: toWithdrawn, who: leads, needs: [] },
  comment: { leads: staying(...live), who: research, needs: [] },
  nameReader: { leads: staying('DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED'), who: leads, needs: [] },
  show: { leads: staying('IN_REVIEW', 'APPROVED'), who: [...authors, ...leads], needs: ['consented'] },
  recordYes: { leads: staying(...live), who: research, needs: [] },
  plan: { leads: { APPROVED: 'APPROVED' }, who: leads, needs: ['consented', 'everyYes'] },
  changeAddress: { leads: staying(...live), who: leads, needs: [] },
}

const doers: Doer[] = actors.flatMap(actor => relations.map(relation => ({ actor, relation })))

/** Every way in which the conditions can hold or not. */
const worlds = Array.from({ length: 2 ** conditions.length }, (_, bits) =>
  Object.fromEntries(conditions.map((condition, place) => [condition, ((bits >> place) & 1) === 1])),
) as Record<Condition, boolean>[]

describe('every event, in every status, by everybody, whatever else is true', () => {
  test.each(caseStudyEvents.flatMap(event => caseStudyStatuses.map(status => ({ event, status }))))(
    '$event of what is $status',
    ({ event, status }) => {
      const { leads: following, who, needs } = allowed[event]
      const to = following[status] ?? null
      expect(statusAfter(status, event)).toBe(to)
      for (const doer of doers) {
        const person = who.includes(`${doer.actor} ${doer.relation}`)
        expect(mayHappen(status, event, doer), `${doer.actor} ${doer.relation}`).toBe(to !== null && person)
        for (const holds of worlds) {
          const missing = needs.find(condition => !holds[condition])
          const answer = to === null ? 'status' : !person ? 'person' : missing
          expect(whatFollows(status, event, doer, holds)).toEqual(answer ? { against: answer } : { to })
        }
      }
    },
  )

  test('is more than a handful of cases', () => {
    expect(caseStudyEvents.length * caseStudyStatuses.length * doers.length * worlds.length).toBeGreaterThan(60_000)
  })
})

test('nothing that is said to be true is missing, and nothing said counts as false', () => {
  expect(unmet('publish', {})).toBe('consented')
  expect(unmet('publish', { consented: true })).toBe('everyYes')
  expect(unmet('edit', {})).toBeNull()
})

test('from nowhere does a way lead to the public but from what is approved, and none leads out of the end', () => {
  for (const status of caseStudyStatuses) {
    for (const event of caseStudyEvents) {
      const to = statusAfter(status, event)
      if (to === 'PUBLISHED' && status !== 'PUBLISHED') expect([status, event]).toEqual(['APPROVED', 'publish'])
      if (status === 'WITHDRAWN') expect(to).toBeNull()
    }
  }
})

import type { Chance } from './chance'
import type { Crew } from './crew'
import type { SyntheticResponse, SyntheticText } from './response'
import type { Sample } from './sample'
import { tell } from './story'

type Outcome = 'REACHED' | 'NO_ANSWER' | 'CALL_BACK'

/** The telephone calls to somebody who said yes to one. What was said is a text like an answer. */
export type CallsMade = {
  personId: string
  nextAt: Date | null
  closedAt: Date | null
  attempts: { id: string; outcome: Outcome; calledAt: Date }[]
  note: SyntheticText | null
}

const day = 86_400_000

/** Calls until one is answered, or so far; null where nobody has begun to. */
export function callsTo(sample: Sample, crew: Crew, chance: Chance, response: SyntheticResponse): CallsMade | null {
  const { status, stage, contact, sentAt } = response
  if (status !== 'SUBMITTED' || stage === 'NEW' || !contact?.telephone || !chance.happens(0.4)) return null
  const reached = chance.happens(0.6)
  const personId = chance.pick(crew.researchers).id
  const many = 1 + chance.below(3)
  const calls = Array.from({ length: many }, (_, index) => {
    const calledAt = new Date(sentAt.getTime() + day * (0.005 + index * 0.01))
    const last = index === many - 1
    const outcome: Outcome = last && reached ? 'REACHED' : chance.pick(['NO_ANSWER', 'CALL_BACK'] as const)
    return { id: chance.id(calledAt.getTime()), outcome, calledAt }
  })
  const end = calls.at(-1)
  if (!end) return null
  const story = reached ? tell(sample.evidence, chance, { words: 30 + chance.below(60), lively: false }) : null
  const at = end.calledAt
  return {
    personId,
    nextAt: reached ? null : new Date(at.getTime() + day),
    closedAt: reached ? at : null,
    attempts: calls,
    note: story && {
      id: chance.id(at.getTime()),
      versionId: chance.id(at.getTime()),
      field: end.id,
      story,
      createdAt: at,
    },
  }
}

import type { Chance } from './chance'
import { callsTo, type CallsMade } from './calls'
import { made, marksOf, paired, keyOf, secondOpinion, type MadeMark } from './coding'
import type { Coder, Crew } from './crew'
import { sentence } from './language'
import { remarksOn, type Remark } from './remarks'
import type { SyntheticResponse } from './response'
import { chanceFor, type Sample } from './sample'

/** What researchers have made of one response so far. */
export type Work = {
  assignments: { personId: string; assignedAt: Date; double: boolean; doneAt: Date | null }[]
  doubleCodedAt: Date | null
  blind: boolean
  marks: (MadeMark & { removedAt: Date | null; lostAt: Date | null })[]
  settlements: {
    id: string
    first: MadeMark | null
    second: MadeMark | null
    agreedId: string | null
    leadId: string
    at: Date
  }[]
  remarks: Remark[]
  decidedReason: string | null
  calls: CallsMade | null
  /** The words of a correction, after which the marks stand on the second version of the first text. */
  corrected: { versionId: string; words: string; at: Date } | null
}

const hour = 3_600_000
const doubleShare = 0.2
const after = (date: Date, hours: number) => new Date(date.getTime() + hours * hour)

/** Work as far as the response's stage says. */
export function workOn(sample: Sample, crew: Crew, sent: SyntheticResponse, seed: number): Work {
  const chance = chanceFor(seed, sent.turn, 'worked')
  const work = { ...noWork(), calls: callsTo(sample, crew, chance, sent) }
  // what was said in a call is coded like what was written
  const response = work.calls?.note ? { ...sent, texts: [...sent.texts, work.calls.note] } : sent
  const { stage, status, entry } = response
  if (status !== 'SUBMITTED') return work
  const first = chance.pick(crew.researchers)
  const from = after(response.sentAt, 1)
  if (stage === 'NEW') {
    if (chance.happens(0.4))
      work.assignments.push({ personId: first.id, assignedAt: from, double: false, doneAt: null })
    return work
  }
  work.decidedReason = entry.decision && 'reason' in entry.decision ? entry.decision.reason : null
  if (chance.happens(doubleShare)) codeTwice(work, { sample, crew, response, chance, first, from })
  else codeOnce(work, { sample, crew, response, chance, first, from })
  const writers = work.assignments.map(({ personId }) => personId)
  work.remarks = remarksOn(sample, crew, chance, { response, writers, held: work.blind, from })
  return work
}

function noWork(): Work {
  return {
    assignments: [],
    doubleCodedAt: null,
    blind: false,
    marks: [],
    settlements: [],
    remarks: [],
    decidedReason: null,
    calls: null,
    corrected: null,
  }
}

type Given = { sample: Sample; crew: Crew; response: SyntheticResponse; chance: Chance; first: Coder; from: Date }

const standing = (mark: MadeMark) => ({ ...mark, removedAt: null, lostAt: null })

function codeOnce(work: Work, { sample, crew, response, chance, first, from }: Given): void {
  const done = response.stage !== 'CODING'
  const marks = made(marksOf(sample, crew, chance, response, done ? 1 : 0.5), first, chance, from)
  const doneAt = done ? after(from, 12) : null
  work.assignments.push({ personId: first.id, assignedAt: from, double: false, doneAt })
  if (chance.happens(0.02)) {
    const at = after(from, 20)
    const words = sentence(sample.evidence, chance).join(' ')
    work.corrected = { versionId: chance.id(at.getTime()), words, at }
  }
  work.marks = marks.map(mark => ({ ...standing(mark), removedAt: chance.happens(0.02) ? after(mark.at, 1) : null }))
  // what was made on words that a correction took away stays on the version before
  const lost = work.corrected && work.marks.find(mark => mark.text === response.texts[0] && !mark.removedAt)
  if (lost && work.corrected) lost.lostAt = work.corrected.at
}

function codeTwice(work: Work, { sample, crew, response, chance, first, from }: Given): void {
  const second = chance.pick(crew.researchers.filter(({ teamId }) => teamId !== first.teamId))
  work.doubleCodedAt = from
  const both = response.stage !== 'CODING'
  // while it is being coded one of the two may have finished
  const firstDone = both || chance.happens(0.5)
  work.blind = !both
  for (const [{ id }, done] of [[first, firstDone] as const, [second, both] as const])
    work.assignments.push({ personId: id, assignedAt: from, double: true, doneAt: done ? after(from, 14) : null })
  const one = marksOf(sample, crew, chance, response, firstDone ? 1 : 0.5)
  const other = secondOpinion(sample, crew, chance, response, both ? one : one.filter(() => chance.happens(0.5)))
  const [mine, theirs] = [made(one, first, chance, from), made(other, second, chance, after(from, 2))]
  work.marks = [...mine, ...theirs].map(standing)
  if (response.stage === 'SETTLED') settle(work, crew, chance, { mine, theirs, at: after(from, 24) })
}

/** A lead turns the two into one: what both have is kept, the rest is decided. */
function settle(
  work: Work,
  crew: Crew,
  chance: Chance,
  { mine, theirs, at }: { mine: MadeMark[]; theirs: MadeMark[]; at: Date },
): void {
  const lead = chance.pick(crew.leads)
  const kept = new Set<string>()
  for (const [first, second] of paired(mine, theirs)) {
    const mark = first && second ? (chance.happens(0.7) ? first : second) : (first ?? second)
    if (!mark) continue
    const keep = (first !== null && second !== null) || chance.happens(0.6)
    const [agreed] = keep && !kept.has(keyOf(mark)) ? made([{ ...mark, memo: '' }], lead, chance, at, true) : []
    kept.add(keyOf(mark))
    if (agreed) work.marks.push(standing(agreed))
    const id = chance.id(at.getTime())
    work.settlements.push({ id, first, second, agreedId: agreed?.id ?? null, leadId: lead.id, at })
  }
}

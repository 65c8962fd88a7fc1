import { tellOfReleased } from '@/lib/data/mention-digests'
import { record } from '@/lib/data/audit'
import { ableToCode, planOf, type CodingPlan } from '@/lib/data/coding-plan'
import { seat } from '@/lib/data/handing-on'
import { tellLive } from '@/lib/data/live-events'
import { lockSubmission, noSuchSubmission, type LockedSubmission } from '@/lib/data/live-submission'
import { standing } from '@/lib/data/open-work'
import { db, type Transaction } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { ok, refused, refusedAt, type Refusal, type Result } from '@/lib/result'

const notYours = 'Only a lead chooses what is coded by two.'

/** Whether somebody is one of two who code a submission and have not both finished: what they write there is held back. */
export async function isBlindCoder(tx: Transaction, submissionId: string, personId: string): Promise<boolean> {
  const found = await tx.assignment.findFirst({
    where: { submissionId, personId, double: true, submission: { blind: true } },
    select: { personId: true },
  })
  return found !== null
}

/**
 * Has two people of different teams code a submission, each without seeing the other's work. Its texts are read as they
 * stand now. Whoever else was assigned is taken off. Refused where somebody has coded it already: what was coded in the
 * open may have been seen.
 */
export function makeDouble(
  viewer: Viewer,
  input: { reference: string; firstId: string; secondId: string },
): Promise<Result> {
  return planning(viewer, input.reference, async (tx, submission, plan) => {
    if (plan.double) return refused('Two people code this submission already.')
    if (submission.stage === 'CODED' || submission.stage === 'SETTLED' || (await isCoded(tx, submission.id)))
      return refused('Somebody has coded this submission already. Choose another one.')
    const pair = await pairFor(tx, submission.id, input)
    if (!pair.ok) return pair
    await doubleUp(tx, [{ submissionId: submission.id, personIds: [input.firstId, input.secondId] }])
    await recordOn(tx, viewer, submission, 'submission.codeByTwo', { personIds: [input.firstId, input.secondId] })
    await tellLive(tx, { kind: 'progress', submissionId: submission.id, actorId: viewer.id, hidden: false })
    return ok()
  })
}

/** Has a submission coded in the open again, by both who were to code it blind, while neither has begun. */
export function undoDouble(viewer: Viewer, reference: string): Promise<Result> {
  return planning(viewer, reference, async (tx, submission, plan) => {
    if (!plan.double) return ok()
    if (!plan.blind || (await isCoded(tx, submission.id)))
      return refused('Somebody has begun to code this submission: it stays with two.')
    await tx.submission.update({
      where: { id: submission.id },
      data: { doubleCodedAt: null, blind: false },
      select: { id: true },
    })
    await tx.assignment.updateMany({ where: { submissionId: submission.id }, data: { double: false, doneAt: null } })
    await tx.comment.updateMany({ where: { submissionId: submission.id, held: true }, data: { held: false } })
    await tellOfReleased(tx, submission.id)
    await recordOn(tx, viewer, submission, 'submission.codeByOne')
    await tellLive(tx, { kind: 'progress', submissionId: submission.id, actorId: viewer.id, hidden: false })
    return ok()
  })
}

/**
 * Puts somebody in the place of one of the two who has not finished (`fromId`), or in the place that is empty (null).
 * What the one who leaves had coded is set aside: an agreement is always of two whole readings.
 */
export function exchangeCoder(
  viewer: Viewer,
  input: { reference: string; fromId: string | null; toId: string },
): Promise<Result> {
  return planning(viewer, input.reference, async (tx, submission, plan) => {
    if (!plan.blind) return refused('This submission is not being coded by two.')
    const leaving = plan.coders.find(({ id }) => id === input.fromId)
    if (input.fromId !== null && !leaving) return refusedAt('fromId', 'Select one of the two')
    if (leaving?.doneAt) return refusedAt('fromId', 'They have finished coding it')
    if (input.fromId === null && plan.coders.length > 1) return refusedAt('fromId', 'Select whose place it is')
    const other = plan.coders.find(({ id }) => id !== input.fromId)
    const next = await tx.person.findFirst({
      where: { id: input.toId, ...ableToCode(submission.id) },
      select: { id: true, teamId: true },
    })
    if (!next || next.id === input.fromId || next.id === other?.id)
      return refusedAt('toId', 'Select somebody who may code it')
    if (next.teamId === other?.teamId) return refusedAt('toId', 'Select somebody of another team than the other coder')
    await seat(tx, viewer, submission, { fromId: input.fromId, toId: next.id })
    return ok()
  })
}

/** Marks submissions as coded blind by the pairs given, whose assignments alone stay. In the caller's transaction, which holds them. */
export async function doubleUp(tx: Transaction, pairs: { submissionId: string; personIds: string[] }[]): Promise<void> {
  const ids = pairs.map(({ submissionId }) => submissionId)
  const now = new Date()
  await tx.$executeRaw`DELETE FROM "Assignment" WHERE "submissionId" = ANY(${ids}::uuid[])`
  await tx.assignment.createMany({
    data: pairs.flatMap(({ submissionId, personIds }) =>
      personIds.map(personId => ({ submissionId, personId, assignedAt: now, double: true })),
    ),
  })
  await tx.$executeRaw`
    UPDATE "Submission" SET "doubleCodedAt" = ${now}, "blind" = true, "updatedAt" = ${now} WHERE "id" = ANY(${ids}::uuid[])`
}

type Planned = (tx: Transaction, submission: LockedSubmission, plan: CodingPlan) => Promise<Result>

function planning(viewer: Viewer, reference: string, deed: Planned): Promise<Result> {
  return db.$transaction(async tx => {
    const submission = await lockSubmission(tx, reference)
    if (!submission || !may(viewer, 'readSubmission', submission)) return refused(noSuchSubmission)
    if (!may(viewer, 'planCoding')) return refused(notYours)
    return deed(tx, submission, await planOf(tx, submission.id))
  })
}

async function isCoded(tx: Transaction, submissionId: string): Promise<boolean> {
  return (await tx.coding.count({ where: { submissionId, ...standing } })) > 0
}

type Pair = { firstId: string; secondId: string }

async function pairFor(tx: Transaction, submissionId: string, { firstId, secondId }: Pair): Promise<Result | Refusal> {
  const able = await tx.person.findMany({
    where: { id: { in: [firstId, secondId] }, ...ableToCode(submissionId) },
    select: { id: true, teamId: true },
  })
  const [first, second] = [firstId, secondId].map(id => able.find(person => person.id === id))
  if (!first) return refusedAt('firstId', 'Select somebody who may code it')
  if (!second) return refusedAt('secondId', 'Select somebody who may code it')
  return first.teamId === second.teamId ? refusedAt('secondId', 'Select two people of different teams') : ok()
}

function recordOn(
  tx: Transaction,
  actor: Viewer,
  submission: LockedSubmission,
  action: string,
  details: Record<string, string[]> = {},
) {
  const thing = { kind: 'submission', id: submission.id }
  return record(tx, { actor, action, thing, callId: submission.callId, details })
}

import { record } from '@/lib/data/audit'
import { planOf } from '@/lib/data/coding-plan'
import { handOnOne } from '@/lib/data/handing-on'
import { tellLive } from '@/lib/data/live-events'
import { lockSubmission, noSuchSubmission, type LockedSubmission } from '@/lib/data/live-submission'
import { db, type Transaction } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { ok, refused, type Result } from '@/lib/result'

/**
 * Declares that the viewer knows the organisation or has a stake in it: they are no longer assigned, and never will be by
 * hand or by rule. One of two who code it blind gives their place on; once both have finished, what they coded stands,
 * with the declaration beside it for the leads to weigh. Declaring again changes the reason.
 */
export function declareInterest(viewer: Viewer, input: { reference: string; reason: string }): Promise<Result> {
  return db.$transaction(async tx => {
    const submission = await lockSubmission(tx, input.reference)
    if (!submission || !may(viewer, 'declareInterest', submission)) return refused(noSuchSubmission)
    const key = { submissionId: submission.id, personId: viewer.id }
    await tx.conflictOfInterest.upsert({
      where: { submissionId_personId: key },
      create: { ...key, reason: input.reason },
      update: { reason: input.reason },
      select: { personId: true },
    })
    await write(tx, viewer, submission, 'interest.declare')
    await leave(tx, viewer, submission)
    return ok()
  })
}

/** Takes a declaration back: the viewer may be assigned again, and is not by this. Twice is once. */
export function withdrawInterest(viewer: Viewer, reference: string): Promise<Result> {
  return db.$transaction(async tx => {
    const submission = await lockSubmission(tx, reference)
    if (!submission || !may(viewer, 'declareInterest', submission)) return refused(noSuchSubmission)
    const { count } = await tx.conflictOfInterest.deleteMany({
      where: { submissionId: submission.id, personId: viewer.id },
    })
    if (count > 0) await write(tx, viewer, submission, 'interest.withdraw')
    return ok()
  })
}

async function leave(tx: Transaction, viewer: Viewer, submission: LockedSubmission): Promise<void> {
  const plan = await planOf(tx, submission.id)
  const coder = plan.coders.some(({ id }) => id === viewer.id)
  if (coder && plan.blind && viewer.team)
    await handOnOne(tx, viewer, submission, { personId: viewer.id, teamId: viewer.team.id, vacate: true })
  if (coder) return
  const key = { submissionId: submission.id, personId: viewer.id }
  const { count } = await tx.assignment.deleteMany({ where: key })
  if (count > 0) await write(tx, viewer, submission, 'submission.unassign', { personId: viewer.id })
}

async function write(
  tx: Transaction,
  actor: Viewer,
  { id, callId }: LockedSubmission,
  action: string,
  details: Record<string, string> = {},
): Promise<void> {
  await record(tx, { actor, action, thing: { kind: 'submission', id }, callId, details })
  await tellLive(tx, { kind: 'progress', submissionId: id, actorId: actor.id, hidden: false })
}

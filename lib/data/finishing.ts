import { tellOfReleased } from '@/lib/data/mention-digests'
import { record } from '@/lib/data/audit'
import { planOf } from '@/lib/data/coding-plan'
import { tellLive } from '@/lib/data/live-events'
import { lockSubmission, noSuchSubmission, type LockedSubmission } from '@/lib/data/live-submission'
import { db, type Transaction } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import type { Stage } from '@/lib/domain/submission'
import { ok, refused, type Result } from '@/lib/result'

/**
 * Says that one has finished coding, or has not after all. When everybody who codes the submission has finished it is
 * coded; where two coded it blind, from then on each can be seen, and neither can take it back.
 */
export function finishCoding(viewer: Viewer, input: { reference: string; finished: boolean }): Promise<Result> {
  return db.$transaction(async tx => {
    const submission = await lockSubmission(tx, input.reference)
    if (!submission || !may(viewer, 'readSubmission', submission)) return refused(noSuchSubmission)
    const key = { submissionId_personId: { submissionId: submission.id, personId: viewer.id } }
    const own = await tx.assignment.findUnique({ where: key, select: { doneAt: true, double: true } })
    if (!own) return refused('This submission is not assigned to you.')
    if ((own.doneAt !== null) === input.finished) return ok()
    if (submission.stage === 'SETTLED') return refused('This submission is settled.')
    const plan = await planOf(tx, submission.id)
    if (!input.finished && own.double && !plan.blind)
      return refused('Both have finished, and each can see what the other coded. It cannot be taken back.')
    await tx.assignment.update({
      where: key,
      data: { doneAt: input.finished ? new Date() : null },
      select: { personId: true },
    })
    await record(tx, {
      actor: viewer,
      action: input.finished ? 'submission.finishCoding' : 'submission.resumeCoding',
      thing: { kind: 'submission', id: submission.id },
      callId: submission.callId,
    })
    if (await allHaveFinished(tx, submission.id, plan.double)) await becomeCoded(tx, viewer, submission, plan.blind)
    else if (submission.stage === 'CODED') await moveTo(tx, viewer, submission, 'CODING')
    await tellLive(tx, { kind: 'progress', submissionId: submission.id, actorId: viewer.id, hidden: false })
    return ok()
  })
}

async function allHaveFinished(tx: Transaction, submissionId: string, double: boolean): Promise<boolean> {
  const coders = await tx.assignment.findMany({ where: { submissionId, ...(double ? { double } : {}) } })
  return coders.length >= (double ? 2 : 1) && coders.every(({ doneAt }) => doneAt !== null)
}

async function becomeCoded(tx: Transaction, viewer: Viewer, submission: LockedSubmission, blind: boolean) {
  if (blind) {
    await tx.submission.update({ where: { id: submission.id }, data: { blind: false }, select: { id: true } })
    await tx.comment.updateMany({ where: { submissionId: submission.id, held: true }, data: { held: false } })
    await tellOfReleased(tx, submission.id)
    // what was held back can be seen by everybody now
    for (const kind of ['coding', 'comment'] as const)
      await tellLive(tx, { kind, submissionId: submission.id, actorId: viewer.id, hidden: false })
  }
  if (submission.stage !== 'CODED') await moveTo(tx, viewer, submission, 'CODED')
}

/** Moves a submission on because of what was done to it, not by a choice in a list. In the caller's transaction, which holds it. */
export async function moveTo(tx: Transaction, actor: Viewer, submission: LockedSubmission, to: Stage): Promise<void> {
  const { version } = await tx.submission.update({
    where: { id: submission.id },
    data: { stage: to, version: { increment: 1 } },
    select: { version: true },
  })
  await record(tx, {
    actor,
    action: 'submission.move',
    thing: { kind: 'submission', id: submission.id },
    callId: submission.callId,
    details: { from: submission.stage, to, version },
  })
}

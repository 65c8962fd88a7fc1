import { randomUUID } from 'node:crypto'

import { record } from '@/lib/data/audit'
import { readCall } from '@/lib/data/calls'
import { isBlindCoder } from '@/lib/data/double-coding'
import { tellLive } from '@/lib/data/live-events'
import { lockSubmission, noSuchSubmission } from '@/lib/data/live-submission'
import { queueMail } from '@/lib/data/mail-queue'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import type { NewLink } from '@/lib/domain/private-link'
import { ok, refused, refusedAt, type Result } from '@/lib/result'
import { composePrivateLink } from '@/lib/mail/evidence-mails'

/**
 * Sends a new private link to the address that was given, or to another one after checks; links from before open nothing
 * any more. Who asked and how they were checked is kept as a comment, which goes when the evidence is withdrawn; the
 * audit trail keeps that it was sent, by whom, and to which of the two.
 */
export async function sendPrivateLink(viewer: Viewer, input: NewLink): Promise<Result> {
  return db.$transaction(async tx => {
    const submission = await lockSubmission(tx, input.reference)
    if (!submission || !may(viewer, 'sendPrivateLink', submission)) return refused(noSuchSubmission)
    const call = await readCall({ id: submission.callId }, tx)
    if (!call) return refused(noSuchSubmission)
    const contact = await tx.contactDetails.findUnique({
      where: { submissionId: submission.id },
      select: { email: true },
    })
    const toAddress = input.to === 'GIVEN' ? contact?.email : input.address
    if (!toAddress) return refusedAt('to', 'No address was given: enter the one that you have checked')
    // like all that one of two blind coders writes: what a check brought up may say what they made of it
    const held = await isBlindCoder(tx, submission.id, viewer.id)
    const { id: commentId } = await tx.comment.create({
      data: {
        submissionId: submission.id,
        authorId: viewer.id,
        held,
        body: `Sent a new private link to ${input.to === 'GIVEN' ? 'the address that was given' : 'another address'}.\nAsked for by: ${input.asker}\nChecked: ${input.checked}`,
      },
      select: { id: true },
    })
    await tx.privateKey.updateMany({
      where: { submissionId: submission.id, replacedAt: null },
      data: { replacedAt: new Date() },
    })
    await queueMail(tx, {
      key: `private-link:${submission.id}:${randomUUID()}`,
      submissionId: submission.id,
      toAddress,
      linkKind: 'EVIDENCE',
      ...composePrivateLink({
        reference: submission.reference,
        callName: call.name,
        contactEmail: call.contactEmail,
      }),
    })
    await record(tx, {
      actor: viewer,
      action: 'privateLink.send',
      thing: { kind: 'submission', id: submission.id },
      callId: submission.callId,
      details: { to: input.to, comment: commentId },
    })
    await tellLive(tx, { kind: 'comment', submissionId: submission.id, actorId: viewer.id, hidden: held })
    return ok()
  })
}

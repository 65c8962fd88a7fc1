import { record } from '@/lib/data/audit'
import { readCall } from '@/lib/data/calls'
import type { Obeyed } from '@/lib/data/consents'
import { holdEvidence, noSuchEvidence, type HeldEvidence } from '@/lib/data/evidence-key'
import { forgetIncoming, removeForgotten } from '@/lib/data/intake-forgetting'
import { forgetMails } from '@/lib/data/mail-keeping'
import { queueMail } from '@/lib/data/mail-queue'
import { releasesFollowConsent } from '@/lib/data/releases'
import { db, type Transaction } from '@/lib/db'
import { readReference } from '@/lib/domain/reference'
import { mayBecome } from '@/lib/domain/submission'
import { ok, refused, refusedAt, type Result } from '@/lib/result'
import { composeWithdrawn } from '@/lib/mail/evidence-mails'
import { removeMailFiles } from '@/lib/mail/mail-files'

const day = 86_400_000

/** After how many days all that a withdrawn response said is deleted, as the privacy notice promises. */
export const daysKept = 30

/** Until when the rest of what was withdrawn at this moment is deleted. */
export function erasedBy(withdrawnAt: Date): Date {
  return new Date(withdrawnAt.getTime() + daysKept * day)
}

/**
 * Withdraws a response for good, once its reference was typed. Who to contact, and every mail to them, is deleted before
 * this answers; what rests on it is taken back from readers; the rest is deleted after thirty days. Its links go on to
 * say that it was withdrawn.
 */
export async function withdrawEvidence(token: string, typed: string): Promise<Result<Obeyed>> {
  let forgotten: string[] = []
  const stored: string[] = []
  const result = await db.$transaction(async tx => {
    const held = await holdEvidence(tx, token)
    if (!held || !mayBecome(held.status, 'WITHDRAWN')) return refused(noSuchEvidence)
    if (!typed.trim()) return refusedAt('reference', 'Enter your reference')
    if (readReference(typed) !== held.reference)
      return refusedAt('reference', `Enter the reference of this evidence, ${held.reference}`)
    const contact = await tx.contactDetails.findUnique({
      where: { submissionId: held.id },
      select: { email: true },
    })
    const withdrawnAt = new Date()
    await tx.submission.update({
      where: { id: held.id },
      data: { status: 'WITHDRAWN', withdrawnAt, answeredSteps: [], correctedSettled: false },
      select: { id: true },
    })
    // it waits for a publication under way, which may queue a mail to them: only then they are forgotten
    const readersSaw = await releasesFollowConsent(tx, held.id)
    forgotten = await forgetWhoToContact(tx, held.id)
    stored.push(...(await forgetIncoming(tx, held.id)))
    const thing = { kind: 'submission', id: held.id }
    await record(tx, { actor: 'respondent', action: 'submission.withdraw', thing, callId: held.callId })
    if (contact?.email) await sendLastMail(tx, held, { toAddress: contact.email, withdrawnAt })
    return ok({ readersSaw })
  })
  await removeMailFiles(forgotten)
  await removeForgotten(stored)
  return result
}

/** Answers the ids of the mails that it deleted: their files go once this is committed. */
async function forgetWhoToContact(tx: Transaction, submissionId: string): Promise<string[]> {
  await tx.contactDetails.deleteMany({ where: { submissionId } })
  await tx.draftAnswer.deleteMany({ where: { submissionId } })
  return forgetMails(tx, submissionId)
}

/** Belongs to no submission any more: it is deleted by itself once it went out. */
async function sendLastMail(
  tx: Transaction,
  held: HeldEvidence,
  { toAddress, withdrawnAt }: { toAddress: string; withdrawnAt: Date },
): Promise<void> {
  const call = await readCall({ id: held.callId }, tx)
  if (!call) return
  const mail = composeWithdrawn({
    reference: held.reference,
    callName: call.name,
    contactEmail: call.contactEmail,
    erasedBy: erasedBy(withdrawnAt),
  })
  await queueMail(tx, { key: `${lastMail}${held.id}`, toAddress, ...mail })
}

const lastMail = 'withdrawn:'

/** Removes a stored file by its key; doing it again is no fault. */
type RemoveFile = (storageKey: string) => Promise<void>

/**
 * Deletes what was withdrawn thirty days ago: all but the reference, the dates and the answers to the consents. Also the
 * last mails to those who withdrew, once they went out. Answers how many responses it erased. Safe to run twice.
 */
export async function eraseWithdrawn(removeFile: RemoveFile, now = new Date()): Promise<number> {
  await dropLastMails(now)
  const due = await db.submission.findMany({
    where: {
      status: 'WITHDRAWN',
      erasedAt: null,
      withdrawnAt: { lt: new Date(now.getTime() - daysKept * day) },
    },
    select: { id: true },
    take: 200,
  })
  for (const { id } of due) await erase(id, removeFile, now)
  return due.length
}

/** The address goes with the row, and with the file that was written where no server is set. */
async function dropLastMails(now: Date): Promise<void> {
  const tried = new Date(now.getTime() - 7 * day)
  const done = await db.mail.findMany({
    where: { key: { startsWith: lastMail }, OR: [{ status: 'SENT' }, { createdAt: { lt: tried } }] },
    select: { id: true },
    take: 1000,
  })
  const ids = done.map(({ id }) => id)
  await db.mail.deleteMany({ where: { id: { in: ids } } })
  await removeMailFiles(ids)
}

async function erase(id: string, removeFile: RemoveFile, now: Date): Promise<void> {
  const ofSubmission = { OR: [{ submissionId: id }, { incomingMail: { submissionId: id } }] }
  const files = await db.storedFile.findMany({ where: ofSubmission, select: { storageKey: true } })
  const pictures = await db.pictureFile.findMany({
    where: { picture: { submissionId: id } },
    select: { storageKey: true },
  })
  const letters = await db.incomingMail.findMany({ where: { submissionId: id }, select: { storageKey: true } })
  // the bytes first: a row that is still there has them removed again, bytes without a row would stay for ever
  for (const { storageKey } of [...files, ...pictures, ...letters]) await removeFile(storageKey)
  const mails = await db.$transaction(async tx => {
    const found = await tx.submission.findUnique({ where: { id }, select: { callId: true, erasedAt: true } })
    if (!found || found.erasedAt) return []
    await tx.storedFile.deleteMany({ where: ofSubmission })
    await tx.picture.deleteMany({ where: { submissionId: id } })
    await tx.incomingMail.updateMany({
      where: { submissionId: id },
      data: { fromName: '', fromAddress: '', subject: '', body: '' },
    })
    await eraseAnswers(tx, id, now)
    await record(tx, {
      actor: 'portal',
      action: 'submission.erase',
      thing: { kind: 'submission', id },
      callId: found.callId,
    })
    return forgetMails(tx, id)
  })
  await removeMailFiles(mails)
}

async function eraseAnswers(tx: Transaction, id: string, now: Date): Promise<void> {
  const mine = { where: { submissionId: id } }
  await tx.coding.deleteMany(mine)
  await tx.showing.deleteMany(mine)
  await tx.comment.deleteMany(mine)
  await tx.assignment.deleteMany(mine)
  await tx.conflictOfInterest.deleteMany(mine)
  await tx.callAttempt.deleteMany(mine)
  await tx.followUp.deleteMany(mine)
  await tx.text.deleteMany(mine)
  await tx.submissionRevision.deleteMany(mine)
  await tx.submissionPlace.deleteMany(mine)
  await tx.submissionPrompt.deleteMany(mine)
  await tx.submissionLink.deleteMany(mine)
  await tx.submission.update({
    where: { id },
    data: {
      erasedAt: now,
      organisationName: null,
      organisationType: null,
      practice: null,
      practiceOf: null,
      communities: [],
      neighbourhood: null,
      title: null,
      takenNote: '',
      decision: null,
      decisionReason: null,
      textHash: null,
    },
    select: { id: true },
  })
  await tx.$executeRaw`UPDATE "Submission" SET "search" = ''::tsvector WHERE "id" = ${id}::uuid`
}

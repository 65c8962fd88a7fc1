import { record } from '@/lib/data/audit'
import { readCall, type CallView } from '@/lib/data/calls'
import { formVersionFor, readFormVersion } from '@/lib/data/form-versions'
import { deedOn, lockMail, noSuchMail } from '@/lib/data/intake'
import { queueMail } from '@/lib/data/mail-queue'
import { takeTurn, type Limit } from '@/lib/data/rate-limit'
import { db, type Transaction } from '@/lib/db'
import { takesAnswers } from '@/lib/domain/call'
import { storable } from '@/lib/domain/draft-save'
import { isEmailAddress } from '@/lib/domain/email-address'
import { titleOfSubject } from '@/lib/domain/intake'
import { fileLimits } from '@/lib/domain/material'
import type { Viewer } from '@/lib/domain/person'
import type { FieldName } from '@/lib/domain/step-fields'
import { foldMail, ownWords } from '@/lib/mail/incoming/fold'
import { composeInvitation } from '@/lib/mail/invitation'
import { ok, refused, type Result } from '@/lib/result'

/** Answers to one address, and to all: two programs that write to each other come to an end here. */
export const answersToOne: Limit = { name: 'intake-answer', most: 3, minutes: 1440 }
export const answersToAll: Limit = { name: 'intake-answers', most: 300, minutes: 1440 }

/** `answered`: a private link goes to the sender. */
export type TakenMail = { submissionId: string; answered: boolean }

/**
 * Makes a draft of a mail: what its sender wrote, its subject, who they are, and its files. With `answer` the sender
 * gets a private link to complete it: once, never a program's mail, not beyond the limits of a day, and only while the
 * call takes what they would send. The draft counts as begun when the mail arrived, so that what came before the closing
 * has the time of grace. Doing it again answers the same draft.
 */
export async function takeMail(
  viewer: Viewer,
  { id, answer }: { id: string; answer: boolean },
): Promise<Result<TakenMail>> {
  const call = await readCall({ isCurrent: true })
  if (!call) return refused('There is no call to which it could belong.')
  const formVersionId = await formVersionFor(call)
  const { noticeVersion } = await readFormVersion(formVersionId)
  const mayAnswer = answer && (await takesAnAnswer(id, call))
  return db.$transaction(async tx => {
    const mail = await lockMail(tx, viewer, id)
    if (!mail) return refused(noSuchMail)
    if (mail.status === 'TAKEN' && mail.submissionId) return ok({ submissionId: mail.submissionId, answered: false })
    const { id: submissionId } = await tx.submission.create({
      data: {
        callId: call.id,
        channel: 'email',
        formVersionId,
        noticeVersion,
        takenById: viewer.id,
        takenAt: mail.sentAt && mail.sentAt < new Date() ? mail.sentAt : mail.arrivedAt,
        createdAt: mail.arrivedAt,
        answeredSteps: [],
      },
      select: { id: true },
    })
    await tx.draftAnswer.createMany({
      data: answersIn(mail).map(([field, value]) => ({ submissionId, field, value: storable(value) })),
    })
    await moveFiles(tx, id, submissionId)
    await tx.incomingMail.update({ where: { id }, data: { status: 'TAKEN', setAsideReason: '', submissionId } })
    await record(tx, { ...deedOn(viewer, 'mail.take', mail), details: { submissionId } })
    if (mayAnswer) await answerSender(tx, { submissionId, to: mail.fromAddress, call })
    return ok({ submissionId, answered: mayAnswer })
  })
}

type Mail = { body: string; subject: string; fromName: string; fromAddress: string }

function answersIn({ body, subject, fromName, fromAddress }: Mail): [FieldName, string][] {
  const all: [FieldName, string][] = [
    ['whatHappened', ownWords(foldMail(body)).slice(0, 50_000)],
    ['title', titleOfSubject(subject)],
    ['contactName', fromName],
    ['email', isEmailAddress(fromAddress) ? fromAddress : ''],
  ]
  return all.filter(([, value]) => value !== '')
}

/** The first files of a mail become the draft's. */
async function moveFiles(tx: Transaction, incomingMailId: string, submissionId: string): Promise<void> {
  const files = await tx.storedFile.findMany({
    where: { incomingMailId, submissionId: null },
    orderBy: { id: 'asc' },
    take: fileLimits.files,
    select: { id: true },
  })
  for (const [index, { id }] of files.entries())
    await tx.storedFile.update({ where: { id }, data: { submissionId, position: index + 1 } })
}

/** Whether its sender may get an answer now; takes the turn. */
async function takesAnAnswer(id: string, call: CallView): Promise<boolean> {
  const select = { kind: true, status: true, fromAddress: true, arrivedAt: true }
  const mail = await db.incomingMail.findUnique({ where: { id }, select })
  if (mail?.kind !== 'LETTER' || mail.status === 'TAKEN' || !isEmailAddress(mail.fromAddress)) return false
  if (!takesAnswers(call, { createdAt: mail.arrivedAt }, new Date())) return false
  if (!(await takeTurn(answersToOne, mail.fromAddress.toLowerCase())).given) return false
  return (await takeTurn(answersToAll, 'everybody')).given
}

type Answering = { submissionId: string; to: string; call: CallView }

async function answerSender(tx: Transaction, { submissionId, to, call }: Answering): Promise<void> {
  const { subject, body } = composeInvitation({ callName: call.name, contactEmail: call.contactEmail })
  await queueMail(tx, { key: `intake:${submissionId}`, submissionId, toAddress: to, subject, body, linkKind: 'RESUME' })
}

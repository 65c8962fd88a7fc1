import type { Readable } from 'node:stream'
import * as z from 'zod/mini'

import { record } from '@/lib/data/audit'
import { readCall } from '@/lib/data/calls'
import { openStoredFile, type OpenedFile } from '@/lib/data/files'
import { readByKey, type KeyPage, type KeyRange } from '@/lib/data/key-page'
import { likeMail, type Likeness } from '@/lib/data/likeness'
import { db, type Transaction } from '@/lib/db'
import { takesAnswers } from '@/lib/domain/call'
import type { InboxList } from '@/lib/domain/intake'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { fileStore } from '@/lib/files/store'
import { foldMail, type Segment } from '@/lib/mail/incoming/fold'
import { ok, refused, type Result } from '@/lib/result'
import type { IncomingKind, IncomingStatus, Prisma } from '@/prisma/generated/client'

const mailsPerPage = 25

/** A mail in the inbox. Who wrote it is personal: researchers see it here, because they answer it. Times are ISO strings. */
export type IncomingRow = {
  id: string
  kind: IncomingKind
  status: IncomingStatus
  from: string
  subject: string
  files: number
  arrivedAt: string
}

/** One mail: its text in segments, so that what is quoted and signed can be folded. */
export type IncomingView = Omit<IncomingRow, 'files'> & {
  fromAddress: string
  source: string
  sentAt: string | null
  setAsideReason: string
  segments: Segment[]
  files: { id: string; name: string; bytes: number }[]
  /** Attachments that are in the original alone: of a kind that is not taken, too large or too many. */
  notTaken: number
  /** The response made of it, or the one whose mail came back. */
  submission: { id: string; reference: string | null; live: boolean; draft: boolean } | null
  /** Whether its sender could still send what is made of it: the current call takes answers, or has its time of grace. */
  completable: boolean
  /** Responses that it looks like. */
  likely: Likeness[]
}

const lists: Record<InboxList, Prisma.IncomingMailWhereInput> = {
  new: { status: 'NEW', kind: 'LETTER' },
  automatic: { status: 'NEW', kind: { not: 'LETTER' } },
  taken: { status: 'TAKEN' },
  aside: { status: 'SET_ASIDE' },
}

/** Which mails anybody may still read: none that belongs to a response that was withdrawn. */
const readable = {
  OR: [{ submissionId: null }, { submission: { status: { not: 'WITHDRAWN' } } }],
} satisfies Prisma.IncomingMailWhereInput

const listed = {
  id: true,
  kind: true,
  status: true,
  fromName: true,
  fromAddress: true,
  subject: true,
  arrivedAt: true,
} as const

/** A page of the call's mails, newest first; null for those who may not read them. */
export async function listIncoming(
  viewer: Viewer,
  callId: string,
  list: InboxList,
  range: KeyRange,
): Promise<(KeyPage<IncomingRow> & { counts: Record<InboxList, number> }) | null> {
  if (!may(viewer, 'workIntake')) return null
  const [page, counts] = await Promise.all([
    readByKey(
      range,
      mailsPerPage,
      ({ order, beyond, take }) =>
        db.incomingMail.findMany({
          where: {
            callId,
            ...lists[list],
            ...readable,
            ...(beyond === null ? {} : { id: { [order === 'asc' ? 'gt' : 'lt']: beyond } }),
          },
          orderBy: { id: order },
          take,
          select: { ...listed, _count: { select: { files: true } } },
        }),
      mail => mail.id,
    ),
    countLists(callId),
  ])
  const rows = page.rows.map(({ _count, fromName, fromAddress, arrivedAt, ...row }) => ({
    ...row,
    from: fromName || fromAddress || 'Nobody named',
    files: _count.files,
    arrivedAt: arrivedAt.toISOString(),
  }))
  return { ...page, rows, counts }
}

async function countLists(callId: string): Promise<Record<InboxList, number>> {
  const count = (list: InboxList) => db.incomingMail.count({ where: { callId, ...lists[list], ...readable } })
  const [fresh, automatic, taken, aside] = await Promise.all([count('new'), count('automatic'), count('taken'), count('aside')]) // prettier-ignore
  return { new: fresh, automatic, taken, aside }
}

/** One mail; null where there is none or the viewer may not read it. */
export async function getIncoming(viewer: Viewer, id: string): Promise<IncomingView | null> {
  if (!may(viewer, 'workIntake')) return null
  const mail = await db.incomingMail.findUnique({
    where: { id, ...readable },
    select: {
      ...listed,
      callId: true,
      source: true,
      sentAt: true,
      body: true,
      setAsideReason: true,
      files: { select: { id: true, name: true, bytes: true }, orderBy: { id: 'asc' } },
      submission: { select: { id: true, reference: true, status: true } },
    },
  })
  if (!mail) return null
  const { callId, body, fromName, submission, arrivedAt, sentAt, ...rest } = mail
  const call = await readCall({ isCurrent: true })
  const likely =
    mail.kind === 'LETTER' && !submission ? await likeMail({ callId, body, fromAddress: mail.fromAddress }) : []
  return {
    ...rest,
    from: fromName || mail.fromAddress || 'Nobody named',
    arrivedAt: arrivedAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    segments: foldMail(body),
    submission: submission && {
      id: submission.id,
      reference: submission.reference,
      live: submission.status === 'SUBMITTED',
      draft: submission.status === 'DRAFT',
    },
    completable: call !== null && takesAnswers(call, { createdAt: arrivedAt }, new Date()),
    notTaken: await countNotTaken(db, id),
    likely,
  }
}

const Noted = z.object({ notTaken: z.optional(z.int()) })

/** How many attachments of a mail were not taken, as was written down when it arrived. */
export async function countNotTaken(using: Transaction, mailId: string): Promise<number> {
  const entry = await using.auditEntry.findFirst({
    where: { thingKind: 'incomingMail', thingId: mailId, action: { in: ['mail.arrive', 'mail.bounce'] } },
    select: { details: true },
  })
  return Noted.safeParse(entry?.details).data?.notTaken ?? 0
}

/** The bytes of a mail as they came; a deed, since it shows everything. Null where there is none for this viewer. */
export async function openOriginal(viewer: Viewer, id: string): Promise<Readable | null> {
  if (!may(viewer, 'workIntake')) return null
  const mail = await db.incomingMail.findUnique({
    where: { id, ...readable },
    select: { storageKey: true, callId: true },
  })
  if (!mail) return null
  const opened = await (await fileStore()).open(mail.storageKey)
  if (opened) await record(db, deedOn(viewer, 'mail.readOriginal', { id, callId: mail.callId }))
  return opened
}

/** Opens a file that came with a mail or belongs to a response that staff enter; null where there is none for this viewer. */
export async function openIntakeFile(viewer: Viewer, id: string): Promise<OpenedFile | null> {
  if (!may(viewer, 'workIntake')) return null
  const entered = { submission: { status: 'DRAFT', channel: { not: 'form' } } } as const
  return openStoredFile({ id, removedAt: null, OR: [{ incomingMail: readable, submissionId: null }, entered] })
}

/** Holds a mail until the transaction ends. Null where there is none, or none for this viewer. */
export async function lockMail(tx: Transaction, viewer: Viewer, id: string) {
  if (!may(viewer, 'workIntake')) return null
  await tx.$queryRaw`SELECT 1 FROM "IncomingMail" WHERE "id" = ${id}::uuid FOR UPDATE`
  return tx.incomingMail.findUnique({ where: { id, ...readable } })
}

/** What an audit entry about a mail that arrived looks like. */
export function deedOn(viewer: Viewer, action: string, mail: { id: string; callId: string }) {
  return { actor: viewer, action, thing: { kind: 'incomingMail', id: mail.id }, callId: mail.callId }
}

/** The same answer for what is not there and for what is not theirs. */
export const noSuchMail = 'There is no such mail.'

/** Sets a mail aside that is no response. Twice is once, with the later reason. */
export function setAside(viewer: Viewer, { id, reason }: { id: string; reason: string }): Promise<Result> {
  return db.$transaction(async tx => {
    const mail = await lockMail(tx, viewer, id)
    if (!mail) return refused(noSuchMail)
    if (mail.status === 'TAKEN') return refused('This mail has become a response. Put it back first.')
    await tx.incomingMail.update({ where: { id }, data: { status: 'SET_ASIDE', setAsideReason: reason } })
    await record(tx, deedOn(viewer, 'mail.setAside', mail))
    return ok()
  })
}

/** Puts a mail back into the inbox: one that was set aside, or whose response was not sent yet, which is discarded. */
export function putBack(viewer: Viewer, id: string): Promise<Result> {
  return db.$transaction(async tx => {
    const mail = await lockMail(tx, viewer, id)
    if (!mail) return refused(noSuchMail)
    if (mail.status === 'NEW') return ok()
    if (mail.status === 'TAKEN' && mail.submissionId) {
      const discarded = await discard(tx, mail.submissionId)
      if (discarded === 'none') return refused('The response made of this mail was sent: it stays.')
      if (discarded === 'answering') return refused(senderAnswers)
    }
    await tx.incomingMail.update({
      where: { id },
      data: { status: 'NEW', setAsideReason: '', ...(mail.status === 'TAKEN' ? { submissionId: null } : {}) },
    })
    await record(tx, deedOn(viewer, 'mail.putBack', mail))
    return ok()
  })
}

/** Who wrote what staff enter, as drafts keep it. No page has this name: theirs are eight letters at least. */
export const staffWriter = 'staff:0'

/** Why a draft is neither sent nor discarded by staff. */
export const senderAnswers = 'Its sender is answering it: it can be neither sent nor discarded here.'

/**
 * Whether somebody wrote to this draft in their own browser, by their private link. A page without script has no name:
 * what it saved is known by being neither staff's nor older than that browser's key. The caller holds the row.
 */
export async function isAnsweredBySender(tx: Transaction, submissionId: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "DraftAnswer" a
    WHERE a."submissionId" = ${submissionId}::uuid AND a."writer" <> ${staffWriter} AND (a."writer" <> '' OR EXISTS (
      SELECT 1 FROM "PrivateKey" k
      WHERE k."submissionId" = a."submissionId" AND k."kind" = 'BROWSER' AND k."createdAt" <= a."savedAt"))
    LIMIT 1`
  return found.length > 0
}

/**
 * Deletes a draft that staff entered; files that came with a mail stay with the mail. Leaves alone what is none, and what
 * its sender is answering.
 */
export async function discard(tx: Transaction, submissionId: string): Promise<'discarded' | 'none' | 'answering'> {
  const [draft] = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Submission" WHERE "id" = ${submissionId}::uuid AND "status" = 'DRAFT' AND "channel" <> 'form' FOR UPDATE`
  if (!draft) return 'none'
  if (await isAnsweredBySender(tx, submissionId)) return 'answering'
  await tx.storedFile.updateMany({
    where: { submissionId, incomingMailId: { not: null } },
    data: { submissionId: null, position: null },
  })
  await tx.storedFile.updateMany({ where: { submissionId }, data: { position: null, removedAt: new Date() } })
  // a link to what is gone does not go out
  await tx.mail.deleteMany({ where: { submissionId, linkKind: 'RESUME', status: { not: 'SENT' } } })
  await tx.mail.updateMany({ where: { submissionId }, data: { submissionId: null, linkKind: null } })
  await tx.submission.delete({ where: { id: submissionId } })
  return 'discarded'
}

import { record } from '@/lib/data/audit'
import { eraseFiles, removeStored } from '@/lib/data/files'
import { forgetMails } from '@/lib/data/mail-keeping'
import { db, type Transaction } from '@/lib/db'
import { removeMailFiles } from '@/lib/mail/mail-files'
import { Prisma } from '@/prisma/generated/client'

const day = 86_400_000

/** After how many days an answer that was begun and never sent is deleted, as the privacy notice promises. */
export const daysUnsentKept = 60

/** When a draft was saved last: an answer, or a file; of what staff enter, also who gave it and how. */
const savedAt = Prisma.sql`coalesce(
  greatest(
    (SELECT max(a."savedAt") FROM "DraftAnswer" a WHERE a."submissionId" = s."id"),
    (SELECT max(f."createdAt") FROM "StoredFile" f WHERE f."submissionId" = s."id" AND f."incomingMailId" IS NULL),
    CASE WHEN s."channel" <> 'form' THEN s."updatedAt" END
  ), s."updatedAt")`

/**
 * Deletes what was begun and not saved for sixty days, with its keys, answers, files and mails; a letter that it was made
 * of goes back to the inbox. Answers how many it deleted, `most` at most. Safe to run twice, and side by side.
 */
export async function eraseUnsent(now = new Date(), most = 200): Promise<number> {
  const before = new Date(now.getTime() - daysUnsentKept * day)
  const due = await db.$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM "Submission" s
    WHERE s."status" = 'DRAFT' AND s."createdAt" < ${before} AND ${savedAt} < ${before}
    ORDER BY s."createdAt" LIMIT ${most}`
  let erased = 0
  for (const { id } of due) if (await eraseDraft(id, before)) erased += 1
  return erased
}

async function eraseDraft(id: string, before: Date): Promise<boolean> {
  const left = await db.$transaction(async tx => {
    const held = await holdDraft(tx, id, before)
    if (!held) return null
    await returnLetter(tx, id)
    const storageKeys = await eraseFiles(tx, id)
    const mails = await forgetMails(tx, id)
    await tx.submission.delete({ where: { id }, select: { id: true } })
    const thing = { kind: 'submission', id }
    await record(tx, { actor: 'portal', action: 'submission.eraseUnsent', thing, callId: held.callId })
    return { storageKeys, mails }
  })
  if (!left) return false
  await removeMailFiles(left.mails)
  await removeStored(left.storageKeys)
  return true
}

/** Asks again once nobody else can save it: in a statement of its own, which sees what was saved while it waited. */
async function holdDraft(tx: Transaction, id: string, before: Date): Promise<{ callId: string } | null> {
  await tx.$queryRaw`SELECT 1 FROM "Submission" WHERE "id" = ${id}::uuid FOR UPDATE`
  const [held] = await tx.$queryRaw<{ callId: string }[]>`
    SELECT s."callId" FROM "Submission" s
    WHERE s."id" = ${id}::uuid AND s."status" = 'DRAFT' AND ${savedAt} < ${before}`
  return held ?? null
}

/** A letter was sent to us: it stays, with what came with it, for somebody to decide about. */
async function returnLetter(tx: Transaction, submissionId: string): Promise<void> {
  await tx.storedFile.updateMany({
    where: { submissionId, incomingMailId: { not: null } },
    data: { submissionId: null, position: null, removedAt: null },
  })
  await tx.incomingMail.updateMany({
    where: { submissionId, status: 'TAKEN' },
    data: { status: 'NEW', submissionId: null },
  })
}

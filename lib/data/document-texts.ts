import { buffer } from 'node:stream/consumers'

import { writeSearch } from '@/lib/data/submission-search'
import { db, type Transaction } from '@/lib/db'
import { documentTypes } from '@/lib/domain/material'
import { documentText } from '@/lib/files/document-text'
import { scans } from '@/lib/files/scan'
import { fileStore } from '@/lib/files/store'
import { queueJob } from '@/lib/jobs/queue'
import type { Prisma } from '@/prisma/generated/client'

const batch = 20

/** Documents of what was sent whose text nobody has looked for yet. What holds a virus has no bytes any more. */
const unread = {
  text: null,
  type: { in: [...documentTypes] },
  position: { not: null },
  scan: { not: 'INFECTED' },
  submission: {
    status: { in: ['SUBMITTED', 'QUARANTINED'] },
    // not open for a correction; what was never opened for one may have no list at all
    OR: [{ answeredSteps: { isEmpty: true } }, { answeredSteps: { equals: null } }],
  },
} satisfies Prisma.StoredFileWhereInput

/** Lets the documents of a response that was just sent, or corrected, be read in the background. */
export async function queueDocuments(tx: Transaction, submissionId: string): Promise<void> {
  const rows = await tx.storedFile.findMany({ where: { ...unread, submissionId }, select: { id: true } })
  for (const { id } of rows) await queueJob(tx, 'read-document', id)
}

/**
 * Keeps the text of a document as the first version of a Text of kind DOCUMENT, whose field is the file's id. A file that
 * waits for the virus scanner is left alone, as is one that belongs to nothing sent. Safe to run twice, and side by side.
 */
export async function readDocument(fileId: string): Promise<void> {
  const where = { ...unread, id: fileId, ...(scans() ? { scan: 'CLEAN' as const } : {}) }
  const file = await db.storedFile.findFirst({ where, select: { storageKey: true, type: true } })
  const stream = file && (await (await fileStore()).open(file.storageKey))
  if (!file || !stream) return
  const body = await documentText(await buffer(stream), file.type)
  await db.$transaction(tx => keepText(tx, fileId, body))
}

async function keepText(tx: Transaction, fileId: string, body: string): Promise<void> {
  // with the response held: it may have been withdrawn, or opened for a correction, while the document was read
  await tx.$queryRaw`
    SELECT 1 FROM "Submission" s JOIN "StoredFile" f ON f."submissionId" = s."id" WHERE f."id" = ${fileId}::uuid
    FOR NO KEY UPDATE OF s`
  const file = await tx.storedFile.findFirst({ where: { ...unread, id: fileId }, select: { submissionId: true } })
  if (!file?.submissionId) return
  await tx.storedFile.update({
    where: { id: fileId },
    data: { text: body ? 'READ' : 'NONE' },
    select: { id: true },
  })
  if (!body) return
  const { submissionId } = file
  await tx.text.create({
    data: { submissionId, kind: 'DOCUMENT', field: fileId, versions: { create: { number: 1, body } } },
    select: { id: true },
  })
  await writeSearch(tx, submissionId)
}

/** Reads what was sent before documents were read, and what waited for the scanner. Answers how many it looked at. */
export async function readWaitingDocuments(): Promise<number> {
  const where = { ...unread, ...(scans() ? { scan: 'CLEAN' as const } : {}) }
  const waiting = await db.storedFile.findMany({
    where,
    select: { id: true },
    orderBy: { createdAt: 'asc' },
    take: batch,
  })
  for (const { id } of waiting) await readDocument(id)
  return waiting.length
}

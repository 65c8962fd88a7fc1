import { stat } from 'node:fs/promises'

import { removeStored } from '@/lib/data/files'
import { queueMail } from '@/lib/data/mail-queue'
import { db } from '@/lib/db'
import { exportDays, ExportFilters, exportKindNames, type ExportWish } from '@/lib/domain/export'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { queueJob } from '@/lib/jobs/queue'
import { composeExportMail } from '@/lib/mail/export-ready'
import { Prisma } from '@/prisma/generated/client'

/** An export that one process works on. */
export type ClaimedExport = { id: string; callId: string; personId: string; origin: string; wish: ExportWish }

const day = 86_400_000
const quiet = 30_000

/** Takes an export to work on; null where somebody else is at it, or it is done or gone. */
export async function claimExport(id: string): Promise<ClaimedExport | null> {
  const now = new Date()
  const [row] = await db.export.updateManyAndReturn({
    where: {
      id,
      status: { in: ['WAITING', 'RUNNING'] },
      OR: [{ heardAt: null }, { heardAt: { lt: new Date(now.getTime() - quiet) } }],
    },
    data: { status: 'RUNNING', progress: 0, startedAt: now, heardAt: now },
    select: { callId: true, personId: true, origin: true, what: true, format: true, filters: true },
  })
  if (!row) return null
  const { what, format, filters, ...claimed } = row
  return { id, ...claimed, wish: { what, format, filters: ExportFilters.parse(filters) } }
}

/** Who asked, as they are now; null where the account has ended or may export no more. */
export async function exporterOf(personId: string): Promise<Viewer | null> {
  const person = await db.person.findUnique({
    where: { id: personId, disabledAt: null },
    select: { id: true, name: true, email: true, role: true, team: { select: { id: true, name: true, short: true } } },
  })
  const viewer = person && { ...person, sessionId: '' }
  return viewer && may(viewer, 'exportSubmissions') ? viewer : null
}

/** Says that somebody works on it, and how far they are. False where it was cancelled. */
export async function hearExport(id: string, percent: number | null): Promise<boolean> {
  const data = { heardAt: new Date(), ...(percent === null ? {} : { progress: Math.floor(percent) }) }
  const { count } = await db.export.updateMany({ where: { id, status: 'RUNNING' }, data })
  return count > 0
}

type Made = { rows: number; fileName: string; key: string; put: () => Promise<void> }

/** Keeps the bytes, then the row that knows them, with a mail where it took its time. False where it was cancelled meanwhile. */
export async function settleExport({ id, personId, wish }: ClaimedExport, part: string, made: Made): Promise<boolean> {
  const { size } = await stat(/* turbopackIgnore: true */ part)
  await made.put()
  const finishedAt = new Date()
  return db.$transaction(async tx => {
    const [done] = await tx.export.updateManyAndReturn({
      where: { id, status: 'RUNNING' },
      data: {
        status: 'DONE',
        progress: 100,
        rows: made.rows,
        fileName: made.fileName,
        storageKey: made.key,
        bytes: size,
        finishedAt,
        expiresAt: new Date(finishedAt.getTime() + exportDays * day),
      },
      select: { background: true },
    })
    if (!done) return false
    const person = await tx.person.findUnique({
      where: { id: personId, disabledAt: null },
      select: { name: true, email: true },
    })
    if (done.background && person) {
      const mail = composeExportMail({ name: person.name, what: exportKindNames[wish.what], rows: made.rows })
      await queueMail(tx, { key: `export:${id}`, toAddress: person.email, ...mail })
    }
    return true
  })
}

/** It failed, or (`again`) was stopped and waits to be begun anew. */
export async function setExportAside(id: string, again: boolean): Promise<void> {
  const now = new Date()
  await db.export.updateMany({
    where: { id, status: 'RUNNING' },
    data: again
      ? { status: 'WAITING', progress: 0, heardAt: null }
      : { status: 'FAILED', progress: 0, finishedAt: now, expiresAt: new Date(now.getTime() + exportDays * day) },
  })
}

/** Queues again what nobody has worked on for half a minute: the process that did was killed. For the worker. */
export async function requeueStrandedExports(): Promise<void> {
  const before = new Date(Date.now() - quiet)
  const stranded = await db.export.findMany({
    where: {
      status: { in: ['WAITING', 'RUNNING'] },
      OR: [{ heardAt: { lt: before } }, { heardAt: null, createdAt: { lt: before } }],
    },
    select: { id: true },
  })
  await db.$transaction(async tx => {
    for (const { id } of stranded) await queueJob(tx, 'make-export', id)
  })
}

/**
 * Whether `"Export" x` may hold what respondents took back since it was read: somebody withdrew, or (in the queue of
 * calls) does not wish to be telephoned any more. Which submissions a file holds is not kept, so all of the call count.
 */
export const staleSql = Prisma.sql`(EXISTS (
    SELECT 1 FROM "Submission" s WHERE s."callId" = x."callId" AND s."withdrawnAt" >= x."startedAt")
  OR x."what" = 'FOLLOW_UPS' AND EXISTS (
    SELECT 1 FROM "Consent" k JOIN "Submission" s ON s."id" = k."submissionId"
    WHERE s."callId" = x."callId" AND k."kind" = 'TELEPHONE' AND k."answer" = 'NO' AND k."givenAt" >= x."startedAt"))`

/** Deletes, with their bytes, exports that are past their days, are stale, or whose reader may have them no more. Answers how many. */
export async function dropExpiredExports(now = new Date()): Promise<number> {
  const rows = await db.$queryRaw<{ storageKey: string | null }[]>`
    DELETE FROM "Export" x USING "Person" p WHERE p."id" = x."personId" AND x."status" IN ('DONE', 'FAILED')
      AND (x."expiresAt" <= ${now} OR p."disabledAt" IS NOT NULL OR p."teamId" IS NULL OR ${staleSql})
    RETURNING x."storageKey"`
  await removeStored(rows.flatMap(({ storageKey }) => storageKey ?? []))
  return rows.length
}

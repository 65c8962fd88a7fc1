import { record, type Actor, type Deed } from '@/lib/data/audit'
import { db, type Transaction } from '@/lib/db'
import { approvingRoles, reportStatusAfter, type ReportEvent } from '@/lib/domain/report'
import type { Prisma } from '@/prisma/generated/client'

/** What is answered where somebody decides about a report that is no longer the one they read. */
export const reportChanged = 'The report has changed since you opened it. Read it again before you decide.'
export const noSuchSection = 'There is no such section.'

/** Everything that rules about a report ask for. */
const recordInclude = {
  sections: { include: { updatedBy: { select: { name: true } } }, orderBy: [{ position: 'asc' }, { id: 'asc' }] },
  works: { orderBy: { id: 'asc' } },
  kept: { include: { person: { select: { name: true } } } },
  reviews: { include: { reviewer: { select: { name: true } } }, orderBy: { createdAt: 'asc' } },
} as const satisfies Prisma.ReportInclude

/** A report with all that belongs to it. Never leaves lib/data. */
export type ReportRecord = Prisma.ReportGetPayload<{ include: typeof recordInclude }>
export type SectionRecord = ReportRecord['sections'][number]

/** The report of a call as it stands; null where nobody has begun it. */
export function findReport(callId: string, tx: Transaction = db): Promise<ReportRecord | null> {
  return tx.report.findUnique({ where: { callId }, include: recordInclude })
}

/** The report of a call, begun where there is none, its row held until the transaction ends. Null where there is no such call. */
export async function lockReport(tx: Transaction, callId: string): Promise<ReportRecord | null> {
  const call = await tx.call.findUnique({ where: { id: callId }, select: { name: true } })
  if (!call) return null
  await tx.report.createMany({ data: { callId, title: call.name }, skipDuplicates: true })
  await tx.$queryRaw`SELECT 1 FROM "Report" WHERE "callId" = ${callId}::uuid FOR UPDATE`
  return findReport(callId, tx)
}

/** Makes a change count: another version, so that what was approved is approved no more. Answers the version that then stands. */
export async function touchReport(tx: Transaction, report: ReportRecord, data: Prisma.ReportUpdateInput = {}) {
  const status = reportStatusAfter(report.status, 'edit') ?? report.status
  await tx.report.update({ where: { id: report.id }, data: { ...data, status, version: { increment: 1 } } })
  return report.version + 1
}

/** Whether others have this text before them: it is not changed without a deed of somebody's own. */
export function waitsForReaders({ status }: Pick<ReportRecord, 'status'>): boolean {
  return status === 'IN_REVIEW' || status === 'APPROVED'
}

/** Brings about what follows from an event. */
export async function advance(tx: Transaction, report: ReportRecord, event: ReportEvent): Promise<void> {
  const status = reportStatusAfter(report.status, event)
  if (status) await tx.report.update({ where: { id: report.id }, data: { status } })
}

/** Writes down what was done to a report. */
export async function recordReport(
  tx: Transaction,
  actor: Actor,
  action: string,
  report: Pick<ReportRecord, 'id' | 'callId' | 'version'>,
  details: Deed['details'] = {},
): Promise<void> {
  const thing = { kind: 'report', id: report.id }
  await record(tx, { actor, action, thing, callId: report.callId, details: { version: report.version, ...details } })
}

/** The teams that answer for a report: those with somebody who can approve. */
export function reviewingTeams(tx: Transaction = db): Promise<{ id: string; short: string }[]> {
  return tx.team.findMany({
    where: { people: { some: { disabledAt: null, role: { in: approvingRoles } } } },
    select: { id: true, short: true },
    orderBy: { short: 'asc' },
  })
}

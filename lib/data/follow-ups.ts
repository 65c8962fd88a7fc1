import { standsForItself } from '@/lib/data/merging'
import { db, type Transaction } from '@/lib/db'
import type { ExportColumn, ExportTable, ExportValue } from '@/lib/domain/export'
import {
  endOfLondonDay,
  outcomeNames,
  timesWithoutContact,
  type CallOutcome,
  type FollowUpFilter,
  type FollowUpShow,
} from '@/lib/domain/follow-up'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { Prisma } from '@/prisma/generated/client'

const perPage = 50

/** One respondent in the queue: nothing by which they could be called. Times are ISO strings. */
export type FollowUpRow = {
  reference: string
  title: string
  organisationName: string
  bestTimes: string
  attempts: number
  last: { outcome: CallOutcome; at: string } | null
  /** When to call next; `due` from the beginning of that day. */
  nextAt: string | null
  due: boolean
  closedAt: string | null
  /** Who makes the call. */
  taker: { name: string; team: string; mine: boolean } | null
}

export type FollowUpPage = {
  rows: FollowUpRow[]
  total: number
  /** How many each part of the queue holds, `OPEN` being all that is open. */
  counts: Record<FollowUpShow | 'OPEN', number>
  more: boolean
}

/** The answer to “May we telephone you?” that is in force for a submission. A join by it leaves nothing once it is a no. */
const saidYes = Prisma.sql`JOIN "Consent" k ON k."submissionId" = s."id" AND k."kind" = 'TELEPHONE'
  AND k."answer" = 'YES' AND k."supersededAt" IS NULL`

const untried = Prisma.sql`NOT EXISTS (SELECT 1 FROM "CallAttempt" a WHERE a."submissionId" = s."id")`

function shown(show: FollowUpShow | null, now: Date): Prisma.Sql {
  if (show === 'CLOSED') return Prisma.sql`f."closedAt" IS NOT NULL`
  if (show === 'DUE') return Prisma.sql`f."closedAt" IS NULL AND f."nextAt" < ${endOfLondonDay(now)}`
  return show === 'UNTRIED' ? Prisma.sql`f."closedAt" IS NULL AND ${untried}` : Prisma.sql`f."closedAt" IS NULL`
}

function queueOf(viewer: Viewer, callId: string, who: FollowUpFilter['who']): Prisma.Sql {
  const from = Prisma.sql`FROM "Submission" s ${saidYes} LEFT JOIN "FollowUp" f ON f."submissionId" = s."id"
    WHERE s."callId" = ${callId}::uuid AND s."status" = 'SUBMITTED' AND ${standsForItself}`
  if (who === 'MINE') return Prisma.sql`${from} AND f."personId" = ${viewer.id}::uuid`
  if (who !== 'TEAM') return from
  return Prisma.sql`${from} AND EXISTS (
    SELECT 1 FROM "Assignment" n JOIN "Person" h ON h."id" = n."personId"
    WHERE n."submissionId" = s."id" AND h."teamId" = ${viewer.team?.id ?? null}::uuid)`
}

type Row = {
  reference: string
  title: string | null
  organisationName: string | null
  bestTimes: string | null
  attempts: number
  outcome: CallOutcome | null
  calledAt: Date | null
  nextAt: Date | null
  closedAt: Date | null
  personId: string | null
  personName: string | null
  team: string | null
}

function viewOf(viewer: Viewer, row: Row, now: Date): FollowUpRow {
  return {
    reference: row.reference,
    title: row.title ?? '',
    organisationName: row.organisationName ?? '',
    bestTimes: timesWithoutContact(row.bestTimes ?? ''),
    attempts: row.attempts,
    last: row.outcome && row.calledAt ? { outcome: row.outcome, at: row.calledAt.toISOString() } : null,
    nextAt: row.nextAt?.toISOString() ?? null,
    due: row.nextAt !== null && row.nextAt < endOfLondonDay(now),
    closedAt: row.closedAt?.toISOString() ?? null,
    taker: row.personId ? { name: row.personName ?? '', team: row.team ?? '', mine: row.personId === viewer.id } : null,
  }
}

/** What is due first, the longest due before the others; then what has no date, as it was sent; then what has one ahead. */
async function readRows(queue: Prisma.Sql, now: Date, take: { most: number; skip: number }): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT s."reference", s."title", s."organisationName", d."bestTimes", f."nextAt", f."closedAt", f."personId",
      p."name" AS "personName", t."short" AS "team", l."outcome"::text AS "outcome", l."calledAt",
      (SELECT count(*)::int FROM "CallAttempt" a WHERE a."submissionId" = s."id") AS "attempts"
    FROM (
      SELECT s."id", CASE WHEN f."nextAt" < ${endOfLondonDay(now)} THEN 0 WHEN f."nextAt" IS NULL THEN 1 ELSE 2 END AS "turn",
        f."nextAt", s."submittedAt" ${queue}
      ORDER BY 2, 3, 4, 1 LIMIT ${take.most} OFFSET ${take.skip}
    ) q JOIN "Submission" s ON s."id" = q."id"
    LEFT JOIN "ContactDetails" d ON d."submissionId" = s."id"
    LEFT JOIN "FollowUp" f ON f."submissionId" = s."id"
    LEFT JOIN "Person" p ON p."id" = f."personId" LEFT JOIN "Team" t ON t."id" = p."teamId"
    LEFT JOIN LATERAL (
      SELECT a."outcome", a."calledAt" FROM "CallAttempt" a WHERE a."submissionId" = s."id"
      ORDER BY a."calledAt" DESC, a."id" DESC LIMIT 1) l ON true
    ORDER BY q."turn", q."nextAt", q."submittedAt", q."id"`
}

/**
 * A page of those who may be telephoned, by what is due: respondents of live submissions that stand for themselves, as
 * long as their yes is in force. Null for who does not research.
 */
export async function listFollowUps(
  viewer: Viewer,
  callId: string,
  { show, who, page }: FollowUpFilter,
  now = new Date(),
): Promise<FollowUpPage | null> {
  if (!may(viewer, 'listFollowUps')) return null
  const queue = queueOf(viewer, callId, who)
  const part = Prisma.sql`${queue} AND ${shown(show, now)}`
  const [rows, counts] = await Promise.all([
    readRows(part, now, { most: perPage + 1, skip: (page - 1) * perPage }),
    countParts(queue, now),
  ])
  return {
    rows: rows.slice(0, perPage).map(row => viewOf(viewer, row, now)),
    total: counts[show ?? 'OPEN'],
    counts,
    more: rows.length > perPage,
  }
}

async function countParts(queue: Prisma.Sql, now: Date): Promise<FollowUpPage['counts']> {
  const [found] = await db.$queryRaw<{ open: number; due: number; untried: number; closed: number }[]>`
    SELECT count(*) FILTER (WHERE ${shown(null, now)})::int AS "open",
      count(*) FILTER (WHERE ${shown('DUE', now)})::int AS "due",
      count(*) FILTER (WHERE ${shown('UNTRIED', now)})::int AS "untried",
      count(*) FILTER (WHERE ${shown('CLOSED', now)})::int AS "closed"
    ${queue}`
  return { OPEN: found?.open ?? 0, DUE: found?.due ?? 0, UNTRIED: found?.untried ?? 0, CLOSED: found?.closed ?? 0 }
}

/** The viewer's own calls whose day has come, the longest due first, ten at most; empty for who does not research. */
export async function listDueCalls(viewer: Viewer, callId: string, now = new Date()): Promise<FollowUpRow[]> {
  if (!may(viewer, 'listFollowUps')) return []
  const part = Prisma.sql`${queueOf(viewer, callId, 'MINE')} AND ${shown('DUE', now)}`
  return (await readRows(part, now, { most: 10, skip: 0 })).map(row => viewOf(viewer, row, now))
}

/** Why a respondent is not to be called: they said no, or their submission is merged into another. Null where they may be. */
export async function whyNotCalled(tx: Transaction, submissionId: string): Promise<'consent' | 'merged' | null> {
  const [found] = await tx.$queryRaw<{ merged: boolean }[]>`
    SELECT NOT (${standsForItself}) AS "merged" FROM "Submission" s ${saidYes}
    WHERE s."id" = ${submissionId}::uuid AND s."status" = 'SUBMITTED'`
  if (!found) return 'consent'
  return found.merged ? 'merged' : null
}

const columns: readonly ExportColumn[] = [
  { key: 'reference', name: 'Reference' },
  { key: 'title', name: 'Title' },
  { key: 'organisation', name: 'Organisation' },
  { key: 'calls', name: 'Calls' },
  { key: 'lastOutcome', name: 'Last call' },
  { key: 'lastCalled', name: 'Last called' },
  { key: 'nextCall', name: 'Next call' },
  { key: 'taker', name: 'Taken by' },
  { key: 'team', name: 'Team' },
  { key: 'closed', name: 'Closed' },
]

/**
 * The queue as rows of a file, in its order. The best times stay out: respondents write names and numbers there. Whose it
 * is to have, the caller asks.
 */
export async function followUpTable(
  viewer: Viewer,
  callId: string,
  { show, who }: Pick<FollowUpFilter, 'show' | 'who'>,
  now = new Date(),
): Promise<ExportTable> {
  const queue = queueOf(viewer, callId, who)
  const counts = await countParts(queue, now)
  return {
    columns,
    total: counts[show ?? 'OPEN'],
    rows: allRows(Prisma.sql`${queue} AND ${shown(show, now)}`, now),
  }
}

/** Read at once: there is one row for each respondent who said yes, and its order moves with every call. */
async function* allRows(part: Prisma.Sql, now: Date): AsyncGenerator<ExportValue[]> {
  for (const row of await readRows(part, now, { most: 1_000_000, skip: 0 })) {
    yield [
      ...[row.reference, row.title, row.organisationName, row.attempts],
      ...[row.outcome && outcomeNames[row.outcome], row.calledAt, row.nextAt],
      ...[row.personName, row.team, row.closedAt],
    ]
  }
}

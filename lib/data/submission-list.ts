import { readByKey, type KeyPage, type KeyRange } from '@/lib/data/key-page'
import { countMatches, matching, type FacetCounts } from '@/lib/data/submission-matching'
import { unmerged } from '@/lib/data/merging'
import { openCodings, openComments, standing } from '@/lib/data/open-work'
import { db } from '@/lib/db'
import type { Cursor } from '@/lib/domain/cursor'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import type { Decision, Stage } from '@/lib/domain/submission'
import type { SubmissionFilter } from '@/lib/domain/submission-filter'
import { Prisma } from '@/prisma/generated/client'

/** Rows of one page. */
export const submissionsPerPage = 25

/** One submission in the list: nothing personal. Times are ISO strings. */
export type SubmissionRowView = {
  reference: string
  title: string
  organisationName: string
  places: string[]
  stage: Stage
  decision: Decision | null
  assignees: { name: string; team: string }[]
  tags: number
  comments: number
  submittedAt: string
  /** Corrected after settling, and no lead has looked since. */
  unseenCorrection: boolean
  /** How many sent this same text; 1 where nobody else did. Only the first of them is in the list. */
  senders: number
}

export type SubmissionListView = KeyPage<SubmissionRowView, Cursor> & {
  total: number
  /** A campaign's text counts once. */
  texts: number
  counts: FacetCounts
}

/**
 * A page of the call's submissions, newest first, without drafts, withdrawn and merged ones; of a campaign's text the
 * first sender's. Null for who may not see any.
 */
export async function listSubmissions(
  viewer: Viewer,
  callId: string,
  filter: SubmissionFilter,
  page: KeyRange<Cursor>,
): Promise<SubmissionListView | null> {
  if (!may(viewer, 'listSubmissions')) return null
  const asked = { viewerId: viewer.id, callId, filter }
  const [keys, counts] = await Promise.all([findPage(matching(asked), page), countMatches(asked)])
  return {
    ...keys,
    ...counts,
    rows: await readRows(
      viewer,
      keys.rows.map(key => key.id),
    ),
  }
}

function findPage(where: Prisma.Sql, page: KeyRange<Cursor>): Promise<KeyPage<Cursor, Cursor>> {
  return readByKey(
    page,
    submissionsPerPage,
    ({ order, beyond, take }) => keysOf(where, beyond, order, take),
    key => key,
  )
}

function keysOf(where: Prisma.Sql, beyond: Cursor | null, order: 'asc' | 'desc', take: number): Promise<Cursor[]> {
  const direction = order === 'asc' ? Prisma.sql`>` : Prisma.sql`<`
  const sorted = order === 'asc' ? Prisma.sql`k."at", k."id"` : Prisma.sql`k."at" DESC, k."id" DESC`
  const within = beyond
    ? Prisma.sql`AND (k."at", k."id") ${direction} (${beyond.at}::timestamptz, ${beyond.id}::uuid)`
    : Prisma.empty
  // of a campaign's text only the first sender's that passes the filter
  return db.$queryRaw<Cursor[]>`
    SELECT k."id", k."at" FROM (
      SELECT s."id", s."submittedAt" AS "at", s."textHash" FROM "Submission" s WHERE ${where}
    ) k
    WHERE (k."textHash" IS NULL OR NOT EXISTS (
      SELECT 1 FROM "Submission" s
      WHERE ${where} AND s."textHash" = k."textHash" AND (s."submittedAt", s."id") < (k."at", k."id")))
      ${within} ORDER BY ${sorted} LIMIT ${take}`
}

async function countSenders(callIds: string[], hashes: string[]): Promise<Map<string, number>> {
  const rows = await db.submission.groupBy({
    by: ['callId', 'textHash'],
    where: { callId: { in: callIds }, textHash: { in: hashes }, status: 'SUBMITTED', ...unmerged },
    _count: true,
  })
  return new Map(rows.map(row => [`${row.callId}:${row.textHash}`, row._count]))
}

async function readRows(viewer: Viewer, ids: string[]): Promise<SubmissionRowView[]> {
  const rows = await db.submission.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      callId: true,
      textHash: true,
      reference: true,
      title: true,
      organisationName: true,
      stage: true,
      decision: true,
      submittedAt: true,
      correctedSettled: true,
      places: { select: { place: { select: { name: true } } }, orderBy: { place: { position: 'asc' } } },
      assignments: {
        select: { person: { select: { name: true, team: { select: { short: true } } } } },
        orderBy: { assignedAt: 'asc' },
      },
      _count: {
        select: {
          codings: { where: { textVersionId: null, ...standing, ...openCodings(viewer) } },
          comments: { where: openComments(viewer) },
        },
      },
    },
  })
  const hashes = rows.flatMap(({ textHash }) => textHash ?? [])
  const senders = await countSenders([...new Set(rows.map(({ callId }) => callId))], hashes)
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    if (!row?.reference || !row.submittedAt) return []
    return {
      reference: row.reference,
      title: row.title ?? '',
      organisationName: row.organisationName ?? '',
      places: row.places.map(({ place }) => place.name),
      stage: row.stage,
      decision: row.decision,
      assignees: row.assignments.map(({ person }) => ({ name: person.name, team: person.team?.short ?? '' })),
      tags: row._count.codings,
      comments: row._count.comments,
      submittedAt: row.submittedAt.toISOString(),
      unseenCorrection: row.correctedSettled,
      senders: senders.get(`${row.callId}:${row.textHash}`) ?? 1,
    }
  })
}

import { readByKey, type KeyPage, type KeyRange } from '@/lib/data/key-page'
import { countMatches, matching, type FacetCounts } from '@/lib/data/submission-matching'
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
}

export type SubmissionListView = KeyPage<SubmissionRowView, Cursor> & { total: number; counts: FacetCounts }

/** A page of the call's submissions, newest first, without drafts and withdrawn ones. Null for who may not see any. */
export async function listSubmissions(
  viewer: Viewer,
  callId: string,
  filter: SubmissionFilter,
  page: KeyRange<Cursor>,
): Promise<SubmissionListView | null> {
  if (!may(viewer, 'listSubmissions')) return null
  const asked = { viewerId: viewer.id, callId, filter }
  const [keys, counts] = await Promise.all([findPage(matching(asked), page), countMatches(asked)])
  return { ...keys, ...counts, rows: await readRows(keys.rows.map(key => key.id)) }
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
  const sorted = order === 'asc' ? Prisma.sql`s."submittedAt", s."id"` : Prisma.sql`s."submittedAt" DESC, s."id" DESC`
  const within = beyond
    ? Prisma.sql`AND (s."submittedAt", s."id") ${direction} (${beyond.at}::timestamptz, ${beyond.id}::uuid)`
    : Prisma.empty
  return db.$queryRaw<Cursor[]>`
    SELECT s."id", s."submittedAt" AS "at" FROM "Submission" s
    WHERE ${where} ${within} ORDER BY ${sorted} LIMIT ${take}`
}

async function readRows(ids: string[]): Promise<SubmissionRowView[]> {
  const rows = await db.submission.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
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
      _count: { select: { codings: { where: { textVersionId: null } }, comments: true } },
    },
  })
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
    }
  })
}

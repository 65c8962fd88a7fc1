import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import type { Decision, Stage } from '@/lib/domain/submission'
import type { Cursor, SubmissionFilter } from '@/lib/domain/submission-filter'
import { countMatches, matching, type FacetCounts } from '@/lib/data/submission-matching'
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
}

export type SubmissionListView = {
  rows: SubmissionRowView[]
  total: number
  counts: FacetCounts
  newer: Cursor | null
  older: Cursor | null
}

type Page = { after: Cursor | null; before: Cursor | null }

/** A page of the call's submissions, newest first, without drafts and withdrawn ones. Null for who may not see any. */
export async function listSubmissions(
  viewer: Viewer,
  callId: string,
  filter: SubmissionFilter,
  page: Page,
): Promise<SubmissionListView | null> {
  if (!may(viewer, 'listSubmissions')) return null
  const asked = { viewerId: viewer.id, callId, filter }
  const [keys, counts] = await Promise.all([findPage(matching(asked), page), countMatches(asked)])
  return { rows: await readRows(keys.found.map(key => key.id)), ...counts, newer: keys.newer, older: keys.older }
}

type Found = { found: Cursor[]; newer: Cursor | null; older: Cursor | null }

async function findPage(where: Prisma.Sql, { after, before }: Page): Promise<Found> {
  if (before) {
    const backwards = await keysOf(where, Prisma.sql`> (${before.submittedAt}::timestamptz, ${before.id}::uuid)`, 'ASC')
    // Fewer than a page are newer: the first page shows them and is full.
    if (backwards.length < submissionsPerPage) return findPage(where, { after: null, before: null })
    const found = backwards.slice(0, submissionsPerPage).reverse()
    return {
      found,
      newer: backwards.length > submissionsPerPage ? (found[0] ?? null) : null,
      older: found.at(-1) ?? null,
    }
  }
  const range = after ? Prisma.sql`< (${after.submittedAt}::timestamptz, ${after.id}::uuid)` : null
  const forwards = await keysOf(where, range, 'DESC')
  const found = forwards.slice(0, submissionsPerPage)
  return {
    found,
    newer: after ? (found[0] ?? after) : null,
    older: forwards.length > submissionsPerPage ? (found.at(-1) ?? null) : null,
  }
}

function keysOf(where: Prisma.Sql, range: Prisma.Sql | null, order: 'ASC' | 'DESC'): Promise<Cursor[]> {
  const within = range ? Prisma.sql`AND (s."submittedAt", s."id") ${range}` : Prisma.empty
  const sorted = order === 'ASC' ? Prisma.sql`s."submittedAt", s."id"` : Prisma.sql`s."submittedAt" DESC, s."id" DESC`
  return db.$queryRaw<Cursor[]>`
    SELECT s."id", s."submittedAt" FROM "Submission" s
    WHERE ${where} ${within} ORDER BY ${sorted} LIMIT ${submissionsPerPage + 1}`
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
    }
  })
}

import { openCodingsSql, openCommentsSql, standingSql } from '@/lib/data/open-work'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import type { Decision, Stage } from '@/lib/domain/submission'

/** What a list says of a submission: nothing personal. Times are ISO strings. */
export type RowFacts = {
  id: string
  reference: string
  title: string
  organisationName: string
  places: string[]
  stage: Stage
  decision: Decision | null
  /** ISO 639-1; null where it could not be told. */
  language: string | null
  assignees: { name: string; team: string }[]
  /** Codes on the whole, and codings of words, that the viewer may know of. */
  tags: number
  codings: number
  comments: number
  submittedAt: string
  /** Corrected after settling, and no lead has looked since. */
  unseenCorrection: boolean
  /** How many sent this same text; 1 where nobody else did. Only the first of them is in the list. */
  senders: number
}

/** Reads them in one query, in the order of the ids. */
export async function readRows(viewer: Viewer, ids: string[]): Promise<RowFacts[]> {
  if (ids.length === 0) return []
  const rows = await db.$queryRaw<(Omit<RowFacts, 'submittedAt'> & { submittedAt: Date })[]>`
    SELECT s."id", s."reference", coalesce(s."title", '') AS "title", coalesce(s."organisationName", '') AS "organisationName",
      ARRAY(SELECT p."name" FROM "SubmissionPlace" h JOIN "Place" p ON p."id" = h."placeId"
        WHERE h."submissionId" = s."id" ORDER BY p."position") AS "places",
      s."stage"::text, s."decision"::text, s."language",
      coalesce((SELECT json_agg(json_build_object('name', h."name", 'team', coalesce(t."short", '')) ORDER BY a."assignedAt")
        FROM "Assignment" a JOIN "Person" h ON h."id" = a."personId" LEFT JOIN "Team" t ON t."id" = h."teamId"
        WHERE a."submissionId" = s."id"), '[]'::json) AS "assignees",
      marks."tags", marks."codings",
      (SELECT count(*)::int FROM "Comment" k WHERE k."submissionId" = s."id" AND ${openCommentsSql(viewer)}) AS "comments",
      s."submittedAt", s."correctedSettled" AS "unseenCorrection",
      CASE WHEN s."textHash" IS NULL THEN 1 ELSE (
        SELECT count(*)::int FROM "Submission" o LEFT JOIN "Submission" i ON i."id" = o."mergedIntoId" AND i."status" = 'SUBMITTED'
        WHERE o."callId" = s."callId" AND o."textHash" = s."textHash" AND o."status" = 'SUBMITTED' AND i."id" IS NULL
      ) END AS "senders"
    FROM "Submission" s
    JOIN unnest(${ids}::uuid[]) WITH ORDINALITY AS asked("id", "place") ON asked."id" = s."id",
    LATERAL (
      SELECT count(*) FILTER (WHERE c."textVersionId" IS NULL)::int AS "tags",
        count(*) FILTER (WHERE c."textVersionId" IS NOT NULL)::int AS "codings"
      FROM "Coding" c WHERE c."submissionId" = s."id" AND ${standingSql} AND ${openCodingsSql(viewer)}
    ) marks
    ORDER BY asked."place"`
  return rows.map(row => ({ ...row, submittedAt: row.submittedAt.toISOString() }))
}

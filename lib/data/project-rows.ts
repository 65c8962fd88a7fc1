import { openCodingsSql, openCommentsSql, standingSql } from '@/lib/data/open-work'
import { standsForItself } from '@/lib/data/merging'
import { fileStandsSql, readableVersionSql } from '@/lib/data/submission-texts'
import type { Transaction } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import type { Decision, OrganisationType, Practice, Stage } from '@/lib/domain/submission'
import { Prisma } from '@/prisma/generated/client'

/** What goes out of whose view, in one snapshot of the database. */
export type ProjectScope = { tx: Transaction; viewer: Viewer; callId: string }

const live = ({ callId }: ProjectScope) =>
  Prisma.sql`s."callId" = ${callId}::uuid AND s."status" = 'SUBMITTED' AND ${standsForItself}`

/** How many submissions go out. */
export async function countSubmissions(scope: ProjectScope): Promise<number> {
  const [row] = await scope.tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Submission" s WHERE ${live(scope)}`
  return row?.count ?? 0
}

export type SubmissionRow = {
  id: string
  reference: string
  title: string | null
  organisation: string | null
  type: OrganisationType
  practice: Practice
  practiceOf: string | null
  communities: string[]
  neighbourhood: string | null
  places: string[]
  themes: string[]
  stage: Stage
  decision: Decision | null
  reason: string | null
  language: string | null
  received: Date
  /** When two began to code it, of what is settled. */
  doubleCoded: Date | null
  teams: string[]
  imported: unknown
}

/** Submissions after one, in the order of their ids. */
export function readSubmissions(scope: ProjectScope, after: string | null, take: number): Promise<SubmissionRow[]> {
  const beyond = after ? Prisma.sql`AND s."id" > ${after}::uuid` : Prisma.empty
  return scope.tx.$queryRaw<SubmissionRow[]>`
    SELECT s."id", s."reference", s."title", s."organisationName" AS "organisation", s."organisationType"::text AS "type",
      s."practice"::text, s."practiceOf", coalesce(s."communities", '{}') AS "communities", s."neighbourhood", s."stage"::text,
      s."decision"::text, s."decisionReason" AS "reason", s."language", s."submittedAt" AS "received", s."imported",
      CASE WHEN s."stage" = 'SETTLED' THEN s."doubleCodedAt" END AS "doubleCoded",
      ARRAY(SELECT p."name" FROM "SubmissionPlace" h JOIN "Place" p ON p."id" = h."placeId"
        WHERE h."submissionId" = s."id" ORDER BY p."position", p."name") AS "places",
      ARRAY(SELECT p."theme" FROM "SubmissionPrompt" h JOIN "Prompt" p ON p."id" = h."promptId"
        WHERE h."submissionId" = s."id" ORDER BY p."position", p."theme") AS "themes",
      ARRAY(SELECT DISTINCT t."short" FROM "Assignment" a JOIN "Person" p ON p."id" = a."personId"
        JOIN "Team" t ON t."id" = p."teamId" WHERE a."submissionId" = s."id" ORDER BY 1) AS "teams"
    FROM "Submission" s WHERE ${live(scope)} ${beyond} ORDER BY s."id" LIMIT ${take}`
}

export type SourceRow = {
  id: string
  submissionId: string
  kind: string
  field: string
  name: string
  createdAt: Date
  fileName: string | null
  calledAt: Date | null
  body: string
}

/** The texts of submissions as they are read now, answers first, the order the same in every portal. */
export function readSources({ tx }: ProjectScope, ids: string[], withBody: boolean): Promise<SourceRow[]> {
  return tx.$queryRaw<SourceRow[]>`
    SELECT v."id", t."submissionId", t."kind"::text, t."field", t."name", v."createdAt", f."name" AS "fileName", a."calledAt",
      ${withBody ? Prisma.sql`v."body"` : Prisma.sql`''`} AS "body"
    FROM "Submission" s JOIN "Text" t ON t."submissionId" = s."id" JOIN "TextVersion" v ON v."textId" = t."id"
    LEFT JOIN "StoredFile" f ON t."kind" = 'DOCUMENT' AND f."id"::text = t."field"
    LEFT JOIN "CallAttempt" a ON t."kind" = 'CALL_NOTE' AND a."id"::text = t."field"
    WHERE s."id" = ANY(${ids}::uuid[]) AND v."body" <> '' AND v."id" = ${readableVersionSql}
      AND (f."id" IS NULL OR ${fileStandsSql})
    ORDER BY s."id", CASE WHEN t."kind" <> 'ANSWER' THEN 9 ELSE
      coalesce(array_position(ARRAY['whatHappened', 'difference', 'learned'], t."field"), 8) END, v."id"`
}

export type CodingRow = {
  id: string
  submissionId: string
  codeId: string
  personId: string
  textVersionId: string | null
  start: number | null
  end: number | null
  memo: string
  agreed: boolean
  createdAt: Date
}

/** What stands coded in submissions as far as the viewer may know, but on no earlier version of a text. */
export function readCodings({ tx, viewer }: ProjectScope, ids: string[], versions: string[]): Promise<CodingRow[]> {
  return tx.$queryRaw<CodingRow[]>`
    SELECT c."id", c."submissionId", c."codeId", c."personId", c."textVersionId", c."spanStart" AS "start",
      c."spanEnd" AS "end", c."memo", c."agreed", c."createdAt"
    FROM "Coding" c JOIN "Submission" s ON s."id" = c."submissionId"
    WHERE c."submissionId" = ANY(${ids}::uuid[]) AND ${standingSql} AND ${openCodingsSql(viewer)}
      AND (c."textVersionId" IS NULL OR c."textVersionId" = ANY(${versions}::uuid[]))
    ORDER BY c."id"`
}

export type CommentRow = {
  id: string
  submissionId: string
  parentId: string | null
  authorId: string
  textVersionId: string | null
  start: number | null
  end: number | null
  body: string
  createdAt: Date
}

/** What was written beside submissions, as far as the viewer may know. */
export function readComments({ tx, viewer }: ProjectScope, ids: string[]): Promise<CommentRow[]> {
  return tx.$queryRaw<CommentRow[]>`
    SELECT k."id", k."submissionId", k."parentId", k."authorId", k."textVersionId", k."spanStart" AS "start",
      k."spanEnd" AS "end", k."body", k."createdAt"
    FROM "Comment" k WHERE k."submissionId" = ANY(${ids}::uuid[]) AND ${openCommentsSql(viewer)} ORDER BY k."id"`
}

export type SettlementRow = { agreedId: string; firstId: string | null; secondId: string | null }

/** What agreed codings came from, where all of them stand. */
export function readSettlements({ tx }: ProjectScope, ids: string[]): Promise<SettlementRow[]> {
  return tx.$queryRaw<SettlementRow[]>`
    SELECT e."agreedId", e."firstId", e."secondId" FROM "Settlement" e
    WHERE e."submissionId" = ANY(${ids}::uuid[]) AND e."agreedId" IS NOT NULL ORDER BY e."agreedId"`
}

/** Everybody whose work goes out, by name. */
export function readUsers(scope: ProjectScope): Promise<{ id: string; name: string }[]> {
  const { tx, viewer } = scope
  return tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT p."id", p."name" FROM "Person" p WHERE EXISTS (
        SELECT 1 FROM "Coding" c JOIN "Submission" s ON s."id" = c."submissionId"
        WHERE c."personId" = p."id" AND ${live(scope)} AND ${standingSql} AND ${openCodingsSql(viewer)})
      OR EXISTS (SELECT 1 FROM "Comment" k JOIN "Submission" s ON s."id" = k."submissionId"
        WHERE k."authorId" = p."id" AND ${live(scope)} AND ${openCommentsSql(viewer)})
    ORDER BY p."name", p."id"`
}

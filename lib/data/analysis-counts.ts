import { codedBy, countedCodings, countedSubmissions } from '@/lib/data/analysis-ground'
import { narrowing, type Asked } from '@/lib/data/submission-matching'
import { db } from '@/lib/db'
import type { AnalysisView } from '@/lib/domain/analysis'
import type { Count } from '@/lib/domain/analysis-table'
import { emptyFilter } from '@/lib/domain/submission-filter'
import { Prisma } from '@/prisma/generated/client'

/** What is to be counted: a view, whom it may count, and the keys of the rows. */
export type Counted = { asked: Asked; view: AnalysisView; rows: string[] }

/** How many submissions a view counts, of which kind, and how much is coded in them. */
export type GroundFigures = {
  submissions: number
  two: number
  senders: number
  segments: number
  tags: number
  /** Sent, and not settled yet: left out, or counted where the reader chose so. */
  unsettled: number
}

type Id = { id: string; key: string }
const pairs = (rows: readonly Id[]) =>
  Prisma.sql`unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ key }) => key)}::text[])`

/**
 * `ground`: the submissions whose codings count. `heard`: each unit that counts, with the submission whose codings
 * stand for it. `coding`: what counts of their codings, under each of the rows. Filters narrow who is heard.
 */
function withGround({ asked, view, rows }: Counted): Prisma.Sql {
  const senders = view.unit === 'senders'
  const wanted = asked.names.codes.filter(({ key }) => rows.includes(key))
  const all = { ...asked, filter: emptyFilter }
  const segments = view.unit === 'segments'
  return Prisma.sql`WITH "ground" AS MATERIALIZED (
      SELECT s."id", coalesce(s."textHash", s."id"::text) AS "text" FROM "Submission" s
      WHERE ${narrowing(senders ? all : asked)} AND ${countedSubmissions(view.count)} AND ${codedBy(view.coded)}
    ), "heard" AS (
      ${
        senders
          ? Prisma.sql`SELECT s."id", g."id" AS "codedId" FROM "Submission" s
              JOIN "ground" g ON g."text" = coalesce(s."textHash", s."id"::text) WHERE ${narrowing(asked)}`
          : Prisma.sql`SELECT "id", "id" AS "codedId" FROM "ground"`
      }
    ), "above" ("id", "key") AS (SELECT * FROM ${pairs(wanted)}
    ), "coding" AS (
      SELECT ${segments ? Prisma.empty : Prisma.sql`DISTINCT`} c."submissionId", a."key"
      FROM "Coding" c JOIN "ground" g ON g."id" = c."submissionId" JOIN "Submission" s ON s."id" = c."submissionId"
      JOIN "above" a ON a."id" = c."codeId"
      WHERE ${countedCodings(view.count)} ${segments ? Prisma.sql`AND c."textVersionId" IS NOT NULL` : Prisma.empty}
    )`
}

/** Every unit under its rows. */
export function countRows(counted: Counted): Promise<Count[]> {
  return db.$queryRaw<Count[]>`${withGround(counted)}
    SELECT c."key" AS "row", '' AS "column", count(*)::int AS "count"
    FROM "coding" c JOIN "heard" h ON h."codedId" = c."submissionId" GROUP BY 1`
}

/** Every unit under its rows and columns. */
export function countCells(counted: Counted, columns: 'period' | AnalysisView['by']): Promise<Count[]> {
  return db.$queryRaw<Count[]>`${withGround(counted)}, "member" AS (${membersOf(counted, columns)})
    SELECT c."key" AS "row", m."column", count(*)::int AS "count"
    FROM "coding" c JOIN "heard" h ON h."codedId" = c."submissionId" JOIN "member" m ON m."id" = h."id"
    GROUP BY 1, 2`
}

/** How many units there are under each column, coded with anything or not; under `''` all of them. */
export async function countBases(
  { asked, view }: Omit<Counted, 'rows'>,
  columns: 'period' | AnalysisView['by'] | null,
): Promise<Map<string, number>> {
  const counted = { asked, view, rows: [] }
  const unit =
    view.unit === 'segments'
      ? Prisma.sql`SELECT c."submissionId" AS "id" FROM "Coding" c JOIN "ground" g ON g."id" = c."submissionId"
          JOIN "Submission" s ON s."id" = c."submissionId"
          WHERE ${countedCodings(view.count)} AND c."textVersionId" IS NOT NULL`
      : Prisma.sql`SELECT "id" FROM "heard"`
  const members = columns
    ? membersOf(counted, columns)
    : Prisma.sql`SELECT NULL::uuid AS "id", '' AS "column" WHERE false`
  const rows = await db.$queryRaw<{ column: string; count: number }[]>`${withGround(counted)},
    "unit" AS MATERIALIZED (${unit}), "member" AS (${members})
    SELECT m."column", count(*)::int AS "count" FROM "unit" u JOIN "member" m ON m."id" = u."id" GROUP BY 1
    UNION ALL SELECT '', count(*)::int FROM "unit"`
  return new Map(rows.map(({ column, count }) => [column, count]))
}

/** Which columns a submission stands under: a place also under the one that holds it, each once. */
function membersOf({ asked, view }: Counted, columns: 'period' | AnalysisView['by']): Prisma.Sql {
  switch (columns) {
    case 'place':
      return Prisma.sql`SELECT DISTINCT h."submissionId" AS "id", p."key" AS "column" FROM "SubmissionPlace" h
        JOIN ${pairs(asked.names.places)} AS p("id", "key") ON p."id" = h."placeId"`
    case 'theme':
      return Prisma.sql`SELECT h."submissionId" AS "id", p."key" AS "column" FROM "SubmissionPrompt" h
        JOIN ${pairs(asked.names.themes)} AS p("id", "key") ON p."id" = h."promptId"`
    case 'team':
      return Prisma.sql`SELECT DISTINCT h."submissionId" AS "id", p."key" AS "column" FROM "Assignment" h
        JOIN ${pairs(asked.names.people)} AS p("id", "key") ON p."id" = h."personId"`
    case 'type':
      return Prisma.sql`SELECT s."id", s."organisationType"::text AS "column" FROM "Submission" s
        WHERE s."callId" = ${asked.callId}::uuid AND s."organisationType" IS NOT NULL`
    case 'period':
      return Prisma.sql`SELECT s."id", to_char(date_trunc(${view.period}, s."submittedAt" AT TIME ZONE 'Europe/London'),
        'YYYY-MM-DD') AS "column" FROM "Submission" s WHERE s."callId" = ${asked.callId}::uuid AND s."status" = 'SUBMITTED'`
  }
}

/** Rows that stand together: on overlapping words, or in the same submission. Each pair once, the smaller key as the row. */
export function countTogether(counted: Counted): Promise<Count[]> {
  const { view } = counted
  if (view.near === 'submission')
    return db.$queryRaw<Count[]>`${withGround(counted)}
      SELECT x."key" AS "row", y."key" AS "column", count(*)::int AS "count"
      FROM "coding" x JOIN "coding" y ON y."submissionId" = x."submissionId" AND x."key" < y."key"
      JOIN "heard" h ON h."codedId" = x."submissionId" GROUP BY 1, 2`
  const distinct = view.unit === 'segments' ? Prisma.empty : Prisma.sql`DISTINCT`
  return db.$queryRaw<Count[]>`${withGround(counted)}, "segment" AS MATERIALIZED (
      SELECT c."id", c."submissionId", c."textVersionId", c."spanStart", c."spanEnd", a."key"
      FROM "Coding" c JOIN "ground" g ON g."id" = c."submissionId" JOIN "Submission" s ON s."id" = c."submissionId"
      JOIN "above" a ON a."id" = c."codeId"
      WHERE ${countedCodings(view.count)} AND c."textVersionId" IS NOT NULL
    ), "pair" AS (
      SELECT ${distinct} x."submissionId", x."key" AS "row", y."key" AS "column"
      FROM "segment" x JOIN "segment" y ON y."textVersionId" = x."textVersionId" AND x."key" < y."key"
        AND y."spanStart" < x."spanEnd" AND y."spanEnd" > x."spanStart" AND x."id" <> y."id"
    )
    SELECT p."row", p."column", count(*)::int AS "count" FROM "pair" p
    JOIN "heard" h ON h."codedId" = p."submissionId" GROUP BY 1, 2`
}

/** Says what a view counts. */
export async function readGround({ asked, view }: Omit<Counted, 'rows'>): Promise<GroundFigures> {
  const all = { ...asked, filter: emptyFilter }
  const [[found], [sent]] = await Promise.all([
    db.$queryRaw<
      Omit<GroundFigures, 'unsettled'>[]
    >`${withGround({ asked, view, rows: [] })}, "counted" AS MATERIALIZED (
        SELECT c."textVersionId" IS NULL AS "tag" FROM "Coding" c JOIN "ground" g ON g."id" = c."submissionId"
        JOIN "Submission" s ON s."id" = c."submissionId" WHERE ${countedCodings(view.count)}
      )
      SELECT (SELECT count(*) FROM "ground")::int AS "submissions",
        (SELECT count(*) FROM "ground" g JOIN "Submission" s ON s."id" = g."id" WHERE s."doubleCodedAt" IS NOT NULL)::int AS "two",
        (SELECT count(*) FROM "heard")::int AS "senders",
        (SELECT count(*) FROM "counted" WHERE NOT "tag")::int AS "segments",
        (SELECT count(*) FROM "counted" WHERE "tag")::int AS "tags"`,
    db.$queryRaw<{ unsettled: number }[]>`SELECT count(*)::int AS "unsettled" FROM "Submission" s
      WHERE ${narrowing(view.unit === 'senders' ? all : asked)} AND s."stage" <> 'SETTLED'`,
  ])
  const none = { submissions: 0, two: 0, senders: 0, segments: 0, tags: 0 }
  return { ...(found ?? none), unsettled: sent?.unsettled ?? 0 }
}

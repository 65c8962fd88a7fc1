import { cached } from '@/lib/data/cached'
import { standsForItself, unmerged } from '@/lib/data/merging'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'

/** The cache tag of what has been heard so far. Whoever sends or withdraws a submission has it forgotten. */
export const heardTag = 'heard'

/**
 * How many submissions a call has had, and how many name each place (by key) or a place within it. Every sender of a
 * campaign's text counts; what was merged into another counts with that one, and what was imported was not heard here.
 */
export type HeardView = { submissions: number; places: Record<string, number> }

/** The head of a statement: `within` pairs each place of a call with itself and with every place that lies in it. */
export function placesWithin(callId: string): Prisma.Sql {
  return Prisma.sql`WITH RECURSIVE within (outer_id, inner_id) AS (
    SELECT "id", "id" FROM "Place" WHERE "callId" = ${callId}::uuid
    UNION
    SELECT within.outer_id, child."id" FROM within JOIN "Place" child ON child."parentId" = within.inner_id
  )`
}

/** Counts afresh. Figures by place are not to be added up: a submission can name several, and a parent holds its children. */
export async function readHeard(callId: string): Promise<HeardView> {
  const [submissions, rows] = await Promise.all([
    db.submission.count({ where: { callId, status: 'SUBMITTED', channel: { not: 'import' }, ...unmerged } }),
    db.$queryRaw<{ key: string; heard: number }[]>`
      ${placesWithin(callId)}
      SELECT place."key", count(DISTINCT s."id")::int AS heard
      FROM "Place" place
      JOIN within ON within.outer_id = place."id"
      LEFT JOIN "SubmissionPlace" named ON named."placeId" = within.inner_id
      LEFT JOIN "Submission" s ON s."id" = named."submissionId" AND s."status" = 'SUBMITTED'
        AND s."channel" <> 'import' AND ${standsForItself}
      WHERE place."callId" = ${callId}::uuid
      GROUP BY place."id"`,
  ])
  return { submissions, places: Object.fromEntries(rows.map(({ key, heard }) => [key, heard])) }
}

const cachedHeard = cached(readHeard, 'heard', heardTag)

/** What has been heard so far by place, for everyone, from the cache. Pages only. */
export function heardSoFar(callId: string): Promise<HeardView> {
  return cachedHeard(callId)
}

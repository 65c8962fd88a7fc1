import { standsForItself } from '@/lib/data/merging'
import { db } from '@/lib/db'
import { referencePrefix, type SubmissionFilter } from '@/lib/domain/submission-filter'
import { Prisma } from '@/prisma/generated/client'

/** Which submissions are asked for: those of one call that a filter lets through, `mine` being the viewer's. */
export type Asked = { viewerId: string; callId: string; filter: SubmissionFilter }

type Facet = 'stage' | 'theme' | 'place' | 'type' | 'decision'

/** How many submissions each value of a filter would show, by value (keys of prompts and places). None means 0. */
export type FacetCounts = Record<Facet, Record<string, number>>

/**
 * The filter as a condition on `"Submission" s`. Drafts, withdrawn submissions and
 * those merged into another never pass. `without` leaves one part
 * out, to count what its values would show.
 */
export function matching({ viewerId, callId, filter }: Asked, without?: Facet): Prisma.Sql {
  const applied: SubmissionFilter = without ? { ...filter, [without]: null } : filter
  const { q, stage, theme, place, type, team, mine, decision, corrected } = applied
  const conditions = [Prisma.sql`s."callId" = ${callId}::uuid`, Prisma.sql`s."status" = 'SUBMITTED'`, standsForItself]
  if (q) conditions.push(found(q))
  if (stage) conditions.push(Prisma.sql`s."stage" = ${stage}::"Stage"`)
  if (type) conditions.push(Prisma.sql`s."organisationType" = ${type}::"OrganisationType"`)
  if (decision === 'NONE') conditions.push(Prisma.sql`s."decision" IS NULL`)
  else if (decision) conditions.push(Prisma.sql`s."decision" = ${decision}::"Decision"`)
  if (theme) {
    conditions.push(Prisma.sql`EXISTS (
      SELECT 1 FROM "SubmissionPrompt" sp JOIN "Prompt" p ON p."id" = sp."promptId"
      WHERE sp."submissionId" = s."id" AND p."key" = ${theme})`)
  }
  if (place) {
    conditions.push(Prisma.sql`EXISTS (
      SELECT 1 FROM "SubmissionPlace" sl JOIN "Place" l ON l."id" = sl."placeId"
      LEFT JOIN "Place" above ON above."id" = l."parentId"
      WHERE sl."submissionId" = s."id" AND (l."key" = ${place} OR above."key" = ${place}))`)
  }
  if (team) {
    conditions.push(Prisma.sql`EXISTS (
      SELECT 1 FROM "Assignment" a JOIN "Person" h ON h."id" = a."personId" JOIN "Team" t ON t."id" = h."teamId"
      WHERE a."submissionId" = s."id" AND t."short" = ${team})`)
  }
  if (corrected) conditions.push(Prisma.sql`s."correctedSettled"`)
  if (mine) {
    conditions.push(Prisma.sql`EXISTS (
      SELECT 1 FROM "Assignment" a WHERE a."submissionId" = s."id" AND a."personId" = ${viewerId}::uuid)`)
  }
  return Prisma.join(conditions, ' AND ')
}

function found(q: string): Prisma.Sql {
  const prefix = referencePrefix(q)
  const words = Prisma.sql`s."search" @@ websearch_to_tsquery('english', ${q})`
  return prefix ? Prisma.sql`(${words} OR s."reference" LIKE ${`${prefix}%`})` : words
}

/** How many pass the filter, how many different texts they have, and how many would for each value of its single parts. */
export async function countMatches(asked: Asked): Promise<{ total: number; texts: number; counts: FacetCounts }> {
  const where = (facet: Facet) => matching(asked, facet)
  const grouped = (facet: Facet, value: string) =>
    counted(Prisma.sql`
      SELECT ${Prisma.raw(value)} AS "value", count(*)::int AS "count" FROM "Submission" s
      WHERE ${where(facet)} GROUP BY 1`)
  const [[all], stage, type, decision, theme, place] = await Promise.all([
    db.$queryRaw<{ total: number; texts: number }[]>`
      SELECT count(*)::int AS "total", count(DISTINCT coalesce(s."textHash", s."id"::text))::int AS "texts"
      FROM "Submission" s WHERE ${matching(asked)}`,
    grouped('stage', `s."stage"::text`),
    grouped('type', `s."organisationType"::text`),
    grouped('decision', `coalesce(s."decision"::text, 'NONE')`),
    counted(Prisma.sql`
      SELECT p."key" AS "value", count(*)::int AS "count" FROM "Submission" s
      JOIN "SubmissionPrompt" sp ON sp."submissionId" = s."id" JOIN "Prompt" p ON p."id" = sp."promptId"
      WHERE ${where('theme')} GROUP BY 1`),
    counted(Prisma.sql`
      SELECT l."key" AS "value", count(DISTINCT s."id")::int AS "count" FROM "Submission" s
      JOIN "SubmissionPlace" sl ON sl."submissionId" = s."id" JOIN "Place" named ON named."id" = sl."placeId"
      JOIN "Place" l ON l."id" IN (named."id", named."parentId")
      WHERE ${where('place')} GROUP BY 1`),
  ])
  return { total: all?.total ?? 0, texts: all?.texts ?? 0, counts: { stage, type, decision, theme, place } }
}

async function counted(query: Prisma.Sql): Promise<Record<string, number>> {
  const rows = await db.$queryRaw<{ value: string; count: number }[]>(query)
  return Object.fromEntries(rows.map(({ value, count }) => [value, count]))
}

import { codedBy, countedCodings, countedSubmissions } from '@/lib/data/analysis-ground'
import { idsOf } from '@/lib/data/facet-names'
import { openCodingsSql, standingSql } from '@/lib/data/open-work'
import { askFor, cap, matches, narrowing, type Asked } from '@/lib/data/submission-matching'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import type { CountedPassages, PassageFilter } from '@/lib/domain/passage-filter'
import { Prisma } from '@/prisma/generated/client'

/** Where a passage stands in the order of reading: by submission, text, beginning. */
type Place = { submissionId: string; textVersionId: string; spanStart: number; id: string }

/** What is asked for, with the rows that its codes stand for. */
export type AskedPassages = {
  asked: Asked
  passages: PassageFilter
  groups: string[][]
  /** Of all that is asked for only this code’s own. */
  only?: string
}

/** Reads what the codes of the filter stand for, each with what lies below it or alone. */
export async function askForPassages(viewer: Viewer, callId: string, passages: PassageFilter): Promise<AskedPassages> {
  const asked = await askFor(viewer, callId, passages.within)
  const groups = passages.codes.map(code => (passages.below ? idsOf(asked.names.codes, [code]) : [code]))
  return { asked, passages, groups }
}

/** The condition on `"Coding" c` and its `"Submission" s`. */
function passing({ asked, passages, groups, only }: AskedPassages): Prisma.Sql {
  const { viewer, callId, filter } = asked
  const codes = [...new Set(groups.flat())]
  const { counted } = passages
  const conditions = counted ? figured(counted) : [standingSql, openCodingsSql(viewer)]
  conditions.push(Prisma.sql`c."textVersionId" IS NOT NULL`)
  conditions.push(
    groups.length > 0
      ? Prisma.sql`c."codeId" = ANY(${codes}::uuid[])`
      : Prisma.sql`c."codeId" IN (SELECT "id" FROM "Code" WHERE "callId" = ${callId}::uuid)`,
  )
  if (only) conditions.push(Prisma.sql`c."codeId" = ${only}::uuid`)
  const known = counted
    ? countedCodings(counted.count, 's', 'o')
    : Prisma.sql`o."removedAt" IS NULL AND o."lostAt" IS NULL
    AND (NOT s."blind" OR o."personId" = ${viewer.id}::uuid)`
  if (passages.all && groups.length > 1)
    for (const group of groups) conditions.push(beside(group, known, passages.all === 'SUBMISSION'))
  if (passages.by.length > 0) conditions.push(Prisma.sql`c."personId" = ANY(${passages.by}::uuid[])`)
  if (passages.which) conditions.push(Prisma.sql`c."agreed" = ${passages.which === 'AGREED'}`)
  conditions.push(narrowing(asked))
  if (filter.q) conditions.push(Prisma.sql`s."id" IN (${matches(asked, Prisma.sql`s."id"`)})`)
  return Prisma.join(conditions, ' AND ')
}

/** What figures of the analysis count: see docs/decisions/0021-what-analysis-counts.md. */
function figured({ count, coded, from, until }: CountedPassages): Prisma.Sql[] {
  const day = Prisma.sql`(s."submittedAt" AT TIME ZONE 'Europe/London')`
  return [
    countedCodings(count),
    countedSubmissions(count),
    codedBy(coded),
    ...(from ? [Prisma.sql`${day} >= ${from}::date`] : []),
    ...(until ? [Prisma.sql`${day} < ${until}::date`] : []),
  ]
}

/** Some of the words, or something in the submission, also has a code of the group. `known` says which codings `o` count. */
function beside(codeIds: string[], known: Prisma.Sql, inSubmission: boolean): Prisma.Sql {
  const place = inSubmission
    ? Prisma.sql`o."submissionId" = c."submissionId"`
    : Prisma.sql`o."textVersionId" = c."textVersionId" AND o."spanStart" < c."spanEnd" AND o."spanEnd" > c."spanStart"`
  return Prisma.sql`EXISTS (SELECT 1 FROM "Coding" o WHERE ${place} AND o."codeId" = ANY(${codeIds}::uuid[]) AND ${known})`
}

/** Ids of passages from a place on, in the order of reading or against it. */
export async function passageIds(
  asked: AskedPassages,
  { from, back, take }: { from: string | null; back: boolean; take: number },
): Promise<string[]> {
  const place = from ? await placeOf(from) : null
  // the first part by itself lets an index begin there
  const beyond = place
    ? Prisma.sql`AND c."submissionId" ${back ? Prisma.sql`<=` : Prisma.sql`>=`} ${place.submissionId}::uuid
        AND (c."submissionId", c."textVersionId", c."spanStart", c."id") ${back ? Prisma.sql`<` : Prisma.sql`>`}
          (${place.submissionId}::uuid, ${place.textVersionId}::uuid, ${place.spanStart}::int, ${place.id}::uuid)`
    : Prisma.empty
  const order = Prisma.raw(
    ['submissionId', 'textVersionId', 'spanStart', 'id'].map(name => `c."${name}" ${back ? 'DESC' : 'ASC'}`).join(', '),
  )
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT c."id" FROM "Coding" c JOIN "Submission" s ON s."id" = c."submissionId"
    WHERE ${passing(asked)} ${beyond} ORDER BY ${order} LIMIT ${take}`
  return rows.map(({ id }) => id)
}

// What was removed since still says where it stood: the next page begins there.
async function placeOf(id: string): Promise<Place | null> {
  const found = await db.coding.findUnique({
    where: { id },
    select: { submissionId: true, textVersionId: true, spanStart: true },
  })
  if (!found?.textVersionId || found.spanStart === null) return null
  return { id, submissionId: found.submissionId, textVersionId: found.textVersionId, spanStart: found.spanStart }
}

/** How many passages there are and in how many submissions; `cap` passages are counted at most. */
export async function countPassages(
  asked: AskedPassages,
): Promise<{ total: number; submissions: number; capped: boolean }> {
  const [found] = await db.$queryRaw<{ total: number; submissions: number }[]>`
    SELECT count(*)::int AS "total", count(DISTINCT f."submissionId")::int AS "submissions" FROM (
      SELECT c."submissionId" FROM "Coding" c JOIN "Submission" s ON s."id" = c."submissionId"
      WHERE ${passing(asked)} LIMIT ${cap + 1}
    ) f`
  const total = found?.total ?? 0
  return { total: Math.min(total, cap), submissions: found?.submissions ?? 0, capped: total > cap }
}

/** How many passages there are, all of them counted. */
export async function countAllPassages(asked: AskedPassages): Promise<number> {
  const [found] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Coding" c JOIN "Submission" s ON s."id" = c."submissionId"
    WHERE ${passing(asked)}`
  return found?.count ?? 0
}

/** The codes that have some, each once. */
export async function codesWithPassages(asked: AskedPassages): Promise<string[]> {
  const rows = await db.$queryRaw<{ codeId: string }[]>`
    SELECT DISTINCT c."codeId" FROM "Coding" c JOIN "Submission" s ON s."id" = c."submissionId"
    WHERE ${passing(asked)}`
  return rows.map(({ codeId }) => codeId)
}

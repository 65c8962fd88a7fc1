import { standsForItself } from '@/lib/data/merging'
import { db } from '@/lib/db'
import type { CodedSubmission, CodedText, Mark } from '@/lib/domain/agreement-tally'
import type { AgreementReport, LeftOutReason } from '@/lib/domain/agreement-report'
import { sentencesOf } from '@/lib/domain/sentences'
import { Prisma } from '@/prisma/generated/client'

/**
 * The condition that the two codings of `"Submission" s` are compared: both coders have finished, and it counts. Blind
 * ones are never read, whoever asks.
 */
export const comparedSql = Prisma.sql`
  s."doubleCodedAt" IS NOT NULL AND NOT s."blind" AND s."status" = 'SUBMITTED' AND ${standsForItself}
  AND (SELECT count(*) FROM "Assignment" a WHERE a."submissionId" = s."id" AND a."double") = 2`

/** The texts of `"Submission" s` as both coders read them: `t` and its version `v`, the newest when double coding began. */
export const pinnedSql = Prisma.sql`
  JOIN "Text" t ON t."submissionId" = s."id" AND t."kind" <> 'TRANSLATION'
    AND NOT EXISTS (
      SELECT 1 FROM "StoredFile" f WHERE t."kind" = 'DOCUMENT' AND f."id"::text = t."field" AND f."removedAt" IS NOT NULL
    )
  JOIN LATERAL (
    SELECT newest."id", newest."body" FROM "TextVersion" newest
    WHERE newest."textId" = t."id" AND newest."createdAt" <= s."doubleCodedAt"
    ORDER BY newest."number" DESC LIMIT 1
  ) v ON true`

/** A submission to compare, and its two coders in the order of their accounts. */
export type Compared = { id: string; first: string; second: string }

/** How many submissions are coded by two, and how many of them are left out, by reason. Counts only. */
export type DoubleCoded = { all: number; compared: number; leftOut: AgreementReport['leftOut'] }

/** Counts what is coded by two in a call. */
export async function countDoubleCoded(callId: string): Promise<DoubleCoded> {
  const rows = await db.$queryRaw<{ state: LeftOutReason | 'compared'; count: number }[]>`
    SELECT CASE
        WHEN s."status" <> 'SUBMITTED' THEN 'not-live'
        WHEN NOT ${standsForItself} THEN 'merged'
        WHEN s."blind" THEN 'unfinished'
        WHEN ${comparedSql} THEN 'compared'
        ELSE 'coders' END AS "state",
      count(*)::int AS "count"
    FROM "Submission" s WHERE s."callId" = ${callId}::uuid AND s."doubleCodedAt" IS NOT NULL GROUP BY 1 ORDER BY 1`
  const leftOut = rows.flatMap(({ state, count }) => (state === 'compared' ? [] : [{ reason: state, count }]))
  return {
    all: rows.reduce((sum, { count }) => sum + count, 0),
    compared: rows.find(({ state }) => state === 'compared')?.count ?? 0,
    leftOut,
  }
}

/** All that is compared in a call, in an order that stays the same. */
export function listCompared(callId: string): Promise<Compared[]> {
  return db.$queryRaw<Compared[]>`
    SELECT s."id"::text AS "id", c."first", c."second"
    FROM "Submission" s JOIN LATERAL (
      SELECT min(a."personId"::text) AS "first", max(a."personId"::text) AS "second"
      FROM "Assignment" a WHERE a."submissionId" = s."id" AND a."double"
    ) c ON true
    WHERE s."callId" = ${callId}::uuid AND ${comparedSql} ORDER BY s."id"`
}

/** Codings that are not compared: of which code (its place in the list), and why. */
export type Stray = { code: number; reason: LeftOutReason }

type TextRow = { at: number; versionId: string; body: string; length: number }
type MarkRow = { at: number; versionId: string | null; marks: string }

/**
 * What the two coders of some submissions made of them, in the same order. `codeIds` are numbered by their places.
 * Codings come as one text a text version (`code,whose,start,end;…`): a million rows would take longer to read than to count.
 */
export async function readCodings(
  some: readonly Compared[],
  codeIds: readonly string[],
): Promise<{ submissions: CodedSubmission[]; strays: Stray[] }> {
  const chosen = Prisma.sql`
    unnest(${some.map(({ id }) => id)}::uuid[], ${some.map(({ first }) => first)}::uuid[], ${some.map(({ second }) => second)}::uuid[])
    WITH ORDINALITY AS u("id", "first", "second", "at") JOIN "Submission" s ON s."id" = u."id" AND NOT s."blind"`
  const [texts, marks] = await Promise.all([
    db.$queryRaw<TextRow[]>`
      SELECT u."at"::int AS "at", v."id"::text AS "versionId", v."body", length(v."body") AS "length"
      FROM ${chosen} ${pinnedSql} ORDER BY u."at", t."id"`,
    db.$queryRaw<MarkRow[]>`
      SELECT u."at"::int AS "at", c."textVersionId"::text AS "versionId",
        string_agg((k."at" - 1) || ',' || CASE
          WHEN c."personId" NOT IN (u."first", u."second") THEN 'o'
          WHEN c."lostAt" IS NOT NULL THEN 'l'
          WHEN c."personId" = u."first" THEN '0' ELSE '1' END
          || ',' || coalesce(c."spanStart", 0) || ',' || coalesce(c."spanEnd", 0), ';') AS "marks"
      FROM ${chosen}
      JOIN "Coding" c ON c."submissionId" = u."id" AND NOT c."agreed" AND c."removedAt" IS NULL
      JOIN unnest(${codeIds}::uuid[]) WITH ORDINALITY AS k("id", "at") ON k."id" = c."codeId"
      GROUP BY u."at", c."textVersionId"`,
  ])
  return gathered(some.length, texts, marks)
}

type OpenText = Omit<CodedText, 'marks'> & { marks: Mark[] }
type Opened = { texts: OpenText[]; tags: { code: number; coder: 0 | 1 }[] }

function gathered(size: number, texts: readonly TextRow[], rows: readonly MarkRow[]) {
  const submissions = Array.from({ length: size }, (): Opened => ({ texts: [], tags: [] }))
  const byVersion = new Map<string, OpenText>()
  const strays: Stray[] = []
  for (const { at, versionId, body, length } of texts) {
    if (body === '') continue
    const text = { length, sentences: sentencesOf(body), marks: [] }
    byVersion.set(versionId, text)
    submissions[at - 1]?.texts.push(text)
  }
  for (const { at, versionId, marks } of rows) {
    const text = versionId === null ? null : byVersion.get(versionId)
    for (const written of marks.split(';')) {
      const mark = readMark(written)
      if (mark.whose === 'o' || mark.whose === 'l')
        strays.push({ code: mark.code, reason: mark.whose === 'o' ? 'others' : 'lost' })
      else if (versionId === null) submissions[at - 1]?.tags.push({ code: mark.code, coder: coderOf(mark.whose) })
      else if (text)
        text.marks.push({
          code: mark.code,
          coder: coderOf(mark.whose),
          start: mark.start,
          end: Math.min(mark.end, text.length),
        })
      else strays.push({ code: mark.code, reason: 'later-text' })
    }
  }
  return { submissions, strays }
}

const coderOf = (whose: string) => (whose === '0' ? 0 : 1)

function readMark(written: string) {
  const [code = '', whose = '', start = '', end = ''] = written.split(',')
  return { code: Number(code), whose, start: Number(start), end: Number(end) }
}

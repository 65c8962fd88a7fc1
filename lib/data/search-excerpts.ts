import { openCodingsSql, openCommentsSql, standingSql } from '@/lib/data/open-work'
import { wordsOf } from '@/lib/data/submission-matching'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { markEnd, markStart } from '@/lib/domain/search-words'
import { Prisma } from '@/prisma/generated/client'

/** Some words around what was found, to be read with `markedPieces`, and in what they stand. */
export type Excerpt = { place: 'evidence' | 'note' | 'memo' | 'comment'; by: string; text: string }

type Row = Excerpt & { id: string }

const options = `StartSel=${markStart}, StopSel=${markEnd}, MaxFragments=2, MaxWords=26, MinWords=12, FragmentDelimiter=" … "`

/** How far into a long text an excerpt is looked for, in characters: it takes time, and a page has many. */
const reach = 8_000

/**
 * For each of a page's submissions where the words of a search stand: in its answers, else in call notes and documents,
 * else in a memo or a comment that the viewer may know of. None for what only its title or organisation has.
 */
export async function readExcerpts(viewer: Viewer, q: string, ids: string[]): Promise<Map<string, Excerpt>> {
  const found = new Map<string, Excerpt>()
  for (const look of [inAnswers, inOtherTexts, inRemarks]) {
    const left = ids.filter(id => !found.has(id))
    if (left.length === 0) break
    for (const { id, place, by, text } of await look(viewer, q, left))
      if (text.includes(markStart)) found.set(id, { place, by, text })
  }
  return found
}

/** The excerpt of an expression; signs that mark what was found are taken out of it first. */
function headline(text: Prisma.Sql, q: string): Prisma.Sql {
  return Prisma.sql`ts_headline('english', left(translate(${text}, ${markStart + markEnd}, ''), ${reach}), ${wordsOf(q)}, ${options})`
}

function inAnswers(_: Viewer, q: string, ids: string[]): Promise<Row[]> {
  return inTexts(q, ids, 'evidence', Prisma.sql`t."kind" = 'ANSWER'`)
}

function inOtherTexts(_: Viewer, q: string, ids: string[]): Promise<Row[]> {
  return inTexts(q, ids, 'note', Prisma.sql`t."kind" IN ('CALL_NOTE', 'DOCUMENT', 'TRANSLATION')`)
}

function inTexts(q: string, ids: string[], place: Excerpt['place'], kinds: Prisma.Sql): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT b."id", ${place} AS "place", '' AS "by", ${headline(Prisma.sql`b."body"`, q)} AS "text" FROM (
      SELECT t."submissionId" AS "id", string_agg(v."body", E'\n' ORDER BY array_position(ARRAY['whatHappened', 'difference', 'learned'], t."field"), t."id") AS "body"
      FROM "Text" t JOIN LATERAL (
        SELECT n."body" FROM "TextVersion" n WHERE n."textId" = t."id" ORDER BY n."number" DESC LIMIT 1
      ) v ON true
      WHERE t."submissionId" = ANY(${ids}::uuid[]) AND ${kinds} GROUP BY 1
    ) b`
}

function inRemarks(viewer: Viewer, q: string, ids: string[]): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT DISTINCT ON (r."id") r."id", r."place", p."name" AS "by", ${headline(Prisma.sql`r."body"`, q)} AS "text" FROM (
      SELECT s."id", 'memo' AS "place", c."memo" AS "body", c."personId", c."createdAt"
      FROM "Coding" c JOIN "Submission" s ON s."id" = c."submissionId"
      WHERE c."submissionId" = ANY(${ids}::uuid[]) AND c."memo" <> '' AND to_tsvector('english', c."memo") @@ ${wordsOf(q)}
        AND ${standingSql} AND ${openCodingsSql(viewer)}
      UNION ALL
      SELECT k."submissionId", 'comment', k."body", k."authorId", k."createdAt" FROM "Comment" k
      WHERE k."submissionId" = ANY(${ids}::uuid[]) AND to_tsvector('english', k."body") @@ ${wordsOf(q)}
        AND ${openCommentsSql(viewer)}
    ) r JOIN "Person" p ON p."id" = r."personId" ORDER BY r."id", r."createdAt"`
}

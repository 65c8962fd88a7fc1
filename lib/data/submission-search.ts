import type { Transaction } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'

/** What a submission is found by, each an expression of a text: its names weigh most, what was said in it least. */
type Found = { names: Prisma.Sql; about: Prisma.Sql; said: Prisma.Sql }

/** The search vector as an expression: organisation and title (A), places and whom it serves (B), the answers (C). */
export function searchVector({ names, about, said }: Found): Prisma.Sql {
  return Prisma.sql`setweight(to_tsvector('english', ${names}), 'A') || setweight(to_tsvector('english', ${about}), 'B')
    || setweight(to_tsvector('english', ${said}), 'C')`
}

/**
 * Writes what a submission is found by, from its rows as they stand in the transaction: organisation and title (A),
 * places, neighbourhood, whose practice and communities (B), the newest version of each answer (C), of each note of a
 * call and of each document's text (D; of these the first 200,000 characters: a tsvector holds a megabyte).
 * Contact details are never among it. Call it after every change of one of these.
 * Several at once are one statement.
 */
export async function writeSearch(tx: Transaction, ...submissionIds: string[]): Promise<void> {
  const vector = searchVector({
    names: Prisma.sql`concat_ws(' ', s."organisationName", s."title")`,
    about: Prisma.sql`concat_ws(' ', s."practiceOf", s."neighbourhood", array_to_string(s."communities", ' '),
      (SELECT string_agg(p."name", ' ' ORDER BY p."position") FROM "SubmissionPlace" sp
        JOIN "Place" p ON p."id" = sp."placeId" WHERE sp."submissionId" = s."id"))`,
    said: Prisma.sql`coalesce((SELECT string_agg(newest."body", ' ') FROM (
      SELECT DISTINCT ON (t."id") v."body" FROM "Text" t JOIN "TextVersion" v ON v."textId" = t."id"
      WHERE t."submissionId" = s."id" AND t."kind" = 'ANSWER' ORDER BY t."id", v."number" DESC) newest), '')`,
  })
  const beside = Prisma.sql`setweight(to_tsvector('english', coalesce((
    SELECT left(string_agg(newest."body", ' '), 200000) FROM (
      SELECT DISTINCT ON (t."id") v."body" FROM "Text" t JOIN "TextVersion" v ON v."textId" = t."id"
      WHERE t."submissionId" = s."id" AND t."kind" <> 'ANSWER' AND (t."kind" <> 'DOCUMENT'
        OR EXISTS (SELECT FROM "StoredFile" f WHERE f."id"::text = t."field" AND f."removedAt" IS NULL)) ORDER BY t."id", v."number" DESC) newest), '')), 'D')`
  await tx.$executeRaw`
    UPDATE "Submission" s SET "search" = ${vector} || ${beside} WHERE s."id" = ANY(${submissionIds}::uuid[])`
}

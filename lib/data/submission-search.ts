import type { Transaction } from '@/lib/db'

/**
 * Writes what a submission is found by, from its rows as they stand in the transaction: organisation and title (A),
 * places, neighbourhood, whose practice and communities (B), the newest version of each answer (C), of each note of a
 * call and of each document's text (D; of these the first 200,000 characters: a tsvector holds a megabyte).
 * Contact details are never among it. Call it after every change of one of these.
 * Several at once are one statement.
 */
export async function writeSearch(tx: Transaction, ...submissionIds: string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Submission" s SET "search" =
      setweight(to_tsvector('english', concat_ws(' ', s."organisationName", s."title")), 'A')
      || setweight(to_tsvector('english', concat_ws(' ', s."practiceOf", s."neighbourhood",
        array_to_string(s."communities", ' '),
        (SELECT string_agg(p."name", ' ' ORDER BY p."position") FROM "SubmissionPlace" sp
          JOIN "Place" p ON p."id" = sp."placeId" WHERE sp."submissionId" = s."id"))), 'B')
      || setweight(to_tsvector('english', coalesce((SELECT string_agg(newest."body", ' ') FROM (
          SELECT DISTINCT ON (t."id") v."body" FROM "Text" t JOIN "TextVersion" v ON v."textId" = t."id"
          WHERE t."submissionId" = s."id" AND t."kind" = 'ANSWER' ORDER BY t."id", v."number" DESC) newest), '')), 'C')
      || setweight(to_tsvector('english', coalesce((SELECT left(string_agg(newest."body", ' '), 200000) FROM (
          SELECT DISTINCT ON (t."id") v."body" FROM "Text" t JOIN "TextVersion" v ON v."textId" = t."id"
          WHERE t."submissionId" = s."id" AND t."kind" <> 'ANSWER' ORDER BY t."id", v."number" DESC) newest), '')), 'D')
    WHERE s."id" = ANY(${submissionIds}::uuid[])`
}

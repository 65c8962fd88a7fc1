import type { ThingOf } from '@/lib/domain/exchange'

import type { Importing } from './project-texts'

/** What agreed codings came from, and that two coded what has them. */
export async function settleImported(importing: Importing, links: readonly ThingOf<'link'>[]): Promise<void> {
  if (importing.settled.size > 0) await joinOriginals(importing, links)
  await markDoubleCoded(importing)
}

/** An agreed coding whose two originals did not come is a coding like any other. */
async function joinOriginals({ tx, settled }: Importing, links: readonly ThingOf<'link'>[]): Promise<void> {
  const pairs = JSON.stringify(links.map(({ origin, target }) => ({ origin, target })))
  await tx.$executeRaw`
    INSERT INTO "Settlement" ("id", "submissionId", "firstId", "secondId", "agreedId", "leadId", "createdAt")
    SELECT gen_random_uuid(), a."submissionId", (array_agg(o."id" ORDER BY o."id"))[1], (array_agg(o."id" ORDER BY o."id"))[2],
      a."id", a."personId", a."createdAt"
    FROM jsonb_to_recordset(${pairs}::jsonb) AS g("origin" uuid, "target" uuid)
    JOIN "Coding" a ON a."id" = g."origin" AND a."agreed"
    JOIN "Coding" o ON o."id" = g."target" AND NOT o."agreed" AND o."submissionId" = a."submissionId"
    WHERE NOT EXISTS (SELECT 1 FROM "Settlement" e WHERE e."agreedId" = a."id")
    GROUP BY a."id" HAVING count(*) <= 2 AND count(DISTINCT o."personId") = count(*)`
  const ids = [...settled]
  const orphan = tx.$executeRaw`
    DELETE FROM "Coding" c WHERE c."id" = ANY(${ids}::uuid[]) AND c."agreed"
      AND NOT EXISTS (SELECT 1 FROM "Settlement" e WHERE e."agreedId" = c."id") AND EXISTS (
        SELECT 1 FROM "Coding" b WHERE b."id" <> c."id" AND NOT b."agreed" AND b."codeId" = c."codeId" AND b."personId" = c."personId"
          AND b."submissionId" = c."submissionId" AND b."textVersionId" IS NOT DISTINCT FROM c."textVersionId"
          AND b."spanStart" IS NOT DISTINCT FROM c."spanStart" AND b."spanEnd" IS NOT DISTINCT FROM c."spanEnd")`
  await orphan
  await tx.$executeRaw`
    UPDATE "Coding" c SET "agreed" = false WHERE c."id" = ANY(${ids}::uuid[]) AND c."agreed"
      AND NOT EXISTS (SELECT 1 FROM "Settlement" e WHERE e."agreedId" = c."id")`
}

/**
 * Of what came settled and was agreed by two, the agreed codings count and the originals do not: so it is written down
 * that two coded it, not before its texts stood, and an original that nothing came of was settled to nothing.
 */
async function markDoubleCoded({ tx, callId, importerId, at, settled }: Importing): Promise<void> {
  const agreed = [...settled]
  await tx.$executeRaw`
    UPDATE "Submission" s SET "doubleCodedAt" = greatest(s."doubleCodedAt", (SELECT max(v."createdAt") FROM "Text" t
        JOIN "TextVersion" v ON v."textId" = t."id" WHERE t."submissionId" = s."id"), s."submittedAt")
    WHERE s."callId" = ${callId}::uuid AND s."channel" = 'import' AND s."stage" = 'SETTLED' AND NOT s."blind" AND (
      (s."doubleCodedAt" IS NOT NULL AND s."takenAt" = ${at}) OR (s."doubleCodedAt" IS NULL AND EXISTS (
        SELECT 1 FROM "Coding" c WHERE c."submissionId" = s."id" AND c."agreed" AND c."id" = ANY(${agreed}::uuid[]))))`
  await tx.$executeRaw`
    INSERT INTO "Settlement" ("id", "submissionId", "firstId", "leadId", "createdAt")
    SELECT gen_random_uuid(), s."id", c."id", coalesce((SELECT min(a."personId"::text)::uuid FROM "Coding" a
        WHERE a."submissionId" = s."id" AND a."agreed"), ${importerId}::uuid), s."doubleCodedAt"
    FROM "Submission" s JOIN "Coding" c ON c."submissionId" = s."id" AND NOT c."agreed" AND c."removedAt" IS NULL
    WHERE s."callId" = ${callId}::uuid AND s."channel" = 'import' AND s."stage" = 'SETTLED' AND s."doubleCodedAt" IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM "Settlement" e WHERE c."id" IN (e."firstId", e."secondId"))`
}

-- No floor: prepares agreement. Gives $2 submissions of the call $1, which one researcher has finished, a second one of
-- another team: of a hundred codings they make 80 alike, 10 with another code, and 10 not at all.
WITH chosen AS MATERIALIZED (
  SELECT s."id", a."personId" AS "one", a."assignedAt", a."doneAt", (
    SELECT p."id" FROM "Person" p JOIN "Person" o ON o."id" = a."personId"
    WHERE p."role" = 'RESEARCHER' AND p."disabledAt" IS NULL AND p."teamId" <> o."teamId"
    ORDER BY hashtext(p."id"::text || s."id"::text) LIMIT 1) AS "other"
  FROM "Submission" s JOIN "Assignment" a ON a."submissionId" = s."id"
  WHERE s."callId" = $1::uuid AND s."status" = 'SUBMITTED' AND s."stage" IN ('CODED', 'SETTLED') AND s."doubleCodedAt" IS NULL
    AND s."correctedAt" IS NULL AND s."mergedIntoId" IS NULL AND a."doneAt" IS NOT NULL
    AND (SELECT count(*) FROM "Assignment" b WHERE b."submissionId" = s."id") = 1
    AND EXISTS (SELECT 1 FROM "Coding" c WHERE c."submissionId" = s."id")
  LIMIT $2
), codes AS MATERIALIZED (
  SELECT array_agg(k."id" ORDER BY k."id") AS "ids" FROM "Code" k WHERE k."callId" = $1::uuid AND k."retiredAt" IS NULL
), pinned AS (
  -- what two coded has not been settled yet
  UPDATE "Submission" s SET "doubleCodedAt" = chosen."assignedAt", "stage" = 'CODED' FROM chosen WHERE s."id" = chosen."id"
), first AS (
  UPDATE "Assignment" a SET "double" = true FROM chosen WHERE a."submissionId" = chosen."id" AND a."personId" = chosen."one"
), second AS (
  INSERT INTO "Assignment" ("submissionId", "personId", "assignedAt", "double", "doneAt")
  SELECT "id", "other", "assignedAt", true, "doneAt" FROM chosen
)
INSERT INTO "Coding" ("id", "submissionId", "codeId", "personId", "textVersionId", "spanStart", "spanEnd", "createdAt")
SELECT gen_random_uuid(), c."submissionId", CASE WHEN abs(hashtext(c."id"::text)) % 10 = 1
    THEN codes."ids"[1 + abs(hashtext('other' || c."id"::text)) % cardinality(codes."ids")] ELSE c."codeId" END,
  chosen."other", c."textVersionId", c."spanStart", c."spanEnd", c."createdAt" + interval '1 hour'
FROM chosen, codes, "Coding" c
WHERE c."submissionId" = chosen."id" AND c."personId" = chosen."one" AND c."removedAt" IS NULL
  AND abs(hashtext(c."id"::text)) % 10 <> 0
  -- what was said in a call after the two began is no part of what they compare
  AND NOT EXISTS (SELECT 1 FROM "TextVersion" v WHERE v."id" = c."textVersionId" AND v."createdAt" > chosen."assignedAt")
ON CONFLICT DO NOTHING

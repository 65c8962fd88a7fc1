-- Pairs of different codes on overlapping words, each submission once. $1 the call.
-- Best index: "Coding" ("textVersionId").
WITH "counted" AS MATERIALIZED (
  SELECT c."submissionId", c."textVersionId", c."codeId", c."spanStart", c."spanEnd"
  FROM "Submission" s JOIN "Coding" c ON c."submissionId" = s."id"
  WHERE s."callId" = $1::uuid AND s."status" = 'SUBMITTED' AND s."stage" = 'SETTLED' AND s."mergedIntoId" IS NULL
    AND c."removedAt" IS NULL AND c."lostAt" IS NULL AND c."agreed" = (s."doubleCodedAt" IS NOT NULL)
    AND c."textVersionId" IS NOT NULL
)
SELECT x."codeId", y."codeId" AS "column", count(DISTINCT x."submissionId")::int AS "count"
FROM "counted" x JOIN "counted" y ON y."textVersionId" = x."textVersionId" AND x."codeId" < y."codeId"
  AND y."spanStart" < x."spanEnd" AND y."spanEnd" > x."spanStart"
GROUP BY 1, 2

-- Every coding that agreement compares, read once and counted by code and coder: how many, and how many characters.
-- $1 the call. Best index: partial on "Submission" ("callId") where double-coded, which bench makes for the floor alone
-- ("bench_compared"), and "Coding" ("submissionId").
SELECT c."codeId", c."personId" = a."first" AS "first", count(*)::int AS "codings",
  sum(coalesce(c."spanEnd" - c."spanStart", 0))::int AS "characters", sum(length(v."body"))::bigint AS "read"
FROM "Submission" s
JOIN LATERAL (
  SELECT min(a."personId"::text)::uuid AS "first", max(a."personId"::text)::uuid AS "second", count(*) AS "coders"
  FROM "Assignment" a WHERE a."submissionId" = s."id" AND a."double"
) a ON a."coders" = 2
JOIN "Coding" c ON c."submissionId" = s."id" AND NOT c."agreed" AND c."removedAt" IS NULL AND c."lostAt" IS NULL
  AND c."personId" IN (a."first", a."second")
LEFT JOIN "TextVersion" v ON v."id" = c."textVersionId"
WHERE s."callId" = $1::uuid AND s."doubleCodedAt" IS NOT NULL AND NOT s."blind" AND s."status" = 'SUBMITTED'
  AND s."mergedIntoId" IS NULL
GROUP BY 1, 2

-- Every coding that a figure counts, by code: in how many submissions. $1 the call.
-- Best index: "Coding" ("codeId", "submissionId").
SELECT c."codeId", count(DISTINCT c."submissionId")::int AS "count"
FROM "Submission" s JOIN "Coding" c ON c."submissionId" = s."id"
WHERE s."callId" = $1::uuid AND s."status" = 'SUBMITTED' AND s."stage" = 'SETTLED' AND s."mergedIntoId" IS NULL
  AND c."removedAt" IS NULL AND c."lostAt" IS NULL AND c."agreed" = (s."doubleCodedAt" IS NOT NULL)
GROUP BY 1

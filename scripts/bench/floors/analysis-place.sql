-- The same by code and by the place that it names. $1 the call.
SELECT c."codeId", m."placeId" AS "column", count(DISTINCT c."submissionId")::int AS "count"
FROM "Submission" s JOIN "Coding" c ON c."submissionId" = s."id"
JOIN "SubmissionPlace" m ON m."submissionId" = s."id"
WHERE s."callId" = $1::uuid AND s."status" = 'SUBMITTED' AND s."stage" = 'SETTLED' AND s."mergedIntoId" IS NULL
  AND c."removedAt" IS NULL AND c."lostAt" IS NULL AND c."agreed" = (s."doubleCodedAt" IS NOT NULL)
GROUP BY 1, 2

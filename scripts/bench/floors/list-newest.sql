-- The list as it opens: the newest 25, how many there are (up to 2,000 are counted), and the counts of the facets.
-- $1 the call, $2 who looks. One statement; best index: "Submission" ("callId", status, "submittedAt" DESC, id DESC)
-- for the page and the set that is counted, "Coding_standing" ("submissionId", "codeId", "personId") for the codes.
WITH m AS MATERIALIZED (
  SELECT s."id", s."textHash", s."stage", s."organisationType", s."decision", s."language", s."blind", s."submittedAt"
  FROM "Submission" s
  WHERE s."callId" = $1::uuid AND s."status" = 'SUBMITTED' AND s."mergedIntoId" IS NULL
  ORDER BY s."submittedAt" DESC, s."id" DESC LIMIT 2001
), first AS MATERIALIZED (
  SELECT m."id", m."submittedAt" FROM m WHERE NOT EXISTS (
    SELECT 1 FROM "Submission" o WHERE o."callId" = $1::uuid AND o."textHash" = m."textHash" AND o."status" = 'SUBMITTED'
      AND o."mergedIntoId" IS NULL AND (o."submittedAt", o."id") < (m."submittedAt", m."id"))
  ORDER BY m."submittedAt" DESC, m."id" DESC LIMIT 25
)
SELECT 'row' AS "what", s."reference" AS "value", json_build_array(
  s."title", s."organisationName", s."stage", s."decision", s."submittedAt", s."correctedSettled",
  (SELECT json_agg(p."name") FROM "SubmissionPlace" h JOIN "Place" p ON p."id" = h."placeId" WHERE h."submissionId" = s."id"),
  (SELECT json_agg(p."name") FROM "Assignment" a JOIN "Person" p ON p."id" = a."personId" WHERE a."submissionId" = s."id"),
  (SELECT count(*) FROM "Coding" c WHERE c."submissionId" = s."id" AND c."removedAt" IS NULL AND c."lostAt" IS NULL
    AND (NOT s."blind" OR c."personId" = $2::uuid)),
  (SELECT count(*) FROM "Comment" k WHERE k."submissionId" = s."id" AND (NOT k."held" OR k."authorId" = $2::uuid))
)::text AS "content"
FROM first JOIN "Submission" s ON s."id" = first."id"
UNION ALL SELECT 'total', '', count(*)::text FROM m
UNION ALL SELECT 'texts', '', count(DISTINCT "textHash")::text FROM m
UNION ALL SELECT 'column', coalesce("stage"::text, "organisationType"::text, "decision"::text, "language"), count(*)::text
  FROM m GROUP BY GROUPING SETS (("stage"), ("organisationType"), ("decision"), ("language"))
UNION ALL SELECT 'theme', h."promptId"::text, count(*)::text FROM m JOIN "SubmissionPrompt" h ON h."submissionId" = m."id" GROUP BY 2
UNION ALL SELECT 'place', h."placeId"::text, count(*)::text FROM m JOIN "SubmissionPlace" h ON h."submissionId" = m."id" GROUP BY 2
UNION ALL SELECT 'coder', h."personId"::text, count(*)::text FROM m JOIN "Assignment" h ON h."submissionId" = m."id" GROUP BY 2
UNION ALL SELECT 'code', c."codeId"::text, count(DISTINCT c."submissionId")::text FROM m JOIN "Coding" c ON c."submissionId" = m."id"
  WHERE c."removedAt" IS NULL AND c."lostAt" IS NULL AND (NOT m."blind" OR c."personId" = $2::uuid) GROUP BY 2
UNION ALL SELECT 'call', y."answer"::text, count(*)::text FROM m JOIN "Consent" y ON y."submissionId" = m."id"
  WHERE y."kind" = 'TELEPHONE' AND y."supersededAt" IS NULL GROUP BY 2
UNION ALL SELECT 'links', '', count(DISTINCT l."submissionId")::text FROM m JOIN "SubmissionLink" l ON l."submissionId" = m."id"
UNION ALL SELECT 'files', '', count(DISTINCT f."submissionId")::text FROM m JOIN "StoredFile" f ON f."submissionId" = m."id" WHERE f."removedAt" IS NULL

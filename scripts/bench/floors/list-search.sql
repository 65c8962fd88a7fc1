-- A search: the 25 that fit best, how many there are (up to 2,000 are counted and ranked), and the counts of the facets.
-- $1 the call, $2 who looks, $3 the words. One statement; best index: GIN over "Submission" ("search"), and the GIN
-- indexes over memos and comments; "Coding_standing" ("submissionId", "codeId", "personId") for the codes.
WITH found AS MATERIALIZED (
  (SELECT s."id" FROM "Submission" s WHERE s."callId" = $1::uuid AND s."status" = 'SUBMITTED' AND s."mergedIntoId" IS NULL
    AND s."search" @@ websearch_to_tsquery('english', $3) LIMIT 2001)
  UNION (SELECT c."submissionId" FROM "Coding" c JOIN "Submission" s ON s."id" = c."submissionId"
    WHERE c."memo" <> '' AND to_tsvector('english', c."memo") @@ websearch_to_tsquery('english', $3)
      AND s."callId" = $1::uuid AND s."status" = 'SUBMITTED' AND s."mergedIntoId" IS NULL
      AND c."removedAt" IS NULL AND c."lostAt" IS NULL AND (NOT s."blind" OR c."personId" = $2::uuid) LIMIT 2001)
  UNION (SELECT k."submissionId" FROM "Comment" k JOIN "Submission" s ON s."id" = k."submissionId"
    WHERE to_tsvector('english', k."body") @@ websearch_to_tsquery('english', $3)
      AND s."callId" = $1::uuid AND s."status" = 'SUBMITTED' AND s."mergedIntoId" IS NULL
      AND (NOT k."held" OR k."authorId" = $2::uuid) LIMIT 2001)
), m AS MATERIALIZED (
  SELECT s."id", s."textHash", s."stage", s."organisationType", s."decision", s."language", s."blind", s."submittedAt",
    ts_rank_cd(s."search", websearch_to_tsquery('english', $3)) AS "rank"
  FROM (SELECT "id" FROM found LIMIT 2001) f JOIN "Submission" s ON s."id" = f."id"
), first AS MATERIALIZED (
  SELECT one."id" FROM (
    SELECT DISTINCT ON (m."textHash") m."id", m."rank", m."submittedAt" FROM m ORDER BY m."textHash", m."submittedAt", m."id"
  ) one ORDER BY one."rank" DESC, one."submittedAt" DESC, one."id" DESC LIMIT 25
)
SELECT 'row' AS "what", s."reference" AS "value", json_build_array(
  s."title", s."organisationName", s."stage", s."decision", s."submittedAt", s."correctedSettled",
  (SELECT json_agg(p."name") FROM "SubmissionPlace" h JOIN "Place" p ON p."id" = h."placeId" WHERE h."submissionId" = s."id"),
  (SELECT json_agg(p."name") FROM "Assignment" a JOIN "Person" p ON p."id" = a."personId" WHERE a."submissionId" = s."id"),
  (SELECT count(*) FROM "Coding" c WHERE c."submissionId" = s."id" AND c."removedAt" IS NULL AND c."lostAt" IS NULL
    AND (NOT s."blind" OR c."personId" = $2::uuid)),
  (SELECT count(*) FROM "Comment" k WHERE k."submissionId" = s."id" AND (NOT k."held" OR k."authorId" = $2::uuid)),
  (SELECT ts_headline('english', string_agg(v."body", ' '), websearch_to_tsquery('english', $3), 'MaxFragments=2, MaxWords=26, MinWords=12')
    FROM "Text" t JOIN "TextVersion" v ON v."textId" = t."id" WHERE t."submissionId" = s."id" AND t."kind" = 'ANSWER')
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

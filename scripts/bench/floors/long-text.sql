-- What the page of one long text shows: its texts, every coding that stands on them with its code and who made it.
-- $1 the reference, $2 who looks. Best index: "Submission" ("reference"), "Text" ("submissionId", kind, field),
-- "TextVersion" ("textId", number), "Coding" ("textVersionId").
SELECT v."id", v."body", NULL AS "start", NULL AS "end", NULL AS "memo", NULL AS "code", NULL AS "by"
FROM "Submission" s JOIN "Text" t ON t."submissionId" = s."id"
JOIN LATERAL (SELECT n."id", n."body" FROM "TextVersion" n WHERE n."textId" = t."id" ORDER BY n."number" DESC LIMIT 1) v ON true
WHERE s."reference" = $1 AND s."status" = 'SUBMITTED'
UNION ALL
SELECT c."id", NULL, c."spanStart", c."spanEnd", c."memo", k."name", p."name"
FROM "Submission" s JOIN "Text" t ON t."submissionId" = s."id" JOIN "TextVersion" v ON v."textId" = t."id"
JOIN "Coding" c ON c."textVersionId" = v."id" JOIN "Code" k ON k."id" = c."codeId" JOIN "Person" p ON p."id" = c."personId"
WHERE s."reference" = $1 AND s."status" = 'SUBMITTED' AND c."removedAt" IS NULL AND c."lostAt" IS NULL
  AND (NOT s."blind" OR c."personId" = $2::uuid)

-- The twelve that match best, and how many match: $1 the call, $2 words, $3 a theme, $4 places, $5 a kind of organisation.
WITH m AS MATERIALIZED (
  SELECT r."id", r."search" FROM "Release" r
  WHERE r."callId" = $1::uuid AND r."publishedAt" IS NOT NULL
    AND ($2::text IS NULL OR r."search" @@ websearch_to_tsquery('english', $2))
    AND ($3::text IS NULL OR r."promptKeys" @> ARRAY[$3::text])
    AND ($4::text[] IS NULL OR r."placeKeys" && $4::text[])
    AND ($5::text IS NULL OR r."organisationType" = $5::"OrganisationType")
  LIMIT 2000
)
SELECT "id", (SELECT count(*) FROM m) AS "count" FROM m
ORDER BY ts_rank("search", websearch_to_tsquery('english', coalesce($2, ''))) DESC, "id" DESC LIMIT 12

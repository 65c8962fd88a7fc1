-- Readers find case studies by the communities that their organisations serve, where these may be named.
ALTER TABLE "Release" ADD COLUMN "communities" TEXT[] DEFAULT ARRAY[]::TEXT[];

UPDATE "Release" r SET "communities" = named."communities"
FROM (
  SELECT cs."caseStudyId", array_agg(DISTINCT c."name" ORDER BY c."name") AS "communities"
  FROM "CaseStudySource" cs JOIN "Submission" s ON s."id" = cs."submissionId", unnest(s."communities") AS c("name")
  WHERE s."practiceOf" IS NULL GROUP BY 1
) named
WHERE named."caseStudyId" = r."caseStudyId" AND r."organisationName" IS NOT NULL AND r."title" <> '';

-- Who is kept back by name is not told by whom they serve.
ALTER TABLE "Release" ADD CONSTRAINT "Release_communities" CHECK ("organisationName" IS NOT NULL OR "communities" = '{}');

CREATE OR REPLACE FUNCTION release_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."search" := setweight(to_tsvector('english', NEW."title" || ' ' || coalesce(NEW."organisationName", '')), 'A')
    || setweight(to_tsvector('english', NEW."summary" || ' ' || array_to_string(NEW."themes" || NEW."placeNames" || NEW."lenses" || NEW."communities", ' ')), 'B')
    || setweight(to_tsvector('english', concat_ws(' ', prose_words(NEW."whatHappened"), prose_words(NEW."whatWasNew"), prose_words(NEW."difference"), prose_words(NEW."learning"), NEW."quotation", NEW."decisionArea")), 'C');
  RETURN NEW;
END $$;

-- The gallery's orders: the newest first, titles from A to Z.
CREATE INDEX "Release_callId_publishedAt_id_idx" ON "Release"("callId", "publishedAt" DESC, "id" DESC);
CREATE INDEX "Release_titles" ON "Release"("callId", lower("title"), "id") WHERE "publishedAt" IS NOT NULL;
CREATE INDEX "CaseStudy_status_id_idx" ON "CaseStudy"("status", "id");

-- Which codes stand on a submission, and whose they are, without a look at each coding: facets, lists and the grid ask it.
CREATE INDEX "Coding_standing" ON "Coding" ("submissionId", "codeId", "personId")
  WHERE "removedAt" IS NULL AND "lostAt" IS NULL;

-- All passages of a code in the order in which they are read, page by page.
CREATE INDEX "Coding_passages" ON "Coding" ("codeId", "submissionId", "textVersionId", "spanStart", "id")
  WHERE "textVersionId" IS NOT NULL AND "removedAt" IS NULL AND "lostAt" IS NULL;

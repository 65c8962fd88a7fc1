-- What was found in a case study before publication, what was decided of it, and who else let it go.
CREATE TYPE "RedactionChoice" AS ENUM ('KEEP', 'REPLACE', 'REMOVE');

CREATE TABLE "Redaction" (
    "id" UUID NOT NULL,
    "caseStudyId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "choice" "RedactionChoice" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "replacement" TEXT NOT NULL DEFAULT '',
    "decidedById" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Redaction_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Clearance" (
    "caseStudyId" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "releasedById" UUID NOT NULL,
    "releasedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Clearance_pkey" PRIMARY KEY ("caseStudyId")
);

CREATE INDEX "Redaction_caseStudyId_idx" ON "Redaction"("caseStudyId");
CREATE UNIQUE INDEX "Redaction_words_once" ON "Redaction"("caseStudyId", md5("words"));

ALTER TABLE "Redaction" ADD CONSTRAINT "Redaction_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Redaction" ADD CONSTRAINT "Redaction_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Clearance" ADD CONSTRAINT "Clearance_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Clearance" ADD CONSTRAINT "Clearance_releasedById_fkey" FOREIGN KEY ("releasedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Redaction" ADD CONSTRAINT "Redaction_decided" CHECK (
  "words" <> '' AND ("choice" = 'KEEP') = ("reason" <> '') AND ("choice" = 'REPLACE') = ("replacement" <> ''));
ALTER TABLE "Redaction" ADD CONSTRAINT "Redaction_kind" CHECK (
  "kind" IN ('ORGANISATION', 'EMAIL', 'TELEPHONE', 'HANDLE', 'LINK', 'POSTCODE', 'ADDRESS', 'NAME', 'OTHER'));
ALTER TABLE "Clearance" ADD CONSTRAINT "Clearance_digest" CHECK ("digest" ~ '^([0-9a-f]{64})?$');

-- What readers have already was let go by its last approval; the next publication asks anew.
INSERT INTO "Clearance" ("caseStudyId", "digest", "releasedById", "releasedAt")
SELECT DISTINCT ON (r."caseStudyId") r."caseStudyId", '', r."reviewerId", r."createdAt"
FROM "Review" r JOIN "CaseStudy" c ON c."id" = r."caseStudyId" AND c."version" = r."version"
WHERE c."status" IN ('APPROVED', 'PUBLISHED') AND r."verdict" = 'APPROVE'
ORDER BY r."caseStudyId", r."createdAt" DESC;

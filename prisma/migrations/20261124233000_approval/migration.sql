-- A respondent's yes becomes a row for each who asked, bound to the version they were shown; comments stand at the words
-- they are about; a reader outside the teams can be named; a publication can be planned; an address can be changed.
-- CreateEnum
CREATE TYPE "ShowingAnswer" AS ENUM ('YES', 'CHANGE', 'NO');

ALTER TABLE "CaseStudy" ADD COLUMN "slugChosen" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Release" ADD COLUMN     "movedSlugs" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Review" ADD COLUMN     "reviewed" JSONB;

-- CreateTable
CREATE TABLE "PassageComment" (
    "id" UUID NOT NULL,
    "caseStudyId" UUID NOT NULL,
    "parentId" UUID,
    "version" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "block" INTEGER NOT NULL,
    "quotation" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" UUID,

    CONSTRAINT "PassageComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutsideReader" (
    "id" UUID NOT NULL,
    "caseStudyId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "namedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "verdict" "Verdict",
    "version" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "heardAt" TIMESTAMPTZ(3),
    "recordedById" UUID,

    CONSTRAINT "OutsideReader_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Showing" (
    "id" UUID NOT NULL,
    "caseStudyId" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "shown" JSONB,
    "shownAt" TIMESTAMPTZ(3),
    "toldAt" TIMESTAMPTZ(3),
    "lapsesAt" TIMESTAMPTZ(3),
    "answer" "ShowingAnswer",
    "words" TEXT NOT NULL DEFAULT '',
    "answeredAt" TIMESTAMPTZ(3),
    "how" TEXT,
    "recordedById" UUID,

    CONSTRAINT "Showing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublicationPlan" (
    "caseStudyId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "plannedById" UUID NOT NULL,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "refusal" TEXT,

    CONSTRAINT "PublicationPlan_pkey" PRIMARY KEY ("caseStudyId")
);

-- CreateIndex
CREATE INDEX "PassageComment_caseStudyId_idx" ON "PassageComment"("caseStudyId");

-- CreateIndex
CREATE INDEX "PassageComment_parentId_idx" ON "PassageComment"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "OutsideReader_caseStudyId_name_key" ON "OutsideReader"("caseStudyId", "name");

-- CreateIndex
CREATE INDEX "Showing_submissionId_idx" ON "Showing"("submissionId");

-- CreateIndex
CREATE UNIQUE INDEX "Showing_caseStudyId_version_submissionId_key" ON "Showing"("caseStudyId", "version", "submissionId");

-- CreateIndex
CREATE INDEX "PublicationPlan_at_idx" ON "PublicationPlan"("at");

-- AddForeignKey
ALTER TABLE "PassageComment" ADD CONSTRAINT "PassageComment_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PassageComment" ADD CONSTRAINT "PassageComment_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "PassageComment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PassageComment" ADD CONSTRAINT "PassageComment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PassageComment" ADD CONSTRAINT "PassageComment_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutsideReader" ADD CONSTRAINT "OutsideReader_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutsideReader" ADD CONSTRAINT "OutsideReader_namedById_fkey" FOREIGN KEY ("namedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutsideReader" ADD CONSTRAINT "OutsideReader_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Showing" ADD CONSTRAINT "Showing_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Showing" ADD CONSTRAINT "Showing_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Showing" ADD CONSTRAINT "Showing_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationPlan" ADD CONSTRAINT "PublicationPlan_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationPlan" ADD CONSTRAINT "PublicationPlan_plannedById_fkey" FOREIGN KEY ("plannedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What was recorded before is kept, for each respondent who asked to see it.
INSERT INTO "Showing" ("id", "caseStudyId", "submissionId", "version", "answer", "answeredAt", "how")
SELECT gen_random_uuid(), c."id", cs."submissionId", c."respondentYesTo", 'YES', c."respondentYesAt", 'recorded'
FROM "CaseStudy" c JOIN "CaseStudySource" cs ON cs."caseStudyId" = c."id"
WHERE c."respondentYesTo" IS NOT NULL AND EXISTS (SELECT 1 FROM "Consent" k WHERE k."submissionId" = cs."submissionId"
  AND k."kind" = 'SHOW_BEFORE' AND k."answer" = 'YES' AND k."supersededAt" IS NULL);
ALTER TABLE "CaseStudy" DROP COLUMN "respondentYesAt", DROP COLUMN "respondentYesTo";

ALTER TABLE "PassageComment" ADD CONSTRAINT "PassageComment_words" CHECK (
  btrim("body") <> '' AND "block" >= 0 AND ("resolvedAt" IS NULL OR "parentId" IS NULL));
ALTER TABLE "OutsideReader" ADD CONSTRAINT "OutsideReader_words" CHECK (btrim("name") <> '' AND btrim("standing") <> ''),
  ADD CONSTRAINT "OutsideReader_heard" CHECK (("verdict" IS NULL) = ("version" IS NULL)
    AND ("verdict" IS NULL) = ("heardAt" IS NULL) AND ("verdict" IS NULL OR btrim("note") <> ''));
ALTER TABLE "Showing" ADD CONSTRAINT "Showing_answer" CHECK (("answer" IS NULL) = ("answeredAt" IS NULL)
    AND ("answer" IS NULL) = ("how" IS NULL)),
  ADD CONSTRAINT "Showing_shown" CHECK (("shown" IS NULL) = ("shownAt" IS NULL)
    AND ("lapsesAt" IS NULL OR "lapsesAt" > "shownAt") AND ("toldAt" IS NULL OR "shownAt" IS NOT NULL)
    AND ("answer" IS NOT NULL OR "shownAt" IS NOT NULL));

-- CreateEnum
CREATE TYPE "ReportStatus" AS ENUM ('DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'PUBLISHED');

-- CreateEnum
CREATE TYPE "ReportSectionKind" AS ENUM ('WRITTEN', 'METHOD', 'CODEBOOK', 'AGREEMENT', 'SUBMISSIONS');

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "status" "ReportStatus" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportSection" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "kind" "ReportSectionKind" NOT NULL DEFAULT 'WRITTEN',
    "appendix" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,
    "depth" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL,
    "body" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReportSection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportSectionVersion" (
    "sectionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "personId" UUID NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReportSectionVersion_pkey" PRIMARY KEY ("sectionId","number")
);

-- CreateTable
CREATE TABLE "ReportWork" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "item" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReportWork_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportReview" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "reviewerId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "verdict" "Verdict" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReportReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportKept" (
    "reportId" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReportKept_pkey" PRIMARY KEY ("reportId","words")
);

-- CreateTable
CREATE TABLE "ReportEdition" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "changes" TEXT NOT NULL DEFAULT '',
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedById" UUID NOT NULL,

    CONSTRAINT "ReportEdition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportSource" (
    "editionId" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "note" INTEGER NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ReportSource_pkey" PRIMARY KEY ("editionId","submissionId","note")
);

-- CreateTable
CREATE TABLE "ReportErratum" (
    "id" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "words" TEXT NOT NULL,

    CONSTRAINT "ReportErratum_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Report_callId_key" ON "Report"("callId");

-- CreateIndex
CREATE INDEX "ReportSection_reportId_position_idx" ON "ReportSection"("reportId", "position");

-- CreateIndex
CREATE INDEX "ReportSection_updatedById_idx" ON "ReportSection"("updatedById");

-- CreateIndex
CREATE INDEX "ReportSectionVersion_personId_idx" ON "ReportSectionVersion"("personId");

-- CreateIndex
CREATE INDEX "ReportWork_reportId_idx" ON "ReportWork"("reportId");

-- CreateIndex
CREATE INDEX "ReportReview_reviewerId_idx" ON "ReportReview"("reviewerId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportReview_reportId_version_reviewerId_key" ON "ReportReview"("reportId", "version", "reviewerId");

-- CreateIndex
CREATE INDEX "ReportKept_personId_idx" ON "ReportKept"("personId");

-- CreateIndex
CREATE INDEX "ReportEdition_publishedById_idx" ON "ReportEdition"("publishedById");

-- CreateIndex
CREATE UNIQUE INDEX "ReportEdition_reportId_number_key" ON "ReportEdition"("reportId", "number");

-- CreateIndex
CREATE INDEX "ReportSource_submissionId_idx" ON "ReportSource"("submissionId");

-- CreateIndex
CREATE INDEX "ReportErratum_editionId_idx" ON "ReportErratum"("editionId");

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSection" ADD CONSTRAINT "ReportSection_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSection" ADD CONSTRAINT "ReportSection_updatedById_fkey" FOREIGN KEY ("updatedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSectionVersion" ADD CONSTRAINT "ReportSectionVersion_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "ReportSection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSectionVersion" ADD CONSTRAINT "ReportSectionVersion_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportWork" ADD CONSTRAINT "ReportWork_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportReview" ADD CONSTRAINT "ReportReview_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportReview" ADD CONSTRAINT "ReportReview_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportKept" ADD CONSTRAINT "ReportKept_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportKept" ADD CONSTRAINT "ReportKept_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportEdition" ADD CONSTRAINT "ReportEdition_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportEdition" ADD CONSTRAINT "ReportEdition_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSource" ADD CONSTRAINT "ReportSource_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "ReportEdition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSource" ADD CONSTRAINT "ReportSource_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportErratum" ADD CONSTRAINT "ReportErratum_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "ReportEdition"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Checks
ALTER TABLE "Report" ADD CONSTRAINT "Report_version_check" CHECK ("version" > 0);
ALTER TABLE "ReportSection" ADD CONSTRAINT "ReportSection_depth_check" CHECK ("depth" IN (1, 2));
ALTER TABLE "ReportSection" ADD CONSTRAINT "ReportSection_position_check" CHECK ("position" >= 0);
ALTER TABLE "ReportSection" ADD CONSTRAINT "ReportSection_kind_check" CHECK ("kind" = 'WRITTEN' OR "appendix");
ALTER TABLE "ReportEdition" ADD CONSTRAINT "ReportEdition_number_check" CHECK ("number" > 0);
-- every edition after the first says what it changes
ALTER TABLE "ReportEdition" ADD CONSTRAINT "ReportEdition_changes_check" CHECK ("number" = 1 OR "changes" <> '');

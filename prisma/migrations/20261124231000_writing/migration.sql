-- CreateEnum
CREATE TYPE "CaseStudyVersionKind" AS ENUM ('AUTOSAVED', 'SAVED', 'RESTORED', 'KEPT');

-- AlterTable
ALTER TABLE "Release" ADD COLUMN     "notes" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "CaseStudyVersion" (
    "id" UUID NOT NULL,
    "caseStudyId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "CaseStudyVersionKind" NOT NULL,
    "content" JSONB NOT NULL,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CaseStudyVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseStudyLock" (
    "caseStudyId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "askedById" UUID,
    "askedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CaseStudyLock_pkey" PRIMARY KEY ("caseStudyId")
);

-- CreateIndex
CREATE INDEX "CaseStudyVersion_personId_idx" ON "CaseStudyVersion"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "CaseStudyVersion_caseStudyId_number_key" ON "CaseStudyVersion"("caseStudyId", "number");

-- CreateIndex
CREATE INDEX "CaseStudyLock_personId_idx" ON "CaseStudyLock"("personId");

-- CreateIndex
CREATE INDEX "CaseStudyLock_askedById_idx" ON "CaseStudyLock"("askedById");

-- AddForeignKey
ALTER TABLE "CaseStudyVersion" ADD CONSTRAINT "CaseStudyVersion_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseStudyVersion" ADD CONSTRAINT "CaseStudyVersion_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseStudyLock" ADD CONSTRAINT "CaseStudyLock_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseStudyLock" ADD CONSTRAINT "CaseStudyLock_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseStudyLock" ADD CONSTRAINT "CaseStudyLock_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema can't say
ALTER TABLE "CaseStudyVersion" ADD CONSTRAINT "CaseStudyVersion_number" CHECK ("number" >= 1 AND jsonb_typeof("content") = 'object');
ALTER TABLE "CaseStudyLock" ADD CONSTRAINT "CaseStudyLock_asked" CHECK (("askedById" IS NULL) = ("askedAt" IS NULL) AND "askedById" IS DISTINCT FROM "personId");
ALTER TABLE "Release" ADD CONSTRAINT "Release_notes" CHECK (jsonb_typeof("notes") = 'array');

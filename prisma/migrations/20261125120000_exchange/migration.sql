-- CreateEnum
CREATE TYPE "ExchangeKind" AS ENUM ('EXPORT', 'IMPORT');

-- CreateEnum
CREATE TYPE "ExchangeStatus" AS ENUM ('WAITING', 'RUNNING', 'READ', 'DONE', 'FAILED');

-- AlterEnum
ALTER TYPE "TextKind" ADD VALUE 'IMPORTED';

-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "imported" JSONB;

-- AlterTable
ALTER TABLE "Text" ADD COLUMN     "name" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "ExchangeRun" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "ExchangeKind" NOT NULL,
    "status" "ExchangeStatus" NOT NULL DEFAULT 'WAITING',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "name" TEXT NOT NULL,
    "storageKey" TEXT,
    "bytes" INTEGER,
    "report" JSONB,
    "people" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "heardAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ExchangeRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExchangeRow" (
    "runId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "guid" UUID,
    "content" JSONB NOT NULL,

    CONSTRAINT "ExchangeRow_pkey" PRIMARY KEY ("runId","place")
);

-- CreateIndex
CREATE UNIQUE INDEX "ExchangeRun_storageKey_key" ON "ExchangeRun"("storageKey");

-- CreateIndex
CREATE INDEX "ExchangeRun_callId_createdAt_idx" ON "ExchangeRun"("callId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "ExchangeRow_runId_kind_guid_idx" ON "ExchangeRow"("runId", "kind", "guid");

-- AddForeignKey
ALTER TABLE "ExchangeRun" ADD CONSTRAINT "ExchangeRun_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExchangeRun" ADD CONSTRAINT "ExchangeRun_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExchangeRow" ADD CONSTRAINT "ExchangeRow_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ExchangeRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ───────────── What Prisma's schema cannot say

-- What came with a project of another program or portal: nobody consented to anything there.
ALTER TABLE "Submission" DROP CONSTRAINT "Submission_channel";
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_channel" CHECK ("channel" IN ('form', 'telephone', 'paper', 'email', 'import'));
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_imported" CHECK ("imported" IS NULL OR ("channel" = 'import' AND jsonb_typeof("imported") = 'object'));
ALTER TABLE "Consent" DROP CONSTRAINT "Consent_channel";
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_channel" CHECK ("channel" IN ('form', 'page', 'telephone', 'paper', 'email', 'import'));
ALTER TABLE "Text" ADD CONSTRAINT "Text_name" CHECK (length("name") <= 300);

-- Coders of other programs are kept as names: accounts of no team that nobody can sign in with.
ALTER TABLE "Person" DROP CONSTRAINT "Person_team";
ALTER TABLE "Person" ADD CONSTRAINT "Person_team" CHECK (
  ("role" IN ('RESEARCHER', 'LEAD')) = ("teamId" IS NOT NULL)
  OR ("email" LIKE '%@imported.invalid' AND "disabledAt" IS NOT NULL AND "role" = 'RESEARCHER')
);

ALTER TABLE "ExchangeRun" ADD CONSTRAINT "ExchangeRun_progress" CHECK ("progress" BETWEEN 0 AND 100);
ALTER TABLE "ExchangeRun" ADD CONSTRAINT "ExchangeRun_name" CHECK (length("name") <= 200);
ALTER TABLE "ExchangeRun" ADD CONSTRAINT "ExchangeRun_finished" CHECK (("status" IN ('DONE', 'FAILED')) = ("finishedAt" IS NOT NULL));

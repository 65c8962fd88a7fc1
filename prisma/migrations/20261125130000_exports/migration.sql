-- CreateEnum
CREATE TYPE "ExportKind" AS ENUM ('SUBMISSIONS', 'PASSAGES', 'GRID', 'CODINGS', 'COMMENTS', 'FOLLOW_UPS');

-- CreateEnum
CREATE TYPE "ExportFormat" AS ENUM ('CSV', 'XLSX', 'JSONL', 'DOCX');

-- CreateTable
CREATE TABLE "Export" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "what" "ExportKind" NOT NULL,
    "format" "ExportFormat" NOT NULL,
    "filters" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "status" "RunStatus" NOT NULL DEFAULT 'WAITING',
    "background" BOOLEAN NOT NULL DEFAULT false,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "fileName" TEXT,
    "storageKey" TEXT,
    "bytes" BIGINT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "heardAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),

    CONSTRAINT "Export_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Export_storageKey_key" ON "Export"("storageKey");

-- CreateIndex
CREATE INDEX "Export_personId_createdAt_idx" ON "Export"("personId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Export_expiresAt_idx" ON "Export"("expiresAt");

-- AddForeignKey
ALTER TABLE "Export" ADD CONSTRAINT "Export_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Export" ADD CONSTRAINT "Export_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What the schema can't say.
ALTER TABLE "Export" ADD CONSTRAINT "Export_progress_check" CHECK ("progress" BETWEEN 0 AND 100 AND "rows" >= 0 AND "bytes" > 0);
ALTER TABLE "Export" ADD CONSTRAINT "Export_file_check" CHECK (
  ("status" = 'DONE') = ("storageKey" IS NOT NULL AND "fileName" IS NOT NULL AND "bytes" IS NOT NULL)
  AND ("status" IN ('DONE', 'FAILED')) = ("finishedAt" IS NOT NULL AND "expiresAt" IS NOT NULL));
ALTER TABLE "Export" ADD CONSTRAINT "Export_docx_check" CHECK ("format" <> 'DOCX' OR "what" = 'PASSAGES');
-- Two presses make one.
CREATE UNIQUE INDEX "Export_one_at_work" ON "Export" ("personId", "digest") WHERE "status" IN ('WAITING', 'RUNNING');

-- CreateTable
CREATE TABLE "CodebookImport" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CodebookImport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CodebookImport_personId_idx" ON "CodebookImport"("personId");

-- AddForeignKey
ALTER TABLE "CodebookImport" ADD CONSTRAINT "CodebookImport_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodebookImport" ADD CONSTRAINT "CodebookImport_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ───────────── What Prisma's schema cannot say

ALTER TABLE "CodebookImport" ADD CONSTRAINT "CodebookImport_name" CHECK (length("name") <= 200);

-- AlterTable
ALTER TABLE "Coding" ADD COLUMN "lostSettled" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Figure" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "view" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Figure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Figure_callId_createdAt_idx" ON "Figure"("callId", "createdAt");

-- AddForeignKey
ALTER TABLE "Figure" ADD CONSTRAINT "Figure_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Figure" ADD CONSTRAINT "Figure_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was not lost was not lost late.
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_lost_settled" CHECK (NOT "lostSettled" OR "lostAt" IS NOT NULL);
ALTER TABLE "Figure" ADD CONSTRAINT "Figure_lengths" CHECK (char_length("title") BETWEEN 1 AND 200 AND char_length("note") <= 4000);

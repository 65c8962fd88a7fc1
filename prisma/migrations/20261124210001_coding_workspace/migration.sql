-- CreateEnum
CREATE TYPE "RunStatus" AS ENUM ('WAITING', 'RUNNING', 'DONE', 'FAILED');

-- CreateEnum
CREATE TYPE "CallOutcome" AS ENUM ('REACHED', 'NO_ANSWER', 'CALL_BACK', 'WRONG_NUMBER', 'DECLINED');

-- DropIndex
DROP INDEX "Coding_codeId_idx";

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "doneAt" TIMESTAMPTZ(3),
ADD COLUMN     "double" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Code" ADD COLUMN     "definedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "mergedIntoId" UUID;

-- AlterTable
ALTER TABLE "Coding" ADD COLUMN     "agreed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "checkedAt" TIMESTAMPTZ(3),
ADD COLUMN     "lostAt" TIMESTAMPTZ(3),
ADD COLUMN     "removedAt" TIMESTAMPTZ(3),
ADD COLUMN     "removedById" UUID;

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "held" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "spanEnd" INTEGER,
ADD COLUMN     "spanStart" INTEGER,
ADD COLUMN     "textVersionId" UUID;

-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "blind" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "doubleCodedAt" TIMESTAMPTZ(3),
ADD COLUMN     "language" TEXT,
ADD COLUMN     "languageCorrected" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "ConflictOfInterest" (
    "submissionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "declaredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ConflictOfInterest_pkey" PRIMARY KEY ("submissionId","personId")
);

-- CreateTable
CREATE TABLE "CodingDraw" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "share" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "assigned" INTEGER NOT NULL,
    "doubled" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CodingDraw_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CodebookChange" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "codeId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "content" JSONB NOT NULL DEFAULT '{}',
    "undoneAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CodebookChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CodingMove" (
    "changeId" UUID NOT NULL,
    "codingId" UUID NOT NULL,
    "fromCodeId" UUID NOT NULL,
    "toCodeId" UUID NOT NULL,
    "doubled" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CodingMove_pkey" PRIMARY KEY ("changeId","codingId")
);

-- CreateTable
CREATE TABLE "Settlement" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "firstId" UUID,
    "secondId" UUID,
    "agreedId" UUID,
    "leadId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Settlement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgreementRun" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "requestedById" UUID NOT NULL,
    "status" "RunStatus" NOT NULL DEFAULT 'WAITING',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "options" JSONB NOT NULL DEFAULT '{}',
    "result" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AgreementRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mention" (
    "commentId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "toldAt" TIMESTAMPTZ(3),
    "seenAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("commentId","personId")
);

-- CreateTable
CREATE TABLE "FollowUp" (
    "submissionId" UUID NOT NULL,
    "personId" UUID,
    "nextAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FollowUp_pkey" PRIMARY KEY ("submissionId")
);

-- CreateTable
CREATE TABLE "CallAttempt" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "outcome" "CallOutcome" NOT NULL,
    "calledAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CallAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ConflictOfInterest_personId_idx" ON "ConflictOfInterest"("personId");

-- CreateIndex
CREATE INDEX "CodingDraw_callId_createdAt_idx" ON "CodingDraw"("callId", "createdAt");

-- CreateIndex
CREATE INDEX "CodebookChange_callId_createdAt_idx" ON "CodebookChange"("callId", "createdAt");

-- CreateIndex
CREATE INDEX "CodebookChange_codeId_createdAt_idx" ON "CodebookChange"("codeId", "createdAt");

-- CreateIndex
CREATE INDEX "CodingMove_codingId_idx" ON "CodingMove"("codingId");

-- CreateIndex
CREATE UNIQUE INDEX "Settlement_agreedId_key" ON "Settlement"("agreedId");

-- CreateIndex
CREATE INDEX "Settlement_submissionId_idx" ON "Settlement"("submissionId");

-- CreateIndex
CREATE INDEX "AgreementRun_callId_createdAt_idx" ON "AgreementRun"("callId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Mention_personId_toldAt_idx" ON "Mention"("personId", "toldAt");

-- CreateIndex
CREATE INDEX "FollowUp_personId_idx" ON "FollowUp"("personId");

-- CreateIndex
CREATE INDEX "CallAttempt_submissionId_calledAt_idx" ON "CallAttempt"("submissionId", "calledAt");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_callId_ownerId_name_key" ON "SavedView"("callId", "ownerId", "name");

-- CreateIndex
CREATE INDEX "Code_parentId_idx" ON "Code"("parentId");

-- CreateIndex
CREATE INDEX "Coding_codeId_submissionId_idx" ON "Coding"("codeId", "submissionId");

-- CreateIndex
CREATE INDEX "Coding_textVersionId_idx" ON "Coding"("textVersionId");

-- CreateIndex
CREATE INDEX "Coding_personId_idx" ON "Coding"("personId");

-- CreateIndex
CREATE INDEX "Comment_textVersionId_idx" ON "Comment"("textVersionId");

-- AddForeignKey
ALTER TABLE "ConflictOfInterest" ADD CONSTRAINT "ConflictOfInterest_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConflictOfInterest" ADD CONSTRAINT "ConflictOfInterest_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodingDraw" ADD CONSTRAINT "CodingDraw_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodingDraw" ADD CONSTRAINT "CodingDraw_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Code" ADD CONSTRAINT "Code_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Code"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodebookChange" ADD CONSTRAINT "CodebookChange_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodebookChange" ADD CONSTRAINT "CodebookChange_codeId_fkey" FOREIGN KEY ("codeId") REFERENCES "Code"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodebookChange" ADD CONSTRAINT "CodebookChange_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodingMove" ADD CONSTRAINT "CodingMove_changeId_fkey" FOREIGN KEY ("changeId") REFERENCES "CodebookChange"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodingMove" ADD CONSTRAINT "CodingMove_codingId_fkey" FOREIGN KEY ("codingId") REFERENCES "Coding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Settlement" ADD CONSTRAINT "Settlement_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Settlement" ADD CONSTRAINT "Settlement_firstId_fkey" FOREIGN KEY ("firstId") REFERENCES "Coding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Settlement" ADD CONSTRAINT "Settlement_secondId_fkey" FOREIGN KEY ("secondId") REFERENCES "Coding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Settlement" ADD CONSTRAINT "Settlement_agreedId_fkey" FOREIGN KEY ("agreedId") REFERENCES "Coding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Settlement" ADD CONSTRAINT "Settlement_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementRun" ADD CONSTRAINT "AgreementRun_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementRun" ADD CONSTRAINT "AgreementRun_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_textVersionId_fkey" FOREIGN KEY ("textVersionId") REFERENCES "TextVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallAttempt" ADD CONSTRAINT "CallAttempt_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallAttempt" ADD CONSTRAINT "CallAttempt_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ───────────── What Prisma's schema cannot say

-- A coding stands once a person: what was removed, or lost in a correction, may be made again.
DROP INDEX "Coding_one_tag_a_person";
CREATE UNIQUE INDEX "Coding_one_tag_a_person" ON "Coding" ("submissionId", "codeId", "personId", "agreed")
  WHERE "textVersionId" IS NULL AND "removedAt" IS NULL AND "lostAt" IS NULL;
CREATE UNIQUE INDEX "Coding_one_span_a_person" ON "Coding" ("textVersionId", "spanStart", "spanEnd", "codeId", "personId", "agreed")
  WHERE "textVersionId" IS NOT NULL AND "removedAt" IS NULL AND "lostAt" IS NULL;
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_memo" CHECK (length("memo") <= 2000);
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_removed" CHECK (("removedAt" IS NULL) = ("removedById" IS NULL));
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_lost_on_a_text" CHECK ("lostAt" IS NULL OR "textVersionId" IS NOT NULL);
CREATE INDEX "Coding_memo_search" ON "Coding" USING gin (to_tsvector('english', "memo")) WHERE "memo" <> '';
CREATE INDEX "Comment_search" ON "Comment" USING gin (to_tsvector('english', "body"));

ALTER TABLE "Comment" ADD CONSTRAINT "Comment_span" CHECK (
  ("textVersionId" IS NULL AND "spanStart" IS NULL AND "spanEnd" IS NULL)
  OR ("textVersionId" IS NOT NULL AND "spanStart" >= 0 AND "spanStart" < "spanEnd")
);
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_reply_without_span" CHECK ("parentId" IS NULL OR "textVersionId" IS NULL);

-- Codes stand under others; what was merged is out of use.
ALTER TABLE "Code" ADD CONSTRAINT "Code_not_under_itself" CHECK ("parentId" <> "id");
ALTER TABLE "Code" ADD CONSTRAINT "Code_merged_is_retired" CHECK ("mergedIntoId" IS NULL OR ("retiredAt" IS NOT NULL AND "mergedIntoId" <> "id"));
ALTER TABLE "CodebookChange" ADD CONSTRAINT "CodebookChange_kind" CHECK (
  "kind" IN ('create', 'edit', 'place', 'merge', 'split', 'retire', 'restore', 'import', 'undo')
);

-- Two code blind only where somebody chose that.
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_blind" CHECK (NOT "blind" OR "doubleCodedAt" IS NOT NULL);
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_language" CHECK ("language" ~ '^[a-z]{2,3}$');
ALTER TABLE "Settlement" ADD CONSTRAINT "Settlement_of_something" CHECK ("firstId" IS NOT NULL OR "secondId" IS NOT NULL);
CREATE UNIQUE INDEX "Settlement_once_first" ON "Settlement" ("firstId") WHERE "firstId" IS NOT NULL;
CREATE UNIQUE INDEX "Settlement_once_second" ON "Settlement" ("secondId") WHERE "secondId" IS NOT NULL;
ALTER TABLE "CodingDraw" ADD CONSTRAINT "CodingDraw_share" CHECK ("share" BETWEEN 0 AND 100);
ALTER TABLE "AgreementRun" ADD CONSTRAINT "AgreementRun_progress" CHECK ("progress" BETWEEN 0 AND 100);
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_lengths" CHECK (length("name") BETWEEN 1 AND 100 AND length("query") <= 2000);
ALTER TABLE "ConflictOfInterest" ADD CONSTRAINT "ConflictOfInterest_reason" CHECK (length("reason") <= 1000);

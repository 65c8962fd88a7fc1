-- CreateEnum
CREATE TYPE "KeyKind" AS ENUM ('BROWSER', 'RESUME', 'EVIDENCE');

-- CreateEnum
CREATE TYPE "FileScan" AS ENUM ('UNSCANNED', 'CLEAN', 'INFECTED');

-- CreateEnum
CREATE TYPE "IncomingStatus" AS ENUM ('NEW', 'TAKEN', 'SET_ASIDE');

-- CreateEnum
CREATE TYPE "IncomingKind" AS ENUM ('LETTER', 'BOUNCE', 'AUTOMATIC');

-- AlterEnum
ALTER TYPE "SubmissionStatus" ADD VALUE 'QUARANTINED';

-- AlterTable
ALTER TABLE "Consent" ADD COLUMN     "recordedById" UUID;

-- What drafts hold: a row a step becomes a row a field.
CREATE TABLE "DraftAnswer_by_field" (
    "submissionId" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "writer" TEXT NOT NULL DEFAULT '',
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
INSERT INTO "DraftAnswer_by_field" ("submissionId", "field", "value", "version", "savedAt")
  SELECT d."submissionId", answer.key, answer.value, d."version", d."savedAt"
  FROM "DraftAnswer" d, jsonb_each(d."answers") answer;
ALTER TABLE "Submission" ADD COLUMN "answeredSteps" TEXT[];
UPDATE "Submission" s SET "answeredSteps" = given.steps
  FROM (SELECT "submissionId", array_agg("step") AS steps FROM "DraftAnswer" GROUP BY "submissionId") given
  WHERE given."submissionId" = s."id";
DROP TABLE "DraftAnswer";
ALTER TABLE "DraftAnswer_by_field" RENAME TO "DraftAnswer";
ALTER TABLE "DraftAnswer" ADD CONSTRAINT "DraftAnswer_pkey" PRIMARY KEY ("submissionId", "field");

-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "bounceReason" TEXT,
ADD COLUMN     "bouncedAt" TIMESTAMPTZ(3),
ADD COLUMN     "linkKind" "KeyKind",
ADD COLUMN     "submissionId" UUID;

-- AlterTable
ALTER TABLE "Place" ADD COLUMN     "retiredAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Prompt" ADD COLUMN     "retiredAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Submission" DROP COLUMN "formVersion",
ADD COLUMN     "correctedAt" TIMESTAMPTZ(3),
ADD COLUMN     "correctedSettled" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "erasedAt" TIMESTAMPTZ(3),
ADD COLUMN     "formVersionId" UUID,
ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "quarantineReasons" TEXT[],
ADD COLUMN     "takenAt" TIMESTAMPTZ(3),
ADD COLUMN     "takenById" UUID,
ADD COLUMN     "takenNote" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "textHash" TEXT;

-- CreateTable
CREATE TABLE "FormVersion" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FormVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PrivateKey" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "kind" "KeyKind" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "replacedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PrivateKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SubmissionRevision" (
    "submissionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SubmissionRevision_pkey" PRIMARY KEY ("submissionId","number")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" UUID NOT NULL,
    "submissionId" UUID,
    "incomingMailId" UUID,
    "position" INTEGER,
    "storageKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "alt" TEXT NOT NULL DEFAULT '',
    "width" INTEGER,
    "height" INTEGER,
    "scan" "FileScan" NOT NULL DEFAULT 'UNSCANNED',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncomingMail" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "kind" "IncomingKind" NOT NULL DEFAULT 'LETTER',
    "status" "IncomingStatus" NOT NULL DEFAULT 'NEW',
    "sha256" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "messageId" TEXT NOT NULL DEFAULT '',
    "inReplyTo" TEXT NOT NULL DEFAULT '',
    "fromName" TEXT NOT NULL DEFAULT '',
    "fromAddress" TEXT NOT NULL DEFAULT '',
    "subject" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT 'mailbox',
    "sentAt" TIMESTAMPTZ(3),
    "arrivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submissionId" UUID,

    CONSTRAINT "IncomingMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mailbox" (
    "address" TEXT NOT NULL,
    "uidValidity" BIGINT NOT NULL,
    "lastUid" INTEGER NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Mailbox_pkey" PRIMARY KEY ("address")
);

-- CreateIndex
CREATE UNIQUE INDEX "FormVersion_callId_hash_key" ON "FormVersion"("callId", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "PrivateKey_tokenHash_key" ON "PrivateKey"("tokenHash");

-- CreateIndex
CREATE INDEX "PrivateKey_submissionId_kind_idx" ON "PrivateKey"("submissionId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "StoredFile_storageKey_key" ON "StoredFile"("storageKey");

-- CreateIndex
CREATE INDEX "StoredFile_incomingMailId_idx" ON "StoredFile"("incomingMailId");

-- CreateIndex
CREATE UNIQUE INDEX "StoredFile_submissionId_position_key" ON "StoredFile"("submissionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "IncomingMail_sha256_key" ON "IncomingMail"("sha256");

-- CreateIndex
CREATE INDEX "IncomingMail_callId_status_arrivedAt_idx" ON "IncomingMail"("callId", "status", "arrivedAt" DESC);

-- CreateIndex
CREATE INDEX "IncomingMail_submissionId_idx" ON "IncomingMail"("submissionId");

-- CreateIndex
CREATE INDEX "Mail_submissionId_idx" ON "Mail"("submissionId");

-- CreateIndex
CREATE INDEX "Submission_callId_textHash_idx" ON "Submission"("callId", "textHash");

-- CreateIndex
CREATE INDEX "Submission_mergedIntoId_idx" ON "Submission"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "FormVersion" ADD CONSTRAINT "FormVersion_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_formVersionId_fkey" FOREIGN KEY ("formVersionId") REFERENCES "FormVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_takenById_fkey" FOREIGN KEY ("takenById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Submission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrivateKey" ADD CONSTRAINT "PrivateKey_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionRevision" ADD CONSTRAINT "SubmissionRevision_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_incomingMailId_fkey" FOREIGN KEY ("incomingMailId") REFERENCES "IncomingMail"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncomingMail" ADD CONSTRAINT "IncomingMail_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncomingMail" ADD CONSTRAINT "IncomingMail_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "DraftAnswer" ADD CONSTRAINT "DraftAnswer_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ───────────── What Prisma's schema cannot say

-- The cookies that browsers hold go on opening what they opened.
INSERT INTO "PrivateKey" ("id", "submissionId", "kind", "tokenHash", "expiresAt")
  SELECT gen_random_uuid(), "id", 'BROWSER', "draftTokenHash", now() + interval '30 days'
  FROM "Submission" WHERE "draftTokenHash" IS NOT NULL;
ALTER TABLE "Submission" DROP COLUMN "draftTokenHash";

-- The limits are those of lib/domain/submission.ts. What a draft holds may be over them, not beyond measure.
ALTER TABLE "DraftAnswer" ADD CONSTRAINT "DraftAnswer_value" CHECK (
  jsonb_typeof("value") IN ('string', 'array') AND length("value"::text) <= 200000 AND length("field") <= 40 AND length("writer") <= 40
);
ALTER TABLE "TextVersion" ADD CONSTRAINT "TextVersion_body" CHECK (length("body") BETWEEN 1 AND 1000000);
ALTER TABLE "ContactDetails" ADD CONSTRAINT "ContactDetails_lengths" CHECK (
  length("name") <= 200 AND length("email") <= 254 AND length("telephone") <= 40 AND length("bestTimes") <= 200
);

-- How a response arrived, and who entered what did not come by the form. What was deleted was withdrawn before.
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_channel" CHECK ("channel" IN ('form', 'telephone', 'paper', 'email'));
ALTER TABLE "Submission" DROP CONSTRAINT "Submission_whole_once_sent";
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_whole_once_sent" CHECK (
  ("status" = 'DRAFT' AND "reference" IS NULL AND "submittedAt" IS NULL)
  OR ("status" <> 'DRAFT' AND "reference" IS NOT NULL AND "submittedAt" IS NOT NULL AND ("erasedAt" IS NOT NULL
      OR ("organisationName" IS NOT NULL AND "organisationType" IS NOT NULL AND "practice" IS NOT NULL AND "title" IS NOT NULL)))
);
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_erased" CHECK ("erasedAt" IS NULL OR "withdrawnAt" IS NOT NULL);
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_not_merged_into_itself" CHECK ("mergedIntoId" <> "id");
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_channel" CHECK ("channel" IN ('form', 'page', 'telephone', 'paper', 'email'));

-- Files: five to a submission, ten megabytes each. One that came with a mail and was not taken has no place.
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_position" CHECK (
  "position" IS NULL OR ("position" BETWEEN 1 AND 5 AND "submissionId" IS NOT NULL AND "removedAt" IS NULL)
);
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_bytes" CHECK ("bytes" BETWEEN 1 AND 10485760);
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_lengths" CHECK (length("name") BETWEEN 1 AND 200 AND length("alt") <= 300);
ALTER TABLE "SubmissionRevision" ADD CONSTRAINT "SubmissionRevision_number" CHECK ("number" >= 1);

-- A mail that carries a private link says to what.
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_link" CHECK ("linkKind" IS NULL OR "submissionId" IS NOT NULL);

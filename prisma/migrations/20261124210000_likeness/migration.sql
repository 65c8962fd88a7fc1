-- What was sent twice is found by the trigrams of names; texts by their words, and then compared by trigrams.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateIndex
CREATE INDEX "Submission_organisationName_likeness" ON "Submission" USING GIN ("organisationName" gin_trgm_ops);

-- AlterTable
ALTER TABLE "IncomingMail" ADD COLUMN     "setAsideReason" TEXT NOT NULL DEFAULT '';
ALTER TABLE "IncomingMail" ADD CONSTRAINT "IncomingMail_lengths" CHECK (
  length("fromName") <= 200 AND length("fromAddress") <= 254 AND length("subject") <= 500
  AND length("body") <= 500000 AND length("setAsideReason") <= 300 AND length("source") <= 200
);

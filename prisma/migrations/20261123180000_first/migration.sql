-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "PlaceKind" AS ENUM ('AUTHORITY', 'WHOLE_REGION', 'ELSEWHERE');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('RESEARCHER', 'LEAD', 'WMCA_STAFF', 'ADMINISTRATOR');

-- CreateEnum
CREATE TYPE "SubmissionStatus" AS ENUM ('DRAFT', 'SUBMITTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('NEW', 'CODING', 'CODED', 'SETTLED');

-- CreateEnum
CREATE TYPE "Decision" AS ENUM ('SHORTLISTED', 'NOT_TAKEN_FORWARD');

-- CreateEnum
CREATE TYPE "OrganisationType" AS ENUM ('VOLUNTARY', 'FAITH', 'MUTUAL_AID', 'NEIGHBOURHOOD', 'SOCIAL_ENTERPRISE', 'OTHER');

-- CreateEnum
CREATE TYPE "Practice" AS ENUM ('OWN', 'ELSEWHERE');

-- CreateEnum
CREATE TYPE "TextKind" AS ENUM ('ANSWER', 'CALL_NOTE', 'TRANSLATION', 'DOCUMENT');

-- CreateEnum
CREATE TYPE "ConsentKind" AS ENUM ('TELEPHONE', 'PUBLISH', 'TELL_OUTCOME', 'SHOW_BEFORE');

-- CreateEnum
CREATE TYPE "ConsentAnswer" AS ENUM ('YES', 'NO', 'WITH_NAME', 'WITHOUT_NAME');

-- CreateEnum
CREATE TYPE "CaseStudyStatus" AS ENUM ('DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'PUBLISHED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('APPROVE', 'REQUEST_CHANGES');

-- CreateEnum
CREATE TYPE "MailStatus" AS ENUM ('WAITING', 'SENT', 'FAILED');

-- CreateTable
CREATE TABLE "Call" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "isCurrent" BOOLEAN NOT NULL DEFAULT false,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "introduction" TEXT NOT NULL,
    "closingWords" TEXT NOT NULL DEFAULT '',
    "commissioner" TEXT NOT NULL DEFAULT '',
    "contactEmail" TEXT NOT NULL,
    "opensAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "graceHours" INTEGER NOT NULL DEFAULT 48,
    "analysisClosesAt" TIMESTAMPTZ(3),
    "reportExpected" TEXT NOT NULL DEFAULT '',
    "outcome" TEXT NOT NULL DEFAULT '',
    "minutesNeeded" INTEGER NOT NULL DEFAULT 10,
    "communities" TEXT[],
    "pressHeadline" TEXT NOT NULL DEFAULT '',
    "pressSummary" TEXT NOT NULL DEFAULT '',
    "pressFacts" JSONB NOT NULL DEFAULT '[]',
    "pressNotes" TEXT NOT NULL DEFAULT '',
    "pressContact" TEXT NOT NULL DEFAULT '',
    "pressReleaseTitle" TEXT NOT NULL DEFAULT '',
    "pressReleaseUrl" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Prompt" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "theme" TEXT NOT NULL,

    CONSTRAINT "Prompt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Lens" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "Lens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Partner" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Partner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Place" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "PlaceKind" NOT NULL DEFAULT 'AUTHORITY',
    "standing" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "parentId" UUID,
    "tileColumn" INTEGER,
    "tileRow" INTEGER,

    CONSTRAINT "Place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "short" TEXT NOT NULL,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "teamId" UUID,
    "disabledAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "userAgent" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "hits" INTEGER NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "status" "SubmissionStatus" NOT NULL DEFAULT 'DRAFT',
    "draftTokenHash" TEXT,
    "reference" TEXT,
    "channel" TEXT NOT NULL DEFAULT 'form',
    "formVersion" INTEGER NOT NULL DEFAULT 1,
    "noticeVersion" TEXT NOT NULL,
    "organisationName" TEXT,
    "organisationType" "OrganisationType",
    "practice" "Practice",
    "practiceOf" TEXT,
    "communities" TEXT[],
    "neighbourhood" TEXT,
    "title" TEXT,
    "stage" "Stage" NOT NULL DEFAULT 'NEW',
    "decision" "Decision",
    "decisionReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "search" tsvector,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DraftAnswer" (
    "submissionId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DraftAnswer_pkey" PRIMARY KEY ("submissionId","step")
);

-- CreateTable
CREATE TABLE "SubmissionPlace" (
    "submissionId" UUID NOT NULL,
    "placeId" UUID NOT NULL,

    CONSTRAINT "SubmissionPlace_pkey" PRIMARY KEY ("submissionId","placeId")
);

-- CreateTable
CREATE TABLE "SubmissionPrompt" (
    "submissionId" UUID NOT NULL,
    "promptId" UUID NOT NULL,

    CONSTRAINT "SubmissionPrompt_pkey" PRIMARY KEY ("submissionId","promptId")
);

-- CreateTable
CREATE TABLE "SubmissionLink" (
    "submissionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "url" TEXT NOT NULL,

    CONSTRAINT "SubmissionLink_pkey" PRIMARY KEY ("submissionId","position")
);

-- CreateTable
CREATE TABLE "Text" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "kind" "TextKind" NOT NULL,
    "field" TEXT NOT NULL,

    CONSTRAINT "Text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TextVersion" (
    "id" UUID NOT NULL,
    "textId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TextVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactDetails" (
    "submissionId" UUID NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "telephone" TEXT,
    "bestTimes" TEXT,

    CONSTRAINT "ContactDetails_pkey" PRIMARY KEY ("submissionId")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "kind" "ConsentKind" NOT NULL,
    "answer" "ConsentAnswer" NOT NULL,
    "wording" TEXT NOT NULL,
    "wordingVersion" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "submissionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "assignedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("submissionId","personId")
);

-- CreateTable
CREATE TABLE "Code" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "parentId" UUID,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "colour" INTEGER NOT NULL DEFAULT 1,
    "definition" TEXT NOT NULL DEFAULT '',
    "whenToUse" TEXT NOT NULL DEFAULT '',
    "whenNot" TEXT NOT NULL DEFAULT '',
    "example" TEXT NOT NULL DEFAULT '',
    "retiredAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Coding" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "codeId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "textVersionId" UUID,
    "spanStart" INTEGER,
    "spanEnd" INTEGER,
    "memo" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Coding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "parentId" UUID,
    "authorId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseStudy" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "status" "CaseStudyStatus" NOT NULL DEFAULT 'DRAFT',
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "whatHappened" TEXT NOT NULL DEFAULT '',
    "whatWasNew" TEXT NOT NULL DEFAULT '',
    "difference" TEXT NOT NULL DEFAULT '',
    "learning" TEXT NOT NULL DEFAULT '',
    "quotation" TEXT NOT NULL DEFAULT '',
    "quotationSource" TEXT NOT NULL DEFAULT '',
    "decisionArea" TEXT NOT NULL DEFAULT '',
    "respondentYesTo" INTEGER,
    "respondentYesAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CaseStudy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseStudyAuthor" (
    "caseStudyId" UUID NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "CaseStudyAuthor_pkey" PRIMARY KEY ("caseStudyId","personId")
);

-- CreateTable
CREATE TABLE "CaseStudySource" (
    "caseStudyId" UUID NOT NULL,
    "submissionId" UUID NOT NULL,

    CONSTRAINT "CaseStudySource_pkey" PRIMARY KEY ("caseStudyId","submissionId")
);

-- CreateTable
CREATE TABLE "CaseStudyPlace" (
    "caseStudyId" UUID NOT NULL,
    "placeId" UUID NOT NULL,

    CONSTRAINT "CaseStudyPlace_pkey" PRIMARY KEY ("caseStudyId","placeId")
);

-- CreateTable
CREATE TABLE "CaseStudyPrompt" (
    "caseStudyId" UUID NOT NULL,
    "promptId" UUID NOT NULL,

    CONSTRAINT "CaseStudyPrompt_pkey" PRIMARY KEY ("caseStudyId","promptId")
);

-- CreateTable
CREATE TABLE "CaseStudyLens" (
    "caseStudyId" UUID NOT NULL,
    "lensId" UUID NOT NULL,

    CONSTRAINT "CaseStudyLens_pkey" PRIMARY KEY ("caseStudyId","lensId")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "caseStudyId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "reviewerId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "verdict" "Verdict" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Release" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "caseStudyId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "whatHappened" TEXT NOT NULL,
    "whatWasNew" TEXT NOT NULL,
    "difference" TEXT NOT NULL,
    "learning" TEXT NOT NULL,
    "quotation" TEXT NOT NULL,
    "quotationSource" TEXT NOT NULL,
    "decisionArea" TEXT NOT NULL,
    "organisationName" TEXT,
    "organisationType" "OrganisationType",
    "placeKeys" TEXT[],
    "placeNames" TEXT[],
    "promptKeys" TEXT[],
    "themes" TEXT[],
    "lensKeys" TEXT[],
    "lenses" TEXT[],
    "approvedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "goneAt" TIMESTAMPTZ(3),
    "formerSlugs" TEXT[],
    "search" tsvector,

    CONSTRAINT "Release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "toAddress" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "status" "MailStatus" NOT NULL DEFAULT 'WAITING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "file" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "callId" UUID,
    "actorKind" TEXT NOT NULL,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "thingKind" TEXT NOT NULL,
    "thingId" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Call_slug_key" ON "Call"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Prompt_callId_key_key" ON "Prompt"("callId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Lens_callId_key_key" ON "Lens"("callId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Partner_callId_name_key" ON "Partner"("callId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Place_callId_key_key" ON "Place"("callId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Team_name_key" ON "Team"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Team_short_key" ON "Team"("short");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Person_teamId_idx" ON "Person"("teamId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "RateLimit_windowStart_idx" ON "RateLimit"("windowStart");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_draftTokenHash_key" ON "Submission"("draftTokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_reference_key" ON "Submission"("reference");

-- CreateIndex
CREATE INDEX "Submission_callId_status_submittedAt_id_idx" ON "Submission"("callId", "status", "submittedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Submission_callId_stage_idx" ON "Submission"("callId", "stage");

-- CreateIndex
CREATE INDEX "Submission_search_idx" ON "Submission" USING GIN ("search");

-- CreateIndex
CREATE INDEX "SubmissionPlace_placeId_idx" ON "SubmissionPlace"("placeId");

-- CreateIndex
CREATE INDEX "SubmissionPrompt_promptId_idx" ON "SubmissionPrompt"("promptId");

-- CreateIndex
CREATE UNIQUE INDEX "Text_submissionId_kind_field_key" ON "Text"("submissionId", "kind", "field");

-- CreateIndex
CREATE UNIQUE INDEX "TextVersion_textId_number_key" ON "TextVersion"("textId", "number");

-- CreateIndex
CREATE INDEX "Consent_submissionId_kind_idx" ON "Consent"("submissionId", "kind");

-- CreateIndex
CREATE INDEX "Assignment_personId_idx" ON "Assignment"("personId");

-- CreateIndex
CREATE INDEX "Code_callId_idx" ON "Code"("callId");

-- CreateIndex
CREATE INDEX "Coding_submissionId_idx" ON "Coding"("submissionId");

-- CreateIndex
CREATE INDEX "Coding_codeId_idx" ON "Coding"("codeId");

-- CreateIndex
CREATE INDEX "Comment_submissionId_createdAt_idx" ON "Comment"("submissionId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "CaseStudy_slug_key" ON "CaseStudy"("slug");

-- CreateIndex
CREATE INDEX "CaseStudy_callId_status_idx" ON "CaseStudy"("callId", "status");

-- CreateIndex
CREATE INDEX "CaseStudySource_submissionId_idx" ON "CaseStudySource"("submissionId");

-- CreateIndex
CREATE UNIQUE INDEX "Review_caseStudyId_version_reviewerId_key" ON "Review"("caseStudyId", "version", "reviewerId");

-- CreateIndex
CREATE UNIQUE INDEX "Release_caseStudyId_key" ON "Release"("caseStudyId");

-- CreateIndex
CREATE UNIQUE INDEX "Release_slug_key" ON "Release"("slug");

-- CreateIndex
CREATE INDEX "Release_publishedAt_id_idx" ON "Release"("publishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Release_search_idx" ON "Release" USING GIN ("search");

-- CreateIndex
CREATE INDEX "Release_placeKeys_idx" ON "Release" USING GIN ("placeKeys");

-- CreateIndex
CREATE INDEX "Release_promptKeys_idx" ON "Release" USING GIN ("promptKeys");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_key_key" ON "Mail"("key");

-- CreateIndex
CREATE INDEX "Mail_status_createdAt_idx" ON "Mail"("status", "createdAt");

-- CreateIndex
CREATE INDEX "AuditEntry_at_id_idx" ON "AuditEntry"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_thingKind_thingId_idx" ON "AuditEntry"("thingKind", "thingId");

-- AddForeignKey
ALTER TABLE "Prompt" ADD CONSTRAINT "Prompt_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lens" ADD CONSTRAINT "Lens_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Partner" ADD CONSTRAINT "Partner_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Place" ADD CONSTRAINT "Place_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Place" ADD CONSTRAINT "Place_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Place"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftAnswer" ADD CONSTRAINT "DraftAnswer_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionPlace" ADD CONSTRAINT "SubmissionPlace_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionPlace" ADD CONSTRAINT "SubmissionPlace_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionPrompt" ADD CONSTRAINT "SubmissionPrompt_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionPrompt" ADD CONSTRAINT "SubmissionPrompt_promptId_fkey" FOREIGN KEY ("promptId") REFERENCES "Prompt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionLink" ADD CONSTRAINT "SubmissionLink_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Text" ADD CONSTRAINT "Text_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TextVersion" ADD CONSTRAINT "TextVersion_textId_fkey" FOREIGN KEY ("textId") REFERENCES "Text"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactDetails" ADD CONSTRAINT "ContactDetails_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Code" ADD CONSTRAINT "Code_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Code" ADD CONSTRAINT "Code_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Code"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_codeId_fkey" FOREIGN KEY ("codeId") REFERENCES "Code"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_textVersionId_fkey" FOREIGN KEY ("textVersionId") REFERENCES "TextVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseStudy" ADD CONSTRAINT "CaseStudy_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseStudyAuthor" ADD CONSTRAINT "CaseStudyAuthor_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseStudyAuthor" ADD CONSTRAINT "CaseStudyAuthor_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseStudySource" ADD CONSTRAINT "CaseStudySource_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseStudySource" ADD CONSTRAINT "CaseStudySource_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseStudyPlace" ADD CONSTRAINT "CaseStudyPlace_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseStudyPlace" ADD CONSTRAINT "CaseStudyPlace_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseStudyPrompt" ADD CONSTRAINT "CaseStudyPrompt_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseStudyPrompt" ADD CONSTRAINT "CaseStudyPrompt_promptId_fkey" FOREIGN KEY ("promptId") REFERENCES "Prompt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseStudyLens" ADD CONSTRAINT "CaseStudyLens_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseStudyLens" ADD CONSTRAINT "CaseStudyLens_lensId_fkey" FOREIGN KEY ("lensId") REFERENCES "Lens"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- ───────────── What Prisma's schema cannot say

-- One call is current.
CREATE UNIQUE INDEX "Call_one_current" ON "Call" ("isCurrent") WHERE "isCurrent";
ALTER TABLE "Call" ADD CONSTRAINT "Call_times" CHECK ("closesAt" IS NULL OR "opensAt" IS NULL OR "opensAt" < "closesAt");
ALTER TABLE "Call" ADD CONSTRAINT "Call_grace" CHECK ("graceHours" BETWEEN 0 AND 8760);
ALTER TABLE "Call" ADD CONSTRAINT "Call_slug" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

-- A tile has both of its coordinates, and no two places of a call share one.
ALTER TABLE "Place" ADD CONSTRAINT "Place_tile" CHECK (("tileColumn" IS NULL) = ("tileRow" IS NULL));
CREATE UNIQUE INDEX "Place_one_per_tile" ON "Place" ("callId", "tileColumn", "tileRow") WHERE "tileColumn" IS NOT NULL;
ALTER TABLE "Place" ADD CONSTRAINT "Place_not_its_own_parent" CHECK ("parentId" <> "id");

-- People: addresses in lower case; researchers and leads belong to a team, others to none.
ALTER TABLE "Person" ADD CONSTRAINT "Person_email" CHECK ("email" = lower("email") AND "email" LIKE '%_@_%');
ALTER TABLE "Person" ADD CONSTRAINT "Person_team" CHECK (("role" IN ('RESEARCHER', 'LEAD')) = ("teamId" IS NOT NULL));

-- A draft has no reference; what was sent is whole. The limits are those of lib/domain/submission.ts.
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_whole_once_sent" CHECK (
  ("status" = 'DRAFT' AND "reference" IS NULL AND "submittedAt" IS NULL)
  OR ("status" <> 'DRAFT' AND "reference" IS NOT NULL AND "submittedAt" IS NOT NULL AND "organisationName" IS NOT NULL
      AND "organisationType" IS NOT NULL AND "practice" IS NOT NULL AND "title" IS NOT NULL)
);
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_withdrawn" CHECK (("status" = 'WITHDRAWN') = ("withdrawnAt" IS NOT NULL));
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_reference" CHECK ("reference" ~ '^WM-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$');
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_practice_of" CHECK ("practiceOf" IS NULL OR "practice" = 'ELSEWHERE');
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_reason" CHECK ("decision" IS DISTINCT FROM 'NOT_TAKEN_FORWARD' OR length("decisionReason") > 0);
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_lengths" CHECK (
  length("organisationName") BETWEEN 1 AND 200 AND length("title") BETWEEN 1 AND 150
  AND length("practiceOf") BETWEEN 1 AND 200 AND length("neighbourhood") <= 200
);
ALTER TABLE "SubmissionLink" ADD CONSTRAINT "SubmissionLink_https" CHECK ("url" LIKE 'https://%' AND length("url") <= 2000 AND "position" BETWEEN 1 AND 5);
ALTER TABLE "TextVersion" ADD CONSTRAINT "TextVersion_number" CHECK ("number" >= 1);

-- One answer to each consent is in force; each kind has its own answers.
CREATE UNIQUE INDEX "Consent_one_in_force" ON "Consent" ("submissionId", "kind") WHERE "supersededAt" IS NULL;
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_answers" CHECK (
  CASE WHEN "kind" = 'PUBLISH' THEN "answer" IN ('WITH_NAME', 'WITHOUT_NAME', 'NO') ELSE "answer" IN ('YES', 'NO') END
);

-- Codes: one living code of a name in a call. Codings: a span with its text, or the whole submission, once a person.
CREATE UNIQUE INDEX "Code_one_of_a_name" ON "Code" ("callId", lower("name")) WHERE "retiredAt" IS NULL;
ALTER TABLE "Code" ADD CONSTRAINT "Code_colour" CHECK ("colour" BETWEEN 1 AND 12);
ALTER TABLE "Code" ADD CONSTRAINT "Code_name" CHECK (length("name") BETWEEN 1 AND 100);
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_span" CHECK (
  ("textVersionId" IS NULL AND "spanStart" IS NULL AND "spanEnd" IS NULL)
  OR ("textVersionId" IS NOT NULL AND "spanStart" >= 0 AND "spanStart" < "spanEnd")
);
CREATE UNIQUE INDEX "Coding_one_tag_a_person" ON "Coding" ("submissionId", "codeId", "personId") WHERE "textVersionId" IS NULL;
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_body" CHECK (length("body") BETWEEN 1 AND 5000);
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_resolved" CHECK (("resolvedAt" IS NULL) = ("resolvedById" IS NULL));

-- A release is public only while it is not gone.
ALTER TABLE "CaseStudy" ADD CONSTRAINT "CaseStudy_slug" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Release" ADD CONSTRAINT "Release_public_or_gone" CHECK ("publishedAt" IS NULL OR "goneAt" IS NULL);

CREATE FUNCTION release_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."search" := setweight(to_tsvector('english', NEW."title" || ' ' || coalesce(NEW."organisationName", '')), 'A')
    || setweight(to_tsvector('english', NEW."summary" || ' ' || array_to_string(NEW."themes" || NEW."placeNames" || NEW."lenses", ' ')), 'B')
    || setweight(to_tsvector('english', concat_ws(' ', NEW."whatHappened", NEW."whatWasNew", NEW."difference", NEW."learning", NEW."quotation", NEW."decisionArea")), 'C');
  RETURN NEW;
END $$;
CREATE TRIGGER "Release_search" BEFORE INSERT OR UPDATE ON "Release" FOR EACH ROW EXECUTE FUNCTION release_search();

-- The audit trail only grows.
CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit trail cannot be changed.';
END $$;
CREATE TRIGGER "AuditEntry_only_grows" BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION audit_only_grows();

-- CreateTable
CREATE TABLE "Collection" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "sharedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CollectionItem" (
    "collectionId" UUID NOT NULL,
    "caseStudyId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CollectionItem_pkey" PRIMARY KEY ("collectionId","caseStudyId")
);

-- CreateTable
CREATE TABLE "SavedSearch" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "mailFrom" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedSearch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedSearchHit" (
    "searchId" UUID NOT NULL,
    "caseStudyId" UUID NOT NULL,
    "mailKey" TEXT NOT NULL,
    "toldAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedSearchHit_pkey" PRIMARY KEY ("searchId","caseStudyId")
);

-- CreateIndex
CREATE INDEX "Collection_callId_ownerId_idx" ON "Collection"("callId", "ownerId");

-- CreateIndex
CREATE INDEX "Collection_callId_sharedAt_idx" ON "Collection"("callId", "sharedAt");

-- CreateIndex
CREATE INDEX "CollectionItem_caseStudyId_idx" ON "CollectionItem"("caseStudyId");

-- CreateIndex
CREATE INDEX "SavedSearch_callId_mailFrom_idx" ON "SavedSearch"("callId", "mailFrom");

-- CreateIndex
CREATE UNIQUE INDEX "SavedSearch_callId_ownerId_name_key" ON "SavedSearch"("callId", "ownerId", "name");

-- CreateIndex
CREATE INDEX "SavedSearchHit_caseStudyId_idx" ON "SavedSearchHit"("caseStudyId");

-- CreateIndex
CREATE INDEX "SavedSearchHit_mailKey_idx" ON "SavedSearchHit"("mailKey");

-- AddForeignKey
ALTER TABLE "Collection" ADD CONSTRAINT "Collection_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Collection" ADD CONSTRAINT "Collection_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionItem" ADD CONSTRAINT "CollectionItem_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionItem" ADD CONSTRAINT "CollectionItem_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedSearchHit" ADD CONSTRAINT "SavedSearchHit_searchId_fkey" FOREIGN KEY ("searchId") REFERENCES "SavedSearch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedSearchHit" ADD CONSTRAINT "SavedSearchHit_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What the schema can't say.
ALTER TABLE "Collection" ADD CONSTRAINT "Collection_name_check" CHECK ("name" <> '' AND char_length("name") <= 150 AND char_length("note") <= 4000);
ALTER TABLE "CollectionItem" ADD CONSTRAINT "CollectionItem_note_check" CHECK ("position" >= 0 AND char_length("note") <= 2000);
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_name_check" CHECK ("name" <> '' AND char_length("name") <= 100 AND char_length("query") <= 2000);

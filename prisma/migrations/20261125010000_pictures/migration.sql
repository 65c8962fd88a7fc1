-- CreateEnum
CREATE TYPE "PictureFormat" AS ENUM ('avif', 'webp', 'jpeg');

-- AlterTable
ALTER TABLE "Release" ADD COLUMN     "pictureIds" UUID[] DEFAULT ARRAY[]::UUID[];

-- CreateTable
CREATE TABLE "Picture" (
    "id" UUID NOT NULL,
    "caseStudyId" UUID NOT NULL,
    "submissionId" UUID,
    "addedById" UUID NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Picture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PictureFile" (
    "pictureId" UUID NOT NULL,
    "width" INTEGER NOT NULL,
    "format" "PictureFormat" NOT NULL,
    "storageKey" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,

    CONSTRAINT "PictureFile_pkey" PRIMARY KEY ("pictureId","width","format")
);

-- CreateIndex
CREATE INDEX "Picture_caseStudyId_idx" ON "Picture"("caseStudyId");

-- CreateIndex
CREATE INDEX "Picture_submissionId_idx" ON "Picture"("submissionId");

-- CreateIndex
CREATE UNIQUE INDEX "PictureFile_storageKey_key" ON "PictureFile"("storageKey");

-- AddForeignKey
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PictureFile" ADD CONSTRAINT "PictureFile_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What the schema can't say.
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_size_check" CHECK ("width" BETWEEN 1 AND 100000 AND "height" BETWEEN 1 AND 100000);
ALTER TABLE "PictureFile" ADD CONSTRAINT "PictureFile_size_check" CHECK ("width" BETWEEN 1 AND 100000 AND "bytes" > 0);

-- CreateEnum
CREATE TYPE "TargetKind" AS ENUM ('ALL', 'PLACE', 'TYPE', 'THEME', 'COMMUNITY');

-- AlterTable
ALTER TABLE "Call" ADD COLUMN     "targetsVersion" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "CoverageTarget" (
    "callId" UUID NOT NULL,
    "kind" "TargetKind" NOT NULL,
    "key" TEXT NOT NULL,
    "target" INTEGER NOT NULL,

    CONSTRAINT "CoverageTarget_pkey" PRIMARY KEY ("callId","kind","key")
);

-- AddForeignKey
ALTER TABLE "CoverageTarget" ADD CONSTRAINT "CoverageTarget_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What the schema can't say.
ALTER TABLE "CoverageTarget" ADD CONSTRAINT "CoverageTarget_target_check" CHECK ("target" BETWEEN 1 AND 99999);
ALTER TABLE "CoverageTarget" ADD CONSTRAINT "CoverageTarget_key_check" CHECK (("kind" = 'ALL') = ("key" = '') AND char_length("key") <= 200);

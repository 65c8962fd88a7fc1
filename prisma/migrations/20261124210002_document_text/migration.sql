-- CreateEnum
CREATE TYPE "FileText" AS ENUM ('READ', 'NONE');

-- AlterTable
ALTER TABLE "StoredFile" ADD COLUMN     "text" "FileText";


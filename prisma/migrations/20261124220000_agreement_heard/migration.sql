-- AlterTable
ALTER TABLE "AgreementRun" ADD COLUMN     "heardAt" TIMESTAMPTZ(3);

-- The facets are counted over every case study that matches. Their texts lie elsewhere (in TOAST) so that few pages have to
-- be read for that: a row keeps to 1,024 bytes if it can, and what is counted stays in it, as it is, to the last.
ALTER TABLE "Release" SET (toast_tuple_target = 1024);
ALTER TABLE "Release"
  ALTER COLUMN "promptKeys" SET STORAGE MAIN,
  ALTER COLUMN "lensKeys" SET STORAGE MAIN,
  ALTER COLUMN "placeKeys" SET STORAGE MAIN,
  ALTER COLUMN "communities" SET STORAGE MAIN;

-- Written anew, so that it holds for what is there already.
UPDATE "Release" SET "title" = "title";

-- Each visit of a case study asks whether it was taken back, by every address that it ever had.
CREATE INDEX "Release_formerSlugs_idx" ON "Release" USING GIN ("formerSlugs");
CREATE INDEX "Release_movedSlugs_idx" ON "Release" USING GIN ("movedSlugs");

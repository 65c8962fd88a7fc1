-- A correction may empty an answer: a version without words, so that what was coded stays on the one before.
ALTER TABLE "TextVersion" DROP CONSTRAINT "TextVersion_body";
ALTER TABLE "TextVersion" ADD CONSTRAINT "TextVersion_body" CHECK (length("body") <= 1000000 AND ("body" <> '' OR "number" > 1));

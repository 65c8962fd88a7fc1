-- The sections of a case study become prose: blocks, each of a kind. What was written is kept, in its paragraphs.
CREATE FUNCTION pg_temp.prose_of(body TEXT) RETURNS JSONB LANGUAGE SQL AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('kind', 'paragraph', 'text', part) ORDER BY place), '[]')
  FROM regexp_split_to_table(trim(E' \n' FROM body), E'\n{2,}') WITH ORDINALITY AS parts(part, place) WHERE part <> ''
$$;

ALTER TABLE "CaseStudy" ALTER COLUMN "whatHappened" DROP DEFAULT, ALTER COLUMN "whatWasNew" DROP DEFAULT,
  ALTER COLUMN "difference" DROP DEFAULT, ALTER COLUMN "learning" DROP DEFAULT;
ALTER TABLE "CaseStudy"
  ALTER COLUMN "whatHappened" TYPE JSONB USING pg_temp.prose_of("whatHappened"),
  ALTER COLUMN "whatWasNew" TYPE JSONB USING pg_temp.prose_of("whatWasNew"),
  ALTER COLUMN "difference" TYPE JSONB USING pg_temp.prose_of("difference"),
  ALTER COLUMN "learning" TYPE JSONB USING pg_temp.prose_of("learning");
ALTER TABLE "CaseStudy" ALTER COLUMN "whatHappened" SET DEFAULT '[]', ALTER COLUMN "whatWasNew" SET DEFAULT '[]',
  ALTER COLUMN "difference" SET DEFAULT '[]', ALTER COLUMN "learning" SET DEFAULT '[]';

ALTER TABLE "Release"
  ALTER COLUMN "whatHappened" TYPE JSONB USING pg_temp.prose_of("whatHappened"),
  ALTER COLUMN "whatWasNew" TYPE JSONB USING pg_temp.prose_of("whatWasNew"),
  ALTER COLUMN "difference" TYPE JSONB USING pg_temp.prose_of("difference"),
  ALTER COLUMN "learning" TYPE JSONB USING pg_temp.prose_of("learning");

-- The words of prose, for search. See plainText in lib/domain/prose.ts.
CREATE FUNCTION prose_words(prose JSONB) RETURNS TEXT LANGUAGE SQL IMMUTABLE AS $$
  SELECT coalesce(string_agg(concat_ws(' ', block->>'text', block->>'alt', block->>'caption'), ' '), '')
  FROM jsonb_array_elements(prose) AS blocks(block)
$$;

CREATE OR REPLACE FUNCTION release_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."search" := setweight(to_tsvector('english', NEW."title" || ' ' || coalesce(NEW."organisationName", '')), 'A')
    || setweight(to_tsvector('english', NEW."summary" || ' ' || array_to_string(NEW."themes" || NEW."placeNames" || NEW."lenses", ' ')), 'B')
    || setweight(to_tsvector('english', concat_ws(' ', prose_words(NEW."whatHappened"), prose_words(NEW."whatWasNew"), prose_words(NEW."difference"), prose_words(NEW."learning"), NEW."quotation", NEW."decisionArea")), 'C');
  RETURN NEW;
END $$;

ALTER TABLE "CaseStudy" ADD CONSTRAINT "CaseStudy_prose" CHECK (
  jsonb_typeof("whatHappened") = 'array' AND jsonb_typeof("whatWasNew") = 'array'
  AND jsonb_typeof("difference") = 'array' AND jsonb_typeof("learning") = 'array');
ALTER TABLE "Release" ADD CONSTRAINT "Release_prose" CHECK (
  jsonb_typeof("whatHappened") = 'array' AND jsonb_typeof("whatWasNew") = 'array'
  AND jsonb_typeof("difference") = 'array' AND jsonb_typeof("learning") = 'array');

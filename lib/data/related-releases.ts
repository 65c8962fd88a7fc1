import { shownSql, type Readers } from '@/lib/data/gallery-search'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'

/** What a release is compared by. */
type Compared = { id: string; callId: string; promptKeys: string[]; placeKeys: string[] }

const most = 300
const words = 40

/**
 * The ids of up to three others that are most like a release: by the words that it says most often or in its title and
 * summary, as far as the full text index holds them, and by the themes and places that they share. Of many that share
 * something the `most` that share most are compared by their words.
 */
export async function relatedReleases(readers: Readers, release: Compared): Promise<string[]> {
  const shared = (column: 'promptKeys' | 'placeKeys', keys: string[]) =>
    keys.length > 0
      ? Prisma.join(
          keys.map(key => Prisma.sql`(r.${Prisma.raw(`"${column}"`)} @> ARRAY[${key}])::int`),
          ' + ',
          '(',
          ')',
        )
      : Prisma.sql`0`
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH own AS MATERIALIZED (
      SELECT to_tsquery('simple', string_agg(quote_literal(t."lexeme"), ' | ')) AS "query" FROM (
        SELECT l."lexeme" FROM "Release" r, unnest(r."search") l WHERE r."id" = ${release.id}::uuid AND length(l."lexeme") > 2
        ORDER BY (l."weights" && ARRAY['A', 'B'])::int DESC, cardinality(l."positions") DESC, l."lexeme" LIMIT ${words}) t
    ), others AS (
      SELECT r."id", r."search", r."publishedAt", ${shared('promptKeys', release.promptKeys)} AS "themes",
        ${shared('placeKeys', release.placeKeys)} AS "places"
      FROM "Release" r
      WHERE r."callId" = ${release.callId}::uuid AND r."id" <> ${release.id}::uuid AND ${shownSql(readers)}
    ), near AS MATERIALIZED (
      SELECT * FROM others ORDER BY "themes" + "places" DESC, "publishedAt" DESC NULLS LAST, "id" DESC LIMIT ${most}
    ), scored AS (
      SELECT n.*, ts_rank(n."search", own."query", 1) AS "likeness" FROM near n, own
    )
    SELECT "id" FROM scored WHERE "likeness" > 0 OR "themes" + "places" > 0
    ORDER BY coalesce("likeness" / nullif(max("likeness") OVER (), 0), 0)
      + "themes" / ${Math.max(1, release.promptKeys.length)}::float8 / 2 + "places" / ${Math.max(1, release.placeKeys.length)}::float8 / 3 DESC,
      "publishedAt" DESC NULLS LAST, "id" DESC LIMIT 3`
  return rows.map(({ id }) => id)
}

import { readByKey, type KeyPage } from '@/lib/data/key-page'
import { db } from '@/lib/db'
import { countByPlace, usualSort, type GalleryFacet, type GalleryFilter } from '@/lib/domain/gallery-filter'
import { readGalleryKey, type GalleryKey } from '@/lib/domain/gallery-key'
import { Prisma } from '@/prisma/generated/client'

/** Who reads: everyone, what is published; the library, what is approved as well. */
export type Readers = 'public' | 'library'

/** How many case studies each value of a facet would show beside the other filters, by value. None means 0. */
export type GalleryFacets = Record<GalleryFacet, Record<string, number>>

/**
 * `capped`: there are more than were counted, so that each figure is "so many or more". `without`: how many there would be
 * if a choice were given up, by its facet.
 */
export type GalleryCounted = {
  count: number
  capped: boolean
  facets: GalleryFacets
  without: Partial<Record<GalleryFacet, number>>
}

/** Case studies of one page. */
export const galleryPageSize = 12

const counted = 20_000
const ranked = 2_000

type Asked = { readers: Readers; callId: string; filter: GalleryFilter }

/**
 * What a release must be to be shown, as a condition on `"Release" r`. It names the case studies that are not shown, which
 * are few, so that nothing is asked of each that is.
 */
export function shownSql(readers: Readers): Prisma.Sql {
  const unless = (first: Prisma.Sql) =>
    Prisma.sql`r."caseStudyId" NOT IN (SELECT "id" FROM "CaseStudy" WHERE "status" NOT BETWEEN ${first} AND 'PUBLISHED')`
  return readers === 'public'
    ? Prisma.sql`r."publishedAt" IS NOT NULL AND ${unless(Prisma.sql`'PUBLISHED'`)}`
    : unless(Prisma.sql`'APPROVED'`)
}

function found({ readers, callId, filter: { search } }: Asked): Prisma.Sql {
  const words = search ? Prisma.sql`AND r."search" @@ ${wordsSql(search)}` : Prisma.empty
  return Prisma.sql`r."callId" = ${callId}::uuid AND ${shownSql(readers)} ${words}`
}

/**
 * What somebody looks for, to be matched with a release's `search`. A query of its own, so that the planner does not know
 * the words and always takes the index: for common ones it would read every release, which takes five times as long.
 */
export function wordsSql(search: string): Prisma.Sql {
  return Prisma.sql`(SELECT websearch_to_tsquery('english', ${search}))`
}

/** What is chosen, each as a condition of its own. */
function chosen(filter: GalleryFilter): { facet: GalleryFacet; passes: Prisma.Sql }[] {
  const { promptKey, lensKey, placeKeys, organisationType, community } = filter
  const on = (facet: GalleryFacet, passes: Prisma.Sql) => ({ facet, passes })
  return [
    ...(promptKey ? [on('theme', Prisma.sql`r."promptKeys" @> ARRAY[${promptKey}]`)] : []),
    ...(lensKey ? [on('lens', Prisma.sql`r."lensKeys" @> ARRAY[${lensKey}]`)] : []),
    ...(placeKeys ? [on('place', Prisma.sql`r."placeKeys" && ${placeKeys}::text[]`)] : []),
    // said the long way round: what has no kind is not of this kind
    ...(organisationType
      ? [on('type', Prisma.sql`r."organisationType" IS NOT DISTINCT FROM ${organisationType}::"OrganisationType"`)]
      : []),
    ...(community ? [on('community', Prisma.sql`r."communities" @> ARRAY[${community}]`)] : []),
  ]
}

/** How many name just these values in a facet, of those that pass all choices or fail one only. */
type Group = { facet: GalleryFacet; failing: GalleryFacet | null; values: string[]; count: number }

/**
 * Counts what matches, and for each value of each facet what it would show if nothing else were chosen in that facet. One
 * pass does for all: it takes what fails one choice at most, says which, and counts those that name the same values.
 */
export async function countGallery(asked: Asked): Promise<GalleryCounted> {
  const choices = chosen(asked.filter)
  const failing = choices.map(({ facet, passes }) => Prisma.sql`WHEN NOT (${passes}) THEN ${Prisma.raw(`'${facet}'`)}`)
  const missed = choices.map(({ passes }) => Prisma.sql`(NOT (${passes}))::int`)
  const [groups, places] = await Promise.all([
    db.$queryRaw<Group[]>`
      SELECT "failing", count(*)::int AS "count",
        CASE 0 WHEN grouping("promptKeys") THEN 'theme' WHEN grouping("lensKeys") THEN 'lens'
          WHEN grouping("placeKeys") THEN 'place' WHEN grouping("organisationType") THEN 'type' ELSE 'community' END AS "facet",
        coalesce("promptKeys", "lensKeys", "placeKeys", "communities", array_remove(ARRAY["organisationType"::text], NULL)) AS "values"
      FROM (
        SELECT ${failing.length > 0 ? Prisma.sql`CASE ${Prisma.join(failing, ' ')} END` : Prisma.sql`NULL::text`} AS "failing",
          r."promptKeys", r."lensKeys", r."placeKeys", r."organisationType", r."communities"
        FROM "Release" r WHERE ${found(asked)}
          ${missed.length > 0 ? Prisma.sql`AND ${Prisma.join(missed, ' + ')} <= 1` : Prisma.empty}
        LIMIT ${counted + 1}
      ) m
      GROUP BY GROUPING SETS (("failing", "promptKeys"), ("failing", "lensKeys"), ("failing", "placeKeys"),
        ("failing", "organisationType"), ("failing", "communities"))`,
    db.$queryRaw<{ key: string; parentKey: string | null }[]>`
      SELECT p."key", parent."key" AS "parentKey" FROM "Place" p LEFT JOIN "Place" parent ON parent."id" = p."parentId"
      WHERE p."callId" = ${asked.callId}::uuid AND p."retiredAt" IS NULL`,
  ])
  const of = (facet: GalleryFacet) =>
    groups.filter(group => group.facet === facet && (group.failing === null || group.failing === facet))
  const named = of('place').map(({ values, count }) => ({ placeKeys: values, count }))
  const countOf = (failing: GalleryFacet | null) =>
    groups.reduce((sum, group) => sum + (group.facet === 'type' && group.failing === failing ? group.count : 0), 0)
  const count = countOf(null)
  return {
    count: Math.min(count, counted),
    capped: count > counted,
    without: Object.fromEntries(choices.map(({ facet }) => [facet, count + countOf(facet)])),
    facets: {
      theme: sums(of('theme')),
      lens: sums(of('lens')),
      place: countByPlace(places, named),
      type: sums(of('type')),
      community: sums(of('community')),
    },
  }
}

function sums(groups: Group[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const { values, count } of groups)
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + count)
  return Object.fromEntries(counts)
}

/** One page of ids. `astray`: its key was made up, or nothing lies beyond it; then these are of the first page. */
export type GalleryKeys = KeyPage<GalleryKey, GalleryKey> & { astray: boolean }

/** The page that the filter's keys lead to, in the order that it asks for. */
export async function findGallery(asked: Asked): Promise<GalleryKeys> {
  const { after, before, search } = asked.filter
  const wanted = asked.filter.sort ?? usualSort(search)
  const sort = wanted === 'match' && !search ? 'newest' : wanted
  const range = {
    after: after ? readGalleryKey(sort, after) : null,
    before: before && !after ? readGalleryKey(sort, before) : null,
  }
  const read = (from: typeof range) =>
    readByKey<GalleryKey, GalleryKey>(
      from,
      galleryPageSize,
      walk => walkGallery(asked, sort, walk),
      key => key,
    )
  const page = await read(range)
  const isFirst = !range.after && !range.before
  if (page.rows.length === 0 && !isFirst) return { ...(await read({ after: null, before: null })), astray: true }
  return { ...page, astray: isFirst && Boolean(after ?? before) }
}

type Walk = { order: 'asc' | 'desc'; beyond: GalleryKey | null; take: number }

function walkGallery(asked: Asked, sort: 'newest' | 'match' | 'title', { order, beyond, take }: Walk) {
  const { readers, filter } = asked
  const where = Prisma.join([found(asked), ...chosen(filter).map(({ passes }) => passes)], ' AND ')
  const time = readers === 'public' ? Prisma.sql`r."publishedAt"` : Prisma.sql`r."approvedAt"`
  // a list that goes down is walked upwards to find the page before; titles go up
  const down = (order === 'desc') !== (sort === 'title')
  const [way, sorted] = down
    ? [Prisma.sql`<`, Prisma.sql`k."key" DESC, k."id" DESC`]
    : [Prisma.sql`>`, Prisma.sql`k."key", k."id"`]
  const type = { newest: Prisma.sql`::timestamptz`, match: Prisma.sql`::float8`, title: Prisma.sql`::text` }[sort]
  const within = beyond
    ? Prisma.sql`WHERE (k."key", k."id") ${way} (${beyond.key}${type}, ${beyond.id}::uuid)`
    : Prisma.empty
  const keys = {
    newest: Prisma.sql`SELECT r."id", ${time} AS "key" FROM "Release" r WHERE ${where}`,
    title: Prisma.sql`SELECT r."id", lower(r."title") AS "key" FROM "Release" r WHERE ${where}`,
    match: Prisma.sql`SELECT m."id", ts_rank(m."search", ${wordsSql(filter.search ?? '')})::float8 AS "key" FROM (
      SELECT r."id", r."search" FROM "Release" r WHERE ${where} ORDER BY ${time} DESC LIMIT ${ranked}) m`,
  }[sort]
  const shown =
    sort === 'newest'
      ? Prisma.sql`to_char(k."key" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
      : Prisma.sql`k."key"::text`
  return db.$queryRaw<GalleryKey[]>`
    SELECT k."id", ${shown} AS "key" FROM (${keys}) k ${within} ORDER BY ${sorted} LIMIT ${take}`
}

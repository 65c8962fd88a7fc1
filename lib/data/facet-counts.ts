import { openCodingsSql, standingSql } from '@/lib/data/open-work'
import { cap, matches, type Asked } from '@/lib/data/submission-matching'
import { db } from '@/lib/db'
import { facets, type Facet } from '@/lib/domain/submission-filter'
import { Prisma } from '@/prisma/generated/client'

/** How many submissions each value of a facet would show beside the other filters, by value. None means 0. */
export type FacetCounts = Record<Facet, Record<string, number>>

export type Counted = {
  /** How many pass, `cap` at most. */
  total: number
  /** A campaign's text counts once. */
  texts: number
  /** There are more than was counted: every figure is "so many or more". */
  capped: boolean
  counts: FacetCounts
}

type Row = { facet: Facet | 'total' | 'texts'; value: string; count: number }

/**
 * Counts what passes the filter, and for each value of each facet what it would show. One pass over one set of ids does
 * for all facets in which nothing is chosen; each other one has a set of its own, to which its choice does not apply.
 */
export async function countMatches(asked: Asked): Promise<Counted> {
  const chosen = facets.filter(facet => asked.filter[facet].length > 0)
  const free = facets.filter(facet => !chosen.includes(facet))
  const [all, ...each] = await Promise.all([
    countIn(
      asked,
      free.filter(facet => facet !== 'code'),
      { totals: true },
    ),
    ...(free.includes('code') ? [countIn(asked, ['code'])] : []),
    ...chosen.map(facet => countIn(asked, [facet], { without: facet })),
  ])
  const counts = Object.fromEntries(facets.map(facet => [facet, {}])) as FacetCounts
  for (const row of [all, ...each].flat())
    if (row.facet !== 'total' && row.facet !== 'texts') counts[row.facet][row.value] = row.count
  const figure = (name: 'total' | 'texts') => all.find(row => row.facet === name)?.count ?? 0
  const total = figure('total')
  const capped = total > cap
  return { total: Math.min(total, cap), texts: capped ? cap : figure('texts'), capped, counts }
}

type How = { without?: Facet; totals?: boolean }

function countIn(asked: Asked, wanted: Facet[], { without, totals }: How = {}): Promise<Row[]> {
  const parts = [
    ...(totals ? [Prisma.sql`SELECT 'total', '', count(*)::int FROM m`, textsPart] : []),
    ...ownPart(wanted),
    ...wanted.flatMap(facet => partOf(asked, facet) ?? []),
  ]
  if (parts.length === 0) return Promise.resolve([])
  const columns = Prisma.sql`s."id", s."communities", s."textHash", s."blind", s."stage"::text, s."organisationType"::text AS "type",
    coalesce(s."decision"::text, 'NONE') AS "decision", coalesce(s."language", 'UNKNOWN') AS "language"`
  return db.$queryRaw<Row[]>`
    WITH m AS MATERIALIZED (${matches(asked, columns, without)}),
    figures("facet", "value", "count") AS (${Prisma.join(parts, ' UNION ALL ')})
    SELECT "facet", "value", "count" FROM figures`
}

const textsPart = Prisma.sql`SELECT 'texts', '', count(DISTINCT coalesce("textHash", "id"::text))::int FROM m`

const own = ['stage', 'type', 'decision', 'language'] as const

/** The facets that are columns of the submission itself, in one aggregation. */
function ownPart(wanted: Facet[]): Prisma.Sql[] {
  const asked = own.filter(facet => wanted.includes(facet))
  if (asked.length === 0) return []
  const columns = asked.map(facet => ({ facet, name: Prisma.raw(`"${facet}"`) }))
  const names = columns.map(({ name }) => name)
  const label = Prisma.join(
    columns.map(({ facet, name }) => Prisma.sql`WHEN grouping(${name}) = 0 THEN ${Prisma.raw(`'${facet}'`)}`),
    ' ',
  )
  return [
    Prisma.sql`SELECT CASE ${label} END, coalesce(${Prisma.join(names)}), count(*)::int FROM m
      GROUP BY GROUPING SETS (${Prisma.join(names.map(name => Prisma.sql`(${name})`))})`,
  ]
}

function partOf({ viewer, names }: Asked, facet: Facet): Prisma.Sql | null {
  switch (facet) {
    case 'theme':
      return under('theme', names.themes, Prisma.sql`"SubmissionPrompt" h`, Prisma.sql`h."promptId"`)
    case 'place':
      return under('place', names.places, Prisma.sql`"SubmissionPlace" h`, Prisma.sql`h."placeId"`)
    case 'community':
      return Prisma.sql`SELECT 'community', h."name", count(DISTINCT m."id")::int FROM m, unnest(m."communities") h("name")
        GROUP BY 2`
    case 'team':
      return under('team', names.people, Prisma.sql`"Assignment" h`, Prisma.sql`h."personId"`)
    case 'coder':
      return Prisma.sql`SELECT 'coder', h."personId"::text, count(*)::int FROM m
        JOIN "Assignment" h ON h."submissionId" = m."id" GROUP BY 2`
    case 'code': {
      const codings = Prisma.sql`(SELECT DISTINCT s."id" AS "submissionId", c."codeId" FROM m s
        JOIN "Coding" c ON c."submissionId" = s."id" WHERE ${standingSql} AND ${openCodingsSql(viewer)}) h`
      return under('code', names.codes, codings, Prisma.sql`h."codeId"`)
    }
    case 'call':
      return Prisma.sql`SELECT 'call', CASE WHEN y."submissionId" IS NULL THEN 'NO' ELSE 'YES' END, count(*)::int FROM m
        LEFT JOIN "Consent" y ON y."submissionId" = m."id" AND y."kind" = 'TELEPHONE' AND y."supersededAt" IS NULL
          AND y."answer" = 'YES' GROUP BY 2`
    case 'material':
      return Prisma.sql`SELECT 'material', v."value", count(*)::int FROM (
        SELECT EXISTS (SELECT 1 FROM "SubmissionLink" l WHERE l."submissionId" = m."id") AS "links",
          EXISTS (SELECT 1 FROM "StoredFile" f WHERE f."submissionId" = m."id" AND f."removedAt" IS NULL) AS "files" FROM m
        ) w, LATERAL (VALUES ('LINKS', w."links"), ('FILES', w."files"), ('NONE', NOT (w."links" OR w."files"))) v("value", "is")
        WHERE v."is" GROUP BY 2`
    default:
      return null
  }
}

/** How many name a value or what lies below it, each submission once. */
function under(facet: Facet, names: { id: string; key: string }[], rows: Prisma.Sql, column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT ${Prisma.raw(`'${facet}'`)}, d."key", count(*)::int FROM (
      SELECT DISTINCT m."id", n."key" FROM m JOIN ${rows} ON h."submissionId" = m."id"
      JOIN unnest(${names.map(({ id }) => id)}::uuid[], ${names.map(({ key }) => key)}::text[]) AS n("id", "key")
        ON n."id" = ${column}
    ) d GROUP BY 2`
}

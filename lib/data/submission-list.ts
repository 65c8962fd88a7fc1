import { countMatches, type Counted } from '@/lib/data/facet-counts'
import { readByKey, type KeyPage } from '@/lib/data/key-page'
import { readExcerpts, type Excerpt } from '@/lib/data/search-excerpts'
import { askFor, cap, hits, narrowing, wordsOf, type Asked } from '@/lib/data/submission-matching'
import { readRows, type RowFacts } from '@/lib/data/submission-rows'
import { db } from '@/lib/db'
import type { Cursor } from '@/lib/domain/cursor'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { searchWords } from '@/lib/domain/search-words'
import type { ListPage, SubmissionFilter } from '@/lib/domain/submission-filter'
import { Prisma } from '@/prisma/generated/client'

/** Rows of one page. */
export const submissionsPerPage = 25

/** One submission in the list, and where in it the words that were looked for stand: nothing personal. */
export type SubmissionRowView = Omit<RowFacts, 'id'> & { excerpt: Excerpt | null }

/** An organisation whose name is spelt much like what was looked for. */
export type LikeNamed = { reference: string; organisationName: string; title: string }

/** A page of the list: by key where it stands newest first, by number where it is ranked. */
export type SubmissionListView = KeyPage<SubmissionRowView, Cursor> &
  Counted & { previous: number | null; next: number | null; similar: LikeNamed[] }

type Found = { ids: string[]; newer: Cursor | null; older: Cursor | null; previous: number | null; next: number | null }

/**
 * A page of the call's submissions without drafts, withdrawn and merged ones, and what each facet counts; of a
 * campaign's text the first sender's. What words find stands by how well it fits, all else newest first. Null for who
 * may not see any.
 */
export async function listSubmissions(
  viewer: Viewer,
  callId: string,
  filter: SubmissionFilter,
  page: Partial<ListPage>,
): Promise<SubmissionListView | null> {
  if (!may(viewer, 'listSubmissions')) return null
  const asked = await askFor(viewer, callId, filter)
  const [counted, { ids, ...beside }] = await Promise.all([
    countMatches(asked),
    filter.q ? findRanked(asked, page.number ?? 1) : findNewest(asked, page),
  ])
  const [rows, excerpts, similar] = await Promise.all([
    readRows(viewer, ids),
    filter.q ? readExcerpts(viewer, filter.q, ids) : new Map<string, Excerpt>(),
    counted.total < fewFound ? readLikeNamed(asked, ids) : [],
  ])
  return {
    ...counted,
    ...beside,
    rows: rows.map(({ id, ...row }) => ({ ...row, excerpt: excerpts.get(id) ?? null })),
    similar,
  }
}

async function findNewest(asked: Asked, page: Partial<ListPage>): Promise<Found> {
  const { rows, ...beside } = await readByKey<Cursor, Cursor>(
    { after: page.after ?? null, before: page.before ?? null },
    submissionsPerPage,
    ({ order, beyond, take }) => keysOf(narrowing(asked), beyond, order, take),
    key => key,
  )
  return { ids: rows.map(({ id }) => id), ...beside, previous: null, next: null }
}

function keysOf(where: Prisma.Sql, beyond: Cursor | null, order: 'asc' | 'desc', take: number): Promise<Cursor[]> {
  const direction = order === 'asc' ? Prisma.sql`>` : Prisma.sql`<`
  const sorted = order === 'asc' ? Prisma.sql`k."at", k."id"` : Prisma.sql`k."at" DESC, k."id" DESC`
  const within = beyond
    ? Prisma.sql`AND (k."at", k."id") ${direction} (${beyond.at}::timestamptz, ${beyond.id}::uuid)`
    : Prisma.empty
  // of a campaign's text only the first sender's that passes the filter
  return db.$queryRaw<Cursor[]>`
    SELECT k."id", k."at" FROM (
      SELECT s."id", s."submittedAt" AS "at", s."textHash" FROM "Submission" s WHERE ${where}
    ) k
    WHERE (k."textHash" IS NULL OR NOT EXISTS (
      SELECT 1 FROM "Submission" s
      WHERE ${where} AND s."textHash" = k."textHash" AND (s."submittedAt", s."id") < (k."at", k."id")))
      ${within} ORDER BY ${sorted} LIMIT ${take}`
}

/** By rank over all that was found, `cap` at most: the same set in the same order for each page. */
async function findRanked(asked: Asked, number: number): Promise<Found> {
  const offset = (number - 1) * submissionsPerPage
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH found AS MATERIALIZED (${hits(asked)}),
    m AS MATERIALIZED (
      SELECT s."id", s."submittedAt" AS "at", f."source" = 3 AS "named",
        ts_rank_cd(s."search", ${wordsOf(asked.filter.q)}) AS "rank",
        row_number() OVER (PARTITION BY coalesce(s."textHash", s."id"::text) ORDER BY s."submittedAt", s."id") AS "sender"
      FROM found f JOIN "Submission" s ON s."id" = f."id" LIMIT ${cap}
    )
    SELECT "id" FROM m WHERE "sender" = 1 ORDER BY "named" DESC, "rank" DESC, "at" DESC, "id" DESC
    LIMIT ${submissionsPerPage + 1} OFFSET ${offset}`
  return {
    ids: rows.slice(0, submissionsPerPage).map(({ id }) => id),
    newer: null,
    older: null,
    previous: number > 1 ? number - 1 : null,
    next: rows.length > submissionsPerPage ? number + 1 : null,
  }
}

/** Where this many were found, nobody has misspelt a name. */
const fewFound = 10

// a word of seven letters with one missing or wrong shares about half of its trigrams
const likeEnough = '0.45'

/** Organisations whose names are spelt much like the words, beside the filter's other parts: a typing error finds them. */
async function readLikeNamed(asked: Asked, found: string[]): Promise<LikeNamed[]> {
  const { name } = searchWords(asked.filter.q)
  if (!name) return []
  return db.$transaction(async tx => {
    await tx.$executeRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${likeEnough}, true)`
    return tx.$queryRaw<LikeNamed[]>`
      SELECT s."reference", s."organisationName", coalesce(s."title", '') AS "title" FROM "Submission" s
    WHERE ${narrowing(asked)} AND ${name} <% s."organisationName" AND s."id" <> ALL(${found}::uuid[])
    ORDER BY word_similarity(${name}, s."organisationName") DESC, s."submittedAt" DESC, s."id" LIMIT 5`
  })
}

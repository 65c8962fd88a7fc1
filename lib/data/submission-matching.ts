import { idsOf, readFacetNames, type FacetNames } from '@/lib/data/facet-names'
import { standsForItself } from '@/lib/data/merging'
import { openCodingsSql, openCommentsSql, standingSql } from '@/lib/data/open-work'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { searchWords } from '@/lib/domain/search-words'
import { referencePrefix, type Facet, type SubmissionFilter } from '@/lib/domain/submission-filter'
import { Prisma } from '@/prisma/generated/client'

/** Which submissions are asked for: those of one call that a filter lets through, as far as the viewer may know. */
export type Asked = {
  viewer: Viewer
  callId: string
  filter: SubmissionFilter
  names: FacetNames
  /** Only these: what somebody ticked. */
  references?: string[]
  /** All of them, past the cap: for a file. */
  whole?: boolean
}

/** Counting and ranking go so far: what is more is told as "2,000+". */
export const cap = 2_000

/** Reads what the filter's values stand for. */
export async function askFor(viewer: Viewer, callId: string, filter: SubmissionFilter): Promise<Asked> {
  return { viewer, callId, filter, names: await readFacetNames(callId) }
}

/**
 * All of the filter but its words, as a condition on `"Submission" s`. Drafts, withdrawn submissions and those merged
 * into another never pass. `without` leaves one facet out, to count what its values would show.
 */
export function narrowing(asked: Asked, without?: Facet): Prisma.Sql {
  const { viewer, callId, names, references } = asked
  const filter: SubmissionFilter = without ? { ...asked.filter, [without]: [] } : asked.filter
  const conditions = [Prisma.sql`s."callId" = ${callId}::uuid`, Prisma.sql`s."status" = 'SUBMITTED'`, standsForItself]
  const when = (values: readonly string[], condition: () => Prisma.Sql) => {
    if (values.length > 0) conditions.push(condition())
  }
  if (references) conditions.push(Prisma.sql`s."reference" = ANY(${references})`)
  when(filter.stage, () => Prisma.sql`s."stage" = ANY(${filter.stage}::"Stage"[])`)
  when(filter.type, () => Prisma.sql`s."organisationType" = ANY(${filter.type}::"OrganisationType"[])`)
  when(filter.community, () => Prisma.sql`s."communities" && ${filter.community}::text[]`)
  when(filter.decision, () => orMissing('decision', filter.decision, 'NONE', Prisma.sql`::"Decision"[]`))
  when(filter.language, () => orMissing('language', filter.language.map(known), 'UNKNOWN', Prisma.sql`::text[]`))
  when(filter.theme, () => has('SubmissionPrompt', 'promptId', idsOf(names.themes, filter.theme)))
  when(filter.place, () => has('SubmissionPlace', 'placeId', idsOf(names.places, filter.place)))
  when(filter.team, () => has('Assignment', 'personId', idsOf(names.people, filter.team)))
  when(filter.coder, () => has('Assignment', 'personId', filter.coder))
  if (filter.mine) conditions.push(has('Assignment', 'personId', [viewer.id]))
  when(filter.code, () => coded(viewer, idsOf(names.codes, filter.code)))
  when(filter.call, () =>
    Prisma.join(
      filter.call.map(answer => mayBeCalled(answer === 'YES')),
      ' OR ',
      '(',
      ')',
    ),
  )
  when(filter.material, () =>
    Prisma.join(
      filter.material.map(kind => came[kind]),
      ' OR ',
      '(',
      ')',
    ),
  )
  if (filter.corrected) conditions.push(Prisma.sql`s."correctedSettled"`)
  return Prisma.join(conditions, ' AND ')
}

const known = (language: string) => (language === 'UNKNOWN' ? language : language.toLowerCase())

/** A column that holds one of the values, or nothing where `missing` is among them. */
function orMissing(column: string, values: readonly string[], missing: string, type: Prisma.Sql): Prisma.Sql {
  const name = Prisma.raw(`s."${column}"`)
  const given = values.filter(value => value !== missing)
  const parts = [
    ...(given.length > 0 ? [Prisma.sql`${name} = ANY(${given}${type})`] : []),
    ...(given.length < values.length ? [Prisma.sql`${name} IS NULL`] : []),
  ]
  return Prisma.join(parts, ' OR ', '(', ')')
}

function has(table: 'SubmissionPrompt' | 'SubmissionPlace' | 'Assignment', column: string, ids: string[]): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM ${Prisma.raw(`"${table}"`)} h
    WHERE h."submissionId" = s."id" AND h.${Prisma.raw(`"${column}"`)} = ANY(${ids}::uuid[]))`
}

function coded(viewer: Viewer, codeIds: string[]): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM "Coding" c WHERE c."submissionId" = s."id" AND c."codeId" = ANY(${codeIds}::uuid[])
    AND ${standingSql} AND ${openCodingsSql(viewer)})`
}

function mayBeCalled(yes: boolean): Prisma.Sql {
  return Prisma.sql`${yes ? Prisma.empty : Prisma.sql`NOT `}EXISTS (SELECT 1 FROM "Consent" y WHERE y."submissionId" = s."id"
    AND y."kind" = 'TELEPHONE' AND y."supersededAt" IS NULL AND y."answer" = 'YES')`
}

/** Whether it has links or files, of `"Submission" s`. */
const links = Prisma.sql`EXISTS (SELECT 1 FROM "SubmissionLink" l WHERE l."submissionId" = s."id")`
const files = Prisma.sql`EXISTS (SELECT 1 FROM "StoredFile" f WHERE f."submissionId" = s."id" AND f."removedAt" IS NULL)`
export const came = { LINKS: links, FILES: files, NONE: Prisma.sql`NOT (${links} OR ${files})` }

/** The search as PostgreSQL reads it. */
export function wordsOf(q: string): Prisma.Sql {
  return Prisma.sql`websearch_to_tsquery('english', ${q})`
}

/**
 * Submissions that the words of the filter find, at most `cap` and one unless the whole is asked for, as rows of id and source: 0 the evidence, 1 a
 * memo, 2 a comment, 3 the reference. Each place to look has an index of its own, and stops at the cap.
 * What a `-word` excludes is not in the evidence, wherever the other words were found.
 */
export function hits(asked: Asked, without?: Facet): Prisma.Sql {
  const { q } = asked.filter
  const where = narrowing(asked, without)
  const { wanted, excluded } = searchWords(q)
  const prefix = referencePrefix(q)
  const words = wordsOf(q)
  const unless = excluded ? Prisma.sql`AND NOT s."search" @@ ${wordsOf(excluded)}` : Prisma.empty
  const limit = limitOf(asked)
  const places = [
    Prisma.sql`(SELECT s."id", 0 AS "source" FROM "Submission" s WHERE ${where} AND s."search" @@ ${words} ${limit})`,
  ]
  if (wanted) {
    places.push(
      Prisma.sql`(SELECT s."id", 1 FROM "Coding" c JOIN "Submission" s ON s."id" = c."submissionId"
        WHERE ${where} AND c."memo" <> '' AND to_tsvector('english', c."memo") @@ ${words}
          AND ${standingSql} AND ${openCodingsSql(asked.viewer)} ${unless} ${limit})`,
      Prisma.sql`(SELECT s."id", 2 FROM "Comment" k JOIN "Submission" s ON s."id" = k."submissionId"
        WHERE ${where} AND to_tsvector('english', k."body") @@ ${words} AND ${openCommentsSql(asked.viewer)} ${unless} ${limit})`,
    )
  }
  if (prefix) {
    places.push(
      Prisma.sql`(SELECT s."id", 3 FROM "Submission" s WHERE ${where} AND s."reference" LIKE ${`${prefix}%`} ${limit})`,
    )
  }
  return Prisma.sql`SELECT h."id", min(h."source") AS "source" FROM (${Prisma.join(places, ' UNION ALL ')}) h
    GROUP BY 1 ${limit}`
}

/** The whole filter, its words too, as a condition on `"Submission" s`. */
export function selected(asked: Asked): Prisma.Sql {
  return asked.filter.q ? Prisma.sql`s."id" IN (${matches(asked, Prisma.sql`s."id"`)})` : narrowing(asked)
}

/** How many submissions pass, all of them counted. */
export async function countSelected(asked: Asked): Promise<number> {
  const [found] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Submission" s WHERE ${selected(asked)}`
  return found?.count ?? 0
}

/** Up to `cap` and one submissions that pass, as rows of the given columns of `"Submission" s`: without words the newest. */
export function matches(asked: Asked, columns: Prisma.Sql, without?: Facet): Prisma.Sql {
  return asked.filter.q
    ? Prisma.sql`SELECT ${columns} FROM (${hits(asked, without)}) found JOIN "Submission" s ON s."id" = found."id"`
    : Prisma.sql`SELECT ${columns} FROM "Submission" s WHERE ${narrowing(asked, without)}
        ORDER BY s."submittedAt" DESC, s."id" DESC ${limitOf(asked)}`
}

function limitOf({ whole }: Asked): Prisma.Sql {
  return whole ? Prisma.empty : Prisma.sql`LIMIT ${cap + 1}`
}

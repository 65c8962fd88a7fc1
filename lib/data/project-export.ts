import type { Readable } from 'node:stream'

import { listCodes } from '@/lib/data/codes'
import { openCodingsSql, standingSql } from '@/lib/data/open-work'
import { standsForItself } from '@/lib/data/merging'
import { db, type Transaction } from '@/lib/db'
import {
  agreedNote,
  answerVariable,
  caseVariables,
  neverCarried,
  ownSets,
  valueKinds,
  type Counted,
  type ProjectThing,
  type ThingOf,
  type ValueKind,
} from '@/lib/domain/exchange'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { writeProject, zipProject, type ProjectSource } from '@/lib/exchange/qdpx-write'
import { Prisma } from '@/prisma/generated/client'
import type * as z from 'zod/mini'

import {
  countSubmissions,
  readCodings,
  readComments,
  readSettlements,
  readSources,
  readSubmissions,
  readUsers,
  type ProjectScope,
  type SourceRow,
  type SubmissionRow,
} from './project-rows'
import { caseThing, codeThing, linkThings, noteThings, sourceThing } from './project-things'

const page = 200

/** What would go out, in numbers, and what would not. Null for who may export no project. */
export async function readExportPlan(viewer: Viewer, callId: string) {
  if (!may(viewer, 'exchangeProjects')) return null
  const live = Prisma.sql`s."callId" = ${callId}::uuid AND s."status" = 'SUBMITTED'`
  const [row] = await db.$queryRaw<Record<string, number>[]>`
    SELECT
      (SELECT count(*)::int FROM "Submission" s WHERE ${live} AND ${standsForItself}) AS "submissions",
      (SELECT count(*)::int FROM "Submission" s WHERE ${live} AND NOT ${standsForItself}) AS "merged",
      (SELECT count(*)::int FROM "Code" d WHERE d."callId" = ${callId}::uuid) AS "codes",
      (SELECT count(*)::int FROM "Coding" c JOIN "Submission" s ON s."id" = c."submissionId"
        WHERE ${live} AND ${standsForItself} AND ${standingSql} AND ${openCodingsSql(viewer)}) AS "codings",
      (SELECT count(*)::int FROM "StoredFile" f JOIN "Submission" s ON s."id" = f."submissionId"
        WHERE ${live} AND ${standsForItself} AND f."removedAt" IS NULL) AS "files"`
  const count = (key: string) => row?.[key] ?? 0
  const counts: z.infer<typeof Counted>[] = [
    { what: 'submissions', count: count('submissions') },
    { what: 'codes', count: count('codes') },
    { what: 'codings', count: count('codings') },
  ]
  const now = [
    ...(count('merged') > 0 ? [`Now: ${count('merged')} merged into others.`] : []),
    ...(count('files') > 0 ? [`Now: ${count('files')} files.`] : []),
  ]
  return { counts, losses: [...neverCarried], now }
}

/** How far an export is, in submissions that were passed over; each is passed over six times. */
type Tell = (share: number) => Promise<void>
const passes = 6

/**
 * A whole project as a `.qdpx`, written while it is read in one snapshot of the database, some hundred submissions in
 * memory at a time. `take` is given the stream and answers when it has all of it.
 */
export async function writeWholeProject(
  viewer: Viewer,
  call: { id: string; name: string },
  tell: Tell,
  take: (stream: Readable) => Promise<void>,
): Promise<void> {
  const at = new Date()
  await db.$transaction(
    async tx => {
      const scope: ProjectScope = { tx, viewer, callId: call.id }
      const source = await projectSource(scope, { name: call.name, at }, tell)
      await take(zipProject(writeProject(source), source.texts(), at))
    },
    { isolationLevel: 'RepeatableRead', maxWait: 10_000, timeout: 60 * 60_000 },
  )
}

/** The things of a call's project in one snapshot. */
export async function projectSource(
  scope: ProjectScope,
  { name, at }: { name: string; at: Date },
  tell: Tell = async () => undefined,
): Promise<ProjectSource & { texts(): AsyncGenerator<{ guid: string; text: string }> }> {
  const all = await countSubmissions(scope)
  const [codes, foreign] = [await codesOf(scope), await foreignVariables(scope.tx, scope.callId)]
  let passed = 0
  async function* pages(): AsyncGenerator<SubmissionRow[]> {
    let last: string | null = null
    for (;;) {
      const rows: SubmissionRow[] = await readSubmissions(scope, last, page)
      if (rows.length > 0) yield rows
      last = rows.at(-1)?.id ?? null
      passed += rows.length
      await tell(Math.min(1, passed / Math.max(1, all * passes)))
      if (rows.length < page) return
    }
  }
  const kinds = new Map<string, ValueKind>(
    [...caseVariables, answerVariable, ...foreign].map(({ guid, type }) => [guid, type]),
  )
  const made: { [K in ProjectThing['kind']]: () => AsyncGenerator<ThingOf<K>> } = {
    user: async function* () {
      for (const { id, name: called } of await readUsers(scope)) yield { kind: 'user', guid: id, name: called }
    },
    code: async function* () {
      yield* codes.map(codeThing)
    },
    variable: async function* () {
      for (const { guid, name: called, type } of [...caseVariables, answerVariable, ...foreign])
        yield { kind: 'variable', guid, name: called, type, description: '' }
    },
    case: async function* () {
      for await (const rows of pages()) yield* await casesOf(scope, rows)
    },
    source: async function* () {
      for await (const rows of pages()) yield* await sourcesOf(scope, rows)
    },
    note: () => notesOf(scope, pages()),
    link: async function* () {
      for await (const rows of pages()) yield* await linksOf(scope, rows)
    },
    set: () => setsOf(scope, codes, pages()),
  }
  return {
    name,
    at,
    kindOf: variable => kinds.get(variable) ?? 'Text',
    things: kind => made[kind](),
    texts: async function* () {
      for await (const rows of pages())
        for (const { id, body } of await readSources(scope, idsOf(rows), true)) yield { guid: id, text: body }
    },
  }
}

const idsOf = (rows: readonly SubmissionRow[]) => rows.map(({ id }) => id)

/** The codebook as its tree is read. Retired codes come last, in the order of their ids. */
async function codesOf({ viewer, callId }: ProjectScope) {
  const codes = await listCodes(viewer, callId)
  return [...codes.filter(({ retired }) => !retired), ...codes.filter(({ retired }) => retired)]
}

async function foreignVariables(tx: Transaction, callId: string) {
  const rows = await tx.$queryRaw<{ guid: string; name: string; type: string }[]>`
    SELECT DISTINCT ON (v ->> 'guid') v ->> 'guid' AS "guid", v ->> 'name' AS "name", v ->> 'type' AS "type"
    FROM "Submission" s, jsonb_array_elements(s."imported" -> 'values') v
    WHERE s."callId" = ${callId}::uuid AND s."status" = 'SUBMITTED' AND ${standsForItself} AND s."imported" IS NOT NULL
    ORDER BY 1, 2`
  const own = new Set<string>(caseVariables.map(({ guid }) => guid))
  return rows
    .filter(({ guid }) => !own.has(guid))
    .map(row => ({ ...row, type: valueKinds.find(kind => kind === row.type) ?? ('Text' as const) }))
}

function grouped<T extends { submissionId: string }>(rows: readonly T[]): (id: string) => T[] {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.submissionId)
    if (group) group.push(row)
    else groups.set(row.submissionId, [row])
  }
  return id => groups.get(id) ?? []
}

async function casesOf(scope: ProjectScope, rows: SubmissionRow[]): Promise<ThingOf<'case'>[]> {
  const sources = grouped(await readSources(scope, idsOf(rows), false))
  const bare = rows.filter(({ id }) => sources(id).length === 0)
  const tags = grouped(bare.length > 0 ? await readCodings(scope, idsOf(bare), []) : [])
  return rows.map(row => {
    const ids = sources(row.id).map(({ id }) => id)
    return caseThing(row, ids, ids.length > 0 ? [] : tags(row.id))
  })
}

async function sourcesOf(scope: ProjectScope, rows: SubmissionRow[]): Promise<ThingOf<'source'>[]> {
  const found = await readSources(scope, idsOf(rows), false)
  const versions = found.map(({ id }) => id)
  const sources = grouped(found)
  const codings = grouped(await readCodings(scope, idsOf(rows), versions))
  const comments = grouped((await readComments(scope, idsOf(rows))).map(comment => onReadVersion(comment, versions)))
  return rows.flatMap(row => {
    const beside = { reference: row.reference, codings: codings(row.id), comments: comments(row.id) }
    return sources(row.id).map((source: SourceRow, place) => sourceThing(source, { ...beside, first: place === 0 }))
  })
}

/** A comment on words that are read no more stands on the whole. */
function onReadVersion<C extends { textVersionId: string | null }>(comment: C, versions: string[]): C {
  const stands = comment.textVersionId === null || versions.includes(comment.textVersionId)
  return stands ? comment : { ...comment, textVersionId: null }
}

/** Codings and comments of a page, as far as they stand on what goes out. */
async function besideOf(scope: ProjectScope, rows: SubmissionRow[]) {
  const ids = idsOf(rows)
  const sources = await readSources(scope, ids, false)
  const [codings, comments] = [
    await readCodings(
      scope,
      ids,
      sources.map(({ id }) => id),
    ),
    await readComments(scope, ids),
  ]
  const heard = new Set(sources.map(({ submissionId }) => submissionId))
  // a submission without a text has nowhere for comments, and its tags lie on the case without their memos
  return {
    codings: codings.filter(({ submissionId }) => heard.has(submissionId)),
    comments: comments.filter(({ submissionId }) => heard.has(submissionId)),
  }
}

async function* notesOf(scope: ProjectScope, pages: AsyncIterable<SubmissionRow[]>): AsyncGenerator<ThingOf<'note'>> {
  let agreed = false
  for await (const rows of pages) {
    const { codings, comments } = await besideOf(scope, rows)
    if (!agreed && codings.some(coding => coding.agreed)) {
      agreed = true
      yield { kind: 'note', ...agreedNote, user: null, at: null }
    }
    yield* noteThings(codings, comments)
  }
}

async function linksOf(scope: ProjectScope, rows: SubmissionRow[]): Promise<ThingOf<'link'>[]> {
  const { codings, comments } = await besideOf(scope, rows)
  const agreed = codings.some(coding => coding.agreed)
  const settlements = agreed ? await readSettlements(scope, idsOf(rows)) : []
  return linkThings(comments, settlements, new Set(codings.map(({ id }) => id)))
}

/** Sets: retired codes, and the sources of what was shortlisted or not taken forward. The last two are short lists of GUIDs. */
async function* setsOf(
  scope: ProjectScope,
  codes: Awaited<ReturnType<typeof codesOf>>,
  pages: AsyncIterable<SubmissionRow[]>,
): AsyncGenerator<ThingOf<'set'>> {
  const empty = { codes: [], sources: [], notes: [] }
  const retired = codes.filter(code => code.retired).map(({ id }) => id)
  if (retired.length > 0) yield { kind: 'set', ...ownSets.retired, ...empty, codes: retired }
  const decided = { SHORTLISTED: [] as string[], NOT_TAKEN_FORWARD: [] as string[] }
  for await (const rows of pages) {
    const chosen = rows.filter(({ decision }) => decision !== null)
    const sources = grouped(chosen.length > 0 ? await readSources(scope, idsOf(chosen), false) : [])
    for (const { id, decision } of chosen) if (decision) decided[decision].push(...sources(id).map(source => source.id))
  }
  for (const key of ['SHORTLISTED', 'NOT_TAKEN_FORWARD'] as const)
    if (decided[key].length > 0) yield { kind: 'set', ...ownSets[key], ...empty, sources: decided[key] }
}

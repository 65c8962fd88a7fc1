import { codingGround } from '@/lib/data/coding-ground'
import { db } from '@/lib/db'
import { openCodings, standing } from '@/lib/data/open-work'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { readReference } from '@/lib/domain/reference'

/** A coding of words as the workspace shows it. Its code is in the codebook, its person in `people`. Times are ISO strings. */
export type SpanView = {
  id: string
  textVersionId: string
  start: number
  end: number
  codeId: string
  personId: string
  memo: string
  agreed: boolean
  mine: boolean
  createdAt: string
  checkedAt: string | null
}

export type CodingsView = {
  spans: SpanView[]
  /** Those whose words a correction took away: listed, not counted. */
  lost: (Omit<SpanView, 'textVersionId' | 'start' | 'end'> & { words: string })[]
  people: Record<string, { name: string; team: string }>
  /** Whether the viewer may code it now. */
  open: boolean
}

/** All codings of words of a live submission that the viewer may know of. Null where there is none, or none for them. */
export async function listCodings(viewer: Viewer, typed: string): Promise<CodingsView | null> {
  const reference = readReference(typed)
  const submission = reference
    ? await db.submission.findUnique({
        where: { reference },
        select: {
          id: true,
          status: true,
        },
      })
    : null
  if (!submission || !may(viewer, 'readSubmission', submission)) return null
  const rows = await db.coding.findMany({
    where: {
      submissionId: submission.id,
      textVersionId: { not: null },
      removedAt: standing.removedAt,
      ...openCodings(viewer),
    },
    select: {
      id: true,
      textVersionId: true,
      spanStart: true,
      spanEnd: true,
      codeId: true,
      personId: true,
      memo: true,
      agreed: true,
      createdAt: true,
      checkedAt: true,
      lostAt: true,
    },
    orderBy: [{ spanStart: 'asc' }, { spanEnd: 'desc' }, { id: 'asc' }],
  })
  const views = rows.map(row => ({
    row,
    view: {
      id: row.id,
      codeId: row.codeId,
      personId: row.personId,
      memo: row.memo,
      agreed: row.agreed,
      mine: row.personId === viewer.id && !row.agreed,
      createdAt: row.createdAt.toISOString(),
      checkedAt: row.checkedAt?.toISOString() ?? null,
    },
  }))
  const [ground, lostWords, people] = await Promise.all([
    codingGround(db, viewer, submission),
    wordsOf(rows.filter(row => row.lostAt).map(row => row.id)),
    peopleOf([...new Set(rows.map(row => row.personId))]),
  ])
  return {
    spans: views.flatMap(({ row: { lostAt, textVersionId, spanStart, spanEnd }, view }) =>
      lostAt || textVersionId === null || spanStart === null || spanEnd === null
        ? []
        : [{ ...view, textVersionId, start: spanStart, end: spanEnd }],
    ),
    lost: views.flatMap(({ row, view }) => (row.lostAt ? [{ ...view, words: lostWords.get(row.id) ?? '' }] : [])),
    people,
    open: may(viewer, 'codeSubmission', ground),
  }
}

async function wordsOf(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<{ id: string; words: string }[]>`
    SELECT c."id", substring(v."body" FROM c."spanStart" + 1 FOR c."spanEnd" - c."spanStart") AS "words"
    FROM "Coding" c JOIN "TextVersion" v ON v."id" = c."textVersionId" WHERE c."id" = ANY(${ids}::uuid[])`
  return new Map(rows.map(({ id, words }) => [id, words]))
}

async function peopleOf(ids: string[]): Promise<CodingsView['people']> {
  const people = await db.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, team: { select: { short: true } } },
  })
  return Object.fromEntries(people.map(({ id, name, team }) => [id, { name, team: team?.short ?? '' }]))
}

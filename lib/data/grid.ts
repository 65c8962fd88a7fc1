import { record } from '@/lib/data/audit'
import { countMatches, type Counted } from '@/lib/data/facet-counts'
import { idsOf } from '@/lib/data/facet-names'
import { openCodingsSql, standingSql } from '@/lib/data/open-work'
import { askFor, countSelected, selected, type Asked } from '@/lib/data/submission-matching'
import { db } from '@/lib/db'
import type { ExportTable, ExportValue } from '@/lib/domain/export'
import { gridColumnNames, type GridColumn, type GridSort, type GridView } from '@/lib/domain/grid-columns'
import { languageName } from '@/lib/domain/language'
import { londonShortDate } from '@/lib/domain/london-time'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import {
  decisionNames,
  organisationTypeNames,
  stageNames,
  type AnswerField,
  type Decision,
  type OrganisationType,
  type Stage,
} from '@/lib/domain/submission'
import type { SubmissionFilter } from '@/lib/domain/submission-filter'
import { csvLines } from '@/lib/exchange/csv-export'
import { Prisma } from '@/prisma/generated/client'

/** Rows of one page. */
export const gridRowsPerPage = 50

/** A submission and its cells in words, one for each column, then one for each code. */
export type GridRow = { reference: string; title: string; cells: string[]; codes: { count: number; passage: string }[] }

export type GridListView = Pick<Counted, 'total' | 'capped' | 'counts'> & { rows: GridRow[]; more: boolean }

/** A page of the grid. Null for who may see no submissions. */
export async function readGridPage(
  viewer: Viewer,
  callId: string,
  filter: SubmissionFilter,
  view: GridView,
): Promise<GridListView | null> {
  if (!may(viewer, 'listSubmissions')) return null
  const asked = await askFor(viewer, callId, filter)
  const [ids, { total, capped, counts }] = await Promise.all([
    sortedIds(asked, view, { skip: (view.page - 1) * gridRowsPerPage, take: gridRowsPerPage + 1 }),
    countMatches(asked),
  ])
  const rows = await readGridRows(asked, view, ids.slice(0, gridRowsPerPage), 240)
  return { total, capped, counts, rows, more: ids.length > gridRowsPerPage }
}

const sortedBy: Record<GridSort, string> = {
  received: `s."submittedAt"`,
  title: `lower(s."title")`,
  organisation: `lower(s."organisationName")`,
  type: `s."organisationType"`,
  stage: `s."stage"`,
  decision: `s."decision"`,
  language: `s."language"`,
}

async function sortedIds(asked: Asked, view: GridView, { skip, take }: { skip: number; take: number | null }) {
  const direction = view.descending ? 'DESC' : 'ASC'
  // within what is the same the newest first, so that a page never holds a row of another
  const order = Prisma.raw(
    view.sort === 'received'
      ? `s."submittedAt" ${direction}, s."id" ${direction}`
      : `${sortedBy[view.sort]} ${direction} NULLS LAST, s."submittedAt" DESC, s."id" DESC`,
  )
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM "Submission" s WHERE ${selected(asked)} ORDER BY ${order} LIMIT ${take}::int OFFSET ${skip}`
  return rows.map(({ id }) => id)
}

type Row = {
  id: string
  reference: string
  title: string
  organisation: string
  type: OrganisationType
  places: string[]
  themes: string[]
  stage: Stage
  decision: Decision | null
  coders: string[]
  language: string | null
  received: Date
  answers: Partial<Record<AnswerField, string>> | null
}

/** `reach`: how many code points of an answer or a passage; null for all of it. */
async function readGridRows(asked: Asked, view: GridView, ids: string[], reach: number | null): Promise<GridRow[]> {
  if (ids.length === 0) return []
  const [rows, codes] = await Promise.all([readFacts(ids, view, reach), readCodes(asked, view, ids, reach)])
  return rows.map(row => ({
    reference: row.reference,
    title: row.title,
    cells: view.columns.map(column => cellOf(row, column)),
    codes: view.codes.map(code => codes.get(`${row.id}:${code}`) ?? { count: 0, passage: '' }),
  }))
}

function cut(column: Prisma.Sql, reach: number | null): Prisma.Sql {
  return reach === null
    ? column
    : Prisma.sql`CASE WHEN length(${column}) > ${reach}::int THEN left(${column}, ${reach}::int) || '…' ELSE ${column} END`
}

function readFacts(ids: string[], view: GridView, reach: number | null): Promise<Row[]> {
  const fields: readonly string[] = view.columns
  return db.$queryRaw<Row[]>`
    SELECT s."id", s."reference", coalesce(s."title", '') AS "title", coalesce(s."organisationName", '') AS "organisation",
      s."organisationType"::text AS "type", s."stage"::text, s."decision"::text, s."language", s."submittedAt" AS "received",
      ARRAY(SELECT p."name" FROM "SubmissionPlace" h JOIN "Place" p ON p."id" = h."placeId"
        WHERE h."submissionId" = s."id" ORDER BY p."position") AS "places",
      ARRAY(SELECT p."theme" FROM "SubmissionPrompt" h JOIN "Prompt" p ON p."id" = h."promptId"
        WHERE h."submissionId" = s."id" ORDER BY p."position") AS "themes",
      ARRAY(SELECT p."name" FROM "Assignment" h JOIN "Person" p ON p."id" = h."personId"
        WHERE h."submissionId" = s."id" ORDER BY h."assignedAt", p."id") AS "coders",
      (SELECT json_object_agg(t."field", ${cut(Prisma.sql`v."body"`, reach)}) FROM "Text" t JOIN LATERAL (
          SELECT n."body" FROM "TextVersion" n WHERE n."textId" = t."id" ORDER BY n."number" DESC LIMIT 1
        ) v ON true
        WHERE t."submissionId" = s."id" AND t."kind" = 'ANSWER' AND t."field" = ANY(${fields})) AS "answers"
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS asked("id", "place") JOIN "Submission" s ON s."id" = asked."id"
    ORDER BY asked."place"`
}

type CodeCell = { submissionId: string; key: string; count: number; passage: string | null }

/** For each submission and code how many codings stand, the viewer may know of, and the words of the first. */
async function readCodes({ viewer, names }: Asked, view: GridView, ids: string[], reach: number | null) {
  const wanted = view.codes.flatMap(key => idsOf(names.codes, [key]).map(id => ({ id, key })))
  const cells = new Map<string, { count: number; passage: string }>()
  if (wanted.length === 0) return cells
  const quotation = Prisma.sql`substring(v."body" FROM first."spanStart" + 1 FOR first."spanEnd" - first."spanStart")`
  const rows = await db.$queryRaw<CodeCell[]>`
    SELECT g."submissionId", g."key", g."count", ${cut(quotation, reach)} AS "passage" FROM (
      SELECT s."id" AS "submissionId", w."key", count(*)::int AS "count",
        (array_agg(c."id" ORDER BY c."textVersionId", c."spanStart", c."id") FILTER (WHERE c."textVersionId" IS NOT NULL))[1] AS "firstId"
      FROM unnest(${wanted.map(({ id }) => id)}::uuid[], ${wanted.map(({ key }) => key)}::text[]) AS w("id", "key")
      JOIN "Coding" c ON c."codeId" = w."id" JOIN "Submission" s ON s."id" = c."submissionId"
      WHERE s."id" = ANY(${ids}::uuid[]) AND ${standingSql} AND ${openCodingsSql(viewer)} GROUP BY 1, 2
    ) g LEFT JOIN "Coding" first ON first."id" = g."firstId" LEFT JOIN "TextVersion" v ON v."id" = first."textVersionId"`
  for (const { submissionId, key, count, passage } of rows)
    cells.set(`${submissionId}:${key}`, { count, passage: passage ?? '' })
  return cells
}

function cellOf(row: Row, column: GridColumn): string {
  switch (column) {
    case 'organisation':
      return row.organisation
    case 'type':
      return organisationTypeNames[row.type]
    case 'places':
    case 'themes':
    case 'coders':
      return row[column].join(', ')
    case 'stage':
      return stageNames[row.stage]
    case 'decision':
      return row.decision ? decisionNames[row.decision] : ''
    case 'language':
      return row.language ? languageName(row.language) : ''
    case 'received':
      return londonShortDate(row.received)
    default:
      return row.answers?.[column] ?? ''
  }
}

const batch = 200

/** The whole grid as lines of a file, answers and passages in full. Null for who may export none; the deed is written down. */
export async function exportGrid(
  viewer: Viewer,
  callId: string,
  filter: SubmissionFilter,
  view: GridView,
): Promise<AsyncIterable<string> | null> {
  if (!may(viewer, 'exportSubmissions')) return null
  const table = await gridTable(viewer, callId, filter, view)
  await db.$transaction(tx =>
    record(tx, { actor: viewer, action: 'grid.export', thing: { kind: 'call', id: callId }, callId }),
  )
  return csvLines(table)
}

/** The same as rows, for any kind of file. Whose it is to have, the caller asks. */
export async function gridTable(
  viewer: Viewer,
  callId: string,
  filter: SubmissionFilter,
  view: GridView,
): Promise<ExportTable> {
  const asked = { ...(await askFor(viewer, callId, filter)), whole: true }
  const codes = await db.code.findMany({ where: { callId, id: { in: view.codes } }, select: { id: true, name: true } })
  const names = new Map(codes.map(code => [code.id, code.name]))
  const columns = [
    { key: 'reference', name: 'Reference' },
    { key: 'title', name: 'Title' },
    ...view.columns.map(column => ({ key: column, name: gridColumnNames[column] })),
    // a code is known by its id to programs: two may have one name, and a name may change
    ...view.codes.map(id => ({ key: id, name: names.get(id) ?? '' })),
  ]
  return { columns, total: await countSelected(asked), rows: gridRows(asked, view) }
}

async function* gridRows(asked: Asked, view: GridView): AsyncGenerator<ExportValue[]> {
  // sorted once: what changes its place while the file is sent is neither lost nor there twice
  const ids = await sortedIds(asked, view, { skip: 0, take: null })
  for (let from = 0; from < ids.length; from += batch) {
    for (const row of await readGridRows(asked, view, ids.slice(from, from + batch), null)) {
      const codes = row.codes.map(({ count, passage }) => (view.cells === 'COUNT' ? count : passage))
      yield [row.reference, row.title, ...row.cells, ...codes]
    }
  }
}

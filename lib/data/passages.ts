import { record } from '@/lib/data/audit'
import { countMatches, type FacetCounts } from '@/lib/data/facet-counts'
import { readByKey, type KeyPage, type KeyRange } from '@/lib/data/key-page'
import {
  askForPassages,
  countAllPassages,
  countPassages,
  passageIds,
  type AskedPassages,
} from '@/lib/data/passage-search'
import { db } from '@/lib/db'
import type { ExportColumn, ExportTable, ExportValue } from '@/lib/domain/export'
import type { PassageFilter } from '@/lib/domain/passage-filter'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { lengthOf } from '@/lib/domain/span'
import { answerNames, type AnswerField } from '@/lib/domain/submission'
import { csvLines } from '@/lib/exchange/csv-export'

/** Passages of one page. */
export const passagesPerPage = 25

/** Coded words and where they stand. `start` and `end` are code points of the text's version. */
export type PassageView = {
  id: string
  reference: string
  title: string
  organisationName: string
  places: string[]
  /** What they answer, or in what they stand, in words. */
  field: string
  version: number
  textVersionId: string
  start: number
  end: number
  before: string
  quotation: string
  after: string
  code: { id: string; name: string; colour: number }
  coder: { name: string; team: string }
  agreed: boolean
  memo: string
}

export type PassageListView = KeyPage<PassageView> & {
  total: number
  submissions: number
  capped: boolean
  /** Of submissions that hold such passages. */
  counts: FacetCounts
}

/** A page of coded passages in the order of reading, as far as the viewer may know. Null for who may see none. */
export async function listPassages(
  viewer: Viewer,
  callId: string,
  passages: PassageFilter,
  range: KeyRange,
): Promise<PassageListView | null> {
  if (!may(viewer, 'listSubmissions')) return null
  const asked = await askForPassages(viewer, callId, passages)
  const [page, figures, { counts }] = await Promise.all([
    // what stands "newest first" elsewhere goes forward here
    readByKey(
      range,
      passagesPerPage,
      ({ order, beyond, take }) => passageIds(asked, { from: beyond, back: order === 'asc', take }),
      id => id,
    ),
    countPassages(asked),
    countMatches({ ...asked.asked, filter: { ...asked.asked.filter, code: passages.codes } }),
  ])
  return { ...page, rows: await readPassages(page.rows), ...figures, counts }
}

type Row = Omit<PassageView, 'field' | 'code' | 'coder'> & {
  kind: string
  field: string
  codeId: string
  codeName: string
  colour: number
  coder: string
  team: string
}

/** How much of the text stands beside a passage, in code points. */
const around = 120

/** The passages of some ids, in their order. PostgreSQL counts in code points, as spans do. */
async function readPassages(ids: string[]): Promise<PassageView[]> {
  if (ids.length === 0) return []
  const rows = await db.$queryRaw<Row[]>`
    SELECT c."id", s."reference", coalesce(s."title", '') AS "title", coalesce(s."organisationName", '') AS "organisationName",
      ARRAY(SELECT p."name" FROM "SubmissionPlace" h JOIN "Place" p ON p."id" = h."placeId"
        WHERE h."submissionId" = s."id" ORDER BY p."position") AS "places",
      t."kind"::text, t."field", v."number" AS "version", v."id" AS "textVersionId", c."spanStart" AS "start", c."spanEnd" AS "end",
      substring(v."body" FROM greatest(c."spanStart" - ${around}::int, 0) + 1 FOR least(c."spanStart", ${around}::int)) AS "before",
      substring(v."body" FROM c."spanStart" + 1 FOR c."spanEnd" - c."spanStart") AS "quotation",
      substring(v."body" FROM c."spanEnd" + 1 FOR ${around}::int) AS "after",
      d."id" AS "codeId", d."name" AS "codeName", d."colour", p."name" AS "coder", coalesce(m."short", '') AS "team",
      c."agreed", c."memo"
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS asked("id", "place")
    JOIN "Coding" c ON c."id" = asked."id" JOIN "Submission" s ON s."id" = c."submissionId"
    JOIN "TextVersion" v ON v."id" = c."textVersionId" JOIN "Text" t ON t."id" = v."textId"
    JOIN "Code" d ON d."id" = c."codeId" JOIN "Person" p ON p."id" = c."personId" LEFT JOIN "Team" m ON m."id" = p."teamId"
    ORDER BY asked."place"`
  return rows.map(({ kind, field, codeId, codeName, colour, coder, team, before, after, ...row }) => ({
    ...row,
    before: row.start <= around ? before : fromWord(before),
    after: lengthOf(after) < around ? after : toWord(after),
    field: fieldName(kind, field),
    code: { id: codeId, name: codeName, colour },
    coder: { name: coder, team },
  }))
}

const fromWord = (text: string) => `… ${text.replace(/^\S*\s+/u, '')}`
const toWord = (text: string) => `${text.replace(/\s+\S*$/u, '')} …`

const kindNames: Record<string, string> = {
  CALL_NOTE: 'Note of a call',
  TRANSLATION: 'Translation',
  DOCUMENT: 'Document',
  IMPORTED: 'Imported text',
}

function isAnswer(field: string): field is AnswerField {
  return field in answerNames
}

/** What a text is of a submission, in words. */
export function fieldName(kind: string, field: string): string {
  return kind === 'ANSWER' && isAnswer(field) ? answerNames[field] : (kindNames[kind] ?? 'Text')
}

const columns: readonly ExportColumn[] = [
  { key: 'reference', name: 'Reference' },
  { key: 'organisation', name: 'Organisation' },
  { key: 'title', name: 'Title' },
  { key: 'places', name: 'Places' },
  { key: 'text', name: 'Text' },
  { key: 'version', name: 'Version' },
  { key: 'start', name: 'Start' },
  { key: 'end', name: 'End' },
  { key: 'passage', name: 'Passage' },
  { key: 'code', name: 'Code' },
  { key: 'coder', name: 'Coder' },
  { key: 'team', name: 'Team' },
  { key: 'agreed', name: 'Agreed' },
  { key: 'memo', name: 'Memo' },
]
const batch = 500

/** All of them as lines of a file, read in batches while it is sent. Null for who may export none; the deed is written down. */
export async function exportPassages(
  viewer: Viewer,
  callId: string,
  passages: PassageFilter,
): Promise<AsyncIterable<string> | null> {
  if (!may(viewer, 'exportSubmissions')) return null
  const table = await passageTable(viewer, callId, passages)
  await db.$transaction(tx =>
    record(tx, { actor: viewer, action: 'passage.export', thing: { kind: 'call', id: callId }, callId }),
  )
  return csvLines(table)
}

/** The same as rows, for any kind of file. Whose it is to have, the caller asks. */
export async function passageTable(viewer: Viewer, callId: string, passages: PassageFilter): Promise<ExportTable> {
  const asked = await askForWholePassages(viewer, callId, passages)
  return { columns, total: await countAllPassages(asked), rows: valuesIn(passagesIn(asked)) }
}

/** All that is asked for, past the cap. */
export async function askForWholePassages(
  viewer: Viewer,
  callId: string,
  passages: PassageFilter,
): Promise<AskedPassages> {
  const asked = await askForPassages(viewer, callId, passages)
  return { ...asked, asked: { ...asked.asked, whole: true } }
}

/** Passages in the order of reading, in batches. */
export async function* passagesIn(asked: AskedPassages): AsyncGenerator<PassageView> {
  let from: string | null = null
  for (;;) {
    const ids: string[] = await passageIds(asked, { from, back: false, take: batch })
    yield* await readPassages(ids)
    from = ids.at(-1) ?? null
    if (ids.length < batch) return
  }
}

async function* valuesIn(rows: AsyncIterable<PassageView>): AsyncGenerator<ExportValue[]> {
  for await (const row of rows) {
    yield [
      ...[row.reference, row.organisationName, row.title, row.places, row.field],
      ...[row.version, row.start, row.end, row.quotation],
      ...[row.code.name, row.coder.name, row.coder.team, row.agreed, row.memo],
    ]
  }
}

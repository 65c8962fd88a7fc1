import { record } from '@/lib/data/audit'
import { openCodingsSql, standingSql } from '@/lib/data/open-work'
import { askFor, countSelected, selected, type Asked } from '@/lib/data/submission-matching'
import { db } from '@/lib/db'
import type { ExportColumn, ExportTable, ExportValue } from '@/lib/domain/export'
import { languageName } from '@/lib/domain/language'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import {
  answerFields,
  answerNames,
  decisionNames,
  organisationTypeNames,
  stageNames,
  type AnswerField,
  type Decision,
  type OrganisationType,
  type Stage,
} from '@/lib/domain/submission'
import { emptyFilter, type SubmissionFilter } from '@/lib/domain/submission-filter'
import { csvLines } from '@/lib/exchange/csv-export'
import { Prisma } from '@/prisma/generated/client'

type Row = {
  id: string
  reference: string
  title: string | null
  organisation: string | null
  type: OrganisationType
  practiceOf: string | null
  communities: string[]
  neighbourhood: string | null
  places: string[]
  themes: string[]
  stage: Stage
  decision: Decision | null
  language: string | null
  received: Date
  codes: string[]
  answers: Partial<Record<AnswerField, string>> | null
}

const columns: readonly ExportColumn[] = [
  { key: 'reference', name: 'Reference' },
  { key: 'title', name: 'Title' },
  { key: 'organisation', name: 'Organisation' },
  { key: 'organisationType', name: 'Organisation type' },
  { key: 'practiceOf', name: 'Practice of' },
  { key: 'communities', name: 'Communities' },
  { key: 'places', name: 'Places' },
  { key: 'neighbourhood', name: 'Neighbourhood' },
  { key: 'themes', name: 'Themes' },
  { key: 'stage', name: 'Stage' },
  { key: 'decision', name: 'Decision' },
  { key: 'language', name: 'Language' },
  { key: 'received', name: 'Received' },
  { key: 'codes', name: 'Codes' },
  ...answerFields.map(field => ({ key: field, name: answerNames[field] })),
]

const batch = 200

/**
 * The evidence of a selection as lines of a file, newest first, read in batches while it is sent: what was said and what
 * was made of it, never who to contact, and of codes only those that the viewer may know of. Null for who may export
 * none; the deed is written down.
 */
export async function exportSubmissions(
  viewer: Viewer,
  callId: string,
  selection: { filter: SubmissionFilter } | { references: string[] },
): Promise<AsyncIterable<string> | null> {
  if (!may(viewer, 'exportSubmissions')) return null
  const table = await submissionTable(viewer, callId, selection)
  await db.$transaction(tx =>
    record(tx, { actor: viewer, action: 'submission.export', thing: { kind: 'call', id: callId }, callId }),
  )
  return csvLines(table)
}

/** What was ticked, or what a filter finds: all of it, past the cap. */
export async function askForWhole(
  viewer: Viewer,
  callId: string,
  selection: { filter: SubmissionFilter } | { references: string[] },
): Promise<Asked> {
  return 'filter' in selection
    ? { ...(await askFor(viewer, callId, selection.filter)), whole: true }
    : { ...(await askFor(viewer, callId, emptyFilter)), references: selection.references, whole: true }
}

/** The same as rows, for any kind of file. Whose it is to have, the caller asks. */
export async function submissionTable(
  viewer: Viewer,
  callId: string,
  selection: { filter: SubmissionFilter } | { references: string[] },
): Promise<ExportTable> {
  const asked = await askForWhole(viewer, callId, selection)
  return { columns, total: await countSelected(asked), rows: rowsOf(asked) }
}

async function* rowsOf(asked: Asked): AsyncGenerator<ExportValue[]> {
  let last: Row | null = null
  for (;;) {
    const rows: Row[] = await readAfter(asked, last)
    for (const row of rows) yield valuesOf(row)
    last = rows.at(-1) ?? null
    if (rows.length < batch) return
  }
}

function readAfter(asked: Asked, last: Row | null): Promise<Row[]> {
  const beyond = last
    ? Prisma.sql`AND (s."submittedAt", s."id") < (${last.received}::timestamptz, ${last.id}::uuid)`
    : Prisma.empty
  return db.$queryRaw<Row[]>`
    SELECT s."id", s."reference", s."title", s."organisationName" AS "organisation", s."organisationType"::text AS "type",
      s."practiceOf", coalesce(s."communities", '{}') AS "communities", s."neighbourhood", s."stage"::text, s."decision"::text, s."language",
      s."submittedAt" AS "received",
      ARRAY(SELECT p."name" FROM "SubmissionPlace" h JOIN "Place" p ON p."id" = h."placeId"
        WHERE h."submissionId" = s."id" ORDER BY p."position") AS "places",
      ARRAY(SELECT p."theme" FROM "SubmissionPrompt" h JOIN "Prompt" p ON p."id" = h."promptId"
        WHERE h."submissionId" = s."id" ORDER BY p."position") AS "themes",
      ARRAY(SELECT DISTINCT d."name" FROM "Coding" c JOIN "Code" d ON d."id" = c."codeId"
        WHERE c."submissionId" = s."id" AND ${standingSql} AND ${openCodingsSql(asked.viewer)} ORDER BY 1) AS "codes",
      (SELECT json_object_agg(t."field", v."body") FROM "Text" t JOIN LATERAL (
          SELECT n."body" FROM "TextVersion" n WHERE n."textId" = t."id" ORDER BY n."number" DESC LIMIT 1
        ) v ON true WHERE t."submissionId" = s."id" AND t."kind" = 'ANSWER') AS "answers"
    FROM "Submission" s WHERE ${selected(asked)} ${beyond} ORDER BY s."submittedAt" DESC, s."id" DESC LIMIT ${batch}`
}

function valuesOf(row: Row): ExportValue[] {
  return [
    ...[row.reference, row.title, row.organisation, organisationTypeNames[row.type], row.practiceOf],
    ...[row.communities, row.places, row.neighbourhood, row.themes],
    ...[stageNames[row.stage], row.decision ? decisionNames[row.decision] : null],
    ...[row.language ? languageName(row.language) : null, row.received, row.codes],
    ...answerFields.map(field => row.answers?.[field] ?? null),
  ]
}

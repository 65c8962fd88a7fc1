import { record } from '@/lib/data/audit'
import { openCodingsSql, standingSql } from '@/lib/data/open-work'
import { askFor, matches, narrowing, type Asked } from '@/lib/data/submission-matching'
import { db } from '@/lib/db'
import { languageName } from '@/lib/domain/language'
import { londonDateTime } from '@/lib/domain/london-time'
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
import { csvLine, type Cell } from '@/lib/exchange/csv-export'
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

const heads = [
  ...[
    'Reference',
    'Title',
    'Organisation',
    'Organisation type',
    'Practice of',
    'Communities',
    'Places',
    'Neighbourhood',
  ],
  ...['Themes', 'Stage', 'Decision', 'Language', 'Received', 'Codes', ...answerFields.map(field => answerNames[field])],
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
  const asked =
    'filter' in selection
      ? await askFor(viewer, callId, selection.filter)
      : { ...(await askFor(viewer, callId, emptyFilter)), references: selection.references }
  await db.$transaction(tx =>
    record(tx, { actor: viewer, action: 'submission.export', thing: { kind: 'call', id: callId }, callId }),
  )
  return lines({ ...asked, whole: true })
}

async function* lines(asked: Asked): AsyncGenerator<string> {
  yield csvLine(heads)
  let last: Row | null = null
  for (;;) {
    const rows: Row[] = await readAfter(asked, last)
    for (const row of rows) yield csvLine(cellsOf(row))
    last = rows.at(-1) ?? null
    if (rows.length < batch) return
  }
}

function readAfter(asked: Asked, last: Row | null): Promise<Row[]> {
  const where = asked.filter.q ? Prisma.sql`s."id" IN (${matches(asked, Prisma.sql`s."id"`)})` : narrowing(asked)
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
    FROM "Submission" s WHERE ${where} ${beyond} ORDER BY s."submittedAt" DESC, s."id" DESC LIMIT ${batch}`
}

function cellsOf(row: Row): Cell[] {
  return [
    ...[row.reference, row.title, row.organisation, organisationTypeNames[row.type], row.practiceOf],
    ...[row.communities.join('; '), row.places.join('; '), row.neighbourhood, row.themes.join('; ')],
    ...[stageNames[row.stage], row.decision ? decisionNames[row.decision] : '', languageName(row.language ?? '')],
    ...[londonDateTime(row.received), row.codes.join('; ')],
    ...answerFields.map(field => row.answers?.[field] ?? ''),
  ]
}

import { db } from '@/lib/db'
import { londonDateTime } from '@/lib/domain/london-time'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { readReference } from '@/lib/domain/reference'
import { answerFields, answerNames } from '@/lib/domain/submission'
import { Prisma, type TextKind } from '@/prisma/generated/client'

/** A text as it is read and coded: one version of it. `earlier` is how many versions came before. */
export type TextView = {
  id: string
  versionId: string
  kind: TextKind
  title: string
  body: string
  earlier: number
}

type Row = {
  id: string
  versionId: string
  kind: TextKind
  field: string
  name: string
  body: string
  number: number
  fileName: string | null
  calledAt: Date | null
}

/**
 * The version of `"TextVersion" v`'s text that is read of `"Submission" s`: the newest, or, where two code it, the
 * newest that stood when that began.
 */
export const readableVersionSql = Prisma.sql`(
  SELECT n."id" FROM "TextVersion" n WHERE n."textId" = v."textId"
    AND (s."doubleCodedAt" IS NULL OR n."createdAt" <= s."doubleCodedAt")
  ORDER BY n."number" DESC LIMIT 1)`

/**
 * That `"StoredFile" f` of `"Submission" s` stands as it was sent last: what a correction that is still open took away
 * does, what it added has no text yet.
 */
export const fileStandsSql = Prisma.sql`(f."removedAt" IS NULL OR (cardinality(s."answeredSteps") > 0 AND EXISTS (
  SELECT 1 FROM "SubmissionRevision" r WHERE r."submissionId" = s."id"
    AND jsonb_exists(r."content" -> 'files', f."id"::text)
    AND NOT EXISTS (
      SELECT 1 FROM "SubmissionRevision" later WHERE later."submissionId" = s."id" AND later."number" > r."number"))))`

/**
 * The texts of a live submission in their order: answers, then documents, call notes and translations; of each the
 * version that is to be read. None where it is not the viewer's.
 */
export async function readTexts(viewer: Viewer, typed: string): Promise<TextView[]> {
  const reference = readReference(typed)
  if (!reference || !may(viewer, 'readSubmission', { status: 'SUBMITTED' })) return []
  const rows = await db.$queryRaw<Row[]>`
    SELECT t."id", v."id" AS "versionId", t."kind"::text AS "kind", t."field", t."name", v."body", v."number",
      f."name" AS "fileName", a."calledAt"
    FROM "Submission" s JOIN "Text" t ON t."submissionId" = s."id" JOIN "TextVersion" v ON v."textId" = t."id"
    LEFT JOIN "StoredFile" f ON t."kind" = 'DOCUMENT' AND f."id"::text = t."field"
    LEFT JOIN "CallAttempt" a ON t."kind" = 'CALL_NOTE' AND a."id"::text = t."field"
    WHERE s."reference" = ${reference} AND s."status" = 'SUBMITTED' AND v."body" <> ''
      AND v."id" = ${readableVersionSql} AND (f."id" IS NULL OR ${fileStandsSql})
    ORDER BY t."kind", t."id"`
  return rows
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map(row => ({
      id: row.id,
      versionId: row.versionId,
      kind: row.kind,
      title: titleOf(row),
      body: row.body,
      earlier: row.number - 1,
    }))
}

function answerField(row: Row) {
  return row.kind === 'ANSWER' ? answerFields.find(field => field === row.field) : undefined
}

function placeOf(row: Row): number {
  const field = answerField(row)
  return field ? answerFields.indexOf(field) - answerFields.length : 0
}

function titleOf(row: Row): string {
  const field = answerField(row)
  if (field) return answerNames[field]
  if (row.kind === 'DOCUMENT') return row.fileName ?? 'A document'
  if (row.kind === 'CALL_NOTE') return row.calledAt ? `Call of ${londonDateTime(row.calledAt.toISOString())}` : 'A call'
  return row.kind === 'IMPORTED' ? row.name || 'Imported text' : 'Translation'
}

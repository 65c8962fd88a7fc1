import { readableVersionSql } from '@/lib/data/submission-texts'
import type { Transaction } from '@/lib/db'
import { spanSentences } from '@/lib/domain/comment'
import { spanFault } from '@/lib/domain/span'
import { ok, refused, type Result } from '@/lib/result'

/** Words of one version of a text, in Unicode code points, end exclusive. */
export type SpanInput = { textVersionId: string; start: number; end: number }

/** The columns of a comment that say which words it is about. */
export type SpanColumns = { textVersionId: string; spanStart: number; spanEnd: number } | null

/**
 * The words that somebody selected to comment on, checked: of a text of this submission, in the version of it that is
 * read, and of whole characters.
 */
export async function spanToComment(
  tx: Transaction,
  submissionId: string,
  input: SpanInput | null,
): Promise<Result<SpanColumns>> {
  if (!input) return ok(null)
  const [version] = await tx.$queryRaw<{ body: string; read: boolean }[]>`
    SELECT v."body", v."id" = ${readableVersionSql} AS "read"
    FROM "TextVersion" v JOIN "Text" t ON t."id" = v."textId" JOIN "Submission" s ON s."id" = t."submissionId"
    WHERE v."id" = ${input.textVersionId}::uuid AND s."id" = ${submissionId}::uuid`
  if (!version) return refused(spanSentences.noText)
  if (!version.read) return refused(spanSentences.older)
  const fault = spanFault(version.body, input)
  if (fault) return refused(spanSentences[fault])
  return ok({ textVersionId: input.textVersionId, spanStart: input.start, spanEnd: input.end })
}

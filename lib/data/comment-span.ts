import type { Transaction } from '@/lib/db'
import { spanSentences } from '@/lib/domain/comment'
import { spanFault } from '@/lib/domain/span'
import { ok, refused, type Result } from '@/lib/result'

/** Words of one version of a text, in Unicode code points, end exclusive. */
export type SpanInput = { textVersionId: string; start: number; end: number }

/** The columns of a comment that say which words it is about. */
export type SpanColumns = { textVersionId: string; spanStart: number; spanEnd: number } | null

/**
 * The words that somebody selected to comment on, checked: of a text of this submission, as it is read now (or, where
 * two code it, as it stood when they were given it), and of whole characters.
 */
export async function spanToComment(
  tx: Transaction,
  submissionId: string,
  input: SpanInput | null,
): Promise<Result<SpanColumns>> {
  if (!input) return ok(null)
  const version = await tx.textVersion.findFirst({
    where: { id: input.textVersionId, text: { submissionId } },
    select: { id: true, textId: true, body: true },
  })
  if (!version) return refused(spanSentences.noText)
  if (!(await versionsRead(tx, submissionId, version.textId)).includes(version.id)) return refused(spanSentences.older)
  const fault = spanFault(version.body, input)
  if (fault) return refused(spanSentences[fault])
  return ok({ textVersionId: version.id, spanStart: input.start, spanEnd: input.end })
}

/** The version of a text that stands, and the one that double coding pinned. */
async function versionsRead(tx: Transaction, submissionId: string, textId: string): Promise<string[]> {
  const { doubleCodedAt } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { doubleCodedAt: true },
  })
  const last = (until: Date | null) =>
    tx.textVersion.findFirst({
      where: { textId, ...(until ? { createdAt: { lte: until } } : {}) },
      select: { id: true },
      orderBy: { number: 'desc' },
    })
  const read = [await last(null), doubleCodedAt ? await last(doubleCodedAt) : null]
  return read.flatMap(version => version?.id ?? [])
}

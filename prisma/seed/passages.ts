import type { Transaction } from '@/lib/db'
import { lengthOf, pointAt } from '@/lib/domain/span'

/** Where words stand in an answer of the demonstration, as it was sent. */
export async function placeOf(tx: Transaction, submissionId: string, words: string, field: string) {
  const version = await tx.textVersion.findFirstOrThrow({
    where: { number: 1, text: { submissionId, field } },
    select: { id: true, body: true },
  })
  const unit = version.body.indexOf(words)
  if (unit < 0) throw new Error(`Nobody said “${words}”.`)
  const start = pointAt(version.body, unit)
  return { textVersionId: version.id, start, end: start + lengthOf(words) }
}

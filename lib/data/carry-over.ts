import { record } from '@/lib/data/audit'
import type { Transaction } from '@/lib/db'
import { carrierOf } from '@/lib/domain/carry-over'
import type { Span } from '@/lib/domain/span'

type Version = { id: string; body: string }

/**
 * After a correction, in its transaction: carries each coding and comment from a text's older versions over to the same
 * words of its newest. A coding whose words are gone stays on its version and is lost; such a comment stays with the
 * submission. What two code stays on the versions that it was made on.
 */
export async function carryOver(tx: Transaction, submissionId: string): Promise<void> {
  const submission = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: {
      callId: true,
      stage: true,
      doubleCodedAt: true,
      texts: { select: { versions: { select: { id: true, body: true }, orderBy: { number: 'desc' } } } },
    },
  })
  if (submission.doubleCodedAt) return
  const moved = { carried: 0, lost: 0 }
  for (const { versions } of submission.texts) {
    const [newest, ...older] = versions
    if (!newest) continue
    for (const version of older) {
      const carry = carrierOf(version.body, newest.body)
      const codings = await carryCodings(tx, {
        from: version,
        to: newest,
        carry,
        settled: submission.stage === 'SETTLED',
      })
      moved.carried += codings.carried
      moved.lost += codings.lost
      await carryComments(tx, version, newest, carry)
    }
  }
  if (moved.carried + moved.lost === 0) return
  const thing = { kind: 'submission', id: submissionId }
  await record(tx, { actor: 'portal', action: 'coding.carryOver', thing, callId: submission.callId, details: moved })
}

type Carrier = (span: Span) => Span | null

type Carrying = { from: Version; to: Version; carry: Carrier; settled: boolean }

async function carryCodings(tx: Transaction, { from, to, carry, settled }: Carrying) {
  const codings = await tx.coding.findMany({
    where: { textVersionId: from.id, lostAt: null, agreed: false },
    select: { id: true, codeId: true, personId: true, spanStart: true, spanEnd: true, removedAt: true },
    orderBy: { id: 'asc' },
  })
  const counted = { carried: 0, lost: 0 }
  for (const { id, codeId, personId, spanStart, spanEnd, removedAt } of codings) {
    const span = carry({ start: spanStart ?? 0, end: spanEnd ?? 0 })
    const place = span && { textVersionId: to.id, spanStart: span.start, spanEnd: span.end }
    const taken =
      place &&
      !removedAt &&
      (await tx.coding.count({
        where: { ...place, codeId, personId, agreed: false, removedAt: null, lostAt: null },
      }))
    const data = place && !taken ? place : { lostAt: new Date(), lostSettled: settled }
    await tx.coding.update({ where: { id }, data, select: { id: true } })
    if (!removedAt) counted[place && !taken ? 'carried' : 'lost'] += 1
  }
  return counted
}

async function carryComments(tx: Transaction, from: Version, to: Version, carry: Carrier): Promise<void> {
  const comments = await tx.comment.findMany({
    where: { textVersionId: from.id },
    select: { id: true, spanStart: true, spanEnd: true },
  })
  for (const { id, spanStart, spanEnd } of comments) {
    const span = carry({ start: spanStart ?? 0, end: spanEnd ?? 0 })
    const data = span
      ? { textVersionId: to.id, spanStart: span.start, spanEnd: span.end }
      : { textVersionId: null, spanStart: null, spanEnd: null }
    await tx.comment.update({ where: { id }, data, select: { id: true } })
  }
}

import { eld } from 'eld/small'

import { record } from '@/lib/data/audit'
import { lockSubmission, noSuchSubmission } from '@/lib/data/live-submission'
import { db, type Transaction } from '@/lib/db'
import { fewestWords, languageCodes, type LanguageCode } from '@/lib/domain/language'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { ok, refused, type Result } from '@/lib/result'

/** The language of a text as ISO 639-1; null where it has too few words, or could be one or another. */
export function languageOf(text: string): LanguageCode | null {
  if ((text.match(/[\p{L}\p{M}]+/gu) ?? []).length < fewestWords) return null
  // more tells no more
  const told = eld.detect(text.slice(0, 5_000))
  return told.isReliable() ? (languageCodes.find(code => code === told.language) ?? null) : null
}

/**
 * Writes the language of each submission from its answers as they stand in the transaction, but where somebody has
 * corrected it. Call it after every change of an answer.
 */
export async function writeLanguage(tx: Transaction, ...submissionIds: string[]): Promise<void> {
  const texts = await tx.$queryRaw<{ id: string; text: string; language: string | null }[]>`
    SELECT s."id", s."language", string_agg(v."body", E'\n') AS "text" FROM "Submission" s
    JOIN "Text" t ON t."submissionId" = s."id" AND t."kind" = 'ANSWER'
    JOIN LATERAL (
      SELECT n."body" FROM "TextVersion" n WHERE n."textId" = t."id" ORDER BY n."number" DESC LIMIT 1
    ) v ON true
    WHERE s."id" = ANY(${submissionIds}::uuid[]) AND NOT s."languageCorrected" GROUP BY s."id"`
  const told = texts.map(({ id, text, language }) => ({ id, before: language, now: languageOf(text) }))
  const changed = told.filter(({ before, now }) => before !== now)
  if (changed.length === 0) return
  const [ids, languages] = [changed.map(({ id }) => id), changed.map(({ now }) => now)]
  await tx.$executeRaw`
    UPDATE "Submission" s SET "language" = n."language"
    FROM unnest(${ids}::uuid[], ${languages}::text[]) AS n("id", "language") WHERE s."id" = n."id"`
}

/** Says what language a submission is in, or with null that it cannot be told. Later detections leave it alone. */
export function correctLanguage(
  viewer: Viewer,
  input: { reference: string; language: LanguageCode | null },
): Promise<Result> {
  return db.$transaction(async tx => {
    const submission = await lockSubmission(tx, input.reference)
    if (!submission || !may(viewer, 'decideSubmission', submission)) return refused(noSuchSubmission)
    await tx.submission.update({
      where: { id: submission.id },
      data: { language: input.language, languageCorrected: true },
    })
    const thing = { kind: 'submission', id: submission.id }
    const details = { language: input.language ?? '' }
    await record(tx, { actor: viewer, action: 'submission.language', thing, callId: submission.callId, details })
    return ok()
  })
}

/** The language of a live submission as it stands; null where it is not the viewer's. */
export async function readLanguage(
  viewer: Viewer,
  reference: string,
): Promise<{ language: string | null; corrected: boolean } | null> {
  const found = await db.submission.findUnique({
    where: { reference },
    select: { status: true, language: true, languageCorrected: true },
  })
  if (!found || !may(viewer, 'readSubmission', found)) return null
  return { language: found.language, corrected: found.languageCorrected }
}

const batch = 200

/**
 * Tells the languages of what was sent before they were told: once through all that have none. Answers how many have one
 * now. Safe to run twice, and in two processes. `signal` ends it after the batch under way.
 */
export async function writeMissingLanguages(signal?: AbortSignal): Promise<number> {
  let [after, told] = ['00000000-0000-0000-0000-000000000000', 0]
  while (!signal?.aborted) {
    const rows = await db.submission.findMany({
      where: { id: { gt: after }, status: 'SUBMITTED', language: null, languageCorrected: false },
      orderBy: { id: 'asc' },
      take: batch,
      select: { id: true },
    })
    const ids = rows.map(({ id }) => id)
    const last = ids.at(-1)
    if (!last) break
    await db.$transaction(tx => writeLanguage(tx, ...ids))
    told += await db.submission.count({ where: { id: { in: ids }, language: { not: null } } })
    after = last
  }
  return told
}

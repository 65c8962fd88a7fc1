import type { DraftRefusal } from '@/lib/data/drafts'
import { hashOfToken } from '@/lib/data/private-keys'
import { db } from '@/lib/db'
import { callState, mayCorrect, takesAnswers } from '@/lib/domain/call'

/** A response as its own browser may write to it, with the times of its call. */
export type Own = {
  id: string
  callId: string
  status: 'DRAFT' | 'QUARANTINED' | 'SUBMITTED'
  createdAt: Date
  formVersionId: string | null
  correcting: boolean
  opensAt: Date | null
  closesAt: Date | null
  outcome: string
  graceHours: number
  analysisClosesAt: Date | null
}

// What a token opened a moment ago. It is never believed: the save itself asks whether all of it still holds.
const opened = new Map<string, Own>()
const mostOpened = 2_000

function remember(hash: string, own: Own): Own {
  const [oldest] = opened.keys()
  if (oldest !== undefined && opened.size >= mostOpened) opened.delete(oldest)
  opened.set(hash, own)
  return own
}

/** What a token opened a moment ago, without a question to the database. */
export function knownOwn(token: string | null): Own | null {
  return opened.get(hashOfToken(token) ?? '') ?? null
}

/** What a browser's token opens for writing, with the times of its call. A sent one is open while it is being corrected. */
export async function findOwn(token: string | null): Promise<Own | null> {
  const hash = hashOfToken(token)
  if (!hash) return null
  const [own] = await db.$queryRaw<Own[]>`
    SELECT s."id", s."callId", s."status"::text, s."createdAt", s."formVersionId",
      s."status" <> 'DRAFT' AND cardinality(s."answeredSteps") > 0 AS "correcting",
      c."opensAt", c."closesAt", c."outcome", c."graceHours", c."analysisClosesAt"
    FROM "PrivateKey" k JOIN "Submission" s ON s."id" = k."submissionId" JOIN "Call" c ON c."id" = s."callId"
    WHERE k."tokenHash" = ${hash} AND k."kind" = 'BROWSER' AND k."replacedAt" IS NULL AND k."expiresAt" > now()
      AND s."status" <> 'WITHDRAWN'`
  return own ? remember(hash, own) : null
}

/** Why a response takes nothing more, or null. */
export function refusalOf(own: Own, now: Date): DraftRefusal | null {
  if (own.correcting) return mayCorrect(own, now) ? null : { ok: false, message: 'analysed' }
  if (own.status !== 'DRAFT') return { ok: false, message: 'sent' }
  if (takesAnswers(own, own, now)) return null
  return { ok: false, message: callState(own, now) === 'notOpen' ? 'notOpen' : 'closed' }
}

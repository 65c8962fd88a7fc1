import { hashOfToken } from '@/lib/data/private-keys'
import type { Transaction } from '@/lib/db'
import type { Stage, Status } from '@/lib/domain/submission'

/** A response as its own holder may change it. */
export type HeldEvidence = {
  id: string
  callId: string
  reference: string
  status: Exclude<Status, 'DRAFT' | 'WITHDRAWN'>
  stage: Stage
  formVersionId: string | null
  /** Whether it is open in the wizard for a correction. */
  correcting: boolean
}

/**
 * The response that the token of a private page opens, held until the transaction ends. Null for a token that opens
 * nothing (any more), and where it was withdrawn: nothing of that can be changed.
 */
export async function holdEvidence(tx: Transaction, token: string): Promise<HeldEvidence | null> {
  const hash = hashOfToken(token)
  if (!hash) return null
  const [held] = await tx.$queryRaw<HeldEvidence[]>`
    SELECT s."id", s."callId", s."reference", s."status"::text, s."stage"::text, s."formVersionId",
      coalesce(cardinality(s."answeredSteps"), 0) > 0 AS "correcting"
    FROM "PrivateKey" k JOIN "Submission" s ON s."id" = k."submissionId"
    WHERE k."tokenHash" = ${hash} AND k."kind" = 'EVIDENCE' AND k."replacedAt" IS NULL AND k."expiresAt" > now()
      AND s."status" IN ('SUBMITTED', 'QUARANTINED')
    FOR NO KEY UPDATE OF s`
  return held ?? null
}

/** What is answered for a link that opens nothing, and for what was withdrawn meanwhile. */
export const noSuchEvidence = 'This link no longer opens anything that can be changed. Load the page again.'

import type { Transaction } from '@/lib/db'
import { readReference } from '@/lib/domain/reference'
import type { Decision, Stage, Status } from '@/lib/domain/submission'

export type LockedSubmission = {
  id: string
  callId: string
  reference: string
  status: Status
  stage: Stage
  decision: Decision | null
  decisionReason: string | null
  version: number
}

/**
 * The submission of a reference, held until the transaction ends: what its state allows now, it allows until the deed
 * is done. Null where there is none; whether the viewer may, the caller asks.
 */
export async function lockSubmission(tx: Transaction, reference: string): Promise<LockedSubmission | null> {
  const read = readReference(reference)
  if (!read) return null
  await tx.$queryRaw`SELECT 1 FROM "Submission" WHERE "reference" = ${read} FOR NO KEY UPDATE`
  const found = await tx.submission.findUnique({
    where: { reference: read },
    select: { id: true, callId: true, status: true, stage: true, decision: true, decisionReason: true, version: true },
  })
  return found && { ...found, reference: read }
}

/** The same answer for what is not there and for what is not theirs. */
export const noSuchSubmission = 'There is no such submission.'

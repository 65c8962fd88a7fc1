import type { Transaction } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import type { Stage, Status } from '@/lib/domain/submission'

/** What decides whether somebody may code a submission: `coder` is one of its two who has not finished, `interest` they declared one. */
export type CodingGround = {
  status: Status
  stage: Stage
  double: boolean
  coder: boolean
  interest: boolean
  blind: boolean
}

/** Said where the stage alone keeps somebody from coding. */
export const settledAlready =
  'This submission is settled. A lead moves it back to “Coded” before anything that is coded there can change.'

/** Said to whoever declared a conflict of interest. */
export const ownInterest = 'You have declared a conflict of interest in this submission: others code it.'

/** Reads it for a viewer. */
export async function codingGround(
  tx: Transaction,
  viewer: Viewer,
  submission: { id: string; status: Status },
): Promise<CodingGround> {
  const { stage, doubleCodedAt, blind, assignments, interests } = await tx.submission.findUniqueOrThrow({
    where: { id: submission.id },
    select: {
      stage: true,
      doubleCodedAt: true,
      blind: true,
      assignments: { where: { personId: viewer.id, double: true, doneAt: null }, select: { personId: true } },
      interests: { where: { personId: viewer.id }, select: { personId: true } },
    },
  })
  return {
    status: submission.status,
    stage,
    double: doubleCodedAt !== null,
    coder: assignments.length > 0,
    interest: interests.length > 0,
    blind,
  }
}

import type { Transaction } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import type { Stage, Status } from '@/lib/domain/submission'

/** What decides whether somebody may code a submission: `coder` is one of its two who has not finished. */
export type CodingGround = { status: Status; stage: Stage; double: boolean; coder: boolean; blind: boolean }

/** Said where the stage alone keeps somebody from coding. */
export const settledAlready =
  'This submission is settled. A lead moves it back to “Coded” before anything that is coded there can change.'

/** Reads it for a viewer. */
export async function codingGround(
  tx: Transaction,
  viewer: Viewer,
  submission: { id: string; status: Status },
): Promise<CodingGround> {
  const { stage, doubleCodedAt, blind, assignments } = await tx.submission.findUniqueOrThrow({
    where: { id: submission.id },
    select: {
      stage: true,
      doubleCodedAt: true,
      blind: true,
      assignments: { where: { personId: viewer.id, double: true, doneAt: null }, select: { personId: true } },
    },
  })
  return { status: submission.status, stage, double: doubleCodedAt !== null, coder: assignments.length > 0, blind }
}

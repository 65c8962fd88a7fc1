import type { Transaction } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import type { Status } from '@/lib/domain/submission'

/** What decides whether somebody may code a submission: `coder` is one of its two who has not finished. */
export type CodingGround = { status: Status; double: boolean; coder: boolean; blind: boolean }

/** Reads it for a viewer. */
export async function codingGround(
  tx: Transaction,
  viewer: Viewer,
  submission: { id: string; status: Status },
): Promise<CodingGround> {
  const { doubleCodedAt, blind, assignments } = await tx.submission.findUniqueOrThrow({
    where: { id: submission.id },
    select: {
      doubleCodedAt: true,
      blind: true,
      assignments: { where: { personId: viewer.id, double: true, doneAt: null }, select: { personId: true } },
    },
  })
  return { status: submission.status, double: doubleCodedAt !== null, coder: assignments.length > 0, blind }
}

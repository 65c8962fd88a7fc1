import { noSuchSubmission, type LockedSubmission } from '@/lib/data/live-submission'
import { standing } from '@/lib/data/open-work'
import type { Transaction } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import type { Stage } from '@/lib/domain/submission'
import type { Prisma } from '@/prisma/generated/client'

/** One of the two of a submission that is coded by two. */
export type Coder = { id: string; teamId: string | null; doneAt: Date | null }

/**
 * Who codes a submission. `coders`: where two do, those two, the first and the second; one is missing where nobody could
 * take over. `blind`: not both have finished.
 */
export type CodingPlan = { double: boolean; blind: boolean; coders: Coder[] }

/** The order in which the two are called the first and the second. */
export const coderOrder = [
  { assignedAt: 'asc' },
  { personId: 'asc' },
] satisfies Prisma.AssignmentOrderByWithRelationInput[]

/** Work that somebody has yet to do. */
export const openWork = {
  doneAt: null,
  submission: { status: 'SUBMITTED', stage: { not: 'SETTLED' } },
} as const satisfies Prisma.AssignmentWhereInput

/** Reads how a submission is coded, in the caller's transaction. */
export async function planOf(tx: Transaction, submissionId: string): Promise<CodingPlan> {
  const found = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: {
      doubleCodedAt: true,
      blind: true,
      assignments: {
        where: { double: true },
        select: { personId: true, doneAt: true, person: { select: { teamId: true } } },
        orderBy: coderOrder,
      },
    },
  })
  return {
    double: found.doubleCodedAt !== null,
    blind: found.blind,
    coders: found.assignments.map(({ personId, doneAt, person }) => ({ id: personId, teamId: person.teamId, doneAt })),
  }
}

/** Codings that the two made and that no lead has settled yet. */
export function unsettled(submissionId: string) {
  return {
    submissionId,
    ...standing,
    agreed: false,
    asFirst: { none: {} },
    asSecond: { none: {} },
  } as const satisfies Prisma.CodingWhereInput
}

/** Why the viewer may not settle what two coded; null where they may. */
export async function settlingRefusal(
  tx: Transaction,
  viewer: Viewer,
  submission: Pick<LockedSubmission, 'id' | 'status'>,
): Promise<string | null> {
  const plan = await planOf(tx, submission.id)
  const coderIds = plan.coders.map(({ id }) => id)
  if (!may(viewer, 'readSubmission', submission)) return noSuchSubmission
  if (!plan.double) return 'One person codes this submission: there is nothing to compare.'
  if (plan.blind) return 'Not both have finished coding this submission.'
  if (!may(viewer, 'settleCodings', { status: submission.status, blind: plan.blind, coderIds }))
    return 'Only a lead who did not code this submission can settle it.'
  const interest = { submissionId_personId: { submissionId: submission.id, personId: viewer.id } }
  return (await tx.conflictOfInterest.findUnique({ where: interest, select: { personId: true } }))
    ? 'You have declared a conflict of interest: another lead settles it.'
    : null
}

/**
 * Why a submission that two code does not move to a stage by hand; null where it may, or where one codes it. Neither
 * coder, nor anybody else, ends the blindness or the settling by a choice in a list.
 */
export async function moveRefusal(
  tx: Transaction,
  viewer: Viewer,
  submission: Pick<LockedSubmission, 'id' | 'status' | 'stage'>,
  to: Stage,
): Promise<string | null> {
  const plan = await planOf(tx, submission.id)
  if (!plan.double || submission.stage === to) return null
  if (plan.blind)
    return to === 'CODED' || to === 'SETTLED'
      ? 'Two people code this submission. It is coded when both say that they have finished'
      : null
  const from = submission.stage
  if (!(from === 'CODED' && to === 'SETTLED') && !(from === 'SETTLED' && to === 'CODED'))
    return 'Both have finished coding this submission: it stays coded until a lead settles it'
  const refusal = await settlingRefusal(tx, viewer, submission)
  if (refusal || to === 'CODED') return refusal
  const left = await tx.coding.count({ where: unsettled(submission.id) })
  return left > 0 ? 'Not everything that two coded is settled yet. Settle it first' : null
}

/** Keeps who has finished in step with a stage that was chosen by hand for some submissions: of what is coded nobody has anything to do. */
export async function followStage(tx: Transaction, submissionIds: string[], to: Stage): Promise<void> {
  const coded = to === 'CODED' || to === 'SETTLED'
  await tx.assignment.updateMany({
    where: { submissionId: { in: submissionIds }, double: false, doneAt: coded ? null : { not: null } },
    data: { doneAt: coded ? new Date() : null },
  })
}

/** Whether somebody may code a submission at all, beside their role: they are enabled, in a team, and declared no conflict. */
export function ableToCode(submissionId: string) {
  return {
    disabledAt: null,
    teamId: { not: null },
    role: { in: ['RESEARCHER', 'LEAD'] },
    interests: { none: { submissionId } },
  } satisfies Prisma.PersonWhereInput
}

import { record, type Actor } from '@/lib/data/audit'
import { ableToCode, openWork, planOf } from '@/lib/data/coding-plan'
import { tellLive } from '@/lib/data/live-events'
import { standing } from '@/lib/data/open-work'
import type { Transaction } from '@/lib/db'

type Held = { id: string; callId: string }

/**
 * Hands on everything that somebody who leaves has open, in the caller's transaction: each submission goes to who of
 * their team (`teamId`) has the least open and may have it. Where nobody can take it, it stays with them, for leads to
 * see, unless `vacate` says that they may not keep it.
 */
export async function handOn(
  tx: Transaction,
  actor: Actor,
  leaver: { personId: string; teamId: string; vacate?: boolean },
): Promise<void> {
  // in one order, so that two who do this at once wait for each other and not in a circle
  const held = await tx.$queryRaw<Held[]>`
    SELECT s."id", s."callId" FROM "Submission" s JOIN "Assignment" a ON a."submissionId" = s."id"
    WHERE a."personId" = ${leaver.personId}::uuid AND a."doneAt" IS NULL AND s."status" = 'SUBMITTED'
      AND s."stage" <> 'SETTLED' ORDER BY s."id" FOR NO KEY UPDATE OF s`
  for (const submission of held) await handOnOne(tx, actor, submission, leaver)
}

/** The same for one submission that the caller's transaction holds. */
export async function handOnOne(
  tx: Transaction,
  actor: Actor,
  submission: Held,
  { personId, teamId, vacate = false }: { personId: string; teamId: string; vacate?: boolean },
): Promise<void> {
  const plan = await planOf(tx, submission.id)
  const double = plan.coders.some(({ id }) => id === personId)
  const other = plan.coders.find(({ id }) => id !== personId)
  const next = teamId === other?.teamId ? null : await leastBusy(tx, submission.id, { personId, teamId })
  if (!next && !vacate) return
  if (double) return seat(tx, actor, submission, { fromId: personId, toId: next })
  await tx.assignment.deleteMany({ where: { submissionId: submission.id, personId } })
  if (next) await tx.assignment.create({ data: { submissionId: submission.id, personId: next } })
  await tell(tx, actor, submission, { from: personId, ...(next ? { to: next } : {}) })
}

/**
 * Gives one of two places to somebody else, or to nobody yet. What was coded from it is set aside, never handed on: half
 * of one person's reading and half of another's is not a reading that can be compared.
 */
export async function seat(
  tx: Transaction,
  actor: Actor,
  submission: Held,
  { fromId, toId }: { fromId: string | null; toId: string | null },
): Promise<void> {
  if (fromId) {
    await tx.coding.updateMany({
      where: { submissionId: submission.id, personId: fromId, ...standing },
      data: { removedAt: new Date(), removedById: typeof actor === 'string' ? fromId : actor.id },
    })
    await tx.assignment.deleteMany({ where: { submissionId: submission.id, personId: fromId } })
  }
  if (toId) {
    await tx.assignment.deleteMany({ where: { submissionId: submission.id, personId: toId } })
    await tx.assignment.create({ data: { submissionId: submission.id, personId: toId, double: true } })
  }
  await tell(tx, actor, submission, { ...(fromId ? { from: fromId } : {}), ...(toId ? { to: toId } : {}) })
}

async function tell(tx: Transaction, actor: Actor, { id, callId }: Held, details: { from?: string; to?: string }) {
  await record(tx, { actor, action: 'submission.handOn', thing: { kind: 'submission', id }, callId, details })
  const actorId = typeof actor === 'string' ? (details.from ?? '') : actor.id
  await tellLive(tx, { kind: 'progress', submissionId: id, actorId, hidden: false })
}

async function leastBusy(
  tx: Transaction,
  submissionId: string,
  { personId, teamId }: { personId: string; teamId: string },
): Promise<string | null> {
  const able = await tx.person.findMany({
    where: {
      ...ableToCode(submissionId),
      id: { not: personId },
      teamId,
      assignments: { none: { submissionId } },
    },
    select: { id: true, _count: { select: { assignments: { where: openWork } } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const [next] = able.toSorted((a, b) => a._count.assignments - b._count.assignments)
  return next?.id ?? null
}

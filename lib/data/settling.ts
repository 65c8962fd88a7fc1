import { record } from '@/lib/data/audit'
import { settlingRefusal } from '@/lib/data/coding-plan'
import { moveTo } from '@/lib/data/finishing'
import { tellLive } from '@/lib/data/live-events'
import { lockSubmission, noSuchSubmission, type LockedSubmission } from '@/lib/data/live-submission'
import { standing } from '@/lib/data/open-work'
import { readComparison, type CodingRow, type ComparedRow } from '@/lib/data/settling-view'
import { db, type Transaction } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { choicesOf, settledSpan, type SettleChoice } from '@/lib/domain/settling'
import { ok, refused, type Result } from '@/lib/result'

/**
 * Settles one thing that the two coded differently, named by their codings (null where only one has it): the agreed
 * coding is a row of its own, by the lead, and the settlement names the two that it came from.
 */
export function settleOne(
  viewer: Viewer,
  input: { reference: string; firstId: string | null; secondId: string | null; choice: SettleChoice },
): Promise<Result> {
  return settling(viewer, input.reference, async (tx, submission) => {
    const codes = await holdCodes(tx, submission.id)
    const { compared } = await readComparison(tx, submission.id)
    const one = compared.find(
      ({ first, second }) => (first?.id ?? null) === input.firstId && (second?.id ?? null) === input.secondId,
    )
    if (!one) return refused('This is settled already, or is not there any more.')
    if (one.kind === 'agree' || !choicesOf(one).includes(input.choice))
      return refused('Choose one of the ways in which this can be settled.')
    const made = await settle(tx, viewer, submission, { one, choice: input.choice, at: new Date(), codes })
    if (!made.ok) return made
    await tell(tx, viewer, submission, 'settlement.make', { settled: 1 })
    return ok()
  })
}

/** Accepts everything that the two coded alike, in one go. Answers how much that was. */
export function acceptAgreements(viewer: Viewer, reference: string): Promise<Result<{ accepted: number }>> {
  return settling(viewer, reference, async (tx, submission) => {
    const codes = await holdCodes(tx, submission.id)
    const { compared } = await readComparison(tx, submission.id)
    const alike = compared.filter(({ kind }) => kind === 'agree')
    const at = new Date()
    for (const one of alike) {
      const made = await settle(tx, viewer, submission, { one, choice: 'both', at, codes })
      if (!made.ok) return made
    }
    if (alike.length > 0) await tell(tx, viewer, submission, 'settlement.make', { settled: alike.length })
    return ok({ accepted: alike.length })
  })
}

/**
 * Takes back what was settled last: one choice, or all that was accepted in one go. Refused where `lastId`, which the
 * viewer saw as the last, is not among it: a colleague settled something since, or it was taken back already. Answers
 * how much that was.
 */
export function undoLastSettlement(
  viewer: Viewer,
  { reference, lastId }: { reference: string; lastId: string },
): Promise<Result<{ undone: number }>> {
  return settling(viewer, reference, async (tx, submission) => {
    const last = await tx.settlement.findFirst({
      where: { submissionId: submission.id },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { createdAt: true },
    })
    if (!last) return refused('Nothing is settled yet.')
    const where = { submissionId: submission.id, createdAt: last.createdAt }
    const gone = await tx.settlement.findMany({ where, select: { id: true, agreedId: true } })
    if (!gone.some(({ id }) => id === lastId))
      return refused('Something else was settled or taken back meanwhile. Look again at what is settled.')
    await tx.settlement.deleteMany({ where })
    await tx.coding.deleteMany({ where: { id: { in: gone.flatMap(({ agreedId }) => agreedId ?? []) }, agreed: true } })
    await tell(tx, viewer, submission, 'settlement.undo', { undone: gone.length })
    return ok({ undone: gone.length })
  })
}

/** Settles the submission, once everything that the two coded is. */
export function settleSubmission(viewer: Viewer, reference: string): Promise<Result> {
  return settling(viewer, reference, async (tx, submission) => {
    const { compared } = await readComparison(tx, submission.id)
    if (compared.length > 0)
      return refused(`${compared.length === 1 ? 'One thing is' : `${compared.length} things are`} not settled yet.`)
    await moveTo(tx, viewer, submission, 'SETTLED')
    await tellLive(tx, { kind: 'progress', submissionId: submission.id, actorId: viewer.id, hidden: false })
    return ok()
  })
}

function settling<T>(
  viewer: Viewer,
  reference: string,
  deed: (tx: Transaction, submission: LockedSubmission) => Promise<Result<T>>,
): Promise<Result<T>> {
  return inTransaction(async tx => {
    const submission = await lockSubmission(tx, reference)
    if (!submission) return refused(noSuchSubmission)
    const refusal = await settlingRefusal(tx, viewer, submission)
    if (refusal) return refused(refusal)
    if (submission.stage === 'SETTLED')
      return refused('This submission is settled. Move it back to coded to change what is agreed.')
    return deed(tx, submission)
  })
}

class Refused extends Error {
  constructor(readonly result: { ok: false; message: string }) {
    super(result.message)
  }
}

/** A refusal half way through leaves nothing written. */
async function inTransaction<T>(deed: (tx: Transaction) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await db.$transaction(async tx => {
      const result = await deed(tx)
      if (!result.ok) throw new Refused(result)
      return result
    })
  } catch (error) {
    if (error instanceof Refused) return error.result
    throw error
  }
}

/** The codes that were used there and are not merged into others, which they cannot be until the transaction ends. */
async function holdCodes(tx: Transaction, submissionId: string): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT k."id" FROM "Code" k WHERE k."mergedIntoId" IS NULL AND k."id" IN (
      SELECT c."codeId" FROM "Coding" c WHERE c."submissionId" = ${submissionId}::uuid AND NOT c."agreed"
        AND c."removedAt" IS NULL AND c."lostAt" IS NULL)
    ORDER BY k."id" FOR SHARE OF k`
  return new Set(rows.map(({ id }) => id))
}

type Choice = { one: ComparedRow; choice: SettleChoice; at: Date; codes: Set<string> }

async function settle(
  tx: Transaction,
  viewer: Viewer,
  { id: submissionId }: LockedSubmission,
  { one, choice, at, codes }: Choice,
): Promise<Result> {
  const base: CodingRow | null = one.first ?? one.second
  const span = settledSpan(choice, one.first?.span ?? null, one.second?.span ?? null)
  let agreedId: string | null = null
  if (base && choice !== 'drop') {
    if (!codes.has(base.codeId))
      return refused('The codebook was changed in the same moment. Look again at what is left.')
    const coding = {
      submissionId,
      codeId: base.codeId,
      textVersionId: base.textVersionId,
      spanStart: span?.start ?? null,
      spanEnd: span?.end ?? null,
      agreed: true,
    }
    if (await tx.coding.findFirst({ where: { ...coding, ...standing }, select: { id: true } }))
      return refused('The same words are agreed with this code already. Drop this one, or choose other words.')
    agreedId = (await tx.coding.create({ data: { ...coding, personId: viewer.id }, select: { id: true } })).id
  }
  await tx.settlement.create({
    data: {
      submissionId,
      firstId: one.first?.id ?? null,
      secondId: one.second?.id ?? null,
      agreedId,
      leadId: viewer.id,
      createdAt: at,
    },
    select: { id: true },
  })
  return ok()
}

async function tell(
  tx: Transaction,
  actor: Viewer,
  { id, callId }: LockedSubmission,
  action: string,
  details: Record<string, number>,
): Promise<void> {
  await record(tx, { actor, action, thing: { kind: 'submission', id }, callId, details })
  await tellLive(tx, { kind: 'coding', submissionId: id, actorId: actor.id, hidden: false })
}

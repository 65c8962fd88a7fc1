import { record } from '@/lib/data/audit'
import { obeyChange } from '@/lib/data/consents'
import { whyNotCalled } from '@/lib/data/follow-ups'
import { lockSubmission, noSuchSubmission, type LockedSubmission } from '@/lib/data/live-submission'
import { tellLive } from '@/lib/data/live-events'
import { writeSearch } from '@/lib/data/submission-search'
import { db, type Transaction } from '@/lib/db'
import { closesFollowUp, nextCallProblem } from '@/lib/domain/follow-up'
import type { Attempt } from '@/lib/domain/follow-up-input'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { ok, refused, refusedAt, type Refusal, type Result } from '@/lib/result'
import type { Prisma } from '@/prisma/generated/client'

const barredWords = {
  consent: 'This respondent no longer wishes to be telephoned. Do not call them. Nothing was saved.',
  merged: 'This submission is merged into another. Call about that one. Nothing was saved.',
}

type FollowUpRow = { personId: string | null; nextAt: Date | null; closedAt: Date | null }
type Held = { submission: LockedSubmission; followUp: FollowUpRow | null }

/**
 * Does something to a follow-up, with its submission held: a withdrawal of the consent comes wholly before it, and is
 * then answered with a sentence, or wholly after it.
 */
function onFollowUp<T>(
  viewer: Viewer,
  reference: string,
  deed: (tx: Transaction, held: Held) => Promise<Result<T>>,
  doneBefore?: (tx: Transaction, submission: LockedSubmission) => Promise<Result<T> | null>,
): Promise<Result<T>> {
  return db.$transaction(async tx => {
    const submission = await lockSubmission(tx, reference)
    if (!submission || !may(viewer, 'followUp', submission)) return refused(noSuchSubmission)
    const before = await doneBefore?.(tx, submission)
    if (before) return before
    const barred = await whyNotCalled(tx, submission.id)
    if (barred) return refused(barredWords[barred])
    const followUp = await tx.followUp.findUnique({
      where: { submissionId: submission.id },
      select: { personId: true, nextAt: true, closedAt: true },
    })
    return deed(tx, { submission, followUp })
  })
}

type Change = { personId?: string | null; nextAt?: Date | null; closedAt?: Date | null }

async function change(tx: Transaction, { submission: { id } }: Held, data: Change): Promise<void> {
  await tx.followUp.upsert({
    where: { submissionId: id },
    create: { submissionId: id, ...data },
    update: { ...data, version: { increment: 1 } },
    select: { submissionId: true },
  })
}

function note(tx: Transaction, viewer: Viewer, { submission }: Held, action: string, details?: Prisma.InputJsonObject) {
  const thing = { kind: 'submission', id: submission.id }
  return record(tx, { actor: viewer, action, thing, callId: submission.callId, ...(details ? { details } : {}) })
}

/** Takes a follow-up, also from somebody who has it, or hands one's own back. `from` is who had it when it was looked at. */
export function takeFollowUp(
  viewer: Viewer,
  input: { reference: string; taken: boolean; from: string | null },
): Promise<Result> {
  return onFollowUp(viewer, input.reference, async (tx, held) => {
    const now = held.followUp?.personId ?? null
    if (now === (input.taken ? viewer.id : null)) return ok()
    if (now !== input.from) return refused(await whoHasIt(tx, now))
    if (!input.taken && now !== viewer.id) return refused('Somebody else has taken this call.')
    await change(tx, held, { personId: input.taken ? viewer.id : null })
    await note(tx, viewer, held, input.taken ? 'followUp.take' : 'followUp.handBack')
    return ok()
  })
}

async function whoHasIt(tx: Transaction, personId: string | null): Promise<string> {
  const person = personId ? await tx.person.findUnique({ where: { id: personId }, select: { name: true } }) : null
  return person ? `${person.name} has taken this call meanwhile.` : 'This call was handed back meanwhile.'
}

/**
 * Writes down a call that was tried, with its note as a text that is read and coded like an answer. Nobody's follow-up
 * becomes the caller's. Where they never want to be called again, their consent is a no from now on, and their number is
 * erased: what was noted stays. Sent again because the answer to the first sending was lost, it is written once.
 */
export function recordAttempt(viewer: Viewer, input: Attempt, now = new Date()): Promise<Result> {
  const write = async (tx: Transaction, held: Held) => {
    const problem = await timeProblem(tx, held, input, now)
    if (problem) return problem
    const { submission, followUp } = held
    const { outcome, calledAt, nextAt } = input
    const made = await tx.callAttempt.create({
      data: { id: input.id, submissionId: submission.id, personId: viewer.id, outcome, calledAt },
      select: { id: true },
    })
    if (input.note) await writeNote(tx, submission.id, { attemptId: made.id, body: input.note, number: 1 })
    const closedAt = closesFollowUp(outcome, nextAt) ? now : null
    await change(tx, held, { personId: followUp?.personId ?? viewer.id, nextAt, closedAt })
    await note(tx, viewer, held, 'followUp.attempt', { attemptId: made.id, outcome })
    await tellLive(tx, { kind: 'progress', submissionId: submission.id, actorId: viewer.id, hidden: false })
    return input.noMore === 'no' ? recordNo(tx, viewer, held) : ok()
  }
  return onFollowUp(viewer, input.reference, write, (tx, submission) => sentBefore(tx, viewer, submission.id, input))
}

/** What became of this call where it was written down before; what differs from then is not lost without a word. */
async function sentBefore(tx: Transaction, viewer: Viewer, submissionId: string, input: Attempt) {
  const made = await tx.callAttempt.findUnique({
    where: { id: input.id },
    select: { submissionId: true, personId: true, outcome: true, calledAt: true },
  })
  if (!made) return null
  if (made.submissionId !== submissionId || made.personId !== viewer.id) return refused(noSuchCall)
  const noted = await tx.textVersion.findFirst({
    where: { number: 1, text: { submissionId, kind: 'CALL_NOTE', field: input.id } },
    select: { body: true },
  })
  const same =
    made.outcome === input.outcome &&
    made.calledAt.getTime() === input.calledAt.getTime() &&
    (noted?.body ?? '') === input.note
  return same
    ? ok()
    : refused(
        'This call was written down already, as you entered it first. Load the page again: its note can be corrected below.',
      )
}

async function timeProblem(tx: Transaction, held: Held, input: Attempt, now: Date): Promise<Refusal | null> {
  if (held.followUp?.closedAt) return refused('This follow-up is closed. Reopen it first.')
  if (input.calledAt > now) return refusedAt('calledAt', 'The time of the call must not be in the future')
  const sent = await tx.submission.findUniqueOrThrow({
    where: { id: held.submission.id },
    select: { submittedAt: true },
  })
  // the field knows minutes, the sending knows more
  const minute = 60_000
  const since = Math.floor((sent.submittedAt?.getTime() ?? 0) / minute) * minute
  if (input.calledAt.getTime() < since)
    return refusedAt('calledAt', 'The time of the call must not be before the evidence was sent')
  const next = nextCallProblem(input.nextAt, now)
  return next ? refusedAt('nextAt', next) : null
}

async function recordNo(tx: Transaction, viewer: Viewer, { submission }: Held): Promise<Result> {
  const found = await tx.submission.findUniqueOrThrow({
    where: { id: submission.id },
    select: { formVersionId: true, answeredSteps: true },
  })
  const { id, callId } = submission
  const correcting = found.answeredSteps.length > 0
  const no = { kind: 'TELEPHONE', answer: 'NO', telephone: '', bestTimes: '' } as const
  const obeyed = await obeyChange(tx, { id, callId, formVersionId: found.formVersionId, correcting }, no, {
    actor: viewer,
    channel: 'telephone',
    recordedById: viewer.id,
  })
  if (!obeyed) throw new Error(`The call of ${id} is gone.`)
  return ok()
}

type Note = { attemptId: string; body: string; number: number }

async function writeNote(tx: Transaction, submissionId: string, { attemptId, body, number }: Note): Promise<void> {
  const key = { submissionId, kind: 'CALL_NOTE', field: attemptId } as const
  const text = await tx.text.upsert({
    where: { submissionId_kind_field: key },
    create: key,
    update: {},
    select: { id: true },
  })
  await tx.textVersion.create({ data: { textId: text.id, number, body }, select: { id: true } })
  await writeSearch(tx, submissionId)
}

/** Says when to call next, or that there is no date. */
export function planCall(
  viewer: Viewer,
  input: { reference: string; nextAt: Date | null },
  now = new Date(),
): Promise<Result> {
  return onFollowUp(viewer, input.reference, async (tx, held) => {
    if (held.followUp?.closedAt) return refused('This follow-up is closed. Reopen it first.')
    const problem = nextCallProblem(input.nextAt, now)
    if (problem) return refusedAt('nextAt', problem)
    if ((held.followUp?.nextAt?.getTime() ?? null) === (input.nextAt?.getTime() ?? null)) return ok()
    await change(tx, held, { nextAt: input.nextAt })
    await note(tx, viewer, held, 'followUp.plan')
    return ok()
  })
}

/** Closes a follow-up, or opens it again. Doing it twice changes nothing. */
export function closeFollowUp(viewer: Viewer, input: { reference: string; closed: boolean }): Promise<Result> {
  return onFollowUp(viewer, input.reference, async (tx, held) => {
    if (Boolean(held.followUp?.closedAt) === input.closed) return ok()
    await change(tx, held, input.closed ? { closedAt: new Date(), nextAt: null } : { closedAt: null })
    await note(tx, viewer, held, input.closed ? 'followUp.close' : 'followUp.reopen')
    return ok()
  })
}

const noSuchCall = 'There is no such call.'

/**
 * Rewrites one's own note of a call, as a new version, or adds one that was left out. Not once it may be cited: somebody
 * coded or commented on it, or two code the submission, who read it as it stood, which is answered without a word of
 * whether they coded it. It can be done after the consent was withdrawn: what was said stands.
 */
export function correctNote(
  viewer: Viewer,
  input: { reference: string; attemptId: string; version: number; note: string },
): Promise<Result> {
  return db.$transaction(async tx => {
    const submission = await lockSubmission(tx, input.reference)
    if (!submission || !may(viewer, 'followUp', submission)) return refused(noSuchCall)
    const attempt = await tx.callAttempt.findFirst({
      where: { id: input.attemptId, submissionId: submission.id, personId: viewer.id },
      select: { id: true },
    })
    if (!attempt) return refused(noSuchCall)
    const text = await tx.text.findFirst({
      where: { submissionId: submission.id, kind: 'CALL_NOTE', field: attempt.id },
      select: { id: true, versions: { select: { number: true, body: true }, orderBy: { number: 'desc' }, take: 1 } },
    })
    const last = text?.versions[0] ?? { number: 0, body: '' }
    if (last.number !== input.version)
      return refused('You have changed this note in another window. Load the page again.')
    if (last.body === input.note) return ok()
    const cited = text ? await whyCited(tx, submission.id, text.id) : null
    if (cited) return refused(cited)
    await writeNote(tx, submission.id, { attemptId: attempt.id, body: input.note, number: last.number + 1 })
    await note(tx, viewer, { submission, followUp: null }, 'followUp.note', {
      attemptId: attempt.id,
      version: last.number + 1,
    })
    await tellLive(tx, { kind: 'progress', submissionId: submission.id, actorId: viewer.id, hidden: false })
    return ok()
  })
}

async function whyCited(tx: Transaction, submissionId: string, textId: string): Promise<string | null> {
  const { doubleCodedAt, blind } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { doubleCodedAt: true, blind: true },
  })
  if (doubleCodedAt || blind) return 'This submission is coded by two people, so its notes stay as they read them.'
  const onIt = { textVersion: { textId } }
  if (await tx.coding.findFirst({ where: onIt, select: { id: true } }))
    return 'This note has been coded, so it stays as it was read. Add what is missing to the next call.'
  return (await tx.comment.findFirst({ where: onIt, select: { id: true } }))
    ? 'Somebody commented on this note, so it stays as it was read. Add what is missing to the next call.'
    : null
}

/** Hands back what somebody has taken and not closed: nobody is left waiting for who can no longer sign in. */
export async function handBackFollowUps(tx: Transaction, personId: string): Promise<void> {
  await tx.followUp.updateMany({
    where: { personId, closedAt: null },
    data: { personId: null, version: { increment: 1 } },
  })
}

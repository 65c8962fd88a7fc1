import { record, type Actor } from '@/lib/data/audit'
import { readCall } from '@/lib/data/calls'
import type { ConsentChannel } from '@/lib/data/consent-rows'
import { holdEvidence, noSuchEvidence, type HeldEvidence } from '@/lib/data/evidence-key'
import { currentForm, readFormVersion } from '@/lib/data/form-versions'
import { stopTelling } from '@/lib/data/outcome-mails'
import { releasesFollowConsent } from '@/lib/data/releases'
import { db, type Transaction } from '@/lib/db'
import { isNarrowed, wordingShown, type ConsentAnswer, type ConsentKind } from '@/lib/domain/consent'
import type { ConsentChange } from '@/lib/domain/consent-change'
import type { FormContent } from '@/lib/domain/form-version'
import { ok, refused, refusedAt, type Result } from '@/lib/result'

/** `readersSaw`: something that readers could see went with it. The caller then renews `galleryTag`. */
export type Obeyed = { readersSaw: boolean }

/**
 * Changes one consent or wish on the respondent's own page, and obeys it before it answers: a no to the telephone erases
 * the number and the times, less to publish takes back what rests on it. Can be done at any time, also after publication.
 */
export async function changeConsent(token: string, change: ConsentChange): Promise<Result<Obeyed>> {
  return db.$transaction(async tx => {
    const held = await holdEvidence(tx, token)
    if (!held) return refused(noSuchEvidence)
    const contact = await tx.contactDetails.findUnique({
      where: { submissionId: held.id },
      select: { email: true },
    })
    const wants = change.kind === 'TELL_OUTCOME' || change.kind === 'SHOW_BEFORE'
    if (wants && change.answer === 'YES' && !change.email && !contact?.email)
      return refusedAt('email', 'Enter an email address, so that we can write to you')
    const obeyed = await obeyChange(tx, held, change, { actor: 'respondent', channel: 'page' })
    return obeyed ? ok(obeyed) : refused(noSuchEvidence)
  })
}

type Held = Pick<HeldEvidence, 'id' | 'callId' | 'formVersionId' | 'correcting'>

/**
 * Puts a change in force in the caller's transaction, which holds the response: the answer, what rests on it and the
 * audit. `recordedById` is who of the staff wrote down what was said aloud. Null where the call has no form.
 */
export async function obeyChange(
  tx: Transaction,
  held: Held,
  change: ConsentChange,
  how: { actor: Actor; channel: ConsentChannel; recordedById?: string },
): Promise<Obeyed | null> {
  const form = await formOf(tx, held)
  if (!form) return null
  const { actor, ...recorded } = how
  const answers = await answersInForce(tx, held.id)
  const before = answers.get(change.kind) ?? null
  await supersede(tx, { submissionId: held.id, kind: change.kind, answer: change.answer, form, ...recorded })
  await keepContact(tx, held.id, change)
  if (change.kind === 'TELL_OUTCOME' && change.answer === 'NO') await stopTelling(tx, held.id)
  if (held.correcting) await changeOpenCorrection(tx, held.id, change)
  await record(tx, {
    actor,
    action: 'consent.change',
    thing: { kind: 'submission', id: held.id },
    callId: held.callId,
    details: { consent: change.kind, from: before, to: change.answer },
  })
  const narrowed = isNarrowed(change.kind, before, change.answer)
  return { readersSaw: narrowed && (await releasesFollowConsent(tx, held.id)) }
}

/** The form on which a response was given; the call's own where none was kept. */
export async function formOf(
  tx: Transaction,
  { formVersionId, callId }: Pick<HeldEvidence, 'formVersionId' | 'callId'>,
): Promise<FormContent | null> {
  if (formVersionId) return readFormVersion(formVersionId)
  const call = await readCall({ id: callId }, tx)
  return call && currentForm(call)
}

/** The answers in force, by their kinds. */
export async function answersInForce(tx: Transaction, submissionId: string): Promise<Map<ConsentKind, ConsentAnswer>> {
  const rows = await tx.consent.findMany({
    where: { submissionId, supersededAt: null },
    select: { kind: true, answer: true },
  })
  return new Map(rows.map(({ kind, answer }) => [kind, answer]))
}

type NewConsent = {
  submissionId: string
  kind: ConsentKind
  answer: ConsentAnswer
  form: FormContent
  channel: ConsentChannel
  recordedById?: string
}

/** Puts a new answer in force, in the words that were shown, and keeps the one before. */
export async function supersede(
  tx: Transaction,
  { submissionId, kind, answer, form, channel, recordedById }: NewConsent,
): Promise<void> {
  await tx.consent.updateMany({
    where: { submissionId, kind, supersededAt: null },
    data: { supersededAt: new Date() },
  })
  const wording = wordingShown(form.consents[kind], answer)
  await tx.consent.create({
    data: {
      submissionId,
      kind,
      answer,
      wording,
      wordingVersion: form.wordingVersion,
      channel,
      recordedById: recordedById ?? null,
    },
  })
}

/** The ways to reach somebody that a change brings, or takes away for good; null where it does neither. */
function contactAfter(change: ConsentChange) {
  if (change.kind === 'PUBLISH') return null
  if (change.kind !== 'TELEPHONE') return change.answer === 'YES' && change.email ? { email: change.email } : null
  if (change.answer === 'NO') return { telephone: null, bestTimes: null }
  return { telephone: change.telephone, bestTimes: change.bestTimes || null }
}

async function keepContact(tx: Transaction, submissionId: string, change: ConsentChange): Promise<void> {
  const details = contactAfter(change)
  if (!details) return
  await tx.contactDetails.upsert({
    where: { submissionId },
    create: { submissionId, ...details },
    update: details,
  })
  const nothing = { submissionId, name: null, email: null, telephone: null, bestTimes: null }
  await tx.contactDetails.deleteMany({ where: nothing })
}

/** What is open in the wizard follows: sending the correction must not bring back what was just refused. */
async function changeOpenCorrection(tx: Transaction, submissionId: string, change: ConsentChange): Promise<void> {
  const said: Record<string, string | string[]> = {}
  if (change.kind === 'PUBLISH') said.publish = change.answer
  if (change.kind === 'TELEPHONE') {
    const told = change.answer === 'YES'
    said.mayTelephone = change.answer
    said.telephone = told ? change.telephone : ''
    said.bestTimes = told ? change.bestTimes : ''
  }
  if (change.kind === 'TELL_OUTCOME' || change.kind === 'SHOW_BEFORE') {
    const answers = await answersInForce(tx, submissionId)
    said.wishes = (['TELL_OUTCOME', 'SHOW_BEFORE'] as const).filter(wish => answers.get(wish) === 'YES')
    if (change.email) said.email = change.email
  }
  for (const [field, value] of Object.entries(said)) {
    await tx.draftAnswer.upsert({
      where: { submissionId_field: { submissionId, field } },
      create: { submissionId, field, value },
      update: { value, version: { increment: 1 }, writer: '', savedAt: new Date() },
    })
  }
}

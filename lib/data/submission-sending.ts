import { record, type Actor } from '@/lib/data/audit'
import { readCall, readCallInBrief, type CallInBrief } from '@/lib/data/calls'
import { consentRows, type ConsentChannel } from '@/lib/data/consent-rows'
import { sendCorrection } from '@/lib/data/corrections'
import type { DraftRefusal } from '@/lib/data/drafts'
import { currentForm, readFormVersion } from '@/lib/data/form-versions'
import { mayBeMailed, queueMail } from '@/lib/data/mail-queue'
import { hashOfToken, issueKey } from '@/lib/data/private-keys'
import { takeTurn, type Limit } from '@/lib/data/rate-limit'
import { writeLanguage } from '@/lib/data/submission-language'
import { textHashOf, writeAnswers } from '@/lib/data/submission-record'
import { writeSearch } from '@/lib/data/submission-search'
import { db, type Transaction } from '@/lib/db'
import { callState, mayCorrect, takesAnswers } from '@/lib/domain/call'
import { readAnswers, readKept, wholeAnswers } from '@/lib/domain/draft-answers'
import type { FormContent } from '@/lib/domain/form-version'
import { newReference } from '@/lib/domain/reference'
import { isHeldBack, suspicionsOf } from '@/lib/domain/spam'
import type { AllAnswers } from '@/lib/domain/steps'
import { mayBecome, type Status } from '@/lib/domain/submission'
import { composeReceipt } from '@/lib/mail/receipt'
import { Prisma } from '@/prisma/generated/client'

/**
 * `key` opens the respondent's own page: it is made for this answer and kept nowhere. Null where it was sent some time
 * ago: the cookie of a shared machine must not open what its writer has left.
 */
type Sent = { ok: true; value: { reference: string; key: string | null; corrected: boolean } } | DraftRefusal

/** How long sending again counts as a second press of the button, whose first answer may have been lost. */
const secondPress = 10 * 60_000

/** Responses that one network may send before it counts as a crowd. */
export const sendings: Limit = { name: 'send-evidence', most: 40, minutes: 60 }

/**
 * Sends the draft of a token: all of it in one transaction, or nothing. Doing it again, at the same moment too, answers
 * the same reference and changes nothing; what is open for a correction is corrected. Refuses with `incomplete` while a
 * step is unanswered, and with `closed` by the call's times as they stand in this transaction.
 */
export async function sendEvidence(
  token: string | null,
  network: string,
  reference: () => string = newReference,
): Promise<Sent> {
  const hash = hashOfToken(token)
  if (!hash) return { ok: false, message: 'noDraft' }
  const { given } = await takeTurn(sendings, network)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(tx => send(tx, hash, { reference: reference(), crowded: !given }))
    } catch (error) {
      // the reference is taken: another one has to be found, and a transaction that failed cannot go on
      const taken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
      if (!taken || attempt === 5) throw error
    }
  }
}

type Chosen = { reference: string; crowded: boolean }

async function send(tx: Transaction, hash: string, chosen: Chosen): Promise<Sent> {
  // whoever comes second waits here and then reads what the first one did
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM "PrivateKey" k JOIN "Submission" s ON s."id" = k."submissionId"
    WHERE k."tokenHash" = ${hash} AND k."kind" = 'BROWSER' AND k."replacedAt" IS NULL AND k."expiresAt" > now()
    FOR UPDATE OF s`
  const draft = found ? await readDraft(tx, found.id) : null
  if (!draft || draft.status === 'WITHDRAWN') return { ok: false, message: 'noDraft' }
  if (draft.status !== 'DRAFT' && draft.answeredSteps.length === 0) return sentBefore(tx, draft)
  const call = await readCallInBrief({ id: draft.callId }, tx)
  const now = new Date()
  if (!call) return { ok: false, message: 'noDraft' }
  if (draft.status !== 'DRAFT') {
    if (!mayCorrect(call, now)) return { ok: false, message: 'analysed' }
    if (!draft.whole) return { ok: false, message: 'incomplete' }
    await sendCorrection(tx, draft.id, draft.whole)
    return sent(tx, draft, true)
  }
  if (!takesAnswers(call, draft, now))
    return { ok: false, message: callState(call, now) === 'notOpen' ? 'notOpen' : 'closed' }
  if (!draft.whole) return { ok: false, message: 'incomplete' }
  await sendWhole(tx, { ...draft, whole: draft.whole }, call, {
    ...chosen,
    channel: 'form',
    actor: 'respondent',
  })
  return sent(tx, { id: draft.id, reference: chosen.reference }, false)
}

async function sentBefore(tx: Transaction, draft: DraftRow) {
  const since = Date.now() - (draft.submittedAt?.getTime() ?? 0)
  if (since < secondPress) return sent(tx, draft, false)
  return { ok: true, value: { reference: draft.reference ?? '', key: null, corrected: false } } as const
}

async function sent(tx: Transaction, { id, reference }: { id: string; reference: string | null }, corrected: boolean) {
  const key = await issueKey(tx, id, 'EVIDENCE')
  return { ok: true, value: { reference: reference ?? '', key, corrected } } as const
}

type DraftRow = {
  id: string
  callId: string
  status: Status
  reference: string | null
  createdAt: Date
  submittedAt: Date | null
  answeredSteps: string[]
  quarantineReasons: string[]
  channel: string
  form: FormContent | null
  /** All of its answers, or null while one is missing or is not to be chosen on its form. */
  whole: AllAnswers | null
}

async function readDraft(tx: Transaction, id: string): Promise<DraftRow | null> {
  const draft = await tx.submission.findUnique({
    where: { id },
    select: {
      id: true,
      callId: true,
      status: true,
      reference: true,
      createdAt: true,
      submittedAt: true,
      answeredSteps: true,
      quarantineReasons: true,
      channel: true,
      formVersionId: true,
      draftAnswers: { select: { field: true, value: true, version: true, savedAt: true } },
    },
  })
  if (!draft) return null
  const { formVersionId, draftAnswers, ...row } = draft
  const form = formVersionId ? await readFormVersion(formVersionId) : null
  return { ...row, form, whole: wholeAnswers(readAnswers(readKept(draftAnswers), draft.answeredSteps, form)) }
}

type Sending = {
  reference: string
  channel: ConsentChannel
  actor: Actor
  /** Who of the staff wrote down what was said or written. */
  recordedById?: string
  crowded?: boolean
}

/**
 * Sends a draft that staff entered, in the caller's transaction: the same rows as by the form, with who recorded its
 * consents. Nobody is suspected of being a machine. Refuses with `incomplete` while a step is unanswered.
 */
export async function sendDraft(
  tx: Transaction,
  submissionId: string,
  sending: Omit<Sending, 'reference' | 'crowded'> & { channel: Exclude<ConsentChannel, 'page'> },
): Promise<{ ok: true; value: { reference: string } } | DraftRefusal> {
  await tx.$queryRaw`SELECT 1 FROM "Submission" WHERE "id" = ${submissionId}::uuid FOR UPDATE`
  const draft = await readDraft(tx, submissionId)
  if (!draft || !mayBecome(draft.status, 'SUBMITTED')) return { ok: false, message: 'sent' }
  const call = await readCallInBrief({ id: draft.callId }, tx)
  if (!call || !draft.whole) return { ok: false, message: 'incomplete' }
  const reference = newReference()
  await sendWhole(tx, { ...draft, whole: draft.whole }, call, { ...sending, reference })
  return { ok: true, value: { reference } }
}

type WholeDraft = DraftRow & { whole: AllAnswers }

async function sendWhole(tx: Transaction, draft: WholeDraft, call: CallInBrief, sending: Sending): Promise<void> {
  const { id, whole: answers } = draft
  const form = draft.form ?? (await formNow(tx, call.id))
  const sentAt = new Date()
  const suspected = suspectedOf(draft, sending, sentAt)
  const status = isHeldBack(suspected) ? 'QUARANTINED' : 'SUBMITTED'
  await writeAnswers(tx, id, answers, {
    status,
    reference: sending.reference,
    submittedAt: sentAt,
    // what came by mail and was completed in the form still came by mail
    channel: draft.channel === 'form' && sending.channel !== 'page' ? sending.channel : draft.channel,
    quarantineReasons: suspected,
    textHash: textHashOf(answers),
    answeredSteps: [],
  })
  await tx.consent.createMany({ data: consentRows(id, answers.contact, form, sending) })
  await tx.draftAnswer.deleteMany({ where: { submissionId: id } })
  await writeSearch(tx, id)
  await writeLanguage(tx, id)
  const deed = { actor: sending.actor, thing: { kind: 'submission', id }, callId: call.id }
  await record(tx, { ...deed, action: 'submission.send' })
  if (status === 'QUARANTINED') await record(tx, { ...deed, actor: 'portal', action: 'submission.quarantine' })
  await queueReceipt(tx, id, { answers, call, reference: sending.reference })
}

/** The form of what is older than the keeping of forms: the one that its call shows now. */
async function formNow(tx: Transaction, callId: string): Promise<FormContent> {
  const call = await readCall({ id: callId }, tx)
  if (!call) throw new Error('A draft has no call.')
  return currentForm(call)
}

function suspectedOf(draft: WholeDraft, { channel, crowded = false }: Sending, sentAt: Date) {
  if (channel !== 'form') return []
  const { story, example, organisation } = draft.whole
  const texts = [story.whatHappened, story.difference, story.learned, example.title, organisation.organisationName]
  const trapped = draft.quarantineReasons.includes('trap')
  return suspicionsOf({ trapped, begunAt: draft.createdAt, sentAt, texts, crowded })
}

type Receipt = { answers: AllAnswers; call: CallInBrief; reference: string }

async function queueReceipt(tx: Transaction, id: string, { answers, call, reference }: Receipt): Promise<void> {
  const { email, mayTelephone } = answers.contact
  if (!email || !(await mayBeMailed(tx, email))) return
  const receipt = composeReceipt({
    reference,
    title: answers.example.title,
    callName: call.name,
    partners: call.partners.map(partner => partner.name),
    reportExpected: call.reportExpected,
    contactEmail: call.contactEmail,
    mayTelephone: mayTelephone === 'YES',
  })
  const mail = { key: `receipt:${id}`, submissionId: id, toAddress: email, linkKind: 'EVIDENCE' as const }
  await queueMail(tx, { ...mail, ...receipt })
}

import { record } from '@/lib/data/audit'
import { carryOver } from '@/lib/data/carry-over'
import { readCall } from '@/lib/data/calls'
import { consentAnswers } from '@/lib/data/consent-rows'
import { answersInForce, formOf, supersede, type Obeyed } from '@/lib/data/consents'
import { queueDocuments } from '@/lib/data/document-texts'
import { holdEvidence, noSuchEvidence } from '@/lib/data/evidence-key'
import { removeStored, restoreFiles } from '@/lib/data/files'
import { queueMail } from '@/lib/data/mail-queue'
import { stopTelling } from '@/lib/data/outcome-mails'
import { issueKey } from '@/lib/data/private-keys'
import { releasesFollowConsent } from '@/lib/data/releases'
import { addRevision, keepFirstRevision, readRevision } from '@/lib/data/revisions'
import { writeLanguage } from '@/lib/data/submission-language'
import { columnsOf, textHashOf, writeChoices, writeContact } from '@/lib/data/submission-record'
import { writeSearch } from '@/lib/data/submission-search'
import { db, type Transaction } from '@/lib/db'
import { mayCorrect } from '@/lib/domain/call'
import { consentKinds, isNarrowed } from '@/lib/domain/consent'
import { differences, type RevisionContent } from '@/lib/domain/revision'
import { isStepField } from '@/lib/domain/step-form'
import { noPrompt, stepNames, wishes, type FieldName } from '@/lib/domain/step-fields'
import type { AllAnswers } from '@/lib/domain/steps'
import { answerFields } from '@/lib/domain/submission'
import { ok, refused, type Result } from '@/lib/result'
import { composeCorrected } from '@/lib/mail/evidence-mails'

/** Opens what was sent in the wizard, and answers the key with which this browser works on it. */
export async function openCorrection(token: string): Promise<Result<{ browserToken: string }>> {
  return db.$transaction(async tx => {
    const held = await holdEvidence(tx, token)
    const call = held && (await readCall({ id: held.callId }, tx))
    if (!held || !call) return refused(noSuchEvidence)
    if (!mayCorrect(call, new Date()))
      return refused('The analysis has begun, so this can no longer be corrected here. Write to us instead.')
    if (!held.correcting) await beginCorrection(tx, held.id)
    // other browsers that it was written in may be anybody's by now
    return ok({ browserToken: await issueKey(tx, held.id, 'BROWSER', { replaceOthers: true }) })
  })
}

/** Fills the draft of a response with all that stands, so that the wizard shows it with every step answered. */
export async function beginCorrection(tx: Transaction, submissionId: string): Promise<void> {
  await keepFirstRevision(tx, submissionId)
  const answers = await answersThatStand(tx, submissionId)
  const data = Object.entries(answers).flatMap(([field, value]) =>
    isStepField(field) ? [{ submissionId, field, value }] : [],
  )
  await tx.draftAnswer.deleteMany({ where: { submissionId } })
  await tx.draftAnswer.createMany({ data })
  await tx.submission.update({
    where: { id: submissionId },
    data: { answeredSteps: [...stepNames] },
    select: { id: true },
  })
}

/** Lets go of a correction that was begun and not sent: its files, too, stand again as they were sent. */
export async function dropCorrection(token: string): Promise<Result> {
  let storageKeys: string[] = []
  const result = await db.$transaction(async tx => {
    const held = await holdEvidence(tx, token)
    if (!held) return refused(noSuchEvidence)
    if (!held.correcting) return ok()
    await closeDraft(tx, held.id)
    storageKeys = await restoreFiles(tx, held.id)
    return ok()
  })
  await removeStored(storageKeys)
  return result
}

async function answersThatStand(tx: Transaction, id: string): Promise<Record<FieldName, string | string[]>> {
  const content = await readRevision(tx, id)
  const contact = await tx.contactDetails.findUnique({ where: { submissionId: id } })
  const consents = await answersInForce(tx, id)
  const texts = await textsThatStand(tx, id)
  const { texts: _texts, files: _files, submittedAt: _at, ...said } = content
  return {
    ...said,
    prompts: content.prompts.length > 0 ? content.prompts : [noPrompt],
    whatHappened: texts.get('whatHappened')?.body ?? '',
    difference: texts.get('difference')?.body ?? '',
    learned: texts.get('learned')?.body ?? '',
    contactName: contact?.name ?? '',
    email: contact?.email ?? '',
    mayTelephone: consents.get('TELEPHONE') ?? '',
    telephone: contact?.telephone ?? '',
    bestTimes: contact?.bestTimes ?? '',
    publish: consents.get('PUBLISH') ?? '',
    wishes: wishes.filter(wish => consents.get(wish) === 'YES'),
  }
}

async function textsThatStand(tx: Transaction, submissionId: string) {
  const rows = await tx.text.findMany({
    where: { submissionId, kind: 'ANSWER' },
    select: {
      id: true,
      field: true,
      versions: { select: { number: true, body: true }, orderBy: { number: 'desc' }, take: 1 },
    },
  })
  return new Map(
    rows.map(({ id, field, versions: [last] }) => [field, { id, body: last?.body ?? '', number: last?.number ?? 0 }]),
  )
}

/**
 * Puts corrected answers in the place of those that stood, in the caller's transaction, which holds the response. Each
 * text that changed gets a new version, to which codings are carried over unless it is settled; consents that changed are written anew; what rests on a
 * name or a consent that changed is taken back from readers. Nothing but the draft changes where nothing was corrected.
 */
export async function sendCorrection(tx: Transaction, submissionId: string, answers: AllAnswers): Promise<Obeyed> {
  const held = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { callId: true, formVersionId: true, stage: true, reference: true, correctedSettled: true },
  })
  const form = await formOf(tx, held)
  if (!form) throw new Error(`The call of ${submissionId} is gone.`)
  const { number: last, content: before } = await keepFirstRevision(tx, submissionId)
  const number = last + 1
  await tx.submission.update({
    where: { id: submissionId },
    data: { ...columnsOf(answers), textHash: textHashOf(answers) },
    select: { id: true },
  })
  await replaceChoices(tx, submissionId, answers)
  await writeVersions(tx, submissionId, answers)
  const details = await replaceContact(tx, submissionId, answers)
  const consents = await replaceConsents(tx, submissionId, { answers, form })
  await closeDraft(tx, submissionId)
  await queueDocuments(tx, submissionId)

  const { submittedAt: _, ...after } = await readRevision(tx, submissionId)
  const changed = differences(before, after).map(({ field }) => field)
  if (changed.length === 0 && !details && consents.changed.length === 0) return { readersSaw: false }
  const settled = held.stage === 'SETTLED' && changed.length > 0
  if (changed.length > 0) {
    await addRevision(tx, submissionId, number)
    await tx.submission.update({
      where: { id: submissionId },
      data: { correctedAt: new Date(), correctedSettled: held.correctedSettled || settled },
      select: { id: true },
    })
    await writeSearch(tx, submissionId)
    if (!settled) await carryOver(tx, submissionId)
    await writeLanguage(tx, submissionId)
  }
  await record(tx, {
    actor: 'respondent',
    action: 'submission.correct',
    thing: { kind: 'submission', id: submissionId },
    callId: held.callId,
    details: { revision: changed.length > 0 ? number : last, fields: changed, consents: consents.changed },
  })
  await tell(tx, { id: submissionId, callId: held.callId, reference: held.reference ?? '' }, { answers, settled })
  if (!consents.narrowed && !isRenamed(before, after)) return { readersSaw: false }
  return { readersSaw: await releasesFollowConsent(tx, submissionId) }
}

/** What readers are told of the organisation rests on these. */
function isRenamed(before: RevisionContent, after: RevisionContent): boolean {
  return before.organisationName !== after.organisationName || before.practiceOf !== after.practiceOf
}

async function closeDraft(tx: Transaction, submissionId: string): Promise<void> {
  await tx.draftAnswer.deleteMany({ where: { submissionId } })
  await tx.submission.update({ where: { id: submissionId }, data: { answeredSteps: [] }, select: { id: true } })
}

async function replaceChoices(tx: Transaction, submissionId: string, answers: AllAnswers): Promise<void> {
  await tx.submissionPlace.deleteMany({ where: { submissionId } })
  await tx.submissionPrompt.deleteMany({ where: { submissionId } })
  await tx.submissionLink.deleteMany({ where: { submissionId } })
  await writeChoices(tx, submissionId, answers)
}

async function writeVersions(tx: Transaction, submissionId: string, { story }: AllAnswers): Promise<void> {
  const standing = await textsThatStand(tx, submissionId)
  for (const field of answerFields) {
    const body = story[field]
    const text = standing.get(field)
    if (text && text.body !== body)
      await tx.textVersion.create({ data: { textId: text.id, number: text.number + 1, body } })
    if (!text && body)
      await tx.text.create({
        data: { submissionId, kind: 'ANSWER', field, versions: { create: { number: 1, body } } },
        select: { id: true },
      })
  }
}

/** Whether anything of it changed. */
async function replaceContact(tx: Transaction, submissionId: string, answers: AllAnswers): Promise<boolean> {
  const before = await tx.contactDetails.findUnique({ where: { submissionId } })
  await tx.contactDetails.deleteMany({ where: { submissionId } })
  await writeContact(tx, submissionId, answers)
  const after = await tx.contactDetails.findUnique({ where: { submissionId } })
  return JSON.stringify(before) !== JSON.stringify(after)
}

type Wanted = { answers: AllAnswers; form: Parameters<typeof supersede>[1]['form'] }

async function replaceConsents(tx: Transaction, submissionId: string, { answers, form }: Wanted) {
  const before = await answersInForce(tx, submissionId)
  const given = consentAnswers(answers.contact)
  const changed = consentKinds.filter(kind => before.get(kind) !== given[kind])
  for (const kind of changed) await supersede(tx, { submissionId, kind, answer: given[kind], form, channel: 'page' })
  if (changed.includes('TELL_OUTCOME') && given.TELL_OUTCOME === 'NO') await stopTelling(tx, submissionId)
  const narrowed = changed.some(kind => isNarrowed(kind, before.get(kind) ?? null, given[kind]))
  return { changed, narrowed }
}

type Corrected = { id: string; callId: string; reference: string }

async function tell(
  tx: Transaction,
  { id, callId, reference }: Corrected,
  { answers, settled }: { answers: AllAnswers; settled: boolean },
): Promise<void> {
  const { email } = answers.contact
  const call = await readCall({ id: callId }, tx)
  if (!email || !call) return
  const times = await tx.auditEntry.count({
    where: { thingKind: 'submission', thingId: id, action: 'submission.correct' },
  })
  const mail = composeCorrected({ reference, callName: call.name, contactEmail: call.contactEmail, settled })
  await queueMail(tx, {
    key: `corrected:${id}:${times}`,
    submissionId: id,
    toAddress: email,
    linkKind: 'EVIDENCE',
    ...mail,
  })
}

import { record } from '@/lib/data/audit'
import { readCall } from '@/lib/data/calls'
import { formVersionFor, readFormVersion } from '@/lib/data/form-versions'
import { countNotTaken, discard, isAnsweredBySender, senderAnswers, staffWriter } from '@/lib/data/intake'
import { sendDraft } from '@/lib/data/submission-sending'
import { db, type Transaction } from '@/lib/db'
import { everythingKept, filledForm, readKept, unknownChoices } from '@/lib/domain/draft-answers'
import { storable } from '@/lib/domain/draft-save'
import type { FormContent } from '@/lib/domain/form-version'
import type { IntakeChannel, Taken } from '@/lib/domain/intake'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { isList, isStepField, stepFields, type FormValues } from '@/lib/domain/step-form'
import { stepNames, type FieldName, type StepName } from '@/lib/domain/step-fields'
import { steps } from '@/lib/domain/steps'
import { conflicted, ok, refused, type Conflict, type Result } from '@/lib/result'

/** A response that staff enter, as the list of the inbox shows it. Times are ISO strings. */
export type EntryRow = {
  id: string
  channel: IntakeChannel
  title: string
  organisationName: string
  takenBy: string
  updatedAt: string
}

/** The same with all that it holds, as it was typed, and the form that it is entered on. */
export type EntryView = {
  id: string
  channel: IntakeChannel
  takenBy: string
  takenAt: string
  takenNote: string
  values: FormValues
  /** Raised by whatever changes it, also by the sender of a mail who completes it. */
  version: number
  form: FormContent
  files: { id: string; name: string; bytes: number }[]
  /** The mail that it was made of. */
  mailId: string | null
  /** Attachments of that mail that the response has not: they were not taken, or are more than a response can have. */
  filesLeft: number
  /** When a private link was sent to its sender. */
  linkSentAt: string | null
}

const noSuchEntry = 'There is no such response. It may have been sent or discarded.'
const entries = { status: 'DRAFT', channel: { not: 'form' } } as const

function asChannel(channel: string): IntakeChannel {
  return channel === 'paper' || channel === 'email' ? channel : 'telephone'
}

/** The responses of a call that are being entered, the newest first; null for those who enter none. */
export async function listEntries(viewer: Viewer, callId: string): Promise<EntryRow[] | null> {
  if (!may(viewer, 'workIntake')) return null
  const rows = await db.submission.findMany({
    where: { callId, ...entries },
    orderBy: { id: 'desc' },
    take: 100,
    select: {
      id: true,
      channel: true,
      updatedAt: true,
      takenBy: { select: { name: true } },
      draftAnswers: { where: { field: { in: ['title', 'organisationName'] } }, select: { field: true, value: true } },
    },
  })
  return rows.map(({ id, channel, updatedAt, takenBy, draftAnswers }) => {
    const text = (field: string) => {
      const value = draftAnswers.find(answer => answer.field === field)?.value
      return typeof value === 'string' ? value : ''
    }
    return {
      id,
      channel: asChannel(channel),
      title: text('title'),
      organisationName: text('organisationName'),
      takenBy: takenBy?.name ?? '',
      updatedAt: updatedAt.toISOString(),
    }
  })
}

/** Begins to enter what somebody says or wrote; answers its id. */
export async function beginEntry(viewer: Viewer, channel: IntakeChannel): Promise<Result<{ id: string }>> {
  if (!may(viewer, 'workIntake')) return refused('Only researchers can enter a response.')
  const call = await readCall({ isCurrent: true })
  if (!call) return refused('There is no call to which it could belong.')
  const formVersionId = await formVersionFor(call)
  const { noticeVersion } = await readFormVersion(formVersionId)
  return db.$transaction(async tx => {
    const data = { callId: call.id, channel, formVersionId, noticeVersion, takenById: viewer.id, takenAt: new Date() }
    const { id } = await tx.submission.create({ data: { ...data, answeredSteps: [] }, select: { id: true } })
    await record(tx, { actor: viewer, action: 'intake.begin', thing: { kind: 'submission', id }, callId: call.id })
    return ok({ id })
  })
}

/** One response that is being entered; null where there is none or the viewer enters none. A look at contact details is written down. */
export async function getEntry(viewer: Viewer, id: string): Promise<EntryView | null> {
  if (!may(viewer, 'workIntake')) return null
  const entry = await readEntry(db, id)
  if (entry && contactFields.some(field => entry.kept[field]?.value)) {
    const thing = { kind: 'submission', id }
    await record(db, { actor: viewer, action: 'contact.read', thing, callId: entry.callId })
  }
  return entry && entry.view
}

const contactFields = ['contactName', 'email', 'telephone', 'bestTimes'] as const

async function readEntry(using: Transaction, id: string) {
  const entry = await using.submission.findFirst({
    where: { id, ...entries },
    select: {
      callId: true,
      channel: true,
      version: true,
      takenAt: true,
      takenNote: true,
      formVersionId: true,
      createdAt: true,
      takenBy: { select: { name: true } },
      draftAnswers: { select: { field: true, value: true, version: true, savedAt: true } },
      files: {
        where: { removedAt: null },
        select: { id: true, name: true, bytes: true },
        orderBy: { position: 'asc' },
      },
      incoming: { select: { id: true, _count: { select: { files: { where: { submissionId: null } } } } }, take: 1 },
      mails: { where: { linkKind: 'RESUME' }, select: { createdAt: true }, orderBy: { id: 'desc' }, take: 1 },
    },
  })
  if (!entry?.formVersionId) return null
  const kept = readKept(entry.draftAnswers)
  const [mail] = entry.incoming
  const view: EntryView = {
    id,
    channel: asChannel(entry.channel),
    takenBy: entry.takenBy?.name ?? '',
    takenAt: (entry.takenAt ?? entry.createdAt).toISOString(),
    takenNote: entry.takenNote,
    values: Object.assign({}, ...Object.values(everythingKept(kept))) as FormValues,
    version: entry.version + entry.draftAnswers.reduce((sum, answer) => sum + answer.version, 0),
    form: await readFormVersion(entry.formVersionId),
    files: entry.files,
    mailId: mail?.id ?? null,
    filesLeft: mail ? mail._count.files + (await countNotTaken(using, mail.id)) : 0,
    linkSentAt: entry.mails[0]?.createdAt.toISOString() ?? null,
  }
  return { view, kept, callId: entry.callId }
}

type Posted = Taken & { id: string; version: number; channel: IntakeChannel; values: FormValues }

/** What is wrong with each field, as `FieldError`s, in the words that the page gives them. */
type Problems = Partial<Record<FieldName, string>>

/**
 * Keeps a response as it stands on the page, finished or not. Where somebody else changed it since `version` was read,
 * nothing is written and both are shown. Answers what would still have to be done before it is sent.
 */
export function saveEntry(viewer: Viewer, posted: Posted): Promise<Result<{ version: number; problems: Problems }>> {
  return db.$transaction(async tx => {
    const found = await lockEntry(tx, viewer, posted.id)
    if (!found) return refused(noSuchEntry)
    if (found.view.version !== posted.version)
      return conflicted('Somebody else changed this while you were working.', differences(found.view, posted))
    await write(tx, viewer, posted, found)
    const after = await readEntry(tx, posted.id)
    if (!after) return refused(noSuchEntry)
    return ok({ version: after.view.version, problems: problemsOf(after.kept, after.view.form) })
  })
}

/** Sends a response that was entered, once nothing is missing and unless its sender is answering it; answers its reference. */
export function sendEntry(viewer: Viewer, id: string): Promise<Result<{ reference: string }>> {
  return db.$transaction(async tx => {
    const found = await lockEntry(tx, viewer, id)
    if (!found) return refused(noSuchEntry)
    if (await isAnsweredBySender(tx, id)) return refused(senderAnswers)
    const { channel } = found.view
    const sent = await sendDraft(tx, id, { channel, actor: viewer, recordedById: viewer.id })
    if (!sent.ok) return refused('Some answers are still missing, so it was not sent.')
    await tx.submission.update({ where: { id }, data: { channel, version: 1 } })
    return ok({ reference: sent.value.reference })
  })
}

/** Throws away a response that was being entered. One made of a mail goes back to the inbox by `putBack`. */
export function discardEntry(viewer: Viewer, id: string): Promise<Result> {
  return db.$transaction(async tx => {
    const found = await lockEntry(tx, viewer, id)
    const discarded = found && (await discard(tx, id))
    if (discarded === 'answering') return refused(senderAnswers)
    if (!found || discarded !== 'discarded') return refused(noSuchEntry)
    const { mailId } = found.view
    if (mailId) await tx.incomingMail.update({ where: { id: mailId }, data: { status: 'NEW' } })
    const thing = { kind: 'submission', id }
    await record(tx, { actor: viewer, action: 'intake.discard', thing, callId: found.callId })
    return ok()
  })
}

async function lockEntry(tx: Transaction, viewer: Viewer, id: string) {
  if (!may(viewer, 'workIntake')) return null
  await tx.$queryRaw`SELECT 1 FROM "Submission" WHERE "id" = ${id}::uuid FOR UPDATE`
  return readEntry(tx, id)
}

type Found = NonNullable<Awaited<ReturnType<typeof readEntry>>>

async function write(tx: Transaction, viewer: Viewer, posted: Posted, { kept, view, callId }: Found): Promise<void> {
  const { id, channel, takenAt, takenNote } = posted
  const rows = stepNames
    .flatMap(stepFields)
    .map(field => ({ field, value: tidy(field, posted.values[field]), before: kept[field] }))
    .filter(
      ({ value, before }) =>
        JSON.stringify(value) !== JSON.stringify(before?.value ?? (Array.isArray(value) ? [] : '')),
    )
  for (const { field, value, before } of rows)
    await tx.draftAnswer.upsert({
      where: { submissionId_field: { submissionId: id, field } },
      create: { submissionId: id, field, value, writer: staffWriter },
      update: { value, version: (before?.version ?? 0) + 1, writer: staffWriter, savedAt: new Date() },
    })
  const now = readKept(rows.map(({ field, value, before }) => ({ field, value, version: before?.version ?? 0, savedAt: new Date() }))) // prettier-ignore
  const answeredSteps = stepNames.filter(step => passes(step, { ...kept, ...now }))
  const changed = rows.length > 0 || takenNote !== view.takenNote || channel !== view.channel
  await tx.submission.update({
    where: { id },
    data: { channel, takenAt, takenNote, answeredSteps, ...(changed ? { version: { increment: 1 } } : {}) },
  })
  if (!changed) return
  // names of fields, not what stands in them
  const details = { fields: rows.map(({ field }) => field) }
  await record(tx, { actor: viewer, action: 'intake.save', thing: { kind: 'submission', id }, callId, details })
}

function tidy(field: FieldName, value: string | string[] | undefined): string | string[] {
  if (!isList(field)) return typeof value === 'string' ? storable(value).slice(0, 60_000) : ''
  return Array.isArray(value) ? value.slice(0, 100).map(each => storable(each).slice(0, 4_000)) : []
}

function passes(step: StepName, kept: Found['kept']): boolean {
  return steps[step].safeParse(filledForm(step, kept)).success
}

function problemsOf(kept: Found['kept'], form: FormContent): Problems {
  const problems: Problems = {}
  for (const step of stepNames) {
    const parsed = steps[step].safeParse(filledForm(step, kept))
    if (parsed.success) Object.assign(problems, unknownChoices({ [step]: parsed.data }, form))
    for (const { path, message } of parsed.error?.issues ?? []) {
      const [field] = path
      if (typeof field === 'string' && isStepField(field)) problems[field] ??= message
    }
  }
  return problems
}

function differences(theirs: EntryView, yours: Posted): Conflict {
  const shown = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(', ') : (value ?? ''))
  const changes = stepNames
    .flatMap(stepFields)
    .map(field => ({ label: field, theirs: shown(theirs.values[field]), yours: shown(yours.values[field]) }))
    .filter(pair => pair.theirs !== pair.yours)
  return { version: theirs.version, changes }
}

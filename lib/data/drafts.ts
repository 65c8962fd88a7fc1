import { createHash, randomBytes } from 'node:crypto'

import { record } from '@/lib/data/audit'
import { readCall } from '@/lib/data/calls'
import { db, type Transaction } from '@/lib/db'
import { callState, takesAnswers } from '@/lib/domain/call'
import { noticeVersion } from '@/lib/domain/consent'
import { readAnswers, stillOffered, unknownChoices } from '@/lib/domain/draft-answers'
import { firstUnanswered, type WizardStep } from '@/lib/domain/step-order'
import { steps, type AllAnswers, type StepName } from '@/lib/domain/steps'
import type { Prisma } from '@/prisma/generated/client'

/** Why an answer or a sending is refused: a key of the catalogue, `submit.refusals.<message>`; `fields` hold `FieldError`s. */
export type DraftRefusal = {
  ok: false
  message: 'problems' | 'notOpen' | 'closed' | 'sent' | 'noDraft' | 'incomplete'
  fields?: Record<string, string[]>
}

/** A respondent's own draft, or what they sent: known by the secret token in their browser's cookie and by nothing else. */
export type DraftView = {
  id: string
  sent: boolean
  /** Only of what was sent. */
  reference: string | null
  /** Whether a receipt goes to an email address. */
  hasReceipt: boolean
  callSlug: string
  createdAt: Date
  savedAt: Date | null
  answers: Partial<AllAnswers>
}

/** The hash by which a draft is found; null for what cannot be a token. */
export function draftTokenHash(token: string | null): string | null {
  return token && /^[\w-]{43}$/.test(token) ? createHash('sha256').update(token).digest('hex') : null
}

/** The draft or the submission of a token. Null where there is none, or where it was withdrawn. */
export async function getDraft(token: string | null): Promise<DraftView | null> {
  const hash = draftTokenHash(token)
  if (!hash) return null
  const row = await db.submission.findUnique({
    where: { draftTokenHash: hash },
    select: {
      id: true,
      status: true,
      reference: true,
      createdAt: true,
      call: { select: { slug: true } },
      contact: { select: { email: true } },
      draftAnswers: { select: { step: true, answers: true, savedAt: true }, orderBy: { savedAt: 'desc' } },
    },
  })
  if (!row || row.status === 'WITHDRAWN') return null
  return {
    id: row.id,
    sent: row.status === 'SUBMITTED',
    reference: row.reference,
    hasReceipt: Boolean(row.contact?.email),
    callSlug: row.call.slug,
    createdAt: row.createdAt,
    savedAt: row.draftAnswers[0]?.savedAt ?? null,
    answers: readAnswers(row.draftAnswers),
  }
}

/** `token` is new when the answer began a draft; `first` is the first step that has no answer yet. */
export type Saved = { token: string; began: boolean; first: WizardStep }

/**
 * Keeps the answers of one step. The first ones that are valid begin the draft, whichever step they belong to: what
 * somebody wrote after losing the cookie is not lost. Only an open call takes them (or its grace period).
 */
export async function saveStep(
  token: string | null,
  step: StepName,
  input: unknown,
): Promise<{ ok: true; value: Saved } | DraftRefusal> {
  const parsed = steps[step].safeParse(input)
  if (!parsed.success) return problems(parsed.error.issues)
  const known = await findOwn(token)
  if (known?.status === 'SUBMITTED') return { ok: false, message: 'sent' }
  const call = await readCall(known ? { id: known.callId } : { isCurrent: true })
  const now = new Date()
  if (!call || !takesAnswers(call, known, now)) {
    return { ok: false, message: call && callState(call, now) !== 'notOpen' ? 'closed' : 'notOpen' }
  }
  const unknown = unknownChoices({ [step]: parsed.data }, call)
  const [field] = Object.entries(unknown)
  if (field) return { ok: false, message: 'problems', fields: { [field[0]]: [field[1]] } }
  const fresh = randomBytes(32).toString('base64url')
  return db.$transaction(async tx => {
    const id = known ? await hold(tx, known.id) : await begin(tx, call.id, fresh)
    if (!id) return { ok: false, message: 'sent' }
    const answers: Prisma.InputJsonObject = { ...parsed.data }
    await tx.draftAnswer.upsert({
      where: { submissionId_step: { submissionId: id, step } },
      create: { submissionId: id, step, answers },
      update: { answers, version: { increment: 1 }, savedAt: now },
    })
    const rows = await tx.draftAnswer.findMany({ where: { submissionId: id }, select: { step: true, answers: true } })
    const first = firstUnanswered(stillOffered(readAnswers(rows), call))
    return { ok: true, value: { token: known && token ? token : fresh, began: !known, first } }
  })
}

async function findOwn(token: string | null) {
  const hash = draftTokenHash(token)
  if (!hash) return null
  const select = { id: true, status: true, callId: true, createdAt: true }
  const row = await db.submission.findUnique({ where: { draftTokenHash: hash }, select })
  return row?.status === 'WITHDRAWN' ? null : row
}

/** Takes the row's lock while it is a draft: answers never arrive after, or while, it is sent. */
async function hold(tx: Transaction, id: string): Promise<string | null> {
  const { count } = await tx.submission.updateMany({ where: { id, status: 'DRAFT' }, data: { updatedAt: new Date() } })
  return count === 1 ? id : null
}

async function begin(tx: Transaction, callId: string, token: string): Promise<string> {
  const data = { callId, noticeVersion, draftTokenHash: draftTokenHash(token) }
  const { id } = await tx.submission.create({ data, select: { id: true } })
  await record(tx, { actor: 'respondent', action: 'submission.begin', thing: { kind: 'submission', id }, callId })
  return id
}

function problems(issues: readonly { path: PropertyKey[]; message: string }[]): DraftRefusal {
  const fields: Record<string, string[]> = {}
  for (const { path, message } of issues) {
    const field = path.join('.')
    fields[field] = [...(fields[field] ?? []), message]
  }
  return { ok: false, message: 'problems', fields }
}

import { randomUUID } from 'node:crypto'

import { record } from '@/lib/data/audit'
import { mayBeMailed, queueMail } from '@/lib/data/mail-queue'
import { hashOfToken, issueKey, openLink, replaceKeys } from '@/lib/data/private-keys'
import { takeTurn, type Limit } from '@/lib/data/rate-limit'
import { db, type Transaction } from '@/lib/db'
import { composeResumeMail } from '@/lib/mail/resume'

/** Links and mails that one draft may ask for. */
const requests: Limit = { name: 'resume-link', most: 10, minutes: 60 }
/** Mails that one network may have sent, whatever the draft: nobody's letter box is filled from here. */
const mailings: Limit = { name: 'resume-mail', most: 30, minutes: 60 }

type LinkRefusal = { ok: false; message: 'noDraft' | 'tooMany' }

async function draftOf(tx: Transaction, token: string | null) {
  const hash = hashOfToken(token)
  const key = hash && (await tx.privateKey.findUnique({ where: { tokenHash: hash }, select: draftSelect }))
  const open = key && key.kind === 'BROWSER' && !key.replacedAt && key.expiresAt > new Date()
  return open && key.submission.status === 'DRAFT' ? key.submission : null
}
const draftSelect = {
  kind: true,
  replacedAt: true,
  expiresAt: true,
  submission: {
    select: { id: true, status: true, callId: true, call: { select: { name: true, contactEmail: true } } },
  },
} as const

/** Makes a private link to the draft of a browser's token, and answers the link's own token. */
export async function makeResumeLink(
  token: string | null,
  { replaceOthers }: { replaceOthers: boolean },
): Promise<{ ok: true; value: string } | LinkRefusal> {
  const draft = await draftOf(db, token)
  if (!draft) return { ok: false, message: 'noDraft' }
  if (!(await takeTurn(requests, draft.id)).given) return { ok: false, message: 'tooMany' }
  return db.$transaction(async tx => {
    const value = await issueKey(tx, draft.id, 'RESUME', { replaceOthers })
    await recordLink(tx, draft)
    return { ok: true, value }
  })
}

/** Sends a private link to the draft by mail; it is made when the mail goes out. */
export async function mailResumeLink(
  token: string | null,
  { email, replaceOthers, network }: { email: string; replaceOthers: boolean; network: string },
): Promise<{ ok: true } | LinkRefusal> {
  const draft = await draftOf(db, token)
  if (!draft) return { ok: false, message: 'noDraft' }
  const turns = [await takeTurn(requests, draft.id), await takeTurn(mailings, network)]
  if (turns.some(({ given }) => !given)) return { ok: false, message: 'tooMany' }
  return db.$transaction(async tx => {
    if (!(await mayBeMailed(tx, email))) return { ok: false, message: 'tooMany' }
    if (replaceOthers) await replaceKeys(tx, draft.id, 'RESUME')
    const { name: callName, contactEmail } = draft.call
    const mail = { key: `resume:${draft.id}:${randomUUID()}`, submissionId: draft.id, linkKind: 'RESUME' as const }
    await queueMail(tx, { ...mail, toAddress: email, ...composeResumeMail({ callName, contactEmail }) })
    await recordLink(tx, draft)
    return { ok: true }
  })
}

async function recordLink(tx: Transaction, { id, callId }: { id: string; callId: string }) {
  await record(tx, { actor: 'respondent', action: 'submission.link', thing: { kind: 'submission', id }, callId })
}

/** What a link that was followed leads to: only its organisation's name is told before the button is pressed. */
export type ResumeView = { organisationName: string; sent: boolean }

/** The draft that a good RESUME key opens. */
export async function getResume(submissionId: string): Promise<ResumeView> {
  const { status, organisationName, draftAnswers } = await db.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: {
      status: true,
      organisationName: true,
      draftAnswers: { where: { field: 'organisationName' }, select: { value: true } },
    },
  })
  const typed = draftAnswers[0]?.value
  return { organisationName: organisationName ?? (typeof typed === 'string' ? typed : ''), sent: status !== 'DRAFT' }
}

/** Gives this browser a key of its own to the draft of a link; null where the link opens none (any more), or the network has guessed too often. */
export async function openDraft(link: string, network: string): Promise<string | null> {
  const found = await openLink(link, 'RESUME', network)
  if (found.state !== 'good') return null
  return db.$transaction(async tx => {
    await tx.$queryRaw`SELECT 1 FROM "Submission" WHERE "id" = ${found.submissionId}::uuid FOR UPDATE`
    const { status } = await tx.submission.findUniqueOrThrow({
      where: { id: found.submissionId },
      select: { status: true },
    })
    return status === 'DRAFT' ? issueKey(tx, found.submissionId, 'BROWSER') : null
  })
}

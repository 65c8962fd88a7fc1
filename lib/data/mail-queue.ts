import { randomUUID } from 'node:crypto'

import { db, type Transaction } from '@/lib/db'
import { issueKey } from '@/lib/data/private-keys'
import { takeTurn, type Limit } from '@/lib/data/rate-limit'
import { jobFor, queueJob } from '@/lib/jobs/queue'
import { removeMailFiles } from '@/lib/mail/mail-files'
import type { KeyKind } from '@/prisma/generated/client'

/** How the keys of mails begin that tell of a publication: they go out only while that is wished. */
export const published = 'published:'

/** How the keys of mails begin that show a case study to its respondent; then comes the id of the showing. */
export const showing = 'showing:'

/** `key` is what makes it the same mail: a second one of the same key is not queued. */
type NewMail = {
  key: string
  /** What it is about. */
  submissionId?: string
  toAddress: string
  subject: string
  /** `{link}` stands for the private link of `linkKind`, which is made when it goes out: no secret waits in a table; `{origin}` for our own address. */
  body: string
  linkKind?: KeyKind
}

/** Mails that strangers may have sent to one address within a day: nobody's letter box is filled from here. */
const toOneAddress: Limit = { name: 'mail-to', most: 20, minutes: 24 * 60 }

/** Whether an address that somebody typed may get one more mail today. Takes one of its turns. */
export async function mayBeMailed(tx: Transaction, address: string): Promise<boolean> {
  return (await takeTurn(toOneAddress, address.toLowerCase(), tx)).given
}

/** Puts a mail in the queue, in the transaction of the deed that it tells of: neither is there without the other. */
export async function queueMail(tx: Transaction, mail: NewMail): Promise<void> {
  const { key, submissionId = null, toAddress, subject, body, linkKind = null } = mail
  const id = randomUUID()
  await tx.$executeRaw`
    WITH queued AS (
      INSERT INTO "Mail" ("id", "key", "submissionId", "toAddress", "subject", "body", "linkKind")
      VALUES (${id}::uuid, ${key}, ${submissionId}::uuid, ${toAddress}, ${subject}, ${body}, ${linkKind}::"KeyKind")
      ON CONFLICT DO NOTHING RETURNING "id"
    )
    SELECT ${jobFor('send-mail', id)} FROM queued`
}

/**
 * A mail that still has to go out; null when it went, or is gone. One that is no longer wanted is deleted instead: its
 * sender may have withdrawn, or no longer wish to hear, while what it tells of was being done. For the worker.
 */
export async function getMailToSend(id: string) {
  const select = {
    id: true,
    key: true,
    toAddress: true,
    subject: true,
    body: true,
    createdAt: true,
    status: true,
    submissionId: true,
    linkKind: true,
    submission: {
      select: {
        status: true,
        consents: { where: { kind: 'TELL_OUTCOME', answer: 'YES', supersededAt: null }, select: { id: true } },
      },
    },
  } as const
  const found = await db.mail.findUnique({ where: { id }, select })
  if (!found || found.status === 'SENT') return null
  const { submission, ...mail } = found
  const { key } = mail
  const unwished = key.startsWith(published) && submission?.consents.length === 0
  if (submission?.status !== 'WITHDRAWN' && !unwished) return mail
  await db.mail.deleteMany({ where: { id } })
  return null
}

const paths: Record<KeyKind, string> = { RESUME: 'resume', EVIDENCE: 'evidence', BROWSER: 'resume' }

/** A mail's text as it goes out from `origin`: with a private link that is made now, where it carries one. */
export async function bodyToSend(
  mail: { body: string; submissionId: string | null; linkKind: KeyKind | null },
  origin: string,
  /** What stands for `{finds}`, read when it goes out. */
  finds = '',
): Promise<string> {
  const { submissionId, linkKind } = mail
  const body = mail.body.replace('{finds}', () => finds).replaceAll('{origin}', origin)
  if (!submissionId || !linkKind) return body
  const token = await issueKey(db, submissionId, linkKind)
  return body.replaceAll('{link}', `${origin}/${paths[linkKind]}/${token}`)
}

/** Deletes a mail that has nothing to say any more. */
export async function dropMail(id: string): Promise<void> {
  await db.mail.deleteMany({ where: { id } })
}

/**
 * `file` is its name below `DATA_DIR/mail`, or null when a server took it. Where somebody withdrew meanwhile there is no
 * row any more: then no file stays either.
 */
export async function markMailSent(id: string, file: string | null): Promise<void> {
  const data = { status: 'SENT', sentAt: new Date(), file, error: null, attempts: { increment: 1 } } as const
  const [sent] = await db.mail.updateManyAndReturn({ where: { id }, data, select: { key: true } })
  if (!sent) return removeMailFiles([id])
  if (!sent.key.startsWith(showing)) return
  const [shownId, writtenAt] = sent.key.slice(showing.length).split(':')
  // a mail of an earlier showing tells nothing of the day of a later one
  await db.showing.updateMany({
    where: { id: shownId ?? '', shownAt: new Date(Number(writtenAt)) },
    data: { toldAt: data.sentAt },
  })
}

/** `last` when it will not be tried again by itself. */
export async function markMailFailed(id: string, error: string, last: boolean): Promise<void> {
  const data = { status: last ? 'FAILED' : 'WAITING', error: error.slice(0, 500), attempts: { increment: 1 } } as const
  await db.mail.updateMany({ where: { id }, data })
}

/**
 * Queues again what has waited five minutes without a single try: the worker that had taken it was killed, and its lock
 * would last for hours. A mail whose job still waits keeps it.
 */
export async function requeueStrandedMail(): Promise<void> {
  const before = new Date(Date.now() - 5 * 60_000)
  const where = { status: 'WAITING', attempts: 0, createdAt: { lt: before } } as const
  const stranded = await db.mail.findMany({ where, select: { id: true }, take: 1000 })
  await db.$transaction(async tx => {
    for (const { id } of stranded) await queueJob(tx, 'send-mail', id)
  })
}

import { record } from '@/lib/data/audit'
import { readByKey, type KeyPage, type KeyRange } from '@/lib/data/key-page'
import { db } from '@/lib/db'
import { maskAddress, maskText } from '@/lib/domain/mask'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { queueJob } from '@/lib/jobs/queue'
import { ok, refused, type Result } from '@/lib/result'

const mailPerPage = 50

export const mailStatuses = ['WAITING', 'SENT', 'FAILED'] as const
export type MailStatus = (typeof mailStatuses)[number]

/** A mail in the list: to whom it went only in part. */
export type MailRow = {
  id: string
  recipient: string
  subject: string
  status: MailStatus
  attempts: number
  createdAt: Date
  sentAt: Date | null
  /** When it came back. */
  bouncedAt: Date | null
}

/** One mail. What could open somebody's page is masked; `file` is its name below `DATA_DIR/mail`. */
export type MailView = MailRow & {
  body: string
  error: string | null
  file: string | null
  bounceReason: string | null
}

const listed = {
  id: true,
  toAddress: true,
  subject: true,
  status: true,
  attempts: true,
  createdAt: true,
  sentAt: true,
  bouncedAt: true,
} as const

function masked<T extends { toAddress: string; subject: string }>({ toAddress, ...mail }: T) {
  return { ...mail, recipient: maskAddress(toAddress), subject: maskText(mail.subject) }
}

function maskedSentence(sentence: string | null): string | null {
  return sentence === null ? null : maskText(sentence)
}

/** A page of the mails, newest first; null for those who may not read them. */
export async function listMail(
  viewer: Viewer,
  filter: { status?: MailStatus | undefined },
  range: KeyRange,
): Promise<KeyPage<MailRow> | null> {
  if (!may(viewer, 'readMail')) return null
  const page = await readByKey(
    range,
    mailPerPage,
    ({ order, beyond, take }) =>
      db.mail.findMany({
        where: {
          ...(filter.status ? { status: filter.status } : {}),
          ...(beyond === null ? {} : { id: { [order === 'asc' ? 'gt' : 'lt']: beyond } }),
        },
        orderBy: { id: order },
        take,
        select: listed,
      }),
    mail => mail.id,
  )
  return { ...page, rows: page.rows.map(masked) }
}

/** How many mails wait, went and failed; null for those who may not read them. */
export async function countMail(viewer: Viewer): Promise<Record<MailStatus, number> | null> {
  if (!may(viewer, 'readMail')) return null
  const counts = { WAITING: 0, SENT: 0, FAILED: 0 }
  for (const group of await db.mail.groupBy({ by: ['status'], _count: true })) counts[group.status] = group._count
  return counts
}

/** One mail, or null where there is none or the viewer may not read it. */
export async function getMail(viewer: Viewer, id: string): Promise<MailView | null> {
  if (!may(viewer, 'readMail')) return null
  const mail = await db.mail.findUnique({
    where: { id },
    select: { ...listed, body: true, error: true, file: true, bounceReason: true },
  })
  if (!mail) return null
  const { body, error, bounceReason, ...rest } = mail
  return {
    ...masked(rest),
    body: maskText(
      body
        .replaceAll('{link}', '(a private link, made when it goes out)')
        .replaceAll('{finds}', '(what was found, as it stands when it goes out)'),
    ),
    error: maskedSentence(error),
    bounceReason: maskedSentence(bounceReason),
  }
}

/** Puts a failed mail in the queue again. One that is no longer failed stays as it is. */
export async function retryMail(viewer: Viewer, id: string): Promise<Result> {
  if (!may(viewer, 'retryMail')) return refused('There is no such mail.')
  return db.$transaction(async tx => {
    const { count } = await tx.mail.updateMany({
      where: { id, status: 'FAILED' },
      data: { status: 'WAITING', attempts: 0, error: null },
    })
    if (count === 0) return refused('This mail has not failed: it waits or was sent.')
    await queueJob(tx, 'send-mail', id)
    await record(tx, { actor: viewer, action: 'mail.retry', thing: { kind: 'mail', id } })
    return ok()
  })
}

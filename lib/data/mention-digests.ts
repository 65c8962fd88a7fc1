import { queueMail } from '@/lib/data/mail-queue'
import { finds } from '@/lib/data/search-mails'
import { db, type Transaction } from '@/lib/db'
import { may } from '@/lib/domain/policy'
import { queueJob } from '@/lib/jobs/queue'
import { removeMailFiles } from '@/lib/mail/mail-files'
import { composeMentionDigest, type DigestEntry } from '@/lib/mail/mention-digest'

const minute = 60_000
const day = 24 * 60 * minute

/** How long mentions gather before a mail tells of them, in milliseconds from the first. */
export const gathering = 10 * minute

/** How the keys of such mails begin. They name submissions, so they go before what was withdrawn must be gone. */
const digest = 'mentions:'
const daysKept = 29

/** Still to be told of: neither seen, nor held back, nor of what was withdrawn. */
const untold = {
  toldAt: null,
  seenAt: null,
  comment: { held: false, submission: { status: 'SUBMITTED' } },
} as const

/** Has somebody told of what names them, some minutes from now and once, however much more comes until then. */
export function queueTelling(tx: Transaction, personId: string): Promise<void> {
  return queueJob(tx, 'tell-mentions', personId, { after: gathering })
}

/** What was held back of a submission's comments is released, in this transaction: whoever it names is told now. */
export async function tellOfReleased(tx: Transaction, submissionId: string): Promise<void> {
  const named = await tx.mention.findMany({
    where: { ...untold, comment: { held: false, submissionId } },
    select: { personId: true },
    distinct: ['personId'],
  })
  for (const { personId } of named) await queueTelling(tx, personId)
}

/**
 * Queues one mail that tells somebody of all that names them and that they have not opened, and marks it as told.
 * Nothing where nothing waits, the account is disabled, or they may read submissions no more. Twice is once.
 */
export async function tellOfMentions(personId: string): Promise<void> {
  await db.$transaction(async tx => {
    await tx.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ${personId}::uuid FOR NO KEY UPDATE`
    const person = await tx.person.findUnique({
      where: { id: personId },
      select: { id: true, name: true, email: true, role: true, disabledAt: true, team: true },
    })
    if (!person || person.disabledAt || !may({ ...person, sessionId: '' }, 'readSubmission', { status: 'SUBMITTED' }))
      return
    const waiting = await readWaiting(tx, personId)
    const [first] = waiting
    if (!first) return
    await queueMail(tx, {
      // a mention is told of once, so no other mail begins with this one
      key: `${digest}${personId}:${first.commentId}`,
      toAddress: person.email,
      ...composeMentionDigest({ name: person.name, entries: entriesOf(waiting) }),
    })
    const commentIds = waiting.map(({ commentId }) => commentId)
    await tx.mention.updateMany({
      where: { personId, commentId: { in: commentIds } },
      data: { toldAt: new Date() },
    })
  })
}

type Waiting = Awaited<ReturnType<typeof readWaiting>>

function readWaiting(tx: Transaction, personId: string) {
  return tx.mention.findMany({
    where: { ...untold, personId },
    orderBy: [{ createdAt: 'asc' }, { commentId: 'asc' }],
    select: {
      commentId: true,
      comment: {
        select: {
          author: { select: { name: true, team: { select: { short: true } } } },
          submission: { select: { reference: true, title: true } },
        },
      },
    },
  })
}

/** By submission, each with who named the reader there, and the first of those comments. */
function entriesOf(waiting: Waiting): DigestEntry[] {
  const entries = new Map<string, DigestEntry>()
  for (const { commentId, comment } of waiting) {
    const reference = comment.submission.reference ?? ''
    const by = comment.author.team ? `${comment.author.name} (${comment.author.team.short})` : comment.author.name
    const known = entries.get(reference)
    entries.set(reference, {
      reference,
      title: comment.submission.title ?? '',
      by: known?.by.includes(by) ? known.by : [...(known?.by ?? []), by],
      comments: (known?.comments ?? 0) + 1,
      address: known?.address ?? `{origin}/workspace/submissions/${reference}#comment-${commentId}`,
    })
  }
  return Array.from(entries.values())
}

/** Queues again whom nobody told although it was time: their job was lost, or what named them was released since. */
export async function requeueTelling(): Promise<void> {
  const due = await db.mention.findMany({
    where: {
      ...untold,
      createdAt: { lt: new Date(Date.now() - gathering - minute) },
      person: { disabledAt: null, teamId: { not: null } },
    },
    select: { personId: true },
    distinct: ['personId'],
    take: 1000,
  })
  await db.$transaction(async tx => {
    for (const { personId } of due) await queueJob(tx, 'tell-mentions', personId)
  })
}

/**
 * Deletes the mails of this kind that were made a month ago: they hold titles, which must be gone once their submission
 * is erased. Answers how many.
 */
export async function dropOldDigests(now = new Date()): Promise<number> {
  const old = await db.mail.findMany({
    where: {
      OR: [{ key: { startsWith: digest } }, { key: { startsWith: finds } }],
      createdAt: { lt: new Date(now.getTime() - daysKept * day) },
    },
    select: { id: true },
    take: 1000,
  })
  const ids = old.map(({ id }) => id)
  await db.mail.deleteMany({ where: { id: { in: ids } } })
  await removeMailFiles(ids)
  return ids.length
}

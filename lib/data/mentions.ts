import { queueTelling } from '@/lib/data/mention-digests'
import { db, type Transaction } from '@/lib/db'
import { findNames, peopleNamed, writtenNames, type NamedPerson } from '@/lib/domain/mention'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { readReference } from '@/lib/domain/reference'
import type { Status } from '@/lib/domain/submission'

/** Where a comment's text names somebody who is told of it, in UTF-16 units, end exclusive. `you`: the viewer is among them. */
export type NamedView = { start: number; end: number; you: boolean }

/** A way to write a person or a team after an `@`, and which one that is. */
export type NameOffered = { written: string; about: string }

/** A comment that names the viewer. The time is an ISO string. */
export type MentionView = {
  commentId: string
  reference: string
  title: string
  body: string
  by: { name: string; team: string }
  at: string
}

/** What is read of somebody who is named in a comment. */
export const namedPerson = {
  id: true,
  name: true,
  team: { select: { id: true, name: true, short: true } },
} as const

type NamedRow = { id: string; name: string; team: { name: string; short: string } | null }

/** Those of a team, which everyone is who can be named. */
function inTeams(rows: readonly NamedRow[]): NamedPerson[] {
  return rows.flatMap(({ id, name, team }) => (team ? [{ id, name, team }] : []))
}

/** Who can be named in a comment: everyone who may read a submission of this status. */
async function readNameable(tx: Transaction, status: Status): Promise<NamedPerson[]> {
  const rows = await tx.person.findMany({
    where: { disabledAt: null, teamId: { not: null } },
    select: { ...namedPerson, email: true, role: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return inTeams(rows.filter(row => may({ ...row, sessionId: '' }, 'readSubmission', { status })))
}

/** The names to offer to somebody who comments on a submission; null where it is not theirs. */
export async function listNamesOffered(viewer: Viewer, typed: string): Promise<NameOffered[] | null> {
  const reference = readReference(typed)
  const found = reference ? await db.submission.findUnique({ where: { reference }, select: { status: true } }) : null
  if (!found || !may(viewer, 'commentOnSubmission', found)) return null
  const names = writtenNames(await readNameable(db, found.status))
  return names.filter(name => name.offered).map(({ written, about }) => ({ written, about }))
}

type Named = { id: string; authorId: string; body: string; held: boolean }

/**
 * Writes down whom a comment names, in the transaction that wrote it: who was named before stays so, and is told once.
 * What is held back is told when it is released.
 */
export async function noteMentions(tx: Transaction, comment: Named, status: Status): Promise<void> {
  if (!comment.body.includes('@')) return
  const people = peopleNamed(comment.body, writtenNames(await readNameable(tx, status)), comment.authorId)
  const fresh = await tx.mention.createManyAndReturn({
    data: people.map(personId => ({ commentId: comment.id, personId })),
    skipDuplicates: true,
    select: { personId: true },
  })
  if (comment.held) return
  for (const { personId } of fresh) await queueTelling(tx, personId)
}

/** Where a text names those who are told of it. */
export function namedIn(viewer: Viewer, body: string, told: readonly NamedRow[]): NamedView[] {
  return findNames(body, writtenNames(inTeams(told))).map(({ start, end, meant }) => ({
    start,
    end,
    you: meant.includes(viewer.id),
  }))
}

/** What names the viewer and was not opened by them: not what is held back, nor what was withdrawn. */
const waitingFor = (viewer: Viewer) =>
  ({ personId: viewer.id, seenAt: null, comment: { held: false, submission: { status: 'SUBMITTED' } } }) as const

/** The comments of a call that name the viewer and that they have not opened yet, newest first, with how many there are in all. */
export async function listMentions(
  viewer: Viewer,
  callId: string,
  most = 10,
): Promise<{ mentions: MentionView[]; count: number }> {
  if (!may(viewer, 'readSubmission', { status: 'SUBMITTED' })) return { mentions: [], count: 0 }
  const where = {
    ...waitingFor(viewer),
    comment: { held: false, submission: { status: 'SUBMITTED', callId } },
  } as const
  const rows = await db.mention.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { commentId: 'desc' }],
    take: most,
    select: {
      createdAt: true,
      comment: {
        select: {
          id: true,
          body: true,
          author: { select: namedPerson },
          submission: { select: { reference: true, title: true } },
        },
      },
    },
  })
  const mentions = rows.map(({ createdAt, comment: { id, body, author, submission } }) => ({
    commentId: id,
    reference: submission.reference ?? '',
    title: submission.title ?? '',
    body,
    by: { name: author.name, team: author.team?.short ?? '' },
    at: createdAt.toISOString(),
  }))
  return { mentions, count: await db.mention.count({ where }) }
}

/**
 * The viewer has these comments of a submission before their eyes: what of them named them waits no more. Ids of others
 * change nothing. Answers how many.
 */
export async function markSeen(viewer: Viewer, typed: string, commentIds: readonly string[]): Promise<number> {
  const reference = readReference(typed)
  if (!reference || !may(viewer, 'readSubmission', { status: 'SUBMITTED' })) return 0
  const { count } = await db.mention.updateMany({
    where: {
      ...waitingFor(viewer),
      comment: { id: { in: [...commentIds] }, held: false, submission: { status: 'SUBMITTED', reference } },
    },
    data: { seenAt: new Date() },
  })
  return count
}

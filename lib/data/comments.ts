import { record } from '@/lib/data/audit'
import { lockSubmission, noSuchSubmission } from '@/lib/data/live-submission'
import { openComments } from '@/lib/data/open-work'
import { db, type Transaction } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { conflicted, ok, refused, type Result } from '@/lib/result'

/** A remark as the workspace shows it. Times are ISO strings. */
export type CommentView = {
  id: string
  body: string
  author: { name: string; team: string }
  createdAt: string
  editedAt: string | null
  mine: boolean
  version: number
}

/** A remark with its answers: threads are one level deep. */
export type ThreadView = CommentView & { resolved: { by: string; at: string } | null; replies: CommentView[] }

const shown = {
  id: true,
  parentId: true,
  authorId: true,
  body: true,
  createdAt: true,
  editedAt: true,
  resolvedAt: true,
  resolvedById: true,
  version: true,
  author: { select: { name: true, team: { select: { short: true } } } },
} as const

type ShownRow = {
  id: string
  authorId: string
  body: string
  createdAt: Date
  editedAt: Date | null
  version: number
  author: { name: string; team: { short: string } | null }
}

function viewOf(viewer: Viewer, row: ShownRow): CommentView {
  return {
    id: row.id,
    body: row.body,
    author: { name: row.author.name, team: row.author.team?.short ?? '' },
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    mine: row.authorId === viewer.id,
    version: row.version,
  }
}

const noSuchComment = 'There is no such comment.'

/** The threads of a live submission, oldest first; none where it is not the viewer's. */
export async function listComments(viewer: Viewer, reference: string): Promise<ThreadView[]> {
  if (!may(viewer, 'readSubmission', { status: 'SUBMITTED' })) return []
  const rows = await db.comment.findMany({
    where: { submission: { reference, status: 'SUBMITTED' }, ...openComments(viewer) },
    select: shown,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const resolvers = await db.person.findMany({
    where: { id: { in: rows.flatMap(row => row.resolvedById ?? []) } },
    select: { id: true, name: true },
  })
  const nameOf = new Map(resolvers.map(person => [person.id, person.name]))
  return rows
    .filter(row => row.parentId === null)
    .map(row => ({
      ...viewOf(viewer, row),
      resolved: row.resolvedAt
        ? { by: nameOf.get(row.resolvedById ?? '') ?? 'somebody', at: row.resolvedAt.toISOString() }
        : null,
      replies: rows.filter(reply => reply.parentId === row.id).map(reply => viewOf(viewer, reply)),
    }))
}

/** Adds a remark, or an answer to one of the same submission. An answer to an answer joins the thread of both. */
export function writeComment(
  viewer: Viewer,
  input: { reference: string; parentId: string | null; body: string },
): Promise<Result<CommentView>> {
  return db.$transaction(async tx => {
    const submission = await lockSubmission(tx, input.reference)
    if (!submission || !may(viewer, 'commentOnSubmission', submission)) return refused(noSuchSubmission)
    const parent = input.parentId ? await commentOf(tx, viewer, submission.id, input.parentId) : null
    if (input.parentId && !parent) return refused(noSuchComment)
    const made = await tx.comment.create({
      data: {
        submissionId: submission.id,
        parentId: parent ? (parent.parentId ?? parent.id) : null,
        authorId: viewer.id,
        body: input.body,
      },
      select: shown,
    })
    await record(tx, {
      actor: viewer,
      action: 'comment.write',
      thing: { kind: 'comment', id: made.id },
      callId: submission.callId,
      details: { submissionId: submission.id },
    })
    return ok(viewOf(viewer, made))
  })
}

/** Rewrites one's own remark. Where it was rewritten meanwhile (in another window), both are shown. */
export function editComment(
  viewer: Viewer,
  input: { reference: string; commentId: string; version: number; body: string },
): Promise<Result<CommentView>> {
  return db.$transaction(async tx => {
    const submission = await lockSubmission(tx, input.reference)
    const comment = submission && (await commentOf(tx, viewer, submission.id, input.commentId))
    if (
      !comment ||
      !may(viewer, 'commentOnSubmission', submission) ||
      !may(viewer, 'editComment', { authorId: comment.authorId })
    )
      return refused(noSuchComment)
    if (comment.version !== input.version) {
      return conflicted('You have changed this comment in another window.', {
        version: comment.version,
        changes: [{ label: 'Comment', theirs: comment.body, yours: input.body }],
      })
    }
    if (comment.body === input.body) return ok(viewOf(viewer, comment))
    const edited = await tx.comment.update({
      where: { id: comment.id },
      data: { body: input.body, editedAt: new Date(), version: { increment: 1 } },
      select: shown,
    })
    await record(tx, {
      actor: viewer,
      action: 'comment.edit',
      thing: { kind: 'comment', id: comment.id },
      callId: submission.callId,
      details: { submissionId: submission.id, version: edited.version },
    })
    return ok(viewOf(viewer, edited))
  })
}

/** Marks a thread as resolved, or opens it again. Doing it twice changes nothing. */
export function resolveThread(
  viewer: Viewer,
  input: { reference: string; commentId: string; resolved: boolean },
): Promise<Result> {
  return db.$transaction(async tx => {
    const submission = await lockSubmission(tx, input.reference)
    const comment = submission && (await commentOf(tx, viewer, submission.id, input.commentId))
    if (!comment || comment.parentId !== null || !may(viewer, 'resolveComment', submission))
      return refused(noSuchComment)
    if ((comment.resolvedAt !== null) === input.resolved) return ok()
    await tx.comment.update({
      where: { id: comment.id },
      data: input.resolved
        ? { resolvedAt: new Date(), resolvedById: viewer.id }
        : { resolvedAt: null, resolvedById: null },
    })
    await record(tx, {
      actor: viewer,
      action: input.resolved ? 'comment.resolve' : 'comment.reopen',
      thing: { kind: 'comment', id: comment.id },
      callId: submission.callId,
      details: { submissionId: submission.id },
    })
    return ok()
  })
}

// By both: an id from another submission finds nothing.
function commentOf(tx: Transaction, viewer: Viewer, submissionId: string, commentId: string) {
  return tx.comment.findFirst({ where: { id: commentId, submissionId, ...openComments(viewer) }, select: shown })
}

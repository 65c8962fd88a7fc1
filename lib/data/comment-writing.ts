import { record } from '@/lib/data/audit'
import { spanToComment, type SpanColumns, type SpanInput } from '@/lib/data/comment-span'
import { commentRow, readComment, type CommentView } from '@/lib/data/comments'
import { tellLive } from '@/lib/data/live-events'
import { lockSubmission, noSuchSubmission, type LockedSubmission } from '@/lib/data/live-submission'
import { noteMentions } from '@/lib/data/mentions'
import { openComments } from '@/lib/data/open-work'
import { db, type Transaction } from '@/lib/db'
import { spanSentences } from '@/lib/domain/comment'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { conflicted, ok, refused, type Result } from '@/lib/result'

const noSuchComment = 'There is no such comment.'
const heldBack =
  'Others have read this comment, and until you both have finished coding, nobody may read what you write now. Write a new comment instead.'

type NewComment = { reference: string; parentId: string | null; body: string; span?: SpanInput | null }

/**
 * Adds a remark on a submission or on words of it, or an answer to a remark of the same submission. An answer to an
 * answer joins the thread of both. Sent again because the answer to the first sending was lost, it is written once.
 */
export function writeComment(viewer: Viewer, input: NewComment): Promise<Result<CommentView>> {
  return db.$transaction(async tx => {
    const submission = await lockSubmission(tx, input.reference)
    if (!submission || !may(viewer, 'commentOnSubmission', submission)) return refused(noSuchSubmission)
    const parent = input.parentId ? await commentOf(tx, viewer, submission.id, input.parentId) : null
    if (input.parentId && !parent) return refused(noSuchComment)
    if (parent && input.span) return refused(spanSentences.reply)
    const span = await spanToComment(tx, submission.id, input.span ?? null)
    if (!span.ok) return span
    const said = { ...place(submission, parent, span.value), authorId: viewer.id, body: input.body }
    const before = await tx.comment.findFirst({
      where: { ...said, createdAt: { gt: new Date(Date.now() - sentAgain) } },
      select: { id: true },
    })
    return ok(await readComment(tx, viewer, before?.id ?? (await write(tx, viewer, submission, said))))
  })
}

const sentAgain = 5 * 60_000

/** Where a comment stands: all that must be the same for it to be the same comment. */
function place(
  submission: LockedSubmission,
  parent: { id: string; parentId: string | null } | null,
  span: SpanColumns,
) {
  return {
    submissionId: submission.id,
    parentId: parent ? (parent.parentId ?? parent.id) : null,
    textVersionId: span?.textVersionId ?? null,
    spanStart: span?.spanStart ?? null,
    spanEnd: span?.spanEnd ?? null,
  }
}

type Said = ReturnType<typeof place> & { authorId: string; body: string }

/** Answers the comment's id. */
async function write(tx: Transaction, viewer: Viewer, submission: LockedSubmission, said: Said): Promise<string> {
  const held = await codesBlind(tx, viewer, submission.id)
  const { id } = await tx.comment.create({ data: { ...said, held }, select: { id: true } })
  await noteMentions(tx, { id, authorId: viewer.id, body: said.body, held }, submission.status)
  await record(tx, {
    actor: viewer,
    action: 'comment.write',
    thing: { kind: 'comment', id },
    callId: submission.callId,
    details: { submissionId: submission.id },
  })
  await tellLive(tx, { kind: 'comment', submissionId: submission.id, actorId: viewer.id, hidden: held })
  return id
}

/** Whether the viewer is one of two who code a submission without seeing each other's work. */
async function codesBlind(tx: Transaction, viewer: Viewer, submissionId: string): Promise<boolean> {
  const where = { submissionId, personId: viewer.id, double: true, submission: { blind: true } }
  return (await tx.assignment.findFirst({ where, select: { personId: true } })) !== null
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
    if (comment.body === input.body) return ok(await readComment(tx, viewer, comment.id))
    if (comment.version !== input.version) {
      return conflicted('You have changed this comment in another window.', {
        version: comment.version,
        changes: [{ label: 'Comment', theirs: comment.body, yours: input.body }],
      })
    }
    if (!comment.held && (await codesBlind(tx, viewer, submission.id))) return refused(heldBack)
    await tx.comment.update({
      where: { id: comment.id },
      data: { body: input.body, editedAt: new Date(), version: { increment: 1 } },
      select: { id: true },
    })
    await noteMentions(tx, { ...comment, body: input.body }, submission.status)
    await record(tx, {
      actor: viewer,
      action: 'comment.edit',
      thing: { kind: 'comment', id: comment.id },
      callId: submission.callId,
      details: { submissionId: submission.id, version: comment.version + 1 },
    })
    await tellLive(tx, { kind: 'comment', submissionId: submission.id, actorId: viewer.id, hidden: comment.held })
    return ok(await readComment(tx, viewer, comment.id))
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
    await tellLive(tx, { kind: 'comment', submissionId: submission.id, actorId: viewer.id, hidden: comment.held })
    return ok()
  })
}

// By all three: an id from another submission finds nothing, nor does one of a comment that is held back from the viewer.
function commentOf(tx: Transaction, viewer: Viewer, submissionId: string, commentId: string) {
  return tx.comment.findFirst({ where: { id: commentId, submissionId, ...openComments(viewer) }, select: commentRow })
}

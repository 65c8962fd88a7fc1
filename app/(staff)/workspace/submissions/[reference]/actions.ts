'use server'

import { refresh } from 'next/cache'
import * as z from 'zod/mini'

import { readPosted } from '@/app/(staff)/posted'
import { assignSubmission } from '@/lib/data/assignments'
import { removeTag, tagSubmission, type TagView } from '@/lib/data/codings'
import { editComment, resolveThread, writeComment } from '@/lib/data/comment-writing'
import type { CommentView } from '@/lib/data/comments'
import { sendPrivateLink } from '@/lib/data/private-links'
import { settleCorrection } from '@/lib/data/revisions'
import { readContact, saveProgress, type ContactView } from '@/lib/data/submissions'
import { CommentBody, spanSentences } from '@/lib/domain/comment'
import { NewLink } from '@/lib/domain/private-link'
import { decisions, stages } from '@/lib/domain/submission'
import { paragraphsInput } from '@/lib/domain/text-input'
import type { Result } from '@/lib/result'

const reference = z.string().check(z.maxLength(40))
const version = z.coerce.number().check(z.int())
const ContactInput = z.object({ reference })
const TagInput = z.object({ reference, code: z.string('Select a code from the codebook').check(z.maxLength(200)) })
const RemovalInput = z.object({ reference, tagId: z.uuid() })
const CommentInput = z.object({
  reference,
  parentId: z._default(z.nullable(z.uuid()), null),
  body: CommentBody,
  textVersionId: z.optional(z.uuid(spanSentences.noText)),
  start: z.optional(z.coerce.number(spanSentences.empty)),
  end: z.optional(z.coerce.number(spanSentences.empty)),
})
const CommentEdit = z.object({ reference, commentId: z.uuid(), version, body: CommentBody })
const Resolution = z.object({ reference, commentId: z.uuid(), resolved: z.enum(['yes', 'no']) })
const AssignmentInput = z.object({
  reference,
  personId: z.uuid('Select a person'),
  assigned: z.enum(['yes', 'no']),
})
const ProgressInput = z
  .object({
    reference,
    version,
    stage: z.enum(stages, 'Select a stage'),
    decision: z.enum([...decisions, 'NONE'], 'Select a decision'),
    reason: paragraphsInput({ name: 'Reason', most: 2000 }),
  })
  .check(
    z.refine(({ decision, reason }) => decision !== 'NOT_TAKEN_FORWARD' || reason.length > 0, {
      error: 'Enter a reason for not taking it forward',
      path: ['reason'],
    }),
  )

/** Puts a code on a submission. */
export async function addTag(_: Result<TagView> | null, form: unknown): Promise<Result<TagView>> {
  const posted = await readPosted(form, TagInput)
  if (!posted.ok) return posted
  const result = await tagSubmission(posted.viewer, posted.input)
  if (result.ok) refresh()
  return result
}

export async function takeOffTag(_: Result<TagView> | null, form: unknown): Promise<Result<TagView>> {
  const posted = await readPosted(form, RemovalInput, 'There is no such tag.')
  if (!posted.ok) return posted
  const result = await removeTag(posted.viewer, posted.input)
  if (result.ok) refresh()
  return result
}

export async function addComment(_: Result<CommentView> | null, form: unknown): Promise<Result<CommentView>> {
  const posted = await readPosted(form, CommentInput)
  if (!posted.ok) return posted
  const { textVersionId, start = NaN, end = NaN, ...rest } = posted.input
  const span = textVersionId === undefined ? null : { textVersionId, start, end }
  const result = await writeComment(posted.viewer, { ...rest, span })
  if (result.ok) refresh()
  return result
}

export async function changeComment(_: Result<CommentView> | null, form: unknown): Promise<Result<CommentView>> {
  const posted = await readPosted(form, CommentEdit)
  if (!posted.ok) return posted
  const result = await editComment(posted.viewer, posted.input)
  if (result.ok) refresh()
  return result
}

export async function settleThread(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Resolution, 'There is no such comment.')
  if (!posted.ok) return posted
  const result = await resolveThread(posted.viewer, { ...posted.input, resolved: posted.input.resolved === 'yes' })
  if (result.ok) refresh()
  return result
}

export async function changeAssignment(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, AssignmentInput)
  if (!posted.ok) return posted
  const result = await assignSubmission(posted.viewer, { ...posted.input, assigned: posted.input.assigned === 'yes' })
  if (result.ok) refresh()
  return result
}

export async function changeProgress(
  _: Result<{ version: number }> | null,
  form: unknown,
): Promise<Result<{ version: number }>> {
  const posted = await readPosted(form, ProgressInput)
  if (!posted.ok) return posted
  const { decision, ...rest } = posted.input
  const result = await saveProgress(posted.viewer, { ...rest, decision: decision === 'NONE' ? null : decision })
  if (result.ok) refresh()
  return result
}

/** Answers personal data, and writes down that it did. */
export async function showContact(_: Result<ContactView> | null, form: unknown): Promise<Result<ContactView>> {
  const posted = await readPosted(form, ContactInput, 'There is no such submission.')
  if (!posted.ok) return posted
  return readContact(posted.viewer, posted.input.reference)
}

/** Sends the respondent a new private link; the ones before it open nothing any more. */
export async function sendNewLink(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, NewLink)
  if (!posted.ok) return posted
  const result = await sendPrivateLink(posted.viewer, posted.input)
  if (result.ok) refresh()
  return result
}

/** A lead has looked at what was corrected after settling. */
export async function noteCorrectionSeen(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, ContactInput, 'There is no such submission.')
  if (!posted.ok) return posted
  const result = await settleCorrection(posted.viewer, posted.input.reference)
  if (result.ok) refresh()
  return result
}

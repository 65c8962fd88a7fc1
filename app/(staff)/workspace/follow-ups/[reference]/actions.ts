'use server'

import { refresh } from 'next/cache'
import * as z from 'zod/mini'

import { readPosted } from '@/app/(staff)/posted'
import { closeFollowUp, correctNote, planCall, recordAttempt, takeFollowUp } from '@/lib/data/follow-up-deeds'
import { readContact, type ContactView } from '@/lib/data/submissions'
import { AttemptInput, ClosingInput, NoteInput, PlanInput, TakingInput } from '@/lib/domain/follow-up-input'
import type { Result } from '@/lib/result'

const noSuchSubmission = 'There is no such submission.'
const Named = z.object({ reference: z.string().check(z.maxLength(40)) })

/** Answers personal data, and writes down that it did. */
export async function showNumber(_: Result<ContactView> | null, form: unknown): Promise<Result<ContactView>> {
  const posted = await readPosted(form, Named, noSuchSubmission)
  if (!posted.ok) return posted
  return readContact(posted.viewer, posted.input.reference)
}

/** Takes a call, or hands it back. */
export async function changeTaker(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, TakingInput, noSuchSubmission)
  if (!posted.ok) return posted
  const { reference, taken, from } = posted.input
  const result = await takeFollowUp(posted.viewer, { reference, taken: taken === 'yes', from: from || null })
  if (result.ok) refresh()
  return result
}

export async function addAttempt(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, AttemptInput)
  if (!posted.ok) return posted
  const result = await recordAttempt(posted.viewer, posted.input)
  if (result.ok) refresh()
  return result
}

export async function changePlan(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, PlanInput)
  if (!posted.ok) return posted
  const result = await planCall(posted.viewer, posted.input)
  if (result.ok) refresh()
  return result
}

/** Closes a follow-up, or opens it again. */
export async function changeClosing(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, ClosingInput, noSuchSubmission)
  if (!posted.ok) return posted
  const { reference, closed } = posted.input
  const result = await closeFollowUp(posted.viewer, { reference, closed: closed === 'yes' })
  if (result.ok) refresh()
  return result
}

export async function changeNote(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, NoteInput)
  if (!posted.ok) return posted
  const result = await correctNote(posted.viewer, posted.input)
  if (result.ok) refresh()
  return result
}

'use server'

import { refresh } from 'next/cache'
import * as z from 'zod/mini'

import { readPosted } from '@/app/(staff)/posted'
import { changePassword } from '@/lib/data/people'
import { endOtherSessions, endSession } from '@/lib/data/sessions'
import type { Result } from '@/lib/result'

const PasswordInput = z.object({
  current: z
    .string('Enter your current password')
    .check(z.minLength(1, 'Enter your current password'), z.maxLength(1_000, 'Enter your current password as it is')),
  next: z
    .string('Enter a new password')
    .check(z.minLength(1, 'Enter a new password'), z.maxLength(1_000, 'Password must be 200 characters or less')),
})
const SessionInput = z.object({ id: z.uuid() })
const Nothing = z.object({})

export async function changeOwnPassword(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, PasswordInput)
  if (!posted.ok) return posted
  const result = await changePassword(posted.viewer, posted.input)
  if (result.ok) refresh()
  return result
}

export async function endOneSession(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, SessionInput, 'There is no such session.')
  if (!posted.ok) return posted
  const result = await endSession(posted.viewer, posted.input.id)
  if (result.ok) refresh()
  return result
}

export async function endAllOtherSessions(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Nothing)
  if (!posted.ok) return posted
  const result = await endOtherSessions(posted.viewer)
  if (result.ok) refresh()
  return result
}

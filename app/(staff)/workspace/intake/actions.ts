'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import * as z from 'zod/mini'

import { readPosted } from '@/app/(staff)/posted'
import { putBack, setAside } from '@/lib/data/intake'
import { beginEntry, discardEntry } from '@/lib/data/intake-entry'
import { takeMail } from '@/lib/data/intake-taking'
import { SetAsideReason } from '@/lib/domain/intake'
import type { Result } from '@/lib/result'

const noSuchMail = 'There is no such mail.'
const Which = z.object({ id: z.uuid() })
const Beginning = z.object({ channel: z.enum(['telephone', 'paper']) })
const Taking = z.object({ id: z.uuid(), answer: z.optional(z.enum(['yes'])) })
const Aside = z.object({ id: z.uuid(), reason: SetAsideReason })

export async function beginResponse(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Beginning, 'Choose how it was given.')
  if (!posted.ok) return posted
  const result = await beginEntry(posted.viewer, posted.input.channel)
  return result.ok ? redirect(`/workspace/intake/${result.value.id}`) : result
}

export async function makeResponse(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Taking, noSuchMail)
  if (!posted.ok) return posted
  const { id, answer } = posted.input
  const result = await takeMail(posted.viewer, { id, answer: answer === 'yes' })
  return result.ok ? redirect(`/workspace/intake/${result.value.submissionId}`) : result
}

export async function putMailAside(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Aside)
  if (!posted.ok) return posted
  const result = await setAside(posted.viewer, posted.input)
  if (result.ok) refresh()
  return result
}

export async function putMailBack(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Which, noSuchMail)
  if (!posted.ok) return posted
  const result = await putBack(posted.viewer, posted.input.id)
  if (result.ok) refresh()
  return result
}

export async function discardResponse(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Which, 'There is no such response.')
  if (!posted.ok) return posted
  const result = await discardEntry(posted.viewer, posted.input.id)
  return result.ok ? redirect('/workspace/intake') : result
}

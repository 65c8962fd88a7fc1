'use server'

import { refresh } from 'next/cache'
import * as z from 'zod/mini'

import { readPosted } from '@/app/(staff)/posted'
import { acceptAgreements, settleOne, settleSubmission, undoLastSettlement } from '@/lib/data/settling'
import { settleChoices } from '@/lib/domain/settling'
import type { Result } from '@/lib/result'

const reference = z.string().check(z.maxLength(40))
const coding = z.union([
  z.uuid(),
  z.pipe(
    z.literal(''),
    z.transform(() => null),
  ),
])
const Reference = z.object({ reference })
const Last = z.extend(Reference, { lastId: z.uuid() })
const Choice = z.object({ reference, firstId: coding, secondId: coding, choice: z.enum(settleChoices) })
const otherwise = 'There is no such submission.'

/** Settles one thing that two coded differently. */
export async function settle(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Choice, 'Choose one of the ways in which this can be settled.')
  if (!posted.ok) return posted
  const result = await settleOne(posted.viewer, posted.input)
  if (result.ok) refresh()
  return result
}

export async function acceptAll(
  _: Result<{ accepted: number }> | null,
  form: unknown,
): Promise<Result<{ accepted: number }>> {
  const posted = await readPosted(form, Reference, otherwise)
  if (!posted.ok) return posted
  const result = await acceptAgreements(posted.viewer, posted.input.reference)
  if (result.ok) refresh()
  return result
}

export async function undoLast(
  _: Result<{ undone: number }> | null,
  form: unknown,
): Promise<Result<{ undone: number }>> {
  const posted = await readPosted(form, Last, otherwise)
  if (!posted.ok) return posted
  const result = await undoLastSettlement(posted.viewer, posted.input)
  if (result.ok) refresh()
  return result
}

export async function settleAll(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Reference, otherwise)
  if (!posted.ok) return posted
  const result = await settleSubmission(posted.viewer, posted.input.reference)
  if (result.ok) refresh()
  return result
}

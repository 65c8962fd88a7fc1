'use server'

import { refresh } from 'next/cache'
import * as z from 'zod/mini'

import { readPosted } from '@/app/(staff)/posted'
import { exchangeCoder, makeDouble, undoDouble } from '@/lib/data/double-coding'
import { finishCoding } from '@/lib/data/finishing'
import { declareInterest, withdrawInterest } from '@/lib/data/interests'
import { paragraphsInput } from '@/lib/domain/text-input'
import type { Result } from '@/lib/result'

const reference = z.string().check(z.maxLength(40))
const Reference = z.object({ reference })
const person = z.uuid('Select a person')
const Pair = z.object({ reference, firstId: person, secondId: person })
const Exchange = z.object({
  reference,
  fromId: z.union(
    [
      z.uuid(),
      z.pipe(
        z.literal(''),
        z.transform(() => null),
      ),
    ],
    'Select whose place it is',
  ),
  toId: person,
})
const Finished = z.object({ reference, finished: z.enum(['yes', 'no']) })
const Interest = z.object({ reference, reason: paragraphsInput({ name: 'Reason', most: 1000 }) })
const otherwise = 'There is no such submission.'

/** Has two people of different teams code it blind. */
export async function codeByTwo(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Pair)
  if (!posted.ok) return posted
  const result = await makeDouble(posted.viewer, posted.input)
  if (result.ok) refresh()
  return result
}

export async function codeByOne(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Reference, otherwise)
  if (!posted.ok) return posted
  const result = await undoDouble(posted.viewer, posted.input.reference)
  if (result.ok) refresh()
  return result
}

/** Gives the place of one of two to somebody else. */
export async function changeCoder(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Exchange)
  if (!posted.ok) return posted
  const result = await exchangeCoder(posted.viewer, posted.input)
  if (result.ok) refresh()
  return result
}

export async function sayFinished(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Finished, otherwise)
  if (!posted.ok) return posted
  const { reference: named, finished } = posted.input
  const result = await finishCoding(posted.viewer, { reference: named, finished: finished === 'yes' })
  if (result.ok) refresh()
  return result
}

export async function sayConflict(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Interest)
  if (!posted.ok) return posted
  const result = await declareInterest(posted.viewer, posted.input)
  if (result.ok) refresh()
  return result
}

export async function takeConflictBack(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Reference, otherwise)
  if (!posted.ok) return posted
  const result = await withdrawInterest(posted.viewer, posted.input.reference)
  if (result.ok) refresh()
  return result
}

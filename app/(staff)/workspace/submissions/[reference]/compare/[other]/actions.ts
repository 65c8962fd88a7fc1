'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import * as z from 'zod/mini'

import { readPosted } from '@/app/(staff)/posted'
import { forget } from '@/lib/data/cached'
import { heardTag } from '@/lib/data/heard'
import { mergeSubmission, unmergeSubmission } from '@/lib/data/merging'
import type { Result } from '@/lib/result'

const reference = z.string().check(z.maxLength(40))
const Merging = z.object({ reference, into: reference })
const Parting = z.object({ reference })

export async function merge(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Merging, 'Choose two submissions.')
  if (!posted.ok) return posted
  const result = await mergeSubmission(posted.viewer, posted.input)
  if (!result.ok) return result
  forget(heardTag)
  refresh()
  return redirect(`/workspace/submissions/${posted.input.into}`)
}

export async function unmerge(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Parting, 'There is no such submission.')
  if (!posted.ok) return posted
  const result = await unmergeSubmission(posted.viewer, posted.input.reference)
  if (!result.ok) return result
  forget(heardTag)
  refresh()
  return result
}

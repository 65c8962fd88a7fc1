'use server'

import { refresh } from 'next/cache'
import * as z from 'zod/mini'

import { readPosted } from '@/app/(staff)/posted'
import { forget } from '@/lib/data/cached'
import { heardTag } from '@/lib/data/heard'
import { releaseFromQuarantine } from '@/lib/data/quarantine'
import type { Result } from '@/lib/result'

const Release = z.object({ reference: z.string().check(z.maxLength(20)) })

/** Lets one response out of the quarantine. */
export async function release(_before: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Release, 'There is no such submission.')
  if (!posted.ok) return posted
  const result = await releaseFromQuarantine(posted.viewer, posted.input.reference)
  if (result.ok) {
    forget(heardTag)
    refresh()
  }
  return result
}

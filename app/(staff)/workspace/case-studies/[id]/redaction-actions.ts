'use server'

import { refresh } from 'next/cache'

import { readPosted } from '@/app/(staff)/posted'
import { forget } from '@/lib/data/cached'
import { decideRedactions, releaseRedactions } from '@/lib/data/redactions'
import { galleryTag } from '@/lib/data/releases'
import { RedactionInput, RedactionReleaseInput } from '@/lib/domain/redaction-decision'
import type { Result } from '@/lib/result'

const unreadable = 'This form could not be read. Load the page again.'

/** What is to become of names and numbers. After publication it takes the text off the public pages, as an edit does. */
export async function decideFindings(
  _: Result<{ open: number }> | null,
  form: unknown,
): Promise<Result<{ open: number }>> {
  const posted = await readPosted(form, RedactionInput, unreadable)
  if (!posted.ok) return posted
  const result = await decideRedactions(posted.viewer, posted.input)
  if (result.ok) {
    forget(galleryTag)
    refresh()
  }
  return result
}

export async function releaseText(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, RedactionReleaseInput, unreadable)
  if (!posted.ok) return posted
  const result = await releaseRedactions(posted.viewer, posted.input)
  if (result.ok) refresh()
  return result
}

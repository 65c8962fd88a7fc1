'use server'

import { refresh } from 'next/cache'
import * as z from 'zod/mini'

import { readPosted } from '@/app/(staff)/posted'
import { retryMail } from '@/lib/data/mail'
import type { Result } from '@/lib/result'

const Which = z.object({ id: z.uuid() })

export async function sendMailAgain(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Which, 'There is no such mail.')
  if (!posted.ok) return posted
  const result = await retryMail(posted.viewer, posted.input.id)
  if (result.ok) refresh()
  return result
}

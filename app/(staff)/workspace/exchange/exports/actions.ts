'use server'

import { refresh } from 'next/cache'
import * as z from 'zod/mini'

import { readPosted } from '@/app/(staff)/posted'
import { dropExport } from '@/lib/data/exports'
import type { Result } from '@/lib/result'

const Dropping = z.object({ id: z.uuid() })

export async function removeExport(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Dropping, 'There is no such export.')
  if (!posted.ok) return posted
  const result = await dropExport(posted.viewer, posted.input.id)
  if (result.ok) refresh()
  return result
}

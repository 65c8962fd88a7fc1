'use server'

import { redirect } from 'next/navigation'
import * as z from 'zod/mini'

import { readPosted } from '@/app/(staff)/posted'
import { applyImport, dropImport } from '@/lib/data/codebook-exchange'
import type { Result } from '@/lib/result'

const gone = 'This file is not waiting any more. Choose it again.'
const Waiting = z.object({ id: z.uuid() })
const Seen = z.extend(Waiting, { seen: z.string() })

type Counts = { added: number; changed: number }

export async function importCodebook(_: Result<Counts> | null, form: unknown): Promise<Result<Counts>> {
  const posted = await readPosted(form, Seen, gone)
  if (!posted.ok) return posted
  const result = await applyImport(posted.viewer, posted.input)
  if (result.ok) redirect('/workspace/codebook')
  return result
}

export async function forgetImport(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Waiting, gone)
  if (!posted.ok) return posted
  const result = await dropImport(posted.viewer, posted.input.id)
  if (result.ok) redirect('/workspace/codebook/import')
  return result
}

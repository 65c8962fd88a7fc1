'use server'

import { refresh } from 'next/cache'
import * as z from 'zod/mini'

import { readPosted } from '@/app/(staff)/posted'
import { saveTargets } from '@/lib/data/coverage-targets'
import { readTargets } from '@/lib/domain/coverage-targets'
import { fieldsOf } from '@/lib/domain/form'
import { refused, type Result } from '@/lib/result'

type Saved = Result<{ version: number }>

const AsRead = z.object({ callId: z.uuid(), version: z.coerce.number().check(z.int()) })

export async function setTargets(_: Saved | null, form: unknown): Promise<Saved> {
  const posted = await readPosted(form, AsRead, 'There is no such call.')
  if (!posted.ok) return posted
  const { targets, fields } = readTargets(fieldsOf(form))
  if (fields) return refused('Check what you entered.', fields)
  const result = await saveTargets(posted.viewer, posted.input, targets)
  if (result.ok) refresh()
  return result
}

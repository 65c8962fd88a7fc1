'use server'

import { redirect } from 'next/navigation'
import * as z from 'zod/mini'

import { readPosted } from '@/app/(staff)/posted'
import { currentCall } from '@/lib/data/calls'
import { cancelExchange, confirmImport, forgetExchange, startExport } from '@/lib/data/exchange-runs'
import type { Result } from '@/lib/result'

const gone = 'This file is not waiting any more. Choose it again.'
const Waiting = z.object({ id: z.uuid() })
const Confirmed = z.catchall(Waiting, z.string())

export async function exportProject(_: Result<{ id: string }> | null, form: unknown): Promise<Result<{ id: string }>> {
  const posted = await readPosted(form, z.object({}))
  if (!posted.ok) return posted
  const result = await startExport(posted.viewer, await currentCall())
  if (result.ok) redirect(`/workspace/exchange/${result.value.id}`)
  return result
}

export async function importProject(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Confirmed, gone)
  if (!posted.ok) return posted
  const { id, ...fields } = posted.input
  const people = Object.fromEntries(
    Object.entries(fields).flatMap(([key, person]) =>
      key.startsWith('user-') && z.uuid().safeParse(person).success ? [[key.slice(5), person]] : [],
    ),
  )
  const result = await confirmImport(posted.viewer, (await currentCall()).id, { id, people })
  if (result.ok) redirect(`/workspace/exchange/${id}`)
  return result
}

export async function cancelProject(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Waiting, gone)
  if (!posted.ok) return posted
  const result = await cancelExchange(posted.viewer, (await currentCall()).id, posted.input.id)
  if (result.ok) redirect('/workspace/exchange')
  return result
}

export async function forgetProject(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Waiting, gone)
  if (!posted.ok) return posted
  const result = await forgetExchange(posted.viewer, (await currentCall()).id, posted.input.id)
  if (result.ok) redirect('/workspace/exchange')
  return result
}

'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import * as z from 'zod/mini'

import { readPosted } from '@/app/(staff)/posted'
import { currentCall } from '@/lib/data/calls'
import { addCode, editCode, moveCode, retireCode } from '@/lib/data/codes'
import { CodeInput } from '@/lib/domain/codebook'
import type { Result } from '@/lib/result'

const gone = 'There is no such code.'
const CodeEdit = z.extend(CodeInput, { codeId: z.uuid(gone), version: z.coerce.number(gone).check(z.int(gone)) })
const Retiring = z.object({ codeId: z.uuid(), retired: z.enum(['yes', 'no']) })
const Moving = z.object({ codeId: z.uuid(), direction: z.enum(['up', 'down']) })

export async function createCode(_: Result<{ id: string }> | null, form: unknown): Promise<Result<{ id: string }>> {
  const posted = await readPosted(form, CodeInput)
  if (!posted.ok) return posted
  const call = await currentCall()
  const result = await addCode(posted.viewer, call.id, posted.input)
  if (result.ok) redirect(`/workspace/codebook#${result.value.id}`)
  return result
}

export async function saveCode(
  _: Result<{ version: number }> | null,
  form: unknown,
): Promise<Result<{ version: number }>> {
  const posted = await readPosted(form, CodeEdit)
  if (!posted.ok) return posted
  const { codeId, version, ...code } = posted.input
  const result = await editCode(posted.viewer, codeId, version, code)
  if (result.ok) redirect(`/workspace/codebook#${codeId}`)
  return result
}

export async function setRetired(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Retiring, gone)
  if (!posted.ok) return posted
  const result = await retireCode(posted.viewer, posted.input.codeId, posted.input.retired === 'yes')
  if (result.ok) refresh()
  return result
}

export async function shiftCode(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Moving, gone)
  if (!posted.ok) return posted
  const result = await moveCode(posted.viewer, posted.input.codeId, posted.input.direction)
  if (result.ok) refresh()
  return result
}

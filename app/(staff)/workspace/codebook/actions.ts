'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import * as z from 'zod/mini'

import { readPosted } from '@/app/(staff)/posted'
import { currentCall } from '@/lib/data/calls'
import { addCode, editCode, restoreCode, retireCode } from '@/lib/data/code-editing'
import { mergeCodes, movePassages } from '@/lib/data/code-merging'
import { moveCode, placeCode, type MovedView } from '@/lib/data/code-tree'
import { undoChange } from '@/lib/data/codebook-undoing'
import { checkCoding } from '@/lib/data/coding-checks'
import { CodeInput, NewCodeInput, ParentInput } from '@/lib/domain/codebook'
import { readMove } from '@/lib/domain/codebook-tree'
import { refused, refusedAt, type Result } from '@/lib/result'

const gone = 'There is no such code.'
const Which = z.object({ codeId: z.uuid() })
const CodeEdit = z.extend(CodeInput, { codeId: z.uuid(gone), version: z.coerce.number(gone).check(z.int(gone)) })
const Retiring = z.extend(Which, { retired: z.enum(['yes', 'no']) })
const Moving = z.object({ move: z.string() })
const Placing = z.extend(Which, { parentId: ParentInput })
const Merging = z.extend(Which, { intoId: z.uuid('Select the code that takes its passages') })
const Passages = z.extend(Which, {
  codingId: z._default(
    z.union([
      z.array(z.uuid()).check(z.maxLength(200)),
      z.pipe(
        z.uuid(),
        z.transform(id => [id]),
      ),
    ]),
    [],
  ),
  toId: z.union([z.literal('new'), z.uuid()], 'Select where the passages go'),
  name: z._default(z.string(), ''),
})
const Change = z.object({ changeId: z.uuid() })
const Coding = z.object({ codingId: z.uuid() })

export async function createCode(_: Result<{ id: string }> | null, form: unknown): Promise<Result<{ id: string }>> {
  const posted = await readPosted(form, NewCodeInput)
  if (!posted.ok) return posted
  const { parentId, ...code } = posted.input
  const call = await currentCall()
  const result = await addCode(posted.viewer, call.id, { ...code, parentId: parentId || null })
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
  if (result.ok) redirect(`/workspace/codebook/${codeId}`)
  return result
}

export async function setRetired(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Retiring, gone)
  if (!posted.ok) return posted
  const { codeId, retired } = posted.input
  const result = retired === 'yes' ? await retireCode(posted.viewer, codeId) : await restoreCode(posted.viewer, codeId)
  if (result.ok) refresh()
  return result
}

/** A step of the tree's buttons, or a drop of the pointer: both send the same field. */
export async function shiftCode(_: Result<MovedView> | null, form: unknown): Promise<Result<MovedView>> {
  const posted = await readPosted(form, Moving, gone)
  if (!posted.ok) return posted
  const read = readMove(posted.input.move)
  if (!read) return refused(gone)
  const result = await moveCode(posted.viewer, read.codeId, read.move)
  if (result.ok) refresh()
  return result
}

export async function standUnder(_: Result<MovedView> | null, form: unknown): Promise<Result<MovedView>> {
  const posted = await readPosted(form, Placing)
  if (!posted.ok) return posted
  const result = await placeCode(posted.viewer, posted.input.codeId, posted.input.parentId || null)
  if (result.ok) refresh()
  return result
}

export async function mergeInto(
  _: Result<{ changeId: string }> | null,
  form: unknown,
): Promise<Result<{ changeId: string }>> {
  const posted = await readPosted(form, Merging)
  if (!posted.ok) return posted
  const result = await mergeCodes(posted.viewer, posted.input.codeId, posted.input.intoId)
  if (result.ok) redirect(`/workspace/codebook/${posted.input.intoId}#history`)
  return result
}

type Target = { id: string; name: string }

export async function recodePassages(_: Result<Target> | null, form: unknown): Promise<Result<Target>> {
  const posted = await readPosted(form, Passages)
  if (!posted.ok) return posted
  const { codeId, codingId: codingIds, toId, name } = posted.input
  if (codingIds.length === 0) return refused('Tick the passages to move.')
  const named = toId === 'new' ? CodeInput.shape.name.safeParse(name) : null
  if (named && !named.success) return refusedAt('name', named.error.issues[0]?.message ?? 'Enter a name')
  const to = named ? { name: named.data } : { codeId: toId }
  const result = await movePassages(posted.viewer, { codeId, codingIds, to })
  if (result.ok) refresh()
  return result
}

export async function undoLast(
  _: Result<{ codeId: string }> | null,
  form: unknown,
): Promise<Result<{ codeId: string }>> {
  const posted = await readPosted(form, Change, 'There is no such change, or it was undone already.')
  if (!posted.ok) return posted
  const result = await undoChange(posted.viewer, posted.input.changeId)
  if (result.ok) refresh()
  return result
}

export async function confirmCoding(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Coding, 'There is no such coding.')
  if (!posted.ok) return posted
  const result = await checkCoding(posted.viewer, posted.input.codingId)
  if (result.ok) refresh()
  return result
}

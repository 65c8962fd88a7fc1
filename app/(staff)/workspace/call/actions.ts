'use server'

import { refresh } from 'next/cache'
import * as z from 'zod/mini'

import { readPosted } from '@/app/(staff)/posted'
import { forget } from '@/lib/data/cached'
import { closeCall, editCall, openCall, type CallAsRead, type CallChanges } from '@/lib/data/call-editing'
import { saveLenses, savePartners, savePrompts } from '@/lib/data/call-lists'
import { savePlaces } from '@/lib/data/call-places'
import { callTag } from '@/lib/data/calls'
import {
  CallDates,
  CallPress,
  CallText,
  LensRow,
  PartnerRow,
  PlaceRow,
  PromptRow,
  rowsOf,
} from '@/lib/domain/call-edit'
import { fieldsOf } from '@/lib/domain/form'
import type { Viewer } from '@/lib/domain/person'
import { refused, type Result } from '@/lib/result'

type Saved = Result<{ version: number }>
type Fields = ReturnType<typeof fieldsOf>
type Save = (viewer: Viewer, read: CallAsRead, fields: Fields) => Promise<Saved>

const check = 'Check what you entered.'
const AsRead = z.object({ callId: z.uuid(), version: z.coerce.number().check(z.int()) })

/** What every save of the call has in common: who, which call, and the public pages renewed at once. */
async function save(form: unknown, deed: Save): Promise<Saved> {
  const posted = await readPosted(form, AsRead, 'There is no such call.')
  if (!posted.ok) return posted
  const result = await deed(posted.viewer, posted.input, fieldsOf(form))
  if (result.ok) {
    forget(callTag)
    refresh()
  }
  return result
}

function savePart(schema: z.ZodMiniType<CallChanges>): Save {
  return async (viewer, read, fields) => {
    const parsed = schema.safeParse(fields)
    return parsed.success
      ? editCall(viewer, read, parsed.data)
      : refused(check, z.flattenError(parsed.error).fieldErrors)
  }
}

function saveRows<T extends { position: number }>(
  list: string,
  schema: z.ZodMiniType<T>,
  begun: readonly string[],
  write: (viewer: Viewer, read: CallAsRead, rows: T[]) => Promise<Saved>,
): Save {
  return async (viewer, read, fields) => {
    const parsed = rowsOf(fields, list, schema, begun)
    return parsed.fields ? refused(check, parsed.fields) : write(viewer, read, parsed.rows)
  }
}

export async function saveText(_: Saved | null, form: unknown): Promise<Saved> {
  return save(form, savePart(CallText))
}

export async function saveDates(_: Saved | null, form: unknown): Promise<Saved> {
  return save(form, savePart(CallDates))
}

export async function savePress(_: Saved | null, form: unknown): Promise<Saved> {
  return save(form, savePart(CallPress))
}

export async function savePromptRows(_: Saved | null, form: unknown): Promise<Saved> {
  return save(form, saveRows('prompts', PromptRow, ['theme', 'text'], savePrompts))
}

export async function saveLensRows(_: Saved | null, form: unknown): Promise<Saved> {
  return save(form, saveRows('lenses', LensRow, ['label'], saveLenses))
}

export async function savePartnerRows(_: Saved | null, form: unknown): Promise<Saved> {
  return save(form, saveRows('partners', PartnerRow, ['name', 'role', 'url'], savePartners))
}

export async function savePlaceRows(_: Saved | null, form: unknown): Promise<Saved> {
  return save(form, saveRows('places', PlaceRow, ['name'], savePlaces))
}

export async function openNow(_: Saved | null, form: unknown): Promise<Saved> {
  return save(form, openCall)
}

export async function closeNow(_: Saved | null, form: unknown): Promise<Saved> {
  return save(form, closeCall)
}

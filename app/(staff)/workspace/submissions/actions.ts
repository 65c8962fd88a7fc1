'use server'

import { refresh } from 'next/cache'
import * as z from 'zod/mini'

import { readPosted } from '@/app/(staff)/posted'
import { workOnMany, type BulkOutcome } from '@/lib/data/bulk-work'
import { currentCall } from '@/lib/data/calls'
import { readFacetValues } from '@/lib/data/facet-values'
import { changeView, deleteView, saveView } from '@/lib/data/saved-views'
import { askedIn } from '@/lib/domain/address'
import { BulkInput, bulkDeedOf } from '@/lib/domain/bulk'
import type { Viewer } from '@/lib/domain/person'
import { filterAddress, readFilter } from '@/lib/domain/submission-filter'
import { lineInput } from '@/lib/domain/text-input'
import { refused, type Result } from '@/lib/result'

const name = lineInput({ name: 'Name', most: 100, missing: 'Enter a name' })
const shared = z._default(z.enum(['yes', 'no']), 'no')
const query = z._default(z.string().check(z.maxLength(8000)), '')
const ViewInput = z.object({ name, shared, query })
const ViewChange = z.object({ id: z.uuid(), name, shared })
const ViewRemoval = z.object({ id: z.uuid() })

async function filterIn(viewer: Viewer, callId: string, written: string) {
  const { known } = await readFacetValues(viewer, callId)
  return readFilter(askedIn(written), known)
}

/** Keeps the filters of the list under a name: read and written anew, so that nothing else is kept. */
export async function saveFilters(_: Result<{ id: string }> | null, form: unknown): Promise<Result<{ id: string }>> {
  const posted = await readPosted(form, ViewInput)
  if (!posted.ok) return posted
  const { viewer, input } = posted
  const call = await currentCall()
  const kept = filterAddress('', (await filterIn(viewer, call.id, input.query)).filter).slice(1)
  const result = await saveView(viewer, call.id, { name: input.name, query: kept, shared: input.shared === 'yes' })
  if (result.ok) refresh()
  return result
}

/** Renames a view, shares it or takes it back. */
export async function changeSavedView(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, ViewChange)
  if (!posted.ok) return posted
  const result = await changeView(posted.viewer, { ...posted.input, shared: posted.input.shared === 'yes' })
  if (result.ok) refresh()
  return result
}

export async function removeSavedView(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, ViewRemoval, 'There is no such view.')
  if (!posted.ok) return posted
  const result = await deleteView(posted.viewer, posted.input.id)
  if (result.ok) refresh()
  return result
}

/** Does one thing to what is ticked, or to all that the filters find. */
export async function workOnSelection(_: Result<BulkOutcome> | null, form: unknown): Promise<Result<BulkOutcome>> {
  const posted = await readPosted(form, BulkInput)
  if (!posted.ok) return posted
  const { viewer, input } = posted
  const deed = bulkDeedOf(input)
  if (!deed.ok) return deed
  const call = await currentCall()
  if (input.scope === 'ticked' && input.reference.length === 0) return refused('Tick the submissions first.')
  const { filter, ignored } = await filterIn(viewer, call.id, input.query)
  // a code that was merged since the list was read would fall out of the filter, and more be changed than was seen
  if (input.scope === 'all' && ignored.length > 0)
    return refused('Some of the filters are not there any more. Load the list again.')
  const selection = input.scope === 'all' ? { filter } : { references: input.reference }
  const result = await workOnMany(viewer, call.id, selection, deed.value)
  if (result.ok) refresh()
  return result
}

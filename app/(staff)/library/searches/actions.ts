'use server'

import { refresh } from 'next/cache'
import * as z from 'zod/mini'

import { readPosted } from '@/app/(staff)/posted'
import { currentCall } from '@/lib/data/calls'
import { deleteSearch, mailSearch, saveSearch } from '@/lib/data/saved-searches'
import { askedIn } from '@/lib/domain/address'
import { libraryAddress, readLibraryChoice } from '@/lib/domain/library-filter'
import { lineInput } from '@/lib/domain/text-input'
import type { Result } from '@/lib/result'

const noSuchSearch = 'There is no such search.'
const mail = z._default(z.enum(['yes', 'no']), 'no')
const SearchInput = z.object({
  name: lineInput({ name: 'Name', most: 100, missing: 'Enter a name' }),
  query: z._default(z.string().check(z.maxLength(8000)), ''),
  mail,
})
const SearchMail = z.object({ id: z.uuid(), mail })
const SearchRemoval = z.object({ id: z.uuid() })

/** Keeps the filters of the library under a name: read and written anew, so that nothing else is kept. */
export async function keepSearch(_: Result<{ id: string }> | null, form: unknown): Promise<Result<{ id: string }>> {
  const posted = await readPosted(form, SearchInput)
  if (!posted.ok) return posted
  const { viewer, input } = posted
  const call = await currentCall()
  const query = libraryAddress('', readLibraryChoice(askedIn(input.query), call).choice).slice(1)
  const result = await saveSearch(viewer, call.id, { name: input.name, query, mail: input.mail === 'yes' })
  if (result.ok) refresh()
  return result
}

export async function switchMail(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, SearchMail, noSuchSearch)
  if (!posted.ok) return posted
  const result = await mailSearch(posted.viewer, { id: posted.input.id, mail: posted.input.mail === 'yes' })
  if (result.ok) refresh()
  return result
}

export async function removeSearch(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, SearchRemoval, noSuchSearch)
  if (!posted.ok) return posted
  const result = await deleteSearch(posted.viewer, posted.input.id)
  if (result.ok) refresh()
  return result
}

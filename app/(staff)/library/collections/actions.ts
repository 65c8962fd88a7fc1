'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'

import { readPosted } from '@/app/(staff)/posted'
import {
  addToCollection,
  deleteCollection,
  editCollection,
  makeCollection,
  moveInCollection,
  noteInCollection,
  removeFromCollection,
  restoreCollection,
  returnToCollection,
  type TakenOut,
} from '@/lib/data/collection-editing'
import { currentCall } from '@/lib/data/calls'
import {
  Additions,
  CollectionDeed,
  CollectionEdit,
  ItemDeed,
  ItemMove,
  ItemNote,
  ItemReturn,
  NewCollection,
} from '@/lib/domain/collection'
import type { Result } from '@/lib/result'

const path = '/library/collections'
const noSuchCollection = 'There is no such collection.'

export async function beginCollection(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, NewCollection)
  if (!posted.ok) return posted
  const call = await currentCall()
  const result = await makeCollection(posted.viewer, call.id, posted.input)
  if (!result.ok) return result
  redirect(`${path}/${result.value.id}`)
}

export async function changeCollection(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, CollectionEdit)
  if (!posted.ok) return posted
  const result = await editCollection(posted.viewer, posted.input)
  if (result.ok) refresh()
  return result
}

/** Deletes it and leads to the list, which offers to bring it back. */
export async function dropCollection(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, CollectionDeed, noSuchCollection)
  if (!posted.ok) return posted
  const result = await deleteCollection(posted.viewer, posted.input.id)
  if (!result.ok) return result
  redirect(`${path}?deleted=${posted.input.id}`)
}

export async function bringCollectionBack(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, CollectionDeed, noSuchCollection)
  if (!posted.ok) return posted
  const result = await restoreCollection(posted.viewer, posted.input.id)
  if (!result.ok) return result
  redirect(`${path}/${posted.input.id}`)
}

export async function addChosen(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Additions)
  if (!posted.ok) return posted
  const result = await addToCollection(posted.viewer, posted.input)
  if (!result.ok) return result
  redirect(`${path}/${posted.input.id}`)
}

export async function takeOut(_: Result<TakenOut> | null, form: unknown): Promise<Result<TakenOut>> {
  const posted = await readPosted(form, ItemDeed, noSuchCollection)
  if (!posted.ok) return posted
  const result = await removeFromCollection(posted.viewer, posted.input)
  if (result.ok) refresh()
  return result
}

export async function putBack(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, ItemReturn, noSuchCollection)
  if (!posted.ok) return posted
  const result = await returnToCollection(posted.viewer, posted.input)
  if (result.ok) refresh()
  return result
}

export async function writeNote(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, ItemNote)
  if (!posted.ok) return posted
  const result = await noteInCollection(posted.viewer, posted.input)
  if (result.ok) refresh()
  return result
}

export async function moveItem(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, ItemMove, noSuchCollection)
  if (!posted.ok) return posted
  const result = await moveInCollection(posted.viewer, posted.input)
  if (result.ok) refresh()
  return result
}

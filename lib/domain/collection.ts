import * as z from 'zod/mini'

import { lineInput, paragraphsInput } from './text-input'

/** The case studies that one collection holds at most, and the collections of one person. */
export const mostCollected = 100
export const mostCollections = 200

const slug = z.string().check(z.regex(/^[a-z0-9-]{1,120}$/))
const slugs = z.pipe(
  z.transform((value: unknown) => (value === undefined ? [] : [value].flat())),
  z.array(slug).check(z.maxLength(mostCollected)),
)
const shared = z._default(z.enum(['yes', 'no']), 'no')
const note = paragraphsInput({ name: 'Note', most: 4_000 })
const name = lineInput({ name: 'Name', most: 150, missing: 'Enter a name' })

/** A new collection, with the first that go into it. */
export const NewCollection = z.object({ name, note, shared, with: slugs })
export type NewCollection = z.infer<typeof NewCollection>

export const CollectionEdit = z.object({
  id: z.uuid(),
  version: z.coerce.number().check(z.int(), z.positive()),
  name,
  note,
  shared,
})
export type CollectionEdit = z.infer<typeof CollectionEdit>

export const CollectionDeed = z.object({ id: z.uuid() })

export const Additions = z.object({ id: z.uuid({ error: 'Select a collection' }), with: slugs })

/** `item` is the case study's own id: slugs can change. */
export const ItemDeed = z.object({ id: z.uuid(), item: z.uuid() })
export const ItemNote = z.extend(ItemDeed, { note: paragraphsInput({ name: 'Note', most: 2_000 }) })
/** `to` counts from 0. */
export const ItemMove = z.extend(ItemDeed, {
  to: z.coerce.number().check(z.int(), z.minimum(0), z.maximum(mostCollected)),
})
/** A case study that was taken out is put back as it stood. */
export const ItemReturn = z.extend(ItemMove, { note: paragraphsInput({ name: 'Note', most: 2_000 }) })

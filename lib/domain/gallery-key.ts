import { readCursor } from './cursor'
import type { GallerySort } from './gallery-filter'

/** A place in the gallery: what its order goes by, and the id that tells ties apart. */
export type GalleryKey = { key: string; id: string }

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const shapes = {
  match: new RegExp(`^(\\d{1,3}(?:\\.\\d{1,20})?(?:e-\\d{1,3})?)_(${id})$`),
  title: new RegExp(`^([^\\0]{1,400})_(${id})$`, 'su'),
}

/** As it stands in an address: a time, a likeness or a title in small letters, then `_` and the id. */
export function writeGalleryKey({ key, id }: GalleryKey): string {
  return `${key}_${id}`
}

/** Null where it is none of this order. */
export function readGalleryKey(sort: GallerySort, written: string): GalleryKey | null {
  if (sort === 'newest') {
    const cursor = readCursor(written)
    return cursor && { key: cursor.at.toISOString(), id: cursor.id }
  }
  const [, key, id] = shapes[sort].exec(written.replace(/\p{Surrogate}/gu, '')) ?? []
  return key && id ? { key, id } : null
}

import { randomUUID } from 'node:crypto'

const shape = /^[0-9a-f]{2}\/[0-9a-f-]{36}$/

/** A new key: 256 folders, and a random name that gives nothing away. */
export function newStorageKey(): string {
  const id = randomUUID()
  return `${id.slice(0, 2)}/${id}`
}

/** Whether a store's name for something is one that we gave: a bucket may hold other things too. */
export function isStorageKey(key: string): boolean {
  return shape.test(key)
}

/** The key, unless it is none of ours: then it throws, so that no path is made of it. */
export function checkedKey(key: string): string {
  if (!isStorageKey(key)) throw new Error('That is no key of a stored file.')
  return key
}

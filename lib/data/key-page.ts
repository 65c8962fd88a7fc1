/** Where a page of a list begins: older than one key, newer than one, or at the newest. */
export type KeyRange = { before?: string | undefined; after?: string | undefined }

/** A page, newest first, and the keys that lead to the pages beside it; null where there is none. */
export type KeyPage<T> = { rows: T[]; newer: string | null; older: string | null }

type Walk = { order: 'asc' | 'desc'; beyond: string | null; take: number }

/** Reads one page of a list that is paged by key. `read` walks from a key on, one row further than is shown. */
export async function readByKey<T>(
  { before, after }: KeyRange,
  size: number,
  read: (walk: Walk) => Promise<T[]>,
  keyOf: (row: T) => string,
): Promise<KeyPage<T>> {
  const key = (row: T | undefined) => (row === undefined ? null : keyOf(row))
  if (after !== undefined) {
    const found = await read({ order: 'asc', beyond: after, take: size + 1 })
    // fewer than a page are newer: the first page shows them and is full
    if (found.length < size) return readByKey({}, size, read, keyOf)
    const rows = found.slice(0, size).reverse()
    return { rows, newer: found.length > size ? key(rows[0]) : null, older: key(rows.at(-1)) }
  }
  const found = await read({ order: 'desc', beyond: before ?? null, take: size + 1 })
  const rows = found.slice(0, size)
  return {
    rows,
    newer: before === undefined ? null : key(rows[0]),
    older: found.length > size ? key(rows.at(-1)) : null,
  }
}

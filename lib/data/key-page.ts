/** Where a page of a list begins: after a key (what is older), before one (what is newer), or at the newest. */
export type KeyRange<K = string> = { after?: K | null | undefined; before?: K | null | undefined }

/** A page, newest first, and the keys that lead to the pages beside it; null where there is none. */
export type KeyPage<T, K = string> = { rows: T[]; newer: K | null; older: K | null }

type Walk<K> = { order: 'asc' | 'desc'; beyond: K | null; take: number }

/** Reads one page of a list that is paged by key. `read` walks from a key on, one row further than is shown. */
export async function readByKey<T, K>(
  { after, before }: KeyRange<K>,
  size: number,
  read: (walk: Walk<K>) => Promise<T[]>,
  keyOf: (row: T) => K,
): Promise<KeyPage<T, K>> {
  const key = (row: T | undefined) => (row === undefined ? null : keyOf(row))
  if (before != null) {
    const found = await read({ order: 'asc', beyond: before, take: size + 1 })
    // fewer than a page are newer: the first page shows them and is full
    if (found.length < size) return readByKey({}, size, read, keyOf)
    const rows = found.slice(0, size).reverse()
    return { rows, newer: found.length > size ? key(rows[0]) : null, older: key(rows.at(-1)) }
  }
  const found = await read({ order: 'desc', beyond: after ?? null, take: size + 1 })
  const rows = found.slice(0, size)
  return {
    rows,
    newer: after == null ? null : (key(rows[0]) ?? after),
    older: found.length > size ? key(rows.at(-1)) : null,
  }
}

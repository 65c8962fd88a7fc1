import { randomUUID } from 'node:crypto'

// Next keeps these on disk beyond a restart, when the database may be another one: each process has keys of its own.
const kept = globalThis as typeof globalThis & { portalProcess?: string }

// A read that began before an edit and was stored after it counts as fresh: it is forgotten after this many seconds.
const revalidate = 60

/** Keeps what `read` answers until one of its tags is renewed. For pages: elsewhere there is no cache to ask. */
export function cached<A extends unknown[], T>(read: (...given: A) => Promise<T>, name: string, tags: string[]) {
  return async (...given: A): Promise<T> => {
    // Here and not above: start-up and commands load this file too, where Next may not be loaded yet.
    const { unstable_cache } = await import('next/cache')
    kept.portalProcess ??= randomUUID()
    return unstable_cache(read, [kept.portalProcess, name], { tags, revalidate })(...given)
  }
}

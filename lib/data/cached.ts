type Kept = { answer: Promise<unknown>; until: number }

// Pages, actions and route handlers load this file apart: what all of them renew lies in one place of the process.
const shared = globalThis as typeof globalThis & { portalCache?: Map<string, Map<string, Kept>> }

// An edit on another server is not heard of here: what is kept is read anew after this many milliseconds.
const keptFor = 60_000

const mostKept = 500

/**
 * Keeps what `read` answers in this process until its tag is renewed, for a minute at most. Everybody is given the same
 * objects: nobody may change them. What cannot be read is not kept. `lasting` (milliseconds) may be longer where what is given
 * names a version: then nothing else can be meant by it.
 */
export function cached<A extends unknown[], T>(
  read: (...given: A) => Promise<T>,
  name: string,
  tag: string,
  lasting = keptFor,
) {
  return (...given: A): Promise<T> => {
    const kept = keptUnder(tag)
    const key = JSON.stringify([name, ...given])
    const known = kept.get(key)
    if (known && known.until > Date.now()) return known.answer as Promise<T>
    const answer = read(...given)
    const entry = { answer, until: Date.now() + lasting }
    kept.delete(key)
    const [oldest] = kept.keys()
    if (oldest !== undefined && kept.size >= mostKept) kept.delete(oldest)
    kept.set(key, entry)
    answer.catch(() => {
      if (kept.get(key) === entry) kept.delete(key)
    })
    return answer
  }
}

function keptUnder(tag: string): Map<string, Kept> {
  const tags = (shared.portalCache ??= new Map<string, Map<string, Kept>>())
  const kept = tags.get(tag) ?? new Map<string, Kept>()
  tags.set(tag, kept)
  return kept
}

/** Forgets what was read under a tag: here at once, a read that is under way too; on other servers within a minute. */
export function forget(tag: string): void {
  shared.portalCache?.delete(tag)
}

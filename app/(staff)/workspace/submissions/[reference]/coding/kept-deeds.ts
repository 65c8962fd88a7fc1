import type { CodingDeed } from './coding-deeds'

/**
 * What waits in this browser to be sent, in a drawer for each page that is open: two windows of the same person neither
 * write over each other's nor send it a second time, when it may mean something else. What a page that is gone left in
 * its drawer goes to the first that asks for it. A drawer is held by a lock of its name, which a browser gives back
 * when the page goes.
 */
export class KeptDeeds {
  private readonly own: string
  private readonly asked = new Set<string>()
  private readonly over = new AbortController()
  private letGo: () => void = () => undefined

  constructor(private readonly key: string) {
    this.own = `${key}:${crypto.randomUUID()}`
  }

  /** Takes hold of the page's own drawer. */
  open(): void {
    void locked(this.own, () => new Promise<void>(resolve => (this.letGo = resolve)))
  }

  /** Leaves the drawer, with what is in it, to other pages. */
  close(): void {
    this.over.abort()
    this.letGo()
  }

  keep(waiting: readonly CodingDeed[]): void {
    write(this.own, waiting)
  }

  /** Takes up what pages left that are gone, now or while this one is open. */
  adopt(take: (left: CodingDeed[]) => void): void {
    for (const name of namesUnder(this.key)) {
      if (name === this.own || this.asked.has(name)) continue
      this.asked.add(name)
      const takeUp = () => {
        const left = read(name)
        // in the own drawer before it is out of the other: it may be sent twice in a row, and is never lost
        if (left.length > 0) take(left)
        write(name, [])
      }
      void locked(name, takeUp, this.over.signal).finally(() => this.asked.delete(name))
    }
  }
}

/** Once whoever has the lock lets it go; at once in a browser that knows no locks. Nothing where it was given up. */
async function locked(name: string, work: () => void | Promise<void>, signal?: AbortSignal): Promise<void> {
  if (!('locks' in navigator)) return work()
  try {
    await navigator.locks.request(name, signal ? { signal } : {}, work)
  } catch (fault) {
    if (!signal?.aborted) throw fault
  }
}

function namesUnder(key: string): string[] {
  try {
    const names = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '')
    return names.filter(name => name === key || name.startsWith(`${key}:`))
  } catch {
    return []
  }
}

// Only pages of this portal write there; what does not look like a deed the server refuses.
function read(name: string): CodingDeed[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]')
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}

function write(name: string, waiting: readonly CodingDeed[]): void {
  try {
    if (waiting.length > 0) localStorage.setItem(name, JSON.stringify(waiting))
    else localStorage.removeItem(name)
  } catch {
    // a browser without storage keeps them in the page alone
  }
}

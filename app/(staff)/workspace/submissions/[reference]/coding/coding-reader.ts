import type { CodingsView } from '@/lib/data/coding-list'

/**
 * Reads what stands on a submission, one request at a time: asked while it reads, it reads once more afterwards.
 * `before` is told at the start of each, `then` what came of it; a request that failed tells nothing.
 */
export class CodingReader<B> {
  private busy = false
  private again = false

  constructor(
    private readonly reference: string,
    private readonly before: () => B,
    private readonly then: (codings: CodingsView, before: B) => void,
  ) {}

  async read(): Promise<void> {
    this.again = this.busy
    if (this.busy) return
    this.busy = true
    do {
      this.again = false
      const before = this.before()
      const codings = await fetchCodings(this.reference)
      if (codings) this.then(codings, before)
    } while (this.again)
    this.busy = false
  }
}

/** Whether the submission is still ours to read: after the end of a session a new page would be the one to sign in. */
export async function isStillReadable(reference: string): Promise<boolean> {
  return (await fetchCodings(reference)) !== null
}

async function fetchCodings(reference: string): Promise<CodingsView | null> {
  try {
    const response = await fetch(`/api/workspace/submissions/${reference}/codings`, { cache: 'no-store' })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

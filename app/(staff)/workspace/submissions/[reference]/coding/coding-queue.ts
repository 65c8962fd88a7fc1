import { requestOf, type CodingDeed } from './coding-deeds'
import { KeptDeeds } from './kept-deeds'

const second = 1_000

export type QueueState = {
  /** Whether the page hears what is coded on it: it does not before its scripts run. */
  ready: boolean
  /** Not yet answered by the server, oldest first. */
  waiting: readonly CodingDeed[]
  /** Committed, and perhaps not yet in what was read last. */
  sent: readonly CodingDeed[]
  /** Why they wait: the line is cut, or the session has ended. Null while all is well. */
  held: 'line' | 'session' | null
  /** What the server said no to, in its words. */
  refusal: string | null
}

export const notReady: QueueState = { ready: false, waiting: [], sent: [], held: null, refusal: null }

/**
 * Sends what somebody codes one after the other, and again until it is answered. What waits is kept in this browser,
 * so that neither a reload nor the end of a session loses it, and is wiped as soon as it is committed. Windows of the
 * same person keep and send each their own.
 */
export class CodingQueue {
  private state: QueueState = notReady
  private busy = false
  private stopped = false
  private readonly kept: KeptDeeds
  private timer: ReturnType<typeof setTimeout> | undefined
  private pause = second

  constructor(
    private readonly reference: string,
    key: string,
    private readonly tell: (state: QueueState) => void,
    private readonly onSent: () => void,
  ) {
    this.kept = new KeptDeeds(key)
  }

  /** Takes up what earlier pages left, and goes on when the line is back. Answers how to stop. */
  start(): () => void {
    this.kept.open()
    this.set({ ready: true })
    const wake = () => this.wake()
    window.addEventListener('online', wake)
    this.wake()
    return () => {
      window.removeEventListener('online', wake)
      clearTimeout(this.timer)
      this.stopped = true
      if (!this.busy) this.kept.close()
    }
  }

  add(deed: CodingDeed): void {
    this.set({ waiting: [...this.state.waiting, deed], refusal: null })
    void this.send()
  }

  /** Forgets those that were committed before the server was asked what stands. */
  forget(read: readonly CodingDeed[]): void {
    if (read.length > 0) this.set({ sent: this.state.sent.filter(deed => !read.includes(deed)) })
  }

  get committed(): readonly CodingDeed[] {
    return this.state.sent
  }

  wake(): void {
    this.pause = second
    this.kept.adopt(left => {
      this.set({ waiting: [...left, ...this.state.waiting] })
      void this.send()
    })
    void this.send()
  }

  private async send(): Promise<void> {
    if (this.busy || this.stopped) return
    clearTimeout(this.timer)
    this.busy = true
    try {
      for (let deed = this.state.waiting[0]; deed && !this.stopped; deed = this.state.waiting[0]) {
        const answer = await post(this.reference, deed)
        if (answer.kind === 'later') return this.wait(answer.why)
        this.pause = second
        const rest = { waiting: this.state.waiting.filter(other => other !== deed), held: null }
        if (answer.kind === 'refused') this.set({ ...rest, refusal: answer.message })
        else this.set({ ...rest, sent: [...this.state.sent, deed] })
        this.onSent()
      }
    } finally {
      this.busy = false
      // only now: what was on its way is out of the drawer, or still in it
      if (this.stopped) this.kept.close()
    }
  }

  private wait(held: 'line' | 'session'): void {
    this.set({ held })
    if (this.stopped) return
    this.timer = setTimeout(() => void this.send(), this.pause)
    this.pause = Math.min(this.pause * 2, 15 * second)
  }

  private set(change: Partial<QueueState>): void {
    this.state = { ...this.state, ...change }
    if (change.waiting) this.kept.keep(change.waiting)
    this.tell(this.state)
  }
}

type Answer = { kind: 'done' } | { kind: 'refused'; message: string } | { kind: 'later'; why: 'line' | 'session' }

async function post(reference: string, deed: CodingDeed): Promise<Answer> {
  const { path, body } = requestOf(reference, deed)
  const headers = { 'content-type': 'application/json' }
  try {
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body), keepalive: true })
    if (response.ok) return { kind: 'done' }
    if (response.status === 401) return { kind: 'later', why: 'session' }
    if (response.status >= 500) return { kind: 'later', why: 'line' }
    const said: unknown = await response.json().catch(() => null)
    const message = typeof said === 'object' && said && 'message' in said ? String(said.message) : ''
    return { kind: 'refused', message: message || 'That could not be saved. Load the page again.' }
  } catch {
    return { kind: 'later', why: 'line' }
  }
}

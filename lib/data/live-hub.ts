import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import * as z from 'zod/mini'

import { liveChannel } from '@/lib/data/live-events'
import { env } from '@/lib/env'

const second = 1_000
const heartbeat = 15 * second

/** What a listener hears: that something changed, who is here, or that it may have missed something and must read anew. */
export type LiveNews =
  | { kind: 'coding' | 'comment' | 'progress'; submissionId: string; actorId: string; hidden: boolean }
  | { kind: 'here'; submissionId: string }
  | { kind: 'resync' }
  | { kind: 'closing' }

type Listener = (news: LiveNews) => void
/** Somebody who has a submission open. */
export type Present = { id: string; name: string; team: string }

const Heard = z.union([
  z.object({
    kind: z.enum(['coding', 'comment', 'progress']),
    submissionId: z.uuid(),
    actorId: z.uuid(),
    hidden: z.boolean(),
  }),
  z.object({
    kind: z.literal('here'),
    submissionId: z.uuid(),
    server: z.string(),
    people: z.array(z.object({ id: z.string(), name: z.string(), team: z.string() })),
  }),
])

/**
 * One connection to PostgreSQL's NOTIFY for a whole server, shared by all who listen here. Who is where is told from
 * server to server the same way, again each 15 seconds, and forgotten after 40.
 */
class LiveHub {
  private readonly server = randomUUID()
  private readonly listeners = new Map<string, Set<Listener>>()
  private readonly here = new Map<string, Map<symbol, Present>>()
  private readonly elsewhere = new Map<string, Map<string, { people: Present[]; until: number }>>()
  private client: Client | null = null
  private timer: NodeJS.Timeout | null = null

  /** Hears of a submission until the function that it answers is called. */
  listen(submissionId: string, person: Present, listener: Listener): () => void {
    const mark = Symbol(person.id)
    within(this.listeners, submissionId, () => new Set<Listener>()).add(listener)
    within(this.here, submissionId, () => new Map<symbol, Present>()).set(mark, person)
    if (this.client) this.announce(submissionId)
    else this.connect()
    this.timer ??= setInterval(() => this.announceAll(), heartbeat).unref()
    return () => {
      forget(this.listeners, submissionId, set => set.delete(listener))
      forget(this.here, submissionId, map => map.delete(mark))
      this.announce(submissionId)
      if (this.listeners.size === 0) this.rest()
    }
  }

  /** Who has the submission open, on any server, each once. */
  present(submissionId: string): Present[] {
    const now = Date.now()
    const others = [...(this.elsewhere.get(submissionId)?.values() ?? [])].filter(({ until }) => until > now)
    const all = [...(this.here.get(submissionId)?.values() ?? []), ...others.flatMap(({ people }) => people)]
    return [...new Map(all.map(person => [person.id, person])).values()]
  }

  private connect(): void {
    const client = new Client({ connectionString: env().databaseUrl, application_name: 'portal live' })
    this.client = client
    const lost = () => {
      if (this.client !== client) return
      this.client = null
      void client.end().catch(() => undefined)
      if (this.listeners.size > 0) setTimeout(() => this.client ?? this.connect(), second).unref()
    }
    client.on('error', lost)
    client.on('end', lost)
    client.on('notification', ({ payload }) => this.hear(payload ?? ''))
    client
      .connect()
      .then(() => client.query(`LISTEN ${liveChannel}`))
      .then(() => {
        // what was told before the connection stood, nobody heard
        for (const set of this.listeners.values()) for (const listener of set) listener({ kind: 'resync' })
        this.announceAll()
      }, lost)
  }

  private hear(payload: string): void {
    const heard = Heard.safeParse(readJson(payload))
    if (!heard.success) return
    const news = heard.data
    if (news.kind === 'here' && news.server !== this.server)
      within(this.elsewhere, news.submissionId, () => new Map()).set(news.server, {
        people: news.people,
        until: Date.now() + 40 * second,
      })
    this.tell(news)
  }

  /** Ends every stream, so that a server that stops need not wait for them. */
  close(): void {
    for (const set of [...this.listeners.values()]) for (const listener of [...set]) listener({ kind: 'closing' })
  }

  private tell(news: Exclude<LiveNews, { kind: 'resync' | 'closing' }>): void {
    for (const listener of this.listeners.get(news.submissionId) ?? []) listener(news)
  }

  private announceAll(): void {
    for (const submissionId of this.here.keys()) this.announce(submissionId)
    const now = Date.now()
    for (const id of [...this.elsewhere.keys()])
      forget(this.elsewhere, id, servers => {
        for (const [server, { until }] of servers) if (until <= now) servers.delete(server)
      })
  }

  private announce(submissionId: string): void {
    const people = [...(this.here.get(submissionId)?.values() ?? [])].slice(0, 50)
    const payload = JSON.stringify({ kind: 'here', submissionId, server: this.server, people })
    this.client?.query('SELECT pg_notify($1, $2)', [liveChannel, payload]).catch(() => undefined)
  }

  private rest(): void {
    const client = this.client
    this.client = null
    if (this.timer) clearInterval(this.timer)
    this.timer = null
    // the last word about who left goes out first
    setTimeout(() => void client?.end().catch(() => undefined), second).unref()
  }
}

function within<V>(map: Map<string, V>, key: string, make: () => V): V {
  const found = map.get(key) ?? make()
  map.set(key, found)
  return found
}

function forget<V extends { size: number }>(map: Map<string, V>, key: string, work: (value: V) => void): void {
  const found = map.get(key)
  if (!found) return
  work(found)
  if (found.size === 0) map.delete(key)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

// In development modules are loaded anew at each change; the connection must not be.
const kept = globalThis as typeof globalThis & { portalLive?: LiveHub }

/** Ends what is open, where anything is. */
export function closeLive(): void {
  kept.portalLive?.close()
}

/** The hub of this server. Connected while somebody listens. */
export function liveHub(): LiveHub {
  return (kept.portalLive ??= new LiveHub())
}

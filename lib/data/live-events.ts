import type { Transaction } from '@/lib/db'

/** The channel of PostgreSQL's NOTIFY on which servers tell each other what changed. */
export const liveChannel = 'portal_live'

/**
 * What changed, never its content: whoever hears it reads anew by the queries that ask what they may know.
 * `hidden`: only the actor's own windows are told, because the submission is coded blind.
 */
export type LiveEvent = {
  kind: 'coding' | 'comment' | 'progress'
  submissionId: string
  actorId: string
  hidden: boolean
}

/** Tells every server, once the transaction has committed, that something of a submission changed. */
export async function tellLive(tx: Transaction, event: LiveEvent): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${liveChannel}, ${JSON.stringify(event)})`
}

/** The same of many submissions at once. */
export async function tellLiveOfMany(tx: Transaction, events: LiveEvent[]): Promise<void> {
  const told = events.map(event => JSON.stringify(event))
  await tx.$executeRaw`SELECT pg_notify(${liveChannel}, event) FROM unnest(${told}::text[]) AS event`
}

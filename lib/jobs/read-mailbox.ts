import { setTimeout as pause } from 'node:timers/promises'

import { mailboxPosition, moveMailbox, receiveMessage } from '@/lib/data/incoming-mail'
import type { Transaction } from '@/lib/db'
import { log } from '@/lib/log'
import { watchMailbox, type Keeper } from '@/lib/mail/mailbox'
import { withClient } from '@/lib/postgres/client'

const lockName = 'evidence-portal mailbox'
const lockEvery = 15_000

const keeper: Keeper = {
  position: mailboxPosition,
  async keep(message, address, position, only) {
    const also = (tx: Transaction) => moveMailbox(tx, address, position)
    if (only) log('warn', 'mailbox.headersOnly', { uid: position.lastUid, why: only })
    const arrival = await receiveMessage(message, { source: 'mailbox', also, ...(only ? { only } : {}) })
    if (arrival === 'tooLarge') log('warn', 'mailbox.tooLarge', { uid: position.lastUid })
  },
}

/**
 * Reads the mailbox of `imapUrl` until `stop`, on one machine at a time: whoever holds an advisory lock of the database
 * reads, the others wait for it. With the connection that holds the lock, the reading ends too.
 */
export function startMailboxReader(databaseUrl: string, imapUrl: string): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const work = async () => {
    while (!signal.aborted) {
      await readWhileLocked(databaseUrl, imapUrl, signal).catch(() => log('error', 'mailbox.lock'))
      await pause(lockEvery, undefined, { signal }).catch(() => undefined)
    }
  }
  const working = work()
  return {
    async stop() {
      stopping.abort()
      await working
    },
  }
}

async function readWhileLocked(databaseUrl: string, imapUrl: string, signal: AbortSignal): Promise<void> {
  await withClient(databaseUrl, async client => {
    const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock(hashtext($1)) AS held', [
      lockName,
    ])
    if (!rows[0]?.held) return
    const lost = new AbortController()
    client.once('end', () => lost.abort())
    client.once('error', () => lost.abort())
    await watchMailbox(imapUrl, keeper, AbortSignal.any([signal, lost.signal]), fault =>
      log('warn', 'mailbox.fault', { fault }),
    )
  })
}

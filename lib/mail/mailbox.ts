import { ImapFlow } from 'imapflow'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'

import { messageLimits } from '@/lib/mail/incoming/read-message'

/** How far a mailbox was read. Numbers of messages (UIDs) mean nothing under another validity. */
export type Position = { uidValidity: bigint; lastUid: number }

/** What the reader of a mailbox needs from whoever keeps the mails. */
export type Keeper = {
  /** Where the mailbox of this address was read to; null if it never was. */
  position(address: string): Promise<Position | null>
  /**
   * Keeps a message and the position behind it, in one transaction. Resolves once that is committed. With `only` it gets
   * the headers alone, of a message that is too large or that it could not keep.
   */
  keep(message: Readable, address: string, position: Position, only?: 'large' | 'unreadable'): Promise<void>
}

const second = 1_000
const longestIdle = 10 * 60 * second
/** After so many failures on one message the mailbox is read on past it. */
const mostTries = 3
const pauses = { first: second, most: 5 * 60 * second }

/** The account and folder that an `IMAP_URL` names, without its password. */
export function mailboxAddress(imapUrl: string): string {
  const { protocol, username, host, pathname } = new URL(imapUrl)
  return `${protocol}//${username}@${host}${pathname}`
}

/**
 * Reads a mailbox for as long as it is not told to stop: first all that came since it was read last, then whatever
 * arrives. Comes back after growing pauses where the line or the server fails. `onFault` is told of each failure, by the
 * name of the fault alone.
 */
export async function watchMailbox(
  imapUrl: string,
  keeper: Keeper,
  signal: AbortSignal,
  onFault: (fault: string) => void = () => undefined,
): Promise<void> {
  let wait = pauses.first
  const failures: Failures = new Map()
  while (!signal.aborted) {
    try {
      await readUntilCut({ imapUrl, keeper, failures }, signal, () => (wait = pauses.first))
    } catch (error) {
      onFault(error instanceof Error && 'code' in error ? String(error.code) : 'fault')
    }
    await pause(wait, undefined, { signal }).catch(() => undefined)
    wait = Math.min(wait * 2, pauses.most)
  }
}

/** How often each message failed to be kept, and how often the line was cut over it. */
type Failures = Map<number, { kept: number; cut: number }>
type Reading = { imapUrl: string; keeper: Keeper; failures: Failures }

/** One connection, until it ends or the signal comes. */
async function readUntilCut(reading: Reading, signal: AbortSignal, onGood: () => void): Promise<void> {
  const { imapUrl } = reading
  const client = connectionTo(imapUrl)
  const news = bell()
  let fallen: unknown
  client.on('error', error => (fallen = error))
  client.on('exists', news.ring)
  client.on('close', news.ring)
  const stop = () => {
    news.ring()
    client.close()
  }
  signal.addEventListener('abort', stop, { once: true })
  try {
    await client.connect()
    const folder = decodeURIComponent(new URL(imapUrl).pathname.slice(1)) || 'INBOX'
    const { uidValidity } = await client.mailboxOpen(folder)
    const address = mailboxAddress(imapUrl)
    while (!signal.aborted && client.usable) {
      news.reset()
      await catchUp(client, reading, { address, uidValidity }, signal)
      onGood()
      void client.idle().catch(() => undefined)
      await news.rung
    }
  } catch (error) {
    if (!signal.aborted) throw fallen ?? error
  } finally {
    signal.removeEventListener('abort', stop)
    client.close()
  }
}

function connectionTo(imapUrl: string): ImapFlow {
  const { protocol, hostname, port, username, password } = new URL(imapUrl)
  const secure = protocol === 'imaps:'
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return new ImapFlow({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 993 : 143),
    secure,
    // the password crosses no line in the clear; within this machine there is none
    ...(secure || isHere ? {} : { doSTARTTLS: true }),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    disableAutoIdle: true,
    maxIdleTime: longestIdle,
    connectionTimeout: 30 * second,
    socketTimeout: longestIdle + 60 * second,
    maxLiteralSize: 64 * 1024 * 1024,
    maxLineLength: 16 * 1024 * 1024,
    maxResponseSize: 96 * 1024 * 1024,
  })
}

type Place = { address: string; uidValidity: bigint }

/**
 * Takes what came since the position that is kept, oldest first. A message is marked as seen once it is kept; one of
 * which only the headers are kept stays unseen, for people to open in the mailbox.
 */
async function catchUp(client: ImapFlow, reading: Reading, place: Place, signal: AbortSignal): Promise<void> {
  const kept = await reading.keeper.position(place.address)
  const from = kept?.uidValidity === place.uidValidity ? kept.lastUid + 1 : 1
  // `n:*` answers the last message also where its number is below n
  const found = (await client.search({ uid: `${from}:*` }, { uid: true })) || []
  for (const uid of found.filter(each => each >= from).sort((a, b) => a - b)) {
    if (signal.aborted) return
    await take(client, reading, place, uid)
    reading.failures.delete(uid)
  }
}

/** Keeps one message, or its headers where it is too large or has failed too often. */
async function take(client: ImapFlow, { keeper, failures }: Reading, place: Place, uid: number): Promise<void> {
  const position = { uidValidity: place.uidValidity, lastUid: uid }
  const keepHeaders = async (why: 'large' | 'unreadable') => {
    const found = await client.fetchOne(String(uid), { headers: true }, { uid: true })
    const headers = found && found.headers
    if (headers) await keeper.keep(Readable.from([headers]), place.address, position, why)
  }
  const failed = failures.get(uid) ?? { kept: 0, cut: 0 }
  if (failed.cut >= mostTries) return keepHeaders('unreadable')
  try {
    const found = await client.fetchOne(String(uid), { size: true }, { uid: true })
    if (!found) return // somebody deleted it meanwhile
    if ((found.size ?? 0) > messageLimits.bytes) return await keepHeaders('large')
    const { content } = await client.download(String(uid), undefined, { uid: true })
    if (!content) return
    await keeper.keep(content, place.address, position)
  } catch (error) {
    failures.set(uid, client.usable ? { ...failed, kept: failed.kept + 1 } : { ...failed, cut: failed.cut + 1 })
    if (!client.usable || failed.kept + 1 < mostTries) throw error
    // where the database or the store is what fails, this fails too, and the whole message is tried again
    return keepHeaders('unreadable')
  }
  await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
}

/** Something to wait for that may have happened before the waiting began. */
function bell() {
  let settle = () => {}
  const bell = {
    rung: Promise.resolve(),
    ring: () => settle(),
    reset() {
      bell.rung = new Promise<void>(resolve => (settle = resolve))
    },
  }
  bell.reset()
  return bell
}

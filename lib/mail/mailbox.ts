import { ImapFlow } from 'imapflow'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'

/** How far a mailbox was read. Numbers of messages (UIDs) mean nothing under another validity. */
export type Position = { uidValidity: bigint; lastUid: number }

/** What the reader of a mailbox needs from whoever keeps the mails. */
export type Keeper = {
  /** Where the mailbox of this address was read to; null if it never was. */
  position(address: string): Promise<Position | null>
  /** Keeps a message and the position behind it, in one transaction. Resolves once that is committed. */
  keep(message: Readable, address: string, position: Position): Promise<void>
}

const second = 1_000
const longestIdle = 10 * 60 * second
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
  while (!signal.aborted) {
    try {
      await readUntilCut(imapUrl, keeper, signal, () => (wait = pauses.first))
    } catch (error) {
      onFault(error instanceof Error && 'code' in error ? String(error.code) : 'fault')
    }
    await pause(wait, undefined, { signal }).catch(() => undefined)
    wait = Math.min(wait * 2, pauses.most)
  }
}

/** One connection, until it ends or the signal comes. */
async function readUntilCut(imapUrl: string, keeper: Keeper, signal: AbortSignal, onGood: () => void): Promise<void> {
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
      await catchUp(client, keeper, { address, uidValidity }, signal)
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

/** Takes what came since the position that is kept, oldest first. A message is marked as seen once it is kept. */
async function catchUp(client: ImapFlow, keeper: Keeper, place: Place, signal: AbortSignal): Promise<void> {
  const kept = await keeper.position(place.address)
  const from = kept?.uidValidity === place.uidValidity ? kept.lastUid + 1 : 1
  // `n:*` answers the last message also where its number is below n
  const found = (await client.search({ uid: `${from}:*` }, { uid: true })) || []
  for (const uid of found.filter(each => each >= from).sort((a, b) => a - b)) {
    if (signal.aborted) return
    const { content } = await client.download(String(uid), undefined, { uid: true })
    if (!content) continue // somebody deleted it meanwhile
    await keeper.keep(content, place.address, { uidValidity: place.uidValidity, lastUid: uid })
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
  }
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

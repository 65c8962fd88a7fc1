import { receiveMessage, type Arrival } from '@/lib/data/incoming-mail'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { isMbox, splitMbox } from '@/lib/mail/incoming/split-mbox'

/** How many messages of a file were new, were here already, and were too large. */
export type Dropped = Record<Arrival, number>

/** Takes in a file of mail, one message (`.eml`) or many (`.mbox`), while it is still arriving. Null for who may not. */
export async function receiveMailFile(
  viewer: Viewer,
  source: AsyncIterable<Uint8Array>,
  name: string,
): Promise<Dropped | null> {
  if (!may(viewer, 'workIntake')) return null
  const counts: Dropped = { new: 0, known: 0, tooLarge: 0 }
  const { head, whole } = await peek(source)
  if (head.length === 0) return counts
  const messages = isMbox(head) ? splitMbox(whole) : single(whole)
  for await (const message of messages) counts[await receiveMessage(message, { source: name })] += 1
  return counts
}

async function* single(message: AsyncIterable<Uint8Array>) {
  yield message
}

/** The first bytes of a stream, and the stream as if they had not been read. */
async function peek(source: AsyncIterable<Uint8Array>) {
  const iterator = source[Symbol.asyncIterator]()
  const read: Uint8Array[] = []
  let bytes = 0
  while (bytes < 512) {
    const next = await iterator.next()
    if (next.done) break
    read.push(next.value)
    bytes += next.value.length
  }
  async function* whole() {
    yield* read
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  }
  return { head: Buffer.concat(read).subarray(0, 512), whole: whole() }
}

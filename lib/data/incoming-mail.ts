import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { record } from '@/lib/data/audit'
import { db, type Transaction } from '@/lib/db'
import { cutText } from '@/lib/domain/text-normal'
import { dropPart, newPart } from '@/lib/files/part'
import { newStorageKey } from '@/lib/files/storage-key'
import { fileStore } from '@/lib/files/store'
import { dropTaken, takeIn, type TakenFile } from '@/lib/files/take-in'
import { isAutomatic } from '@/lib/mail/incoming/automatic'
import { readBounce } from '@/lib/mail/incoming/bounce'
import { messageLimits, readMessage, UnreadableMessage, type Message } from '@/lib/mail/incoming/read-message'
import { Prisma, type IncomingKind } from '@/prisma/generated/client'

/** What became of a message: it is new, it was here already, or it is too large to be taken. */
export type Arrival = 'new' | 'known' | 'tooLarge'

type Origin = {
  /** `mailbox`, or the name of the file that it was dropped in with. */
  source: string
  /** More to write in the same transaction, also where the message is known: how far a mailbox was read. */
  also?: (tx: Transaction) => Promise<void>
  /** These are only the headers of a message that is too large, or of one that could not be taken in. */
  only?: HeadersOnly
}

/** Why only the headers of a message came. */
export type HeadersOnly = 'large' | 'unreadable'

const insteadOfText: Record<HeadersOnly, string> = {
  large: 'Too large to read here: open it in the mailbox.',
  unreadable: 'This message could not be read here: open it in the mailbox.',
}

/**
 * Takes in one message: its bytes are kept as they came, its text and files beside them, in one transaction. The same
 * bytes arrive once. What cannot be read is kept too and says so. A notice of non-delivery is written to the mail that
 * came back.
 */
export async function receiveMessage(
  source: AsyncIterable<Uint8Array>,
  { source: name, also, only }: Origin,
): Promise<Arrival> {
  const parts: string[] = []
  const newFile = () => {
    const part = newPart()
    parts.push(part)
    return part
  }
  try {
    const whole = newFile()
    const sha256 = await writeWhole(source, whole)
    if (!sha256) {
      if (also) await db.$transaction(also)
      return 'tooLarge'
    }
    if (await db.incomingMail.findUnique({ where: { sha256 }, select: { id: true } })) {
      if (also) await db.$transaction(also)
      return 'known'
    }
    return await keepMessage({ whole, sha256, name, also, only, newFile })
  } finally {
    for (const part of parts) await dropPart(part)
  }
}

/** Writes a message to a file and answers its hash; null where it is too large, read to its end all the same. */
async function writeWhole(source: AsyncIterable<Uint8Array>, file: string): Promise<string | null> {
  const hash = createHash('sha256')
  let bytes = 0
  const bounded = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      hash.update(chunk)
      done(null, bytes > messageLimits.bytes ? undefined : chunk)
    },
  })
  const to = createWriteStream(/* turbopackIgnore: true */ file, { mode: 0o600, flags: 'wx' })
  await pipeline(Readable.from(source), bounded, to)
  return bytes > messageLimits.bytes ? null : hash.digest('hex')
}

type Whole = {
  whole: string
  sha256: string
  name: string
  also: Origin['also']
  only: Origin['only']
  newFile: () => string
}

async function keepMessage({ whole, sha256, name, also, only, newFile }: Whole): Promise<Arrival> {
  const read = await readWhole(whole, newFile)
  const message = only ? { ...read, text: insteadOfText[only] } : read
  const taken: TakenFile[] = []
  const storageKey = newStorageKey()
  const store = await fileStore()
  try {
    for (const { file, name: given } of message.attachments) {
      const taking = await takeIn(file, given)
      // what we take from nobody stays in the message alone
      if (taking.ok) taken.push(taking.file)
    }
    await store.put(storageKey, whole)
    await db.$transaction(async tx => {
      const notTaken = message.leftOut + message.attachments.length - taken.length
      await write(tx, message, taken, { storageKey, sha256, source: cutText(name, 200), notTaken })
      await also?.(tx)
    })
    return 'new'
  } catch (error) {
    for (const file of taken) await dropTaken(file)
    await store.remove(storageKey)
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') throw error
    // two brought it at the same moment
    if (also) await db.$transaction(also)
    return 'known'
  }
}

async function readWhole(file: string, newFile: () => string): Promise<Message> {
  try {
    return await readMessage(createReadStream(/* turbopackIgnore: true */ file), newFile)
  } catch (error) {
    if (!(error instanceof UnreadableMessage)) throw error
    return {
      ...{ messageId: '', inReplyTo: '', references: [], fromName: '', fromAddress: '', sentAt: null },
      ...{ attachments: [], leftOut: 0, reports: [], headers: new Map() },
      subject: 'A message that could not be read',
      text: 'This message is damaged, or made of more parts than the portal reads. Download the original to look at it.',
    }
  }
}

type Kept = { storageKey: string; sha256: string; source: string; notTaken: number }

async function write(
  tx: Transaction,
  message: Message,
  files: TakenFile[],
  { notTaken, ...kept }: Kept,
): Promise<void> {
  const call = await tx.call.findFirstOrThrow({ where: { isCurrent: true }, select: { id: true } })
  const bounce = readBounce(message)
  const kind: IncomingKind = bounce ? 'BOUNCE' : isAutomatic(message) ? 'AUTOMATIC' : 'LETTER'
  const submissionId = bounce?.mailId ? await noteBounce(tx, bounce.mailId, bounce) : null
  const { messageId, inReplyTo, fromName, fromAddress, subject, sentAt, text: body } = message
  const { id } = await tx.incomingMail.create({
    data: {
      ...kept,
      callId: call.id,
      kind,
      messageId,
      inReplyTo,
      fromName,
      fromAddress,
      subject,
      sentAt,
      body,
      submissionId,
    },
    select: { id: true },
  })
  await tx.storedFile.createMany({ data: files.map(file => ({ ...file, incomingMailId: id })) })
  await record(tx, {
    actor: 'portal',
    action: kind === 'BOUNCE' ? 'mail.bounce' : 'mail.arrive',
    thing: { kind: 'incomingMail', id },
    callId: call.id,
    details: notTaken > 0 ? { notTaken } : {},
  })
}

/** Notes on the mail of this id that it came back, if there is one; answers the submission that it was about. */
async function noteBounce(
  tx: Transaction,
  mailId: string,
  { permanent, reason }: { permanent: boolean; reason: string },
): Promise<string | null> {
  const mail = await tx.mail.findUnique({ where: { id: mailId }, select: { submissionId: true } })
  if (!mail) return null
  const bounceReason = permanent ? reason : cutText(`Not delivered yet: ${reason}`, 500)
  await tx.mail.update({ where: { id: mailId }, data: { bouncedAt: new Date(), bounceReason } })
  return mail.submissionId
}

/** How far a mailbox was read; null if it never was. */
export function mailboxPosition(address: string): Promise<{ uidValidity: bigint; lastUid: number } | null> {
  return db.mailbox.findUnique({ where: { address }, select: { uidValidity: true, lastUid: true } })
}

/** Writes down how far a mailbox was read, in the transaction of what was read. */
export async function moveMailbox(
  tx: Transaction,
  address: string,
  position: { uidValidity: bigint; lastUid: number },
): Promise<void> {
  await tx.mailbox.upsert({ where: { address }, create: { address, ...position }, update: position })
}

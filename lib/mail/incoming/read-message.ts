import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { MailParser, type AttachmentStream, type HeaderValue, type Headers, type MailParserOptions } from 'mailparser'

import { cutText, normaliseLine, normaliseText } from '@/lib/domain/text-normal'

/** What a message may be at most; what lies beyond is not read, or counted as left out. */
export const messageLimits = {
  bytes: 40 * 1024 * 1024,
  headers: 256 * 1024,
  parts: 200,
  htmlCharacters: 2_000_000,
  textCharacters: 500_000,
  attachments: 20,
  attachmentBytes: 10 * 1024 * 1024,
  reportBytes: 256 * 1024,
} as const

/** A file that came with a message, written to `file`. `embedded`: the text of the message shows it, as the logo of a signature. */
export type Attachment = { file: string; name: string; type: string; bytes: number; embedded: boolean }

/** A part that speaks of another message: a delivery status, or the message that came back. */
export type Report = { type: string; text: string }

/** A message as it is kept and shown: plain text, NFC, nothing invisible. Ids without their angle brackets. */
export type Message = {
  messageId: string
  inReplyTo: string
  references: string[]
  fromName: string
  fromAddress: string
  subject: string
  sentAt: Date | null
  text: string
  attachments: Attachment[]
  /** Attachments that were too many or too large. */
  leftOut: number
  reports: Report[]
  /** Every header by its small name, in one line. */
  headers: ReadonlyMap<string, string>
}

/** Thrown for what cannot be read as a message; the sentence is for people. */
export class UnreadableMessage extends Error {}

// `maxChildNodes` and `maxHeadSize` are the splitter's, which the parser hands on.
const options: MailParserOptions & { maxChildNodes: number; maxHeadSize: number } = {
  keepDeliveryStatus: true,
  skipImageLinks: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  maxHtmlLengthToParse: messageLimits.htmlCharacters,
  maxChildNodes: messageLimits.parts,
  maxHeadSize: messageLimits.headers,
}

/**
 * Reads one message from its bytes and writes what is attached into new files, which are the caller's to remove, also
 * when this throws. Nothing
 * in it is run or fetched. Throws `UnreadableMessage`, or the error of the source or the folder.
 */
export async function readMessage(source: Readable, newFile: () => string): Promise<Message> {
  const parser = new MailParser(options)
  const found: Pick<Message, 'attachments' | 'leftOut' | 'reports'> = { attachments: [], leftOut: 0, reports: [] }
  let headers: Headers = new Map()
  let lines: readonly { key: string; line: string }[] = []
  let text = ''
  parser.on('headers', (read: Headers) => (headers = read))
  parser.on('headerLines', (read: typeof lines) => (lines = read))
  const readParts = async () => {
    for await (const part of parser as AsyncIterable<
      AttachmentStream | { type: 'text'; text?: string; html?: unknown }
    >) {
      if (part.type === 'attachment') await keep(part, newFile, found)
      else text = part.html ? (part.text ?? '').replace(pictureAddress, '') : (part.text ?? '')
    }
  }
  try {
    await Promise.all([pipeline(source, bounded(messageLimits.bytes), parser), readParts()])
  } catch (error) {
    throw isFault(error) ? error : new UnreadableMessage('This message could not be read.', { cause: error })
  }
  return { ...described(headers, lines), text: kept(text), ...found }
}

// what stands for a picture where HTML was made plain
const pictureAddress = /\[(?:https?|cid|data):[^\]\s]*\]/g

/** Lets so many bytes through and fails at the next. */
function bounded(most: number): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > most) done(new UnreadableMessage(`A message can be ${most / 1024 / 1024} MB at most.`))
      else done(null, chunk)
    },
  })
}

/** Errors of the disk, the line or ourselves, which are not the message's. */
function isFault(error: unknown): boolean {
  return error instanceof UnreadableMessage || (error instanceof Error && 'syscall' in error)
}

async function keep(
  part: AttachmentStream,
  newFile: () => string,
  found: Pick<Message, 'attachments' | 'leftOut' | 'reports'>,
): Promise<void> {
  try {
    if (/^(?:message\/|text\/rfc822-headers$)/.test(part.contentType)) {
      const report = { type: part.contentType, text: (await firstBytes(part)).toString('utf8') }
      if (found.reports.length < messageLimits.attachments) found.reports.push(report)
      if (part.contentType !== 'message/rfc822' || found.reports.some(({ type }) => type.endsWith('-status'))) return
      found.leftOut += 1
      return
    }
    const room = found.attachments.length < messageLimits.attachments
    const file = room ? newFile() : ''
    const bytes = room ? await write(part, file) : await drain(part)
    if (bytes === null) found.leftOut += 1
    else if (bytes > 0) {
      const name = cutText(normaliseLine(part.filename ?? ''), 300)
      found.attachments.push({ file, name, type: part.contentType, bytes, embedded: part.related === true })
    }
  } finally {
    part.release?.()
  }
}

async function write(part: AttachmentStream, file: string): Promise<number | null> {
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      done(null, bytes > messageLimits.attachmentBytes ? undefined : chunk)
    },
  })
  await pipeline(
    part.content as Readable,
    counted,
    createWriteStream(/* turbopackIgnore: true */ file, { mode: 0o600 }),
  )
  if (bytes <= messageLimits.attachmentBytes) return bytes
  await rm(/* turbopackIgnore: true */ file)
  return null
}

async function drain(part: AttachmentStream): Promise<null> {
  for await (const chunk of part.content as Readable) void chunk
  return null
}

async function firstBytes(part: AttachmentStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of part.content as Readable) {
    const buffer = Buffer.from(chunk as Uint8Array)
    if (bytes < messageLimits.reportBytes) chunks.push(buffer)
    bytes += buffer.length
  }
  return Buffer.concat(chunks).subarray(0, messageLimits.reportBytes)
}

function described(headers: Headers, lines: readonly { key: string; line: string }[]) {
  const flat = new Map<string, string>()
  for (const { key, line } of lines) {
    if (!flat.has(key)) flat.set(key, normaliseLine(line.slice(line.indexOf(':') + 1)).slice(0, 2_000))
  }
  const sender = addressOf(headers.get('reply-to')) ?? addressOf(headers.get('from')) ?? { name: '', address: '' }
  const author = addressOf(headers.get('from'))
  return {
    messageId: idsIn(flat.get('message-id'))[0] ?? '',
    inReplyTo: idsIn(flat.get('in-reply-to'))[0] ?? '',
    references: idsIn(flat.get('references')).slice(-50),
    fromName: author?.name || sender.name,
    fromAddress: sender.address,
    subject: line(headers.get('subject')),
    sentAt: dateIn(flat.get('date')),
    headers: flat,
  }
}

function line(value: HeaderValue | undefined): string {
  return typeof value === 'string' ? cutText(normaliseLine(value), 500) : ''
}

function addressOf(value: HeaderValue | undefined): { name: string; address: string } | null {
  if (!value || typeof value !== 'object' || !('value' in value) || !Array.isArray(value.value)) return null
  const first = value.value.flatMap(entry => entry.group ?? [entry]).find(entry => entry.address)
  const address = normaliseLine(first?.address ?? '')
  if (!first || !address || address.length > 254) return null
  return { name: cutText(normaliseLine(first.name), 200), address }
}

/** Message ids, without their angle brackets. */
export function idsIn(text: string | undefined): string[] {
  return [...(text ?? '').matchAll(/<([^<>\s]{1,400})>/g)].map(([, id]) => id ?? '')
}

function dateIn(text: string | undefined): Date | null {
  const date = new Date((text ?? '').replace(/\s*\([^)]*\)\s*$/, ''))
  const year = date.getUTCFullYear()
  return year >= 1990 && year <= 2100 ? date : null
}

/** Cut before, so that there is an end to the work, and after: NFC makes some texts longer. */
function kept(text: string): string {
  const most = messageLimits.textCharacters
  return cutText(normaliseText(text.slice(0, most)), most)
}

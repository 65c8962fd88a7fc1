import { normaliseLine } from '@/lib/domain/text-normal'
import type { Message } from './read-message'

/** A mail of ours that came back. `mailId` is of the row in Mail where the notice says which mail it was. */
export type Bounce = { mailId: string | null; recipient: string; permanent: boolean; reason: string }

const ourId = /([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@/i
const returned =
  /^(?:undeliver(?:ed|able)\b|mail delivery (?:failed|failure|problem)|delivery (?:status notification|has failed|failure)|returned mail|failure notice|message (?:not delivered|undeliverable)|delivery notification: delivery has failed|warning: message .{0,60}delayed)/iu
const address = /<?([^\s<>"'(),;:]{1,64}@[^\s<>"'(),;:]{1,190}[^\s<>"'(),;:.])>?/

/** Reads a notice of non-delivery: RFC 3464, or one of the common shapes before it. Null for every other message. */
export function readBounce(message: Message): Bounce | null {
  const status = message.reports.find(({ type }) => /^message\/(?:global-)?delivery-status$/.test(type))
  const told = status ? fromStatus(status.text) : fromWords(message)
  return told && { ...told, mailId: whichMail(message), reason: normaliseLine(told.reason).slice(0, 500) }
}

type Told = Omit<Bounce, 'mailId'>

function fromStatus(status: string): Told | null {
  const groups = status
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map(fieldsIn)
  const recipients = groups.filter(group => group.has('final-recipient') || group.has('original-recipient'))
  const failing = recipients.find(group => /^failed/i.test(group.get('action') ?? '')) ?? recipients.find(isDelayed)
  if (!failing) return null
  return {
    recipient: afterType(failing.get('original-recipient') ?? failing.get('final-recipient') ?? ''),
    permanent: !isDelayed(failing) && !(failing.get('status') ?? '').startsWith('4'),
    reason: afterType(failing.get('diagnostic-code') ?? '') || `Status ${failing.get('status') ?? 'unknown'}`,
  }
}

function isDelayed(group: Map<string, string>): boolean {
  return /^delayed/i.test(group.get('action') ?? '')
}

/** The fields of a group by their small names, folded lines joined. */
function fieldsIn(group: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of group.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name, value] = /^([\w-]{1,60}):\s*(.*)$/.exec(line) ?? []
    if (name && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value ?? '')
  }
  return fields
}

/** `rfc822; a@example.org` without its type. */
function afterType(value: string): string {
  return value.replace(/^[\w.-]{1,40}\s*;\s*/, '').trim()
}

function fromWords({ headers, fromAddress, subject, text }: Message): Told | null {
  const failed = headers.get('x-failed-recipients')
  const fromDaemon =
    /^(?:mailer-daemon|postmaster|mail-daemon)@/i.test(fromAddress) || headers.get('return-path') === '<>'
  const isNotice =
    returned.test(subject) || /^(?:hi\. )?this is the (?:qmail-send program|mail (?:system|delivery))/iu.test(text)
  if (!failed && !(fromDaemon && isNotice)) return null
  const head = text.slice(0, 20_000)
  const lines = head.split('\n').map(line => line.trim())
  const coded = lines.find(line => /\b[45]\d\d[\s-]|\b[45]\.\d{1,3}\.\d{1,3}\b/.test(line))
  const recipient = failed?.split(',')[0]?.trim() ?? lines.map(line => address.exec(line)?.[1]).find(Boolean) ?? ''
  const reason =
    coded ?? lines.find(line => /does not exist|unknown|full|rejected|not found|refused/i.test(line)) ?? subject
  const passing =
    /\b4\d\d[\s-]|\b4\.\d{1,3}\.\d{1,3}\b/.test(coded ?? '') ||
    /\bdelayed\b|will be retried|still trying/i.test(`${subject} ${head}`)
  return { recipient, permanent: !passing, reason }
}

/** Our Message-ID is `<id of the mail@domain>`: in the mail that came back, or in what the notice answers. */
function whichMail({ reports, text, inReplyTo, references }: Message): string | null {
  for (const { type, text: part } of reports) {
    if (type.endsWith('-status')) continue
    const id = ourId.exec(/^message-id:\s*(?:\n\s+)?(.*)$/im.exec(part)?.[1] ?? '')
    if (id?.[1]) return id[1].toLowerCase()
  }
  const inText = /message-id:\s*<([^<>\s]{1,400})>/i.exec(text)?.[1]
  for (const id of [inReplyTo, ...references.toReversed(), inText ?? '']) {
    const found = ourId.exec(`${id}`)
    if (found?.[1]) return found[1].toLowerCase()
  }
  return null
}

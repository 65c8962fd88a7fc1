import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, test } from 'vitest'
import { isAutomatic } from './automatic'
import { readBounce } from './bounce'
import { messageLimits, readMessage, UnreadableMessage } from './read-message'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'message-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

let files = 0
const newFile = () => path.join(folder, `${(files += 1)}`)
const lines = (...parts: string[]) => parts.join('\r\n')
const read = (message: string | Buffer) => readMessage(Readable.from([Buffer.from(message)]), newFile)
const head = ['From: "Zenobia Q." <zenobia@quillfeather.example>', 'Subject: Hot meals', 'Message-ID: <a1@example.org>']

describe('a message', () => {
  test('plain, with who, when and what it answers', async () => {
    const message = await read(
      lines(...head, 'Date: Tue, 24 Nov 2026 16:00:00 +0000', 'In-Reply-To: <b2@example.org>', 'References: <c3@x>', ' <b2@example.org>', '', 'We cooked.\u0000 Cafe\u0301', ''), // prettier-ignore
    )
    expect(message).toMatchObject({
      fromName: 'Zenobia Q.',
      fromAddress: 'zenobia@quillfeather.example',
      subject: 'Hot meals',
      messageId: 'a1@example.org',
      inReplyTo: 'b2@example.org',
      references: ['c3@x', 'b2@example.org'],
      sentAt: new Date('2026-11-24T16:00:00Z'),
      attachments: [],
    })
    expect(message.text).toBe('We cooked. Café')
  })

  test.each([
    ['letters that grow when they are made normal', '\u0958', 500_000],
    ['letters of two halves', `x${'😀'.repeat(2)}`, 100_000],
  ])('long, of %s: what is kept fits and is whole', async (_name, letters, times) => {
    const body = Buffer.from(letters.repeat(times)).toString('base64')
    const subject = `=?utf-8?B?${Buffer.from(`x${'😀'.repeat(300)}`).toString('base64')}?=`
    const message = await read(
      lines('From: a@example.org', `Subject: ${subject}`, 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', '', body), // prettier-ignore
    )
    expect(message.text.length).toBeGreaterThan(400_000)
    expect(message.text.length).toBeLessThanOrEqual(messageLimits.textCharacters)
    expect(Buffer.from(message.text).toString() === message.text).toBe(true)
    expect(message.subject.length).toBeLessThanOrEqual(500)
    expect(Buffer.from(message.subject).toString()).toBe(message.subject)
  })

  test('of HTML alone becomes plain text, and nothing is fetched or run', async () => {
    const html = '<p>We <b>cooked</b>.</p><script>alert(1)</script><img src="http://127.0.0.1:9/x"><p>A lot.</p>'
    const { text } = await read(lines(...head, 'Content-Type: text/html; charset=utf-8', '', html))
    expect(text).toMatch(/We cooked\.\s+A lot\./)
    expect(text).not.toContain('alert')
  })

  test.each([
    ['windows-1252', 'quoted-printable', 'Caf=E9 =93so=94', 'Café “so”'],
    ['utf-8', 'base64', Buffer.from('Größe 😀').toString('base64'), 'Größe 😀'],
    ['iso-2022-jp', '7bit', '\u001b$B$3$s\u001b(B', 'こん'],
    ['x-no-such-thing', '8bit', 'plain', 'plain'],
  ])('in %s, %s', async (charset, encoding, body, expected) => {
    const { text } = await read(
      lines(
        ...head,
        `Content-Type: text/plain; charset=${charset}`,
        `Content-Transfer-Encoding: ${encoding}`,
        '',
        body,
      ),
    )
    expect(text).toBe(expected)
  })

  test('with files: written apart, named without what hides', async () => {
    const part = (name: string, body: string) =>
      lines('--x', 'Content-Type: application/pdf', `Content-Disposition: attachment; filename="${name}"`, '', body)
    const message = await read(
      lines(...head, 'Content-Type: multipart/mixed; boundary=x', '', '--x', '', 'Text', part('a\u202efdp.pdf', 'one'), part('', 'two'), '--x--', ''), // prettier-ignore
    )
    expect(message.text).toBe('Text')
    expect(message.attachments.map(({ name, bytes }) => [name, bytes])).toEqual([['afdp.pdf', 3], ['', 3]]) // prettier-ignore
    expect(fs.readFileSync(message.attachments[0]?.file ?? '', 'utf8')).toBe('one')
  })

  test('at the limit of an attachment and one byte past it', async () => {
    const big = (bytes: number) => lines('--x', 'Content-Type: image/png', '', 'a'.repeat(bytes))
    const whole = lines(...head, 'Content-Type: multipart/mixed; boundary=x', '', big(messageLimits.attachmentBytes), big(messageLimits.attachmentBytes + 1), '--x--', '') // prettier-ignore
    const { attachments, leftOut } = await read(whole)
    expect(attachments.map(({ bytes }) => bytes)).toEqual([messageLimits.attachmentBytes])
    expect(leftOut).toBe(1)
  })

  test('too large, too deep or with too many parts is refused in a sentence', async () => {
    async function* endless() {
      yield Buffer.from(lines(...head, '', ''))
      for (let sent = 0; sent <= messageLimits.bytes; sent += 1_000_000) yield Buffer.alloc(1_000_000, 'a\n')
    }
    await expect(readMessage(Readable.from(endless()), newFile)).rejects.toThrow(UnreadableMessage)
    const parts = Array.from({ length: messageLimits.parts + 1 }, () => lines('--x', '', 'a'))
    await expect(read(lines('Content-Type: multipart/mixed; boundary=x', '', ...parts, '--x--'))).rejects.toThrow(UnreadableMessage) // prettier-ignore
  })

  test.each([
    ['nothing', ''],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256))],
    [
      'a broken end',
      lines(...head, 'Content-Type: multipart/mixed; boundary=x', '', '--x', 'Content-Type: text/plain'),
    ],
    ['bad addresses and dates', lines('From: <<>>@', 'Date: the other day', 'Subject: =?utf-8?Q?=FF=FE?=', '', 'a')],
  ])('of %s is read as far as it goes', async (_, bytes) => {
    expect(await read(bytes)).toMatchObject({ attachments: [] })
  })

  test('two hundred levels of HTML and a million tags take no time', async () => {
    const started = Date.now()
    const html = '<div>'.repeat(900) + 'deep' + '<b>'.repeat(300_000)
    await read(lines(...head, 'Content-Type: text/html', '', html)).catch(() => undefined)
    expect(Date.now() - started).toBeLessThan(10_000)
  })
})

describe('a program wrote it', () => {
  test.each([
    ['Auto-Submitted: auto-replied'],
    ['Precedence: bulk'],
    ['List-Id: <news.example.org>'],
    ['X-Auto-Response-Suppress: OOF, AutoReply'],
    ['Return-Path: <>'],
    ['Subject: Automatic reply: Hot meals'],
    ['Subject: Out of office'],
    ['From: No reply <no-reply@example.org>'],
  ])('%s', async header => {
    expect(isAutomatic(await read(lines(header, ...head, '', 'x')))).toBe(true)
  })

  test.each([
    ['Auto-Submitted: no'],
    ['X-Mailer: iPhone Mail'],
    ['Subject: Re: out of office hours clinic'],
    ['Precedence: normal'],
  ])('a person: %s', async header => {
    expect(isAutomatic(await read(lines(header, ...head, '', 'x')))).toBe(false)
  })
})

const mailId = '019ab3c4-1111-7222-8333-444455556666'
const dsn = (status: string) =>
  lines('From: MAILER-DAEMON@mx.example', 'Subject: Undelivered Mail Returned to Sender', 'Content-Type: multipart/report; report-type=delivery-status; boundary=x', '', '--x', '', 'Sorry.', '--x', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example', '', status, '--x', 'Content-Type: text/rfc822-headers', '', `Message-ID: <${mailId}@portal.example>`, 'Subject: Your link', '', '--x--', '') // prettier-ignore

describe('a mail that came back', () => {
  test('for good', async () => {
    const bounce = readBounce(await read(dsn(lines('Final-Recipient: rfc822; gone@example.org', 'Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1', '  No such user')))) // prettier-ignore
    expect(bounce).toEqual({ mailId, recipient: 'gone@example.org', permanent: true, reason: '550 5.1.1 No such user' })
  })

  test('for now', async () => {
    const bounce = readBounce(await read(dsn(lines('Final-Recipient: rfc822; full@example.org', 'Action: delayed', 'Status: 4.2.2')))) // prettier-ignore
    expect(bounce).toEqual({ mailId, recipient: 'full@example.org', permanent: false, reason: 'Status 4.2.2' })
  })

  test('delivered after all is none', async () => {
    expect(readBounce(await read(dsn(lines('Final-Recipient: rfc822; a@example.org', 'Action: delivered', 'Status: 2.0.0'))))).toBeNull() // prettier-ignore
  })

  test('with the whole message inside', async () => {
    const whole = dsn(lines('Final-Recipient: rfc822; gone@example.org', 'Action: failed', 'Status: 5.1.1')).replace('text/rfc822-headers', 'message/rfc822') // prettier-ignore
    expect(readBounce(await read(whole))).toMatchObject({ mailId })
  })

  test.each([
    ['Exim', ['X-Failed-Recipients: gone@example.org', 'From: Mail Delivery System <Mailer-Daemon@mx.example>', 'Subject: Mail delivery failed: returning message to sender', `References: <${mailId}@portal.example>`], 'A message could not be delivered:\r\n\r\n  gone@example.org\r\n    550 Unrouteable address'], // prettier-ignore
    ['qmail', ['From: MAILER-DAEMON@mx.example', 'Subject: failure notice'], `Hi. This is the qmail-send program at mx.example.\r\n\r\n<gone@example.org>:\r\n550 no mailbox here by that name\r\n\r\n--- Below\r\n\r\nMessage-ID: <${mailId}@portal.example>`], // prettier-ignore
    ['Exchange', ['From: postmaster@example.org', 'Subject: Undeliverable: Your link', `In-Reply-To: <${mailId}@portal.example>`], "Your message to gone@example.org couldn't be delivered.\r\n550 5.1.10 RESOLVER.ADR.RecipientNotFound"], // prettier-ignore
  ])('as %s says it', async (_, headers, body) => {
    const bounce = readBounce(await read(lines(...headers, '', body)))
    expect(bounce).toMatchObject({ mailId, recipient: 'gone@example.org', permanent: true })
    expect(bounce?.reason).toContain('550')
  })

  test('a person who writes about an undelivered mail is no bounce', async () => {
    expect(readBounce(await read(lines(...head, '', 'Undelivered Mail: 550 gone@example.org')))).toBeNull()
  })
})

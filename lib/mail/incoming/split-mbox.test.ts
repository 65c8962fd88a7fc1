import { expect, test } from 'vitest'
import { isMbox, splitMbox } from './split-mbox'

const first =
  'From a@example.org Tue Nov 24 16:00:00 2026\nSubject: One\n\nFrom here on.\n>From quoted\n>>From deeper\n\n'
const second = 'From - Tue Nov 24 16:01:00 2026\r\nSubject: Two\r\n\r\nTwo\r\n'

async function split(text: string, size: number, least = Infinity): Promise<string[]> {
  async function* source() {
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const messages: string[] = []
  for await (const message of splitMbox(source())) {
    let read = ''
    for await (const piece of message) {
      read += piece.toString()
      if (read.length > least) break
    }
    messages.push(read)
  }
  return messages
}

test.each([1, 3, 64, 10_000])('each message comes apart, in chunks of %i bytes', async size => {
  expect(await split(first + second, size)).toEqual([
    'Subject: One\n\nFrom here on.\nFrom quoted\n>From deeper\n',
    'Subject: Two\r\n\r\nTwo\r\n',
  ])
})

test('one that is not read to its end is passed over', async () => {
  const parts = await split(first + second, 8, 2)
  expect(parts).toHaveLength(2)
  expect(parts[1]).toMatch(/^Subj/)
})

test('a line without end, an empty file and one that is no mbox', async () => {
  const long = 'x'.repeat(300_000)
  expect(await split(`From a 10:00\n\n${long}\n`, 1000)).toEqual([`\n${long}\n`])
  expect(await split('', 10)).toEqual([])
  expect(await split('Subject: x\n\nFrom me to you', 10)).toEqual([])
})

test('an mbox is told from a message by its first line', () => {
  expect(isMbox(Buffer.from(second))).toBe(true)
  expect(isMbox(Buffer.from('From: a@example.org\nDate: 10:00'))).toBe(false)
  expect(isMbox(Buffer.from('Received: by'))).toBe(false)
})

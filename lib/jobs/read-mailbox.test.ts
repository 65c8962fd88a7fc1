import { spawn, type ChildProcess } from 'node:child_process'
import { ImapFlow } from 'imapflow'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'

import { db } from '@/lib/db'
import { env, systemEnvironment } from '@/lib/env'
import { emptyDatabase } from '@/lib/testing/database'
import { hasDovecot, startDovecot } from '@/lib/testing/dovecot'
import { makeCall } from '@/lib/testing/submission-makers'
import { startMailboxReader } from './read-mailbox'

// Passed over, and said to be, where Debian's dovecot is not installed.
const available = hasDovecot()
if (!available) console.warn('dovecot is not installed, or this is not root: the mailbox is not tested.')

let server: Awaited<ReturnType<typeof startDovecot>>
let stop = async () => {}
const readers: ChildProcess[] = []

beforeAll(async () => {
  if (available) server = await startDovecot()
})
afterAll(() => server?.stop())
beforeEach(async () => {
  await emptyDatabase()
  await makeCall()
})
afterEach(async () => {
  await stop()
  stop = async () => {}
  for (const reader of readers.splice(0)) reader.kill('SIGKILL')
  if (available) await withMailbox(client => client.messageDelete('1:*'))
})

async function withMailbox<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
  const { hostname, port } = new URL(server.imapUrl)
  const auth = { user: 'call@example.org', pass: 'secret' }
  const client = new ImapFlow({ host: hostname, port: Number(port), secure: false, auth, logger: false })
  await client.connect()
  try {
    await client.mailboxOpen('INBOX')
    return await work(client)
  } finally {
    await client.logout()
  }
}

const letter = (number: number) =>
  `From: a${number}@example.org\r\nSubject: Letter ${number}\r\nMessage-ID: <${number}@example.org>\r\n\r\nText ${number}\r\n`

async function put(...numbers: number[]): Promise<void> {
  await withMailbox(async client => {
    for (const number of numbers) await client.append('INBOX', letter(number))
  })
}

function read(): void {
  const reader = startMailboxReader(env().databaseUrl ?? '', server.imapUrl)
  stop = () => reader.stop()
}

const count = () => db.incomingMail.count()
const until = (holds: () => Promise<boolean>) => vi.waitUntil(holds, { timeout: 30_000, interval: 50 })

test.runIf(available)(
  'what waits is read, what arrives comes by itself, and it is marked once it is kept',
  async () => {
    await put(1, 2)
    read()
    await until(async () => (await count()) === 2)
    await put(3)
    await until(async () => (await count()) === 3)
    expect(await db.incomingMail.findFirst({ where: { subject: 'Letter 3' } })).toMatchObject({
      fromAddress: 'a3@example.org',
      body: 'Text 3',
      kind: 'LETTER',
      source: 'mailbox',
    })
    await until(() => withMailbox(async client => ((await client.search({ seen: true })) || []).length === 3))
  },
  40_000,
)

test.runIf(available)(
  'each message comes once, although the reader is killed again and again',
  async () => {
    const numbers = Array.from({ length: 60 }, (_, at) => at + 1)
    await put(...numbers)
    const begin = () => {
      const { databaseUrl = '', dataDir = '' } = env()
      const variables = systemEnvironment({ IMAP_URL: server.imapUrl, DATABASE_URL: databaseUrl, DATA_DIR: dataDir })
      const reader = spawn(process.execPath, ['--import', 'tsx', 'lib/testing/read-mailbox-alone.ts'], { env: variables, stdio: 'ignore' }) // prettier-ignore
      readers.push(reader)
      return reader
    }
    for (const least of [5, 20, 40]) {
      const reader = begin()
      await until(async () => (await count()) >= least)
      reader.kill('SIGKILL')
      await until(async () => {
        const held = await db.$queryRaw<
          unknown[]
        >`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
        return held.length === 0
      })
    }
    begin()
    await until(async () => (await count()) === 60)
    const subjects = await db.incomingMail.findMany({ select: { subject: true } })
    expect(new Set(subjects.map(({ subject }) => subject)).size).toBe(60)
    expect(await db.mailbox.findMany()).toHaveLength(1)
  },
  120_000,
)

test.runIf(available)(
  'what is too large, and what cannot be kept, says so, stays unseen and stops nothing',
  async () => {
    await put(1)
    await withMailbox(async client => {
      const head = 'From: big@example.org\r\nSubject: Many pictures\r\n\r\n'
      await client.append('INBOX', Buffer.concat([Buffer.from(head), Buffer.alloc(41 * 1024 * 1024, 'x\r\n')]))
    })
    await put(2, 3)
    await db.$executeRaw`ALTER TABLE "IncomingMail" ADD CONSTRAINT "no_text_2" CHECK ("body" <> 'Text 2')`
    try {
      read()
      await until(async () => (await count()) === 4)
    } finally {
      await db.$executeRaw`ALTER TABLE "IncomingMail" DROP CONSTRAINT "no_text_2"`
    }
    expect(await db.incomingMail.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { subject: 'Letter 1' },
      { subject: 'Many pictures', fromAddress: 'big@example.org', body: expect.stringContaining('Too large to read here') }, // prettier-ignore
      { subject: 'Letter 2', fromAddress: 'a2@example.org', body: expect.stringContaining('could not be read here') },
      { subject: 'Letter 3', body: 'Text 3' },
    ])
    await until(() => withMailbox(async client => ((await client.search({ seen: true })) || []).length === 2))
  },
  60_000,
)

test.runIf(available)(
  'it comes back when the server was away',
  async () => {
    await put(1)
    read()
    await until(async () => (await count()) === 1)
    await server.restart()
    await put(2)
    await until(async () => (await count()) === 2)
  },
  60_000,
)

test.runIf(available)(
  'a mailbox that was made anew is read from its beginning, and nothing comes twice',
  async () => {
    await put(1, 2)
    read()
    await until(async () => (await count()) === 2)
    await stop()
    await db.mailbox.updateMany({ data: { uidValidity: 1n, lastUid: 100_000 } })
    await put(3)
    read()
    await until(async () => (await count()) === 3)
    await until(async () => (await db.mailbox.findFirstOrThrow()).uidValidity !== 1n)
    expect(await count()).toBe(3)
  },
  40_000,
)

test.runIf(available)(
  'two machines do not read the same mailbox',
  async () => {
    read()
    const second = startMailboxReader(env().databaseUrl ?? '', server.imapUrl)
    await put(1, 2, 3)
    await until(async () => (await count()) === 3)
    const held = await db.$queryRaw<
      unknown[]
    >`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
    expect(held).toHaveLength(1)
    await second.stop()
  },
  40_000,
)

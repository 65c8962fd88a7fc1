import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { writeComment } from '@/lib/data/comment-writing'
import { markMailSent, queueMail, requeueStrandedMail } from '@/lib/data/mail-queue'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { mailFolder } from '@/lib/mail/mail-files'
import { makeScene, makeSubmission } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { startWorker } from './worker'

const letter = { key: 'receipt:1', toAddress: 'a@example.com', subject: 'Ihre Größe', body: 'One line\n\nü\n' }
const received: ParsedMail[] = []
let refusing = false
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, done) => done(refusing ? new Error('Mailbox full') : null),
  onData: (stream, _session, done) => {
    simpleParser(stream).then(
      mail => {
        received.push(mail)
        done()
      },
      (error: Error) => done(error),
    )
  },
})
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
const { port } = server.server.address() as AddressInfo

// Settings are read once and kept: this file's own are put in place of what `env` answers.
vi.mock(import('@/lib/env'), async original => {
  const real = await original()
  return { ...real, env: () => ({ ...real.env(), smtpUrl }) }
})
let smtpUrl: string | undefined

beforeEach(async () => {
  await emptyDatabase()
  received.length = 0
  refusing = false
  smtpUrl = `smtp://127.0.0.1:${port}`
})
let stop = async () => {}
afterEach(() => stop())

async function work() {
  const worker = startWorker(env().databaseUrl ?? '')
  stop = () => worker.stop()
}

const statusOf = async () => (await db.mail.findFirstOrThrow()).status

test('a mail queued in a transaction goes out to a real server, once', async () => {
  await work()
  await db.$transaction(async tx => {
    await queueMail(tx, letter)
    await queueMail(tx, letter)
  })
  await vi.waitUntil(async () => (await statusOf()) === 'SENT', { timeout: 10_000 })
  expect(received).toHaveLength(1)
  expect(received[0]).toMatchObject({ subject: 'Ihre Größe', text: 'One line\n\nü\n' })
  const { id, sentAt } = await db.mail.findFirstOrThrow()
  expect(received[0]?.messageId).toContain(id)
  expect(sentAt).not.toBeNull()
})

test('what names somebody in comments is told to them in one mail, through a real server', async () => {
  const scene = await makeScene()
  const reference = (await makeSubmission(scene, { title: 'A kitchen' })).reference ?? ''
  const { researcher } = scene.people.bvsc
  for (const body of ['@bvsc-researcher, look', 'And @bvsc-researcher, again'])
    await writeComment(scene.people.wlv.researcher, { reference, parentId: null, body })
  await work()
  expect(await db.mail.count()).toBe(0)
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now()`
  await vi.waitUntil(async () => (await db.mail.count({ where: { status: 'SENT' } })) === 1, { timeout: 10_000 })
  expect(received).toHaveLength(1)
  expect(received[0]).toMatchObject({
    subject: 'You were mentioned in 2 comments',
    text: expect.stringContaining(`http://localhost:${env().port}/workspace/submissions/${reference}#comment-`),
  })
  expect([received[0]?.to].flat()[0]?.text).toBe(researcher.email)
  expect(await db.mention.count({ where: { toldAt: null } })).toBe(0)
})

test('one of a transaction that failed never goes out', async () => {
  const failing = db.$transaction(async tx => {
    await queueMail(tx, letter)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await db.$queryRaw`SELECT * FROM graphile_worker.jobs`).toEqual([])
})

test('a failure is written down and tried again', async () => {
  refusing = true
  await work()
  await db.$transaction(tx => queueMail(tx, letter))
  await vi.waitUntil(async () => (await db.mail.findFirstOrThrow()).attempts === 1, { timeout: 10_000 })
  expect(await db.mail.findFirstOrThrow()).toMatchObject({
    status: 'WAITING',
    error: expect.stringContaining('Mailbox full'),
  })
  refusing = false
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now()`
  await vi.waitUntil(async () => (await statusOf()) === 'SENT', { timeout: 10_000 })
  expect(await db.mail.findFirstOrThrow()).toMatchObject({ attempts: 2, error: null })
})

test('the last failure shows as one', async () => {
  refusing = true
  await db.$transaction(tx => queueMail(tx, letter))
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = max_attempts - 1`
  await work()
  await vi.waitUntil(async () => (await statusOf()) === 'FAILED', { timeout: 10_000 })
})

test('a mail whose worker was killed before it tried is queued again', async () => {
  await db.$transaction(tx => queueMail(tx, letter))
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'killed', attempts = 1`
  await db.mail.updateMany({ data: { createdAt: new Date(Date.now() - 600_000) } })
  await requeueStrandedMail()
  await work()
  await vi.waitUntil(async () => (await statusOf()) === 'SENT', { timeout: 10_000 })
  expect(received).toHaveLength(1)
})

test('without a server the mail is a file that only the portal can read', async () => {
  smtpUrl = undefined
  await work()
  await db.$transaction(tx => queueMail(tx, letter))
  await vi.waitUntil(async () => (await statusOf()) === 'SENT', { timeout: 10_000 })
  const { file } = await db.mail.findFirstOrThrow()
  const written = path.join(mailFolder(), file ?? '')
  expect(fs.statSync(written).mode & 0o777).toBe(0o600)
  expect(await simpleParser(fs.readFileSync(written))).toMatchObject({ subject: 'Ihre Größe', text: 'One line\n\nü\n' })
})

test('of a mail that is deleted while it goes out no file stays', async () => {
  fs.mkdirSync(mailFolder(), { recursive: true })
  const id = randomUUID()
  const written = path.join(mailFolder(), `${id}.eml`)
  fs.writeFileSync(written, 'To: a@example.com')
  await markMailSent(id, `${id}.eml`)
  expect(fs.existsSync(written)).toBe(false)
})

test('the worker comes back when the database ends its connections', async () => {
  await work()
  await db.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`
  await db.$transaction(tx => queueMail(tx, letter))
  await vi.waitUntil(async () => (await statusOf()) === 'SENT', { timeout: 14_000 })
})

import { randomUUID } from 'node:crypto'

import { beforeEach, expect, test } from 'vitest'

import { countMail, getMail, listMail, retryMail } from '@/lib/data/mail'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { env } from '@/lib/env'
import { prepareJobs } from '@/lib/jobs/worker'
import { makeAccount, signInAs, viewerWith } from '@/lib/testing/account-makers'
import { emptyDatabase } from '@/lib/testing/database'

let boss: Viewer
beforeEach(async () => {
  await emptyDatabase()
  boss = await viewerWith(await signInAs((await makeAccount('administrator', 'ADMINISTRATOR')).email))
})

const write = (status: 'WAITING' | 'SENT' | 'FAILED') =>
  db.mail.create({
    data: {
      key: randomUUID(),
      toAddress: 'jane.canary@example.org',
      subject: 'We have your evidence WM-7K3Q-2M9D',
      body: 'Hello jane.canary@example.org, see https://portal.example/evidence/kanarienvogel',
      error: status === 'FAILED' ? '550 jane.canary@example.org is unknown' : null,
      attempts: 12,
      status,
    },
  })

test('shows neither the address nor a private link', async () => {
  const { id } = await write('FAILED')
  const shown = JSON.stringify([await listMail(boss, {}, {}), await getMail(boss, id)])
  expect(shown).toContain('j•••@example.org')
  expect(shown).not.toMatch(/canary|kanarienvogel/)
})

test('is filtered by state and counted', async () => {
  for (const status of ['WAITING', 'SENT', 'FAILED', 'FAILED'] as const) await write(status)
  expect((await listMail(boss, { status: 'FAILED' }, {}))?.rows).toHaveLength(2)
  expect(await countMail(boss)).toEqual({ WAITING: 1, SENT: 1, FAILED: 2 })
})

test('is not there for researchers', async () => {
  const researcher = await viewerWith(await signInAs((await makeAccount('researcher', 'RESEARCHER')).email))
  const { id } = await write('FAILED')
  expect([await listMail(researcher, {}, {}), await countMail(researcher), await getMail(researcher, id)]).toEqual([
    null,
    null,
    null,
  ])
  expect((await retryMail(researcher, id)).ok).toBe(false)
})

test('what failed is tried again, once; what went is not', async () => {
  await prepareJobs(env().databaseUrl ?? '')
  const [failed, sent] = [await write('FAILED'), await write('SENT')]
  expect((await retryMail(boss, failed.id)).ok).toBe(true)
  expect((await retryMail(boss, failed.id)).ok).toBe(false)
  expect((await retryMail(boss, sent.id)).ok).toBe(false)
  expect(await db.mail.findUnique({ where: { id: failed.id } })).toMatchObject({
    status: 'WAITING',
    attempts: 0,
    error: null,
  })
  const jobs = await db.$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs`
  expect(jobs).toEqual([{ key: `send-mail:${failed.id}` }])
})

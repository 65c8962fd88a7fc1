import { beforeEach, expect, test } from 'vitest'

import { forgetTurns, giveTurnBack, takeTurn, waitTime, type Limit } from '@/lib/data/rate-limit'
import { db } from '@/lib/db'
import { emptyDatabase } from '@/lib/testing/database'

const limit: Limit = { name: 'test', most: 3, minutes: 15 }
const take = (who = 'jane@example.org') => takeTurn(limit, who)
const takeMany = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await take()
}

beforeEach(emptyDatabase)

test('as many turns as the limit says, and not one more', async () => {
  for (let turn = 0; turn < limit.most; turn++) expect((await take()).given).toBe(true)
  expect(await take()).toEqual({ given: false, minutes: 15 })
})

test('a hundred at once get no more than one after another', async () => {
  const turns = await Promise.all(Array.from({ length: 100 }, () => take()))
  expect(turns.filter(turn => turn.given)).toHaveLength(limit.most)
})

test('others, and other deeds, are counted apart', async () => {
  await takeMany(limit.most)
  expect((await take('john@example.org')).given).toBe(true)
  expect((await takeTurn({ ...limit, name: 'other' }, 'jane@example.org')).given).toBe(true)
})

test('a refused turn does not make the wait longer; after it all turns are there again', async () => {
  await takeMany(limit.most)
  await db.$executeRaw`UPDATE "RateLimit" SET "windowStart" = now() - interval '14 minutes 59 seconds'`
  expect(await take()).toEqual({ given: false, minutes: 1 })
  await db.$executeRaw`UPDATE "RateLimit" SET "windowStart" = now() - interval '15 minutes'`
  for (let turn = 0; turn < limit.most; turn++) expect((await take()).given).toBe(true)
  expect((await take()).given).toBe(false)
})

test('a turn can be given back, and all can be forgotten', async () => {
  await takeMany(limit.most)
  await giveTurnBack(limit, 'jane@example.org')
  expect((await take()).given).toBe(true)
  expect((await take()).given).toBe(false)
  await forgetTurns(limit, 'jane@example.org')
  expect((await take()).given).toBe(true)
})

test('keeps no address, not even as a hash that can be found by trying', async () => {
  await take('203.0.113.7')
  const [kept] = await db.rateLimit.findMany()
  expect(kept?.key).toMatch(/^[0-9a-f]{64}$/)
})

test('says how long to wait', () => {
  expect(waitTime({ given: false, minutes: 1 })).toBe('1 minute')
  expect(waitTime({ given: false, minutes: 15 })).toBe('15 minutes')
})

import { beforeEach, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { emptyDatabase } from '@/lib/testing/database'
import { seedUnopened } from '@/prisma/seed/unopened'
import { readHeard } from './heard'

beforeEach(async () => {
  await emptyDatabase()
  await db.$transaction(tx => seedUnopened(tx))
})

test('a parent counts each submission once that names it or a child', async () => {
  const callId = await theCall()
  await sent(callId, 1, ['rugby'])
  await sent(callId, 2, ['rugby', 'warwickshire', 'north-warwickshire'])
  await sent(callId, 3, ['warwickshire', 'coventry'])

  const heard = await readHeard(callId)
  expect(heard.submissions).toBe(3)
  expect(heard.places).toMatchObject({ rugby: 2, 'north-warwickshire': 1, warwickshire: 3, coventry: 1, birmingham: 0 })
  expect(Object.keys(heard.places)).toHaveLength(20)
})

test('drafts, withdrawn submissions and other calls are not heard', async () => {
  const callId = await theCall()
  await sent(callId, 1, ['dudley'])
  await db.submission.create({
    data: { callId, noticeVersion: '1', places: { create: await inPlaces(callId, ['dudley']) } },
  })
  const gone = await sent(callId, 2, ['dudley'])
  await db.submission.update({ where: { id: gone }, data: { status: 'WITHDRAWN', withdrawnAt: new Date() } })

  expect(await readHeard(callId)).toMatchObject({ submissions: 1, places: { dudley: 1 } })
  expect(await readHeard('00000000-0000-7000-8000-000000000000')).toEqual({ submissions: 0, places: {} })
})

async function theCall(): Promise<string> {
  return (await db.call.findFirstOrThrow({ where: { isCurrent: true }, select: { id: true } })).id
}

async function inPlaces(callId: string, keys: string[]) {
  const places = await db.place.findMany({ where: { callId, key: { in: keys } }, select: { id: true } })
  return places.map(place => ({ placeId: place.id }))
}

async function sent(callId: string, number: number, keys: string[]): Promise<string> {
  const { id } = await db.submission.create({
    data: {
      callId,
      status: 'SUBMITTED',
      reference: `WM-TEST-000${number}`,
      noticeVersion: '1',
      organisationName: 'A group',
      organisationType: 'OTHER',
      practice: 'OWN',
      title: 'An example',
      submittedAt: new Date(),
      places: { create: await inPlaces(callId, keys) },
    },
    select: { id: true },
  })
  return id
}

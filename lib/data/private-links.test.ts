import { beforeEach, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { value } from '@/lib/testing/case-study-deeds'
import { makePerson } from '@/lib/testing/case-study-makers'
import { makeBlind } from '@/lib/testing/coding-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { makeCall, makeSent } from '@/lib/testing/submission-makers'

import { listComments } from './comments'
import { sendPrivateLink } from './private-links'

beforeEach(async () => {
  await emptyDatabase()
  await makeCall()
})

test('a new private link sent by one of two blind coders tells nobody what they noted, until both have finished', async () => {
  const { id, reference } = await makeSent()
  const team = await db.team.create({ data: { name: 'Team', short: 'T' } })
  const [coder, other] = [await makePerson('coder', 'RESEARCHER', team), await makePerson('other', 'LEAD', team)]
  const link = { reference, to: 'OTHER', address: 'a@b.example', asker: 'Zenobia', checked: 'by telephone' } as const
  value(await sendPrivateLink(other, link))
  await makeBlind(id, coder, await makePerson('second', 'RESEARCHER', team))
  value(await sendPrivateLink(coder, link))
  expect(await db.comment.findMany({ orderBy: { id: 'asc' }, select: { held: true } })).toEqual([
    { held: false },
    { held: true },
  ])
  const seen = async (viewer: typeof coder) => (await listComments(viewer, reference)).length
  expect([await seen(coder), await seen(other)]).toEqual([2, 1])
})

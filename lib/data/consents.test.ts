import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { ConsentChange } from '@/lib/domain/consent-change'
import { emptyDatabase } from '@/lib/testing/database'
import { broken } from '@/lib/testing/invariants'
import { makeCall, makeSent } from '@/lib/testing/submission-makers'
import { changeConsent } from './consents'
import { openCorrection } from './corrections'

beforeEach(async () => {
  await emptyDatabase()
  await makeCall()
})

const whole = async () =>
  expect(await broken(async statement => ({ rows: await db.$queryRawUnsafe(statement) }))).toEqual([])
const change = async (token: string, given: ConsentChange) => {
  const result = await changeConsent(token, given)
  await whole()
  return result
}
const no = { kind: 'TELEPHONE', answer: 'NO', telephone: '', bestTimes: '' } as const

describe('the telephone', () => {
  test('a no erases number and times at once, and keeps the rest', async () => {
    const { token, id } = await makeSent()
    expect(await change(token, no)).toMatchObject({ ok: true })
    expect(await db.contactDetails.findUnique({ where: { submissionId: id } })).toMatchObject({
      name: 'Zenobia Quillfeather',
      email: 'zenobia@quillfeather.example',
      telephone: null,
      bestTimes: null,
    })
    const consents = await db.consent.findMany({ where: { submissionId: id, kind: 'TELEPHONE' } })
    expect(consents).toHaveLength(2)
    expect(consents.find(({ supersededAt }) => !supersededAt)).toMatchObject({
      answer: 'NO',
      channel: 'page',
      wording: expect.stringContaining('May we telephone you?'),
    })
    const dump = JSON.stringify(await db.auditEntry.findMany({ select: { action: true, details: true } }))
    expect(dump).toContain('consent.change')
    expect(dump).not.toContain('0121')
  })

  test('a no reaches a correction that waits in the wizard', async () => {
    const { token } = await makeSent()
    await openCorrection(token)
    await change(token, no)
    const rows = await db.draftAnswer.findMany({
      where: { field: { in: ['mayTelephone', 'telephone', 'bestTimes'] } },
      select: { field: true, value: true },
      orderBy: { field: 'asc' },
    })
    expect(rows).toEqual([
      { field: 'bestTimes', value: '' },
      { field: 'mayTelephone', value: 'NO' },
      { field: 'telephone', value: '' },
    ])
  })

  test('a yes comes with its number', async () => {
    const { token, id } = await makeSent()
    await change(token, no)
    await change(token, { kind: 'TELEPHONE', answer: 'YES', telephone: '0121 496 0111', bestTimes: '' })
    expect(await db.contactDetails.findUnique({ where: { submissionId: id } })).toMatchObject({
      telephone: '0121 496 0111',
      bestTimes: null,
    })
  })
})

test('a wish needs an address, which is kept with it', async () => {
  const { token, id } = await makeSent()
  await db.consent.updateMany({ where: { submissionId: id, kind: 'TELL_OUTCOME' }, data: { answer: 'NO' } })
  await db.contactDetails.update({ where: { submissionId: id }, data: { email: null } })
  const wish = { kind: 'TELL_OUTCOME', answer: 'YES' } as const
  expect(await change(token, { ...wish, email: '' })).toMatchObject({ ok: false, fields: { email: expect.any(Array) } })
  expect(await change(token, { ...wish, email: 'new@quillfeather.example' })).toMatchObject({ ok: true })
  expect(await db.contactDetails.findUnique({ where: { submissionId: id } })).toMatchObject({
    email: 'new@quillfeather.example',
    telephone: '0121 496 0999',
  })
})

test('who takes back what rests on nothing changes no release', async () => {
  const { token } = await makeSent()
  expect(await change(token, { kind: 'PUBLISH', answer: 'NO' })).toEqual({ ok: true, value: { readersSaw: false } })
  expect(await change(token, { kind: 'PUBLISH', answer: 'WITH_NAME' })).toMatchObject({ ok: true })
})

test('ten changes at once leave one answer in force', async () => {
  const { token, id } = await makeSent()
  const answers = ['NO', 'WITH_NAME', 'WITHOUT_NAME'] as const
  await Promise.all(
    Array.from({ length: 10 }, (_, index) => changeConsent(token, { kind: 'PUBLISH', answer: answers[index % 3]! })),
  )
  expect(await db.consent.count({ where: { submissionId: id, kind: 'PUBLISH', supersededAt: null } })).toBe(1)
  expect(await db.consent.count({ where: { submissionId: id, kind: 'PUBLISH' } })).toBe(11)
  await whole()
})

test('a key that opens nothing changes nothing', async () => {
  const { browser, id } = await makeSent()
  expect(await changeConsent(browser, no)).toMatchObject({ ok: false })
  expect(await changeConsent('x', no)).toMatchObject({ ok: false })
  expect(await db.consent.count({ where: { submissionId: id } })).toBe(4)
})

import { beforeEach, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { emptyDatabase } from '@/lib/testing/database'
import { beginDraft, makeCall, send } from '@/lib/testing/submission-makers'
import { getDraft } from './drafts'
import { findKey } from './private-keys'
import { getResume, mailResumeLink, makeResumeLink, openDraft } from './resume-links'

beforeEach(async () => {
  await emptyDatabase()
  await makeCall()
})

const network = '203.0.113.9'

const linkOf = async (token: string, replaceOthers = false) => {
  const made = await makeResumeLink(token, { replaceOthers })
  return made.ok ? made.value : ''
}
const mail = (token: string, email: string, replaceOthers = false) =>
  mailResumeLink(token, { email, replaceOthers, network })

test('a link gives another browser a key of its own, and the first one keeps its own', async () => {
  const token = await beginDraft('organisation')
  const link = await linkOf(token)
  const other = await openDraft(link, network)
  expect(other).not.toBe(token)
  const [one, two] = [await getDraft(token), await getDraft(other)]
  expect(two?.id).toBe(one?.id)
  expect(JSON.stringify(await db.privateKey.findMany())).not.toContain(link)
})

test('a link is no cookie, a cookie no link, and neither opens what was sent', async () => {
  const token = await beginDraft()
  const link = await linkOf(token)
  expect(await getDraft(link)).toBeNull()
  expect(await openDraft(token, network)).toBeNull()
  await send(token)
  expect(await openDraft(link, network)).toBeNull()
  const found = await findKey(link, 'RESUME')
  expect(await getResume(found?.submissionId ?? '')).toMatchObject({ sent: true })
  expect(await makeResumeLink(token, { replaceOthers: false })).toEqual({ ok: false, message: 'noDraft' })
})

test('a newer link can end the earlier ones, and mails of theirs that have not gone out', async () => {
  const token = await beginDraft('organisation')
  const first = await linkOf(token)
  await mail(token, 'wrong@pantry.example')
  expect(await linkOf(token, true)).toHaveLength(43)
  expect(await findKey(first, 'RESUME')).toMatchObject({ state: 'replaced' })
  expect(await db.mail.count()).toBe(0)
})

test('two mails at once are two mails, and none of them holds a link yet', async () => {
  const token = await beginDraft('organisation')
  await Promise.all([mail(token, 'one@pantry.example'), mail(token, 'two@pantry.example')])
  const mails = await db.mail.findMany()
  expect(mails).toHaveLength(2)
  expect(mails.every(({ body }) => body.includes('{link}') && !/resume\//.test(body))).toBe(true)
})

test('ten links in an hour are enough', async () => {
  const token = await beginDraft('organisation')
  for (let link = 1; link <= 10; link += 1) expect(await linkOf(token)).toHaveLength(43)
  expect(await makeResumeLink(token, { replaceOthers: false })).toEqual({ ok: false, message: 'tooMany' })
})

test('the button guesses no more often than the page: after ten wrong ones a right one waits too', async () => {
  const link = await linkOf(await beginDraft('organisation'))
  for (let guess = 0; guess < 10; guess += 1)
    expect(await openDraft(String(guess).padStart(43, 'x'), network)).toBeNull()
  expect(await openDraft(link, network)).toBeNull()
  expect(await openDraft(link, '203.0.113.10')).toHaveLength(43)
})

import { beforeEach, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { makePerson } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { makeCall, makeSent } from '@/lib/testing/submission-makers'
import { keptAbout } from './kept-about'

let callId = ''
beforeEach(async () => {
  await emptyDatabase()
  callId = await makeCall()
})

test('names files that were taken away, letters that came, and what staff noted', async () => {
  const { token, id } = await makeSent()
  const file = { name: 'a.pdf', type: 'application/pdf', bytes: 3, sha256: 'x', submissionId: id }
  await db.storedFile.create({ data: { ...file, storageKey: 'one', position: 1 } })
  await db.storedFile.create({ data: { ...file, storageKey: 'two', name: 'b.pdf', removedAt: new Date() } })
  const letter = { callId, submissionId: id, fromAddress: 'a@b.example', subject: 'Our pantry', body: 'Dear all' }
  const sentAt = new Date('2026-11-02T10:00:00Z')
  await db.incomingMail.create({ data: { ...letter, sentAt, sha256: 'x', storageKey: 'letter', status: 'TAKEN' } })
  await db.incomingMail.create({ data: { ...letter, sha256: 'y', storageKey: 'bounce', kind: 'BOUNCE' } })
  await db.submission.update({ where: { id }, data: { takenNote: 'Called on Monday' } })
  expect(await keptAbout(token)).toMatchObject({
    takenNote: 'Called on Monday',
    removedFiles: [{ name: 'b.pdf', removedAt: expect.any(String) }],
    incoming: [{ subject: 'Our pantry', body: 'Dear all', from: 'a@b.example', sentAt: sentAt.toISOString() }],
    mails: [{ to: 'zenobia@quillfeather.example' }],
    deeds: expect.any(Array),
  })
})

test('names the calls that were made, with their notes, and not by whom', async () => {
  const { token, id } = await makeSent()
  const person = await makePerson(
    'canarycaller',
    'RESEARCHER',
    await db.team.create({ data: { name: 'T', short: 'T' } }),
  )
  const call = await db.callAttempt.create({
    data: { submissionId: id, personId: person.id, outcome: 'NO_ANSWER', calledAt: new Date() },
  })
  const versions = { create: { number: 1, body: 'The line was busy.' } }
  await db.text.create({ data: { submissionId: id, kind: 'CALL_NOTE', field: call.id, versions } })
  const kept = await keptAbout(token)
  expect(kept?.callsToThem).toMatchObject([{ outcome: 'No answer', note: 'The line was busy.' }])
  expect(JSON.stringify(kept)).not.toContain('canarycaller')
})

test('answers nobody without a good key', async () => {
  const { browser } = await makeSent()
  expect(await keptAbout(browser)).toBeNull()
})

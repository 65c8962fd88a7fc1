import { beforeEach, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { fileStore } from '@/lib/files/store'
import { takeInBytes } from '@/lib/files/take-in'
import { makePerson } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { broken } from '@/lib/testing/invariants'
import { makePdf } from '@/lib/testing/material-makers'
import { strayFiles } from '@/lib/testing/stray-files'
import { beginDraft, makeCall, makeSent } from '@/lib/testing/submission-makers'
import { openCorrection } from './corrections'
import { eraseUnsent } from './draft-erasing'
import { getDraft } from './drafts'
import { addOwnFile } from './files'

const day = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * day)
let callId = ''

beforeEach(async () => {
  await emptyDatabase()
  const store = await fileStore()
  for await (const { key } of store.list()) await store.remove(key)
  callId = await makeCall()
})

/** Lets everything that is there have been saved so many days ago. */
async function age(days: number): Promise<void> {
  await db.draftAnswer.updateMany({ data: { savedAt: ago(days) } })
  await db.storedFile.updateMany({ data: { createdAt: ago(days) } })
  await db.submission.updateMany({ data: { createdAt: ago(days + 20), updatedAt: ago(days) } })
}

const left = () => db.submission.count()

test('what was begun and never sent is gone after sixty days, with all that belongs to it', async () => {
  const token = await beginDraft()
  const taking = await takeInBytes(makePdf(), 'a.pdf')
  if (taking.ok) await addOwnFile(token, taking.file)
  const { id } = await db.submission.findFirstOrThrow()
  const mail = { key: 'resume:1', submissionId: id, toAddress: 'a@b.example', subject: '', body: '' }
  await db.mail.create({ data: mail })
  await age(59)
  expect(await eraseUnsent()).toBe(0)
  await age(61)
  expect((await Promise.all([eraseUnsent(), eraseUnsent()])).toSorted()).toEqual([0, 1])
  expect(await eraseUnsent()).toBe(0)
  expect(await getDraft(token)).toBeNull()
  const rows = [left(), db.privateKey.count(), db.draftAnswer.count(), db.storedFile.count(), db.mail.count()]
  expect(await Promise.all(rows)).toEqual([0, 0, 0, 0, 0])
  expect(await strayFiles()).toEqual({ bytes: [], rows: [] })
  expect(await db.auditEntry.findFirst({ where: { action: 'submission.eraseUnsent' } })).toMatchObject({
    actorKind: 'portal',
    thingId: id,
    callId,
  })
})

test('one answer or file saved since keeps all of it', async () => {
  const token = await beginDraft()
  await age(61)
  await db.draftAnswer.update({
    where: { submissionId_field: { submissionId: (await db.submission.findFirstOrThrow()).id, field: 'title' } },
    data: { savedAt: ago(1) },
  })
  expect(await eraseUnsent()).toBe(0)
  await age(61)
  const taking = await takeInBytes(makePdf(), 'a.pdf')
  if (taking.ok) await addOwnFile(token, taking.file)
  expect(await eraseUnsent()).toBe(0)
  expect(await left()).toBe(1)
})

test('without an answer its last change counts', async () => {
  await db.submission.create({ data: { callId, noticeVersion: '1', answeredSteps: [] } })
  await age(61)
  await db.submission.updateMany({ data: { updatedAt: ago(59) } })
  expect(await eraseUnsent()).toBe(0)
  await age(61)
  expect(await eraseUnsent()).toBe(1)
})

test('what was sent stays, also while it is corrected', async () => {
  const { token } = await makeSent()
  await openCorrection(token)
  await age(100)
  expect(await eraseUnsent()).toBe(0)
  expect(await left()).toBe(1)
})

test('what staff are entering stays as long; a letter that it was made of goes back to the inbox', async () => {
  const team = await db.team.create({ data: { name: 'Team', short: 'T' } })
  const { id: takenById } = await makePerson('researcher', 'RESEARCHER', team)
  const { id } = await db.submission.create({
    data: { callId, noticeVersion: '1', answeredSteps: [], channel: 'email', takenById },
  })
  const letter = await db.incomingMail.create({
    data: { callId, sha256: 'x', storageKey: 'letter', status: 'TAKEN', submissionId: id, body: 'Dear all' },
  })
  const file = { name: 'a.pdf', type: 'application/pdf', bytes: 3, sha256: 'x', storageKey: 'of-the-letter' }
  await db.storedFile.create({ data: { ...file, submissionId: id, position: 1, incomingMailId: letter.id } })
  await age(61)
  await db.submission.updateMany({ data: { updatedAt: ago(2) } })
  expect(await eraseUnsent()).toBe(0)
  await age(61)
  expect(await eraseUnsent()).toBe(1)
  expect(await db.incomingMail.findFirst()).toMatchObject({ status: 'NEW', submissionId: null, body: 'Dear all' })
  expect(await db.storedFile.findMany()).toMatchObject([{ submissionId: null, position: null, removedAt: null }])
})

test('so many at a time, and nothing broken after', async () => {
  const drafts = Array.from({ length: 3 }, () => ({ callId, noticeVersion: '1', answeredSteps: [] }))
  await db.submission.createMany({ data: drafts })
  await age(61)
  expect(await eraseUnsent(new Date(), 2)).toBe(2)
  expect(await eraseUnsent(new Date(), 2)).toBe(1)
  expect(await broken(async statement => ({ rows: await db.$queryRawUnsafe(statement) }))).toEqual([])
})

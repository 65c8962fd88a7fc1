import fs from 'node:fs'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { makePerson } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { mailFolder } from '@/lib/mail/mail-files'
import { broken } from '@/lib/testing/invariants'
import { makeCall, makeSent } from '@/lib/testing/submission-makers'
import { changeConsent } from './consents'
import { openCorrection } from './corrections'
import { getDraft } from './drafts'
import { readEvidence } from './evidence'
import { sweepMailFiles } from './mail-keeping'
import { sendPrivateLink } from './private-links'
import { eraseWithdrawn, withdrawEvidence } from './withdrawals'

beforeEach(async () => {
  await emptyDatabase()
  await makeCall()
})

const day = 86_400_000
const whole = async () =>
  expect(await broken(async statement => ({ rows: await db.$queryRawUnsafe(statement) }))).toEqual([])

/** All that the database holds of everything, but what queues and locks are for. */
async function everything(): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%'`
  const rows = await Promise.all(tables.map(({ name }) => db.$queryRawUnsafe(`SELECT t::text FROM "${name}" t`)))
  return JSON.stringify(rows)
}

test('the reference has to be typed, as people type it', async () => {
  const { token, reference } = await makeSent()
  expect(await withdrawEvidence(token, '')).toMatchObject({ fields: { reference: ['Enter your reference'] } })
  expect(await withdrawEvidence(token, 'WM-0000-0000')).toMatchObject({ ok: false })
  expect(await db.submission.count({ where: { status: 'WITHDRAWN' } })).toBe(0)
  const typed = reference.toLowerCase().replaceAll('-', ' ')
  expect(await withdrawEvidence(token, typed)).toMatchObject({ ok: true })
})

test('who to contact goes at once, with every mail; one last mail tells them and goes once it is sent', async () => {
  const { token, id, reference, browser } = await makeSent()
  await openCorrection(token)
  await withdrawEvidence(token, reference)
  await whole()
  const mails = await db.mail.findMany()
  expect(mails).toMatchObject([{ submissionId: null, toAddress: 'zenobia@quillfeather.example' }])
  const left = (await everything()).replaceAll('zenobia@quillfeather.example', '')
  for (const canary of ['Zenobia', '0121 496 0999', 'ask for Quillfeather']) expect(left).not.toContain(canary)
  expect(await readEvidence(token)).toMatchObject({ state: 'withdrawn', evidence: { reference, erased: false } })
  expect(await getDraft(browser)).toBeNull()
  await db.mail.updateMany({ data: { status: 'SENT', sentAt: new Date() } })
  await eraseWithdrawn(async () => undefined)
  expect(await everything()).not.toContain('zenobia')
  expect(await db.submission.findUnique({ where: { id } })).toMatchObject({ erasedAt: null, title: expect.any(String) })
})

/** Writes each mail to its file, as the worker does where no server is set. */
async function writeMails(): Promise<void> {
  fs.mkdirSync(mailFolder(), { recursive: true })
  for (const { id, toAddress } of await db.mail.findMany()) {
    fs.writeFileSync(path.join(mailFolder(), `${id}.eml`), `To: ${toAddress}`)
    await db.mail.update({ where: { id }, data: { status: 'SENT', sentAt: new Date(), file: `${id}.eml` } })
  }
}
const mailFiles = () => fs.readdirSync(mailFolder())

test('where mails are written to files these go too, the last one once it was written', async () => {
  fs.rmSync(mailFolder(), { recursive: true, force: true })
  const { token, reference } = await makeSent()
  await writeMails()
  expect(mailFiles()).toHaveLength(1)
  await withdrawEvidence(token, reference)
  expect(mailFiles()).toEqual([])
  await writeMails()
  expect(mailFiles()).toHaveLength(1)
  await eraseWithdrawn(async () => undefined)
  expect(mailFiles()).toEqual([])
})

test('a written mail that no row knows is swept, any other stays', async () => {
  fs.rmSync(mailFolder(), { recursive: true, force: true })
  expect(await sweepMailFiles()).toBe(0)
  await makeSent()
  await writeMails()
  const stray = path.join(mailFolder(), '019a0000-0000-7000-8000-000000000000.eml')
  fs.writeFileSync(stray, 'x')
  fs.writeFileSync(`${stray}.part`, 'x')
  expect(await sweepMailFiles()).toBe(1)
  expect(mailFiles()).toHaveLength(1)
})

test('a mail that came after the withdrawal goes with the rest', async () => {
  const { token, id, reference } = await makeSent()
  await withdrawEvidence(token, reference)
  await db.mail.create({ data: { key: 'late', submissionId: id, toAddress: 'a@b.example', subject: '', body: '' } })
  await eraseWithdrawn(async () => undefined, new Date(Date.now() + 31 * day))
  expect(await db.mail.count({ where: { submissionId: id } })).toBe(0)
})

test('nothing follows a withdrawal', async () => {
  const { token, reference } = await makeSent()
  await withdrawEvidence(token, reference)
  expect(await withdrawEvidence(token, reference)).toMatchObject({ ok: false })
  expect(await openCorrection(token)).toMatchObject({ ok: false })
  expect(await changeConsent(token, { kind: 'PUBLISH', answer: 'WITH_NAME' })).toMatchObject({ ok: false })
  const team = await db.team.create({ data: { name: 'Team', short: 'T' } })
  const researcher = await makePerson('researcher', 'RESEARCHER', team)
  const link = { reference, to: 'OTHER', address: 'a@b.example', asker: 'A', checked: 'B' } as const
  expect(await sendPrivateLink(researcher, link)).toMatchObject({ ok: false })
})

test('after thirty days the rest is gone, and the files; the reference and the dates stay', async () => {
  const { token, id, reference } = await makeSent()
  const team = await db.team.create({ data: { name: 'Team', short: 'T' } })
  const person = await makePerson('researcher', 'RESEARCHER', team)
  await db.comment.create({ data: { submissionId: id, authorId: person.id, body: 'Forty volunteers?' } })
  const file = { name: 'a.pdf', type: 'application/pdf', bytes: 3, sha256: 'x', position: 1 }
  await db.storedFile.create({ data: { ...file, submissionId: id, storageKey: 'key-of-a-file' } })
  await withdrawEvidence(token, reference)
  const removed: string[] = []
  const remove = async (key: string) => void removed.push(key)
  await eraseWithdrawn(remove, new Date(Date.now() + 29 * day))
  expect(removed).toEqual([])
  expect(await eraseWithdrawn(remove, new Date(Date.now() + 31 * day))).toBe(1)
  expect(await eraseWithdrawn(remove, new Date(Date.now() + 32 * day))).toBe(0)
  expect(removed).toEqual(['key-of-a-file'])
  await whole()
  const left = await everything()
  for (const canary of ['Gornal', 'Forty volunteers', 'Hot meals', 'example.org/meals', 'Nobody went hungry'])
    expect(left).not.toContain(canary)
  expect(await readEvidence(token)).toMatchObject({ state: 'withdrawn', evidence: { reference, erased: true } })
  expect(await db.auditEntry.count({ where: { action: 'submission.erase' } })).toBe(1)
})

test('a new link replaces the ones before; what was checked is a comment, not in the audit trail', async () => {
  const { token, id, reference } = await makeSent()
  const team = await db.team.create({ data: { name: 'Team', short: 'T' } })
  const researcher = await makePerson('researcher', 'RESEARCHER', team)
  const staff = await makePerson('staff', 'WMCA_STAFF', null)
  const asked = { reference, address: '', asker: 'Zenobia', checked: 'Called her back' }
  expect(await sendPrivateLink(staff, { ...asked, to: 'GIVEN' })).toMatchObject({ ok: false })
  expect(await sendPrivateLink(researcher, { ...asked, to: 'GIVEN' })).toMatchObject({ ok: true })
  expect(await readEvidence(token)).toBeNull()
  expect(await db.mail.findFirst({ where: { key: { startsWith: 'private-link:' } } })).toMatchObject({
    submissionId: id,
    linkKind: 'EVIDENCE',
    body: expect.stringContaining('{link}'),
  })
  expect(await db.comment.findFirst()).toMatchObject({ body: expect.stringContaining('Called her back') })
  const trail = JSON.stringify(await db.auditEntry.findMany({ select: { action: true, details: true } }))
  expect(trail).toContain('privateLink.send')
  expect(trail).not.toMatch(/Zenobia|Called/)
  await db.contactDetails.deleteMany()
  expect(await sendPrivateLink(researcher, { ...asked, to: 'GIVEN' })).toMatchObject({ ok: false })
})

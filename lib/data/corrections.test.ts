import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { fileStore } from '@/lib/files/store'
import { takeInBytes } from '@/lib/files/take-in'
import { makePerson } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { broken } from '@/lib/testing/invariants'
import { makePdf } from '@/lib/testing/material-makers'
import { strayFiles } from '@/lib/testing/stray-files'
import { answerStep, makeCall, makeSent, send, stepAnswers } from '@/lib/testing/submission-makers'
import { beginCorrection, dropCorrection, openCorrection } from './corrections'
import { getDraft } from './drafts'
import { readEvidence } from './evidence'
import { addOwnFile, listFiles, listOwnFiles, openFileForStaff, removeOwnFile } from './files'
import { listCorrections, settleCorrection } from './revisions'
import { getSubmission } from './submissions'

let callId = ''
beforeEach(async () => {
  await emptyDatabase()
  callId = await makeCall()
})

const whole = async () =>
  expect(await broken(async statement => ({ rows: await db.$queryRawUnsafe(statement) }))).toEqual([])

async function open(token: string): Promise<string> {
  const opened = await openCorrection(token)
  if (!opened.ok) throw new Error(opened.message)
  return opened.value.browserToken
}

/** Corrects a step of what was sent, and sends it. */
async function correct(token: string, step: keyof typeof stepAnswers, changes: object) {
  const browser = await open(token)
  const answered = await answerStep(browser, step, { ...stepAnswers[step], ...changes })
  if (!answered.ok) throw new Error(answered.message)
  const sent = await send(browser)
  if (!sent.ok) throw new Error(sent.message)
  return sent.value
}

const sentView = async (token: string) => {
  const own = await readEvidence(token)
  if (own?.state !== 'sent') throw new Error('There is none.')
  return own.evidence
}

test('the wizard shows all that was sent, every step answered', async () => {
  const { token, id } = await makeSent()
  const draft = await getDraft(await open(token))
  expect(draft).toMatchObject({ id, correcting: true, sent: false, answers: stepAnswers })
})

test('a correction makes a new version of what changed, and keeps what stood before', async () => {
  const { token, id, reference } = await makeSent()
  const sent = await correct(token, 'story', {
    whatHappened: 'Fifty volunteers cooked.',
    difference: '',
    learned: 'Ask.',
  })
  expect(sent).toMatchObject({ reference, corrected: true })
  const evidence = await sentView(token)
  expect(evidence.answers.story).toEqual({ whatHappened: 'Fifty volunteers cooked.', difference: '', learned: 'Ask.' })
  expect(evidence.texts.find(text => text.field === 'whatHappened')?.versions).toMatchObject([
    { number: 1, body: 'Forty volunteers cooked.' },
    { number: 2, body: 'Fifty volunteers cooked.' },
  ])
  expect(evidence.corrections).toMatchObject([
    {
      number: 2,
      changes: [
        { field: 'whatHappened', before: ['1'], after: ['2'] },
        { field: 'difference', before: ['1'], after: [] },
        { field: 'learned', before: [], after: ['1'] },
      ],
    },
  ])
  const row = await db.submission.findUniqueOrThrow({ where: { id }, include: { draftAnswers: true } })
  expect(row).toMatchObject({ answeredSteps: [], draftAnswers: [], correctedSettled: false })
  expect(row.correctedAt).not.toBeNull()
  const [found] = await db.$queryRaw<{ fifty: boolean }[]>`
    SELECT search @@ websearch_to_tsquery('english', 'fifty') AS fifty FROM "Submission" WHERE id = ${id}::uuid`
  expect(found?.fifty).toBe(true)
  await whole()
})

test('codings stay on the version that they were made on', async () => {
  const { token, id } = await makeSent()
  const version = await db.textVersion.findFirstOrThrow({
    where: { text: { submissionId: id, field: 'whatHappened' } },
  })
  const team = await db.team.create({ data: { name: 'Team', short: 'T' } })
  const person = await makePerson('researcher', 'RESEARCHER', team)
  const code = await db.code.create({ data: { callId, position: 1, name: 'Food' } })
  const coding = { submissionId: id, codeId: code.id, personId: person.id, textVersionId: version.id }
  await db.coding.create({ data: { ...coding, spanStart: 0, spanEnd: 5 } })
  await correct(token, 'story', { whatHappened: 'Short.' })
  expect(await db.coding.findFirst()).toMatchObject({ textVersionId: version.id, spanEnd: 5 })
  await whole()
})

test('a second correction is numbered on, and reads against the first', async () => {
  const { token } = await makeSent()
  await correct(token, 'example', { title: 'Warm meals' })
  const browser = await open(token)
  await answerStep(browser, 'example', { ...stepAnswers.example, title: 'Hot meals again' })
  await send(browser)
  expect((await sentView(token)).corrections.map(({ number, changes }) => [number, changes[0]])).toEqual([
    [2, { field: 'title', before: ['Hot meals within a week'], after: ['Warm meals'] }],
    [3, { field: 'title', before: ['Warm meals'], after: ['Hot meals again'] }],
  ])
  await whole()
})

test('consents and contact details follow, each in its own record, and no revision holds them', async () => {
  const { token, id } = await makeSent()
  await correct(token, 'contact', {
    mayTelephone: 'NO',
    telephone: '',
    bestTimes: '',
    email: 'zenobia@new.example',
    publish: 'NO',
  })
  const consents = await db.consent.findMany({ where: { submissionId: id }, orderBy: { givenAt: 'asc' } })
  expect(consents.filter(({ supersededAt }) => supersededAt).map(({ kind }) => kind)).toEqual(['TELEPHONE', 'PUBLISH'])
  expect(consents.filter(({ channel }) => channel === 'page')).toMatchObject([
    { kind: 'TELEPHONE', answer: 'NO', supersededAt: null },
    { kind: 'PUBLISH', answer: 'NO', supersededAt: null },
  ])
  expect(await db.contactDetails.findFirst()).toMatchObject({ email: 'zenobia@new.example', telephone: null })
  expect((await sentView(token)).corrections).toEqual([])
  expect(JSON.stringify(await db.auditEntry.findMany({ select: { details: true } }))).not.toMatch(/zenobia|0121/)
  await whole()
})

test('a no to hearing of it holds back the mail that waits', async () => {
  const { token, id } = await makeSent()
  const mail = { key: 'published:of-a-test', submissionId: id, toAddress: 'a@b.example', subject: '', body: '' }
  await db.mail.create({ data: mail })
  await correct(token, 'example', { title: 'Warm meals' })
  expect(await db.mail.count({ where: { key: mail.key } })).toBe(1)
  await correct(token, 'contact', { wishes: [] })
  expect(await db.mail.count({ where: { key: mail.key } })).toBe(0)
})

test('sending it unchanged changes nothing', async () => {
  const { token, id } = await makeSent()
  const sent = await send(await open(token))
  expect(sent).toMatchObject({ ok: true, value: { corrected: true } })
  expect(await db.submission.findUniqueOrThrow({ where: { id } })).toMatchObject({
    correctedAt: null,
    answeredSteps: [],
  })
  expect(await db.auditEntry.count({ where: { action: 'submission.correct' } })).toBe(0)
  await whole()
})

test('who was told by mail hears that it arrived, once for each', async () => {
  const { token } = await makeSent()
  await correct(token, 'example', { title: 'Warm meals' })
  await correct(token, 'example', { title: 'Cold meals' })
  const mails = await db.mail.findMany({ where: { key: { startsWith: 'corrected:' } } })
  expect(mails).toHaveLength(2)
  expect(mails[0]).toMatchObject({ toAddress: 'zenobia@quillfeather.example', linkKind: 'EVIDENCE' })
})

test('a correction after settling marks it until a lead has looked', async () => {
  const { token, id, reference } = await makeSent()
  await db.submission.update({ where: { id }, data: { stage: 'SETTLED' } })
  await correct(token, 'place', { places: ['walsall'] })
  const team = await db.team.create({ data: { name: 'Team', short: 'T' } })
  const lead = await makePerson('lead', 'LEAD', team)
  const researcher = await makePerson('researcher', 'RESEARCHER', team)
  expect(await getSubmission(researcher, reference)).toMatchObject({
    unseenCorrection: true,
    allows: { settleCorrection: false },
  })
  expect(await settleCorrection(researcher, reference)).toMatchObject({ ok: false })
  expect(await listCorrections(lead, reference)).toMatchObject([
    { changes: [{ label: 'Places', before: 'Dudley\nAcross the region', after: 'Walsall' }] },
  ])
  expect(await settleCorrection(lead, reference)).toMatchObject({ ok: true })
  expect(await settleCorrection(lead, reference)).toMatchObject({ ok: true })
  expect(await getSubmission(lead, reference)).toMatchObject({ unseenCorrection: false, stage: 'SETTLED' })
  expect(await db.auditEntry.count({ where: { action: 'submission.settleCorrection' } })).toBe(1)
})

test('after the analysis has closed nothing can be corrected, not even what was begun before', async () => {
  const { token } = await makeSent()
  const browser = await open(token)
  await db.call.updateMany({ data: { analysisClosesAt: new Date(Date.now() - 1000) } })
  expect(await openCorrection(token)).toMatchObject({ ok: false })
  expect(await send(browser)).toMatchObject({ ok: false, message: 'analysed' })
  expect((await sentView(token)).mayCorrect).toBe(false)
})

test('a correction that is dropped leaves everything as it was', async () => {
  const { token } = await makeSent()
  const browser = await open(token)
  await answerStep(browser, 'example', { ...stepAnswers.example, title: 'Never mind' })
  await dropCorrection(token)
  expect((await sentView(token)).answers.example.title).toBe('Hot meals within a week')
  expect(await getDraft(browser)).toMatchObject({ sent: true, correcting: false })
  await whole()
})

describe('files', () => {
  beforeEach(async () => {
    const store = await fileStore()
    for await (const { key } of store.list()) await store.remove(key)
  })

  async function add(browser: string, name: string): Promise<string> {
    const taking = await takeInBytes(makePdf(), name)
    const added = taking.ok ? await addOwnFile(browser, taking.file) : null
    if (!added?.ok) throw new Error('It was not added.')
    return added.value.id
  }
  const reading = async () => makePerson('researcher', 'RESEARCHER', await db.team.create({ data: teamData }))
  const teamData = { name: 'Team', short: 'T' }
  const namesOf = (files: { name: string }[]) => files.map(({ name }) => name)
  const filesOnPage = async (token: string) => namesOf((await sentView(token)).files)

  /** Sends a response with the files `a.pdf` and `b.pdf`, added by a correction, and opens it again. */
  async function makeOpen() {
    const sent = await makeSent()
    const first = await open(sent.token)
    const [a, b] = [await add(first, 'a.pdf'), await add(first, 'b.pdf')]
    await send(first)
    return { ...sent, a, b, browser: await open(sent.token) }
  }

  test('stand again as they were sent once a correction is dropped', async () => {
    const { token, id, a, browser } = await makeOpen()
    expect(await removeOwnFile(browser, a)).toEqual({ ok: true })
    await add(browser, 'c.pdf')
    await dropCorrection(token)
    await dropCorrection(token)
    expect(await db.storedFile.findMany({ where: { submissionId: id }, orderBy: { position: 'asc' } })).toMatchObject([
      { name: 'a.pdf', position: 1, removedAt: null },
      { name: 'b.pdf', position: 2, removedAt: null },
    ])
    expect(await strayFiles()).toEqual({ bytes: [], rows: [] })
    expect(await filesOnPage(token)).toEqual(['a.pdf', 'b.pdf'])
    await whole()
  })

  test('are for researchers, and on the private page, as they were sent until the correction is', async () => {
    const { token, a, b, reference, browser } = await makeOpen()
    const researcher = await reading()
    await removeOwnFile(browser, a)
    const c = await add(browser, 'c.pdf')
    const opens = async (id: string) => {
      const opened = await openFileForStaff(researcher, id)
      opened?.stream.destroy()
      return opened !== null
    }
    expect(namesOf(await listFiles(researcher, reference))).toEqual(['a.pdf', 'b.pdf'])
    expect(await filesOnPage(token)).toEqual(['a.pdf', 'b.pdf'])
    expect(await Promise.all([a, b, c].map(opens))).toEqual([true, true, false])
    expect(namesOf(await listOwnFiles(browser))).toEqual(['c.pdf', 'b.pdf'])
    await send(browser)
    expect(namesOf(await listFiles(researcher, reference))).toEqual(['c.pdf', 'b.pdf'])
    expect(await filesOnPage(token)).toEqual(['c.pdf', 'b.pdf'])
    expect(await Promise.all([a, b, c].map(opens))).toEqual([false, true, true])
    await whole()
  })

  test('one that a first correction sent is only put aside by a second', async () => {
    const { a, browser } = await makeOpen()
    await removeOwnFile(browser, a)
    await send(browser)
    expect(await db.storedFile.findUnique({ where: { id: a } })).toMatchObject({ position: null })
    expect(await strayFiles()).toEqual({ bytes: [], rows: [] })
  })
})

test('a key of a browser opens no private page, and none that was replaced corrects anything', async () => {
  const { token, browser, id } = await makeSent()
  expect(await readEvidence(browser)).toBeNull()
  await db.privateKey.updateMany({ where: { submissionId: id, kind: 'EVIDENCE' }, data: { replacedAt: new Date() } })
  expect(await readEvidence(token)).toBeNull()
  expect(await openCorrection(token)).toMatchObject({ ok: false })
})

test('twenty corrections of the same thing at once are one after another', async () => {
  const { token, id } = await makeSent()
  const browser = await open(token)
  await answerStep(browser, 'example', { ...stepAnswers.example, title: 'Warm meals' })
  const sent = await Promise.all(Array.from({ length: 20 }, () => send(browser)))
  expect(sent.filter(({ ok }) => ok)).toHaveLength(20)
  expect(await db.submissionRevision.count({ where: { submissionId: id } })).toBe(2)
  await whole()
})

test('beginning twice keeps what was typed meanwhile', async () => {
  const { token, id } = await makeSent()
  const browser = await open(token)
  await answerStep(browser, 'example', { ...stepAnswers.example, title: 'Warm meals' })
  const again = await open(token)
  expect((await getDraft(again))?.answers.example?.title).toBe('Warm meals')
  await db.$transaction(tx => beginCorrection(tx, id))
  expect((await getDraft(again))?.answers.example?.title).toBe('Hot meals within a week')
})

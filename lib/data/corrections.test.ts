import { beforeEach, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { makePerson } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { broken } from '@/lib/testing/invariants'
import { answerStep, makeCall, makeSent, send, stepAnswers } from '@/lib/testing/submission-makers'
import { beginCorrection, dropCorrection, openCorrection } from './corrections'
import { getDraft } from './drafts'
import { readEvidence } from './evidence'
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

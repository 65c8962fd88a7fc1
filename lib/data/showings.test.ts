import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { approve, inputFor, publish, rowOf, value, versionOf, writeCaseStudy } from '@/lib/testing/case-study-deeds'
import { makePerson, makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { saveCaseStudy } from './case-studies'
import { getCaseStudy } from './case-study-desk'
import { listCaseStudyNews } from './case-study-news'
import { markMailSent } from './mail-queue'
import { issueKey } from './private-keys'
import { publishCaseStudy } from './releases'
import { answerShowing, readShowings, recordRespondentsYes, showCaseStudy } from './showings'
import { withdrawEvidence } from './withdrawals'

let scene: Scene
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
})

const day = 86_400_000

/** An approved case study whose respondent asked to see it first, has an address and holds this private link. */
async function approvedFor(email: string | null = 'hope@portal.example') {
  const written = await writeCaseStudy(scene, { showBefore: true })
  const submissionId = written.submission.id
  if (email) await db.contactDetails.create({ data: { submissionId, email } })
  await approve(scene, written.id)
  return { ...written, token: await issueKey(db, submissionId, 'EVIDENCE') }
}

const show = async (id: string, days = 14) =>
  showCaseStudy(scene.people.wlv.researcher, { ...(await versionOf(id)), days })
const asLead = async (id: string) => publishCaseStudy(scene.people.coventry.lead, await versionOf(id))
const onlyShowing = () => db.showing.findFirstOrThrow()

async function answer(token: string, given: 'YES' | 'CHANGE' | 'NO', words = '') {
  const [showing] = await readShowings(token)
  return answerShowing(token, { showing: showing?.id ?? '', answer: given, words })
}

describe('showing it to who asked to see it first', () => {
  test('puts the text on their page, and tells them by mail of the day', async () => {
    const { id, token } = await approvedFor()
    expect(value(await show(id))).toEqual({ shown: 1, told: 1 })
    const mail = await db.mail.findFirstOrThrow({ where: { key: { startsWith: 'showing:' } } })
    expect(mail).toMatchObject({ toAddress: 'hope@portal.example', linkKind: 'EVIDENCE' })
    expect(mail.body).toContain('{link}')
    await markMailSent(mail.id, null)
    const [shown] = await readShowings(token)
    expect(shown).toMatchObject({ state: 'waiting', text: { title: 'A kitchen that fed a town' } })
    expect(shown?.lastDay).not.toBeNull()
    expect(JSON.stringify(shown)).not.toContain(id)
  })

  test('without an address nobody is told, and silence is no answer', async () => {
    const { id, token } = await approvedFor(null)
    expect(value(await show(id))).toEqual({ shown: 1, told: 0 })
    expect(await readShowings(token)).toMatchObject([{ state: 'waiting', lastDay: null }])
    expect(await db.mail.count()).toBe(0)
  })

  test('is refused to others, of another version, while it is written, and where nobody asked', async () => {
    const { id } = await approvedFor()
    const at = { ...(await versionOf(id)), days: 14 }
    expect(await showCaseStudy(scene.people.bvsc.researcher, at)).toMatchObject({ ok: false })
    expect(await showCaseStudy(scene.people.staff, at)).toMatchObject({ message: 'There is no such case study.' })
    expect(await showCaseStudy(scene.people.wlv.lead, { ...at, version: 1 })).toMatchObject({ ok: false })
    const draft = await writeCaseStudy(scene, { showBefore: true })
    expect(await show(draft.id)).toMatchObject({ ok: false })
    const unasked = await writeCaseStudy(scene)
    await approve(scene, unasked.id)
    expect(await show(unasked.id)).toMatchObject({ message: expect.stringMatching(/nobody/) })
    expect(await db.showing.count()).toBe(0)
  })
})

describe('what they answer', () => {
  test('yes lets it be published, and it leaves their page once it is', async () => {
    const { id, token } = await approvedFor()
    value(await show(id))
    expect(await asLead(id)).toMatchObject({ message: expect.stringMatching(/asked to see it first/) })
    value(await answer(token, 'YES'))
    expect(await listCaseStudyNews(scene.people.wlv.researcher, scene.call.id)).toMatchObject([
      { id, what: 'A respondent has said yes to it.' },
    ])
    value(await asLead(id))
    expect(await readShowings(token)).toEqual([])
    expect(await answerShowing(token, { showing: (await onlyShowing()).id, answer: 'NO', words: '' })).toMatchObject({
      ok: false,
    })
  })

  test.each(['CHANGE', 'NO'] as const)('%s stands against it, also after the day, until they say yes', async given => {
    const { id, token } = await approvedFor()
    value(await show(id))
    expect(await answer(token, 'CHANGE')).toMatchObject({ fields: { words: ['Enter what should change'] } })
    value(await answer(token, given, 'It was forty, not four hundred.'))
    await letItLapse()
    expect(await asLead(id)).toMatchObject({ ok: false })
    const desk = await getCaseStudy(scene.people.bvsc.lead, id)
    expect(desk?.respondents).toMatchObject([
      { state: given.toLowerCase(), words: 'It was forty, not four hundred.', how: 'page' },
    ])
    value(await answer(token, 'YES'))
    value(await asLead(id))
  })

  test('counts for the version they read: a change of the text asks them anew', async () => {
    const { id, token, author } = await approvedFor()
    value(await show(id))
    value(await answer(token, 'YES'))
    const { id: showing } = await onlyShowing()
    value(await saveCaseStudy(author, await inputFor(id, { summary: 'Another.' })))
    expect(await readShowings(token)).toEqual([])
    expect(await answerShowing(token, { showing, answer: 'NO', words: '' })).toMatchObject({
      message: expect.stringMatching(/has changed/),
    })
    await approve(scene, id)
    expect(await asLead(id)).toMatchObject({ ok: false })
  })

  test('is nobody else’s, and of nothing that was withdrawn', async () => {
    const { id, token, submission } = await approvedFor()
    const other = await makeSubmission(scene)
    const strange = await issueKey(db, other.id, 'EVIDENCE')
    value(await show(id))
    const { id: showing } = await onlyShowing()
    for (const wrong of [strange, 'x', `${'a'.repeat(43)}`])
      expect(await answerShowing(wrong, { showing, answer: 'YES', words: '' })).toMatchObject({ ok: false })
    expect(await readShowings(strange)).toEqual([])
    value(await withdrawEvidence(token, submission.reference ?? ''))
    expect(await readShowings(token)).toEqual([])
    expect(await answerShowing(token, { showing, answer: 'YES', words: '' })).toMatchObject({ ok: false })
    expect(await onlyShowing()).toMatchObject({ answer: null })
  })
})

/** As if it had been shown, and told, a month ago. */
async function letItLapse(told = true) {
  const { shownAt, lapsesAt } = await onlyShowing()
  const ago = (date: Date | null) => date && new Date(date.getTime() - 30 * day)
  await db.showing.updateMany({
    data: { shownAt: ago(shownAt), lapsesAt: ago(lapsesAt), toldAt: told ? ago(shownAt) : null },
  })
}

describe('silence', () => {
  test('is a yes once the day that they were told has passed', async () => {
    const { id, token } = await approvedFor()
    value(await show(id))
    await letItLapse()
    expect(await readShowings(token)).toMatchObject([{ state: 'lapsed' }])
    value(await asLead(id))
  })
  test('is no answer where the mail never went out', async () => {
    const { id } = await approvedFor()
    value(await show(id))
    await letItLapse(false)
    expect(await asLead(id)).toMatchObject({ ok: false })
    const desk = await getCaseStudy(scene.people.wlv.lead, id)
    expect(desk?.respondents).toMatchObject([{ state: 'waiting', untold: true, lapsesAt: null }])
  })
  test('a mail of an earlier showing tells nothing of a later day', async () => {
    const { id } = await approvedFor()
    value(await show(id))
    const mail = await db.mail.findFirstOrThrow()
    await db.showing.updateMany({ data: { shownAt: new Date(Date.now() - 3 * day) } })
    value(await show(id))
    await markMailSent(mail.id, null)
    expect(await onlyShowing()).toMatchObject({ toldAt: null })
  })
})

test('where several asked, every yes counts', async () => {
  const { id, token } = await approvedFor()
  const second = await makeSubmission(scene, { showBefore: true, organisation: 'Second House (example)' })
  await db.caseStudySource.create({ data: { caseStudyId: id, submissionId: second.id } })
  value(await show(id))
  value(await answer(token, 'YES'))
  expect(await asLead(id)).toMatchObject({ ok: false })
  const at = { ...(await versionOf(id)), how: 'telephone', on: '2020-08-07' } as const
  value(await recordRespondentsYes(scene.people.wlv.researcher, { ...at, reference: second.reference ?? '' }))
  value(await asLead(id))
})

describe('a yes that is written down', () => {
  const yes = async (id: string, reference: string | null, on = '2020-08-07') =>
    ({ ...(await versionOf(id)), reference: reference ?? '', how: 'telephone', on }) as const

  test('keeps its day, its way and who wrote it', async () => {
    const { id, author, submission } = await writeCaseStudy(scene, { showBefore: true })
    value(await recordRespondentsYes(author, await yes(id, submission.reference)))
    expect(await onlyShowing()).toMatchObject({
      answer: 'YES',
      answeredAt: new Date('2020-08-07T12:00:00Z'),
      how: 'telephone',
      recordedById: author.id,
    })
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: 'caseStudy.respondentsYes' } })
    expect(entry.details).toMatchObject({ version: 2, how: 'telephone', on: '2020-08-07' })
  })

  test('cannot lie in the future, be to another version, or be nobody’s', async () => {
    const { id, author, submission } = await writeCaseStudy(scene, { showBefore: true })
    const { reference } = submission
    expect(await recordRespondentsYes(author, await yes(id, reference, '2999-01-01'))).toMatchObject({
      fields: { on: expect.anything() },
    })
    expect(await recordRespondentsYes(author, { ...(await yes(id, reference)), version: 1 })).toMatchObject({
      ok: false,
    })
    const other = await writeCaseStudy(scene)
    expect(await recordRespondentsYes(author, await yes(other.id, other.submission.reference))).toMatchObject({
      message: 'This respondent did not ask to see the case study first.',
    })
    const stranger = await makePerson('stranger', 'WMCA_STAFF', null)
    expect(await recordRespondentsYes(stranger, await yes(id, reference))).toMatchObject({ ok: false })
  })
})

test('evidence taken back is said on the desk and in My work, over several sources, of a draft too', async () => {
  const published = await publish(scene)
  const draft = await writeCaseStudy(scene)
  const second = await makeSubmission(scene, { organisation: 'Second House (example)' })
  for (const caseStudyId of [published.id, draft.id])
    await db.caseStudySource.create({ data: { caseStudyId, submissionId: second.id } })
  const token = await issueKey(db, second.id, 'EVIDENCE')
  expect(await withdrawEvidence(token, second.reference ?? '')).toEqual({ ok: true, value: { readersSaw: true } })
  expect(await rowOf(published.id)).toMatchObject({ status: 'IN_REVIEW', release: { title: '', publishedAt: null } })
  expect(await rowOf(draft.id)).toMatchObject({ status: 'DRAFT' })
  for (const { id } of [published, draft]) {
    const desk = await getCaseStudy(scene.people.wlv.researcher, id)
    expect(desk?.sources.filter(({ publish }) => publish === 'NO').map(({ reference }) => reference)).toEqual([
      second.reference,
    ])
    expect(desk?.consentRefusal).toMatch(/withdrawn/)
  }
  const news = await listCaseStudyNews(scene.people.wlv.researcher, scene.call.id)
  expect(news.map(({ id }) => id).toSorted()).toEqual([published.id, draft.id].toSorted())
  expect(await listCaseStudyNews(scene.people.bvsc.researcher, scene.call.id)).toEqual([])
  expect(await listCaseStudyNews(scene.people.staff, scene.call.id)).toEqual([])
})

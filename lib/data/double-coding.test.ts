import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { value } from '@/lib/testing/case-study-deeds'
import { makePerson, makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { code, finishBoth, makeBlind, makeCode, makeText } from '@/lib/testing/double-makers'

import { assignSubmission } from './assignments'
import { tagSubmission } from './codings'
import { exchangeCoder, isBlindCoder, makeDouble, undoDouble } from './double-coding'
import { finishCoding } from './finishing'
import { declareInterest } from './interests'
import { saveProgress } from './submissions'

let scene: Scene
let food: string
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  food = await makeCode(scene, 'Food')
})

const rowOf = (reference: string) =>
  db.submission.findUniqueOrThrow({
    where: { reference },
    include: { assignments: { orderBy: { assignedAt: 'asc' }, include: { person: true } } },
  })
const coders = async (reference: string) => (await rowOf(reference)).assignments.map(({ person }) => person.name)

describe('a lead has a submission coded by two', () => {
  test('of different teams, and takes it back while neither has coded', async () => {
    const { wlv, bvsc, coventry } = scene.people
    const { reference, id } = await makeText(scene)
    value(await assignSubmission(wlv.lead, { reference, personId: wlv.researcher.id, assigned: true }))
    value(await makeDouble(wlv.lead, { reference, firstId: bvsc.researcher.id, secondId: coventry.lead.id }))
    expect(await rowOf(reference)).toMatchObject({ blind: true, doubleCodedAt: expect.any(Date), stage: 'NEW' })
    expect((await coders(reference)).toSorted()).toEqual(['bvsc-researcher', 'coventry-lead'])
    expect(await isBlindCoder(db, id, bvsc.researcher.id)).toBe(true)
    expect(await isBlindCoder(db, id, wlv.researcher.id)).toBe(false)

    value(await undoDouble(wlv.lead, reference))
    expect(await rowOf(reference)).toMatchObject({ blind: false, doubleCodedAt: null })
    value(await makeDouble(wlv.lead, { reference, firstId: bvsc.researcher.id, secondId: wlv.researcher.id }))
    await code(bvsc.researcher, { id, versionId: '' }, food)
    expect(await undoDouble(wlv.lead, reference)).toMatchObject({ ok: false })
    const deeds = await db.auditEntry.findMany({ where: { thingId: id }, orderBy: { id: 'asc' } })
    expect(deeds.map(({ action }) => action)).toEqual([
      'submission.assign',
      'submission.codeByTwo',
      'submission.codeByOne',
      'submission.codeByTwo',
    ])
  })

  test('never of one team, disabled, in conflict, somebody else’s decision, or one that was coded in the open', async () => {
    const { wlv, bvsc, coventry, staff } = scene.people
    const { reference, id } = await makeText(scene)
    const attempt = (first: { id: string }, second: { id: string }, lead = wlv.lead) =>
      makeDouble(lead, { reference, firstId: first.id, secondId: second.id })
    const refusals = [
      [attempt(bvsc.researcher, bvsc.lead), { fields: { secondId: [expect.any(String)] } }],
      [attempt(bvsc.researcher, bvsc.researcher), { fields: { secondId: [expect.any(String)] } }],
      [attempt(staff, bvsc.researcher), { fields: { firstId: [expect.any(String)] } }],
      [attempt(bvsc.researcher, { id: scene.call.id }), { fields: { secondId: [expect.any(String)] } }],
      [attempt(bvsc.researcher, coventry.researcher, wlv.researcher), { message: expect.stringContaining('lead') }],
      [attempt(bvsc.researcher, coventry.researcher, staff), { message: 'There is no such submission.' }],
    ] as const
    for (const [refusal, expected] of refusals) expect(await refusal).toMatchObject({ ok: false, ...expected })
    value(await declareInterest(coventry.researcher, { reference, reason: '' }))
    expect(await attempt(bvsc.researcher, coventry.researcher)).toMatchObject({ fields: {} })
    await db.person.update({ where: { id: bvsc.researcher.id }, data: { disabledAt: new Date() } })
    expect(await attempt(bvsc.researcher, coventry.lead)).toMatchObject({ fields: {} })
    await code(wlv.researcher, { id, versionId: '' }, food)
    expect(await attempt(bvsc.lead, coventry.lead)).toMatchObject({
      message: 'Somebody has coded this submission already. Choose another one.',
    })
    expect(await rowOf(reference)).toMatchObject({ doubleCodedAt: null, blind: false })
  })

  test('and nobody is assigned to it, or taken off, by another way', async () => {
    const { wlv, bvsc } = scene.people
    const { reference } = await makeBlind(scene)
    const assign = (person: { id: string }, assigned: boolean) =>
      assignSubmission(wlv.lead, { reference, personId: person.id, assigned })
    for (const attempt of [assign(wlv.researcher, true), assign(bvsc.researcher, false)])
      expect(await attempt).toMatchObject({ ok: false })
    expect(await coders(reference)).toHaveLength(2)
  })
})

describe('finishing', () => {
  test('of one makes it coded, and can be taken back', async () => {
    const { wlv } = scene.people
    const { reference } = await makeText(scene)
    expect(await finishCoding(wlv.researcher, { reference, finished: true })).toMatchObject({ ok: false })
    value(await assignSubmission(wlv.researcher, { reference, personId: wlv.researcher.id, assigned: true }))
    for (const _ of [1, 2]) value(await finishCoding(wlv.researcher, { reference, finished: true }))
    expect(await rowOf(reference)).toMatchObject({ stage: 'CODED', version: 2 })
    value(await finishCoding(wlv.researcher, { reference, finished: false }))
    expect(await rowOf(reference)).toMatchObject({ stage: 'CODING', assignments: [{ doneAt: null }] })
  })

  test('of both ends the blindness and shows what was held back, for good', async () => {
    const { bvsc, coventry } = scene.people
    const { id, reference } = await makeBlind(scene)
    await db.comment.create({ data: { submissionId: id, authorId: bvsc.researcher.id, body: 'Mine', held: true } })
    value(await finishCoding(bvsc.researcher, { reference, finished: true }))
    expect(await tagSubmission(bvsc.researcher, { reference, code: 'Food' })).toMatchObject({ ok: false })
    value(await finishCoding(bvsc.researcher, { reference, finished: false }))
    value(await tagSubmission(bvsc.researcher, { reference, code: 'Food' }))
    value(await finishCoding(bvsc.researcher, { reference, finished: true }))
    expect(await rowOf(reference)).toMatchObject({ blind: true, stage: 'NEW' })
    value(await finishCoding(coventry.researcher, { reference, finished: true }))
    expect(await rowOf(reference)).toMatchObject({ blind: false, stage: 'CODED' })
    expect(await db.comment.count({ where: { held: true } })).toBe(0)
    for (const { researcher } of [bvsc, coventry]) {
      expect(await finishCoding(researcher, { reference, finished: false })).toMatchObject({ ok: false })
      expect(await tagSubmission(researcher, { reference, code: 'Food' })).toMatchObject({ ok: false })
    }
  })

  test('two at once end it together', async () => {
    const { bvsc, coventry } = scene.people
    const { reference } = await makeBlind(scene)
    const both = [bvsc, coventry].map(({ researcher }) => finishCoding(researcher, { reference, finished: true }))
    expect((await Promise.all(both)).every(({ ok }) => ok)).toBe(true)
    expect(await rowOf(reference)).toMatchObject({ blind: false, stage: 'CODED' })
  })
})

describe('by hand', () => {
  const move = async (
    viewer: Scene['people']['wlv']['lead'],
    reference: string,
    stage: 'CODING' | 'CODED' | 'SETTLED',
  ) =>
    saveProgress(viewer, {
      reference,
      stage,
      decision: null,
      reason: '',
      version: (await rowOf(reference)).version,
    })

  test('nobody makes a blind submission coded or settled', async () => {
    const { wlv, bvsc } = scene.people
    const { reference } = await makeBlind(scene)
    value(await move(bvsc.researcher, reference, 'CODING'))
    for (const stage of ['CODED', 'SETTLED'] as const)
      expect(await move(wlv.lead, reference, stage)).toMatchObject({ fields: { stage: [expect.any(String)] } })
    expect(await rowOf(reference)).toMatchObject({ blind: true, stage: 'CODING' })
  })

  test('what two have coded is settled by a lead who did not, once nothing is left to settle', async () => {
    const { wlv, coventry } = scene.people
    const submission = await makeText(scene)
    const { reference } = submission
    value(await makeDouble(wlv.lead, { reference, firstId: wlv.researcher.id, secondId: coventry.lead.id }))
    const coding = await code(coventry.lead, submission, food)
    for (const coder of [wlv.researcher, coventry.lead]) value(await finishCoding(coder, { reference, finished: true }))
    for (const attempt of [
      () => move(coventry.lead, reference, 'SETTLED'),
      () => move(wlv.lead, reference, 'SETTLED'),
      () => move(wlv.lead, reference, 'CODING'),
    ])
      expect(await attempt()).toMatchObject({ fields: { stage: [expect.any(String)] } })
    await db.settlement.create({ data: { submissionId: submission.id, secondId: coding.id, leadId: wlv.lead.id } })
    value(await move(wlv.lead, reference, 'SETTLED'))
    expect(await move(coventry.lead, reference, 'CODED')).toMatchObject({ ok: false })
    value(await move(wlv.lead, reference, 'CODED'))
  })

  test('what one has coded has nobody left with work', async () => {
    const { wlv } = scene.people
    const { reference } = await makeText(scene)
    value(await assignSubmission(wlv.lead, { reference, personId: wlv.researcher.id, assigned: true }))
    value(await move(wlv.lead, reference, 'CODED'))
    expect((await rowOf(reference)).assignments).toMatchObject([{ doneAt: expect.any(Date) }])
    value(await move(wlv.lead, reference, 'CODING'))
    expect((await rowOf(reference)).assignments).toMatchObject([{ doneAt: null }])
  })
})

describe('a lead puts somebody else in the place of one of two', () => {
  test('what the first had coded is set aside', async () => {
    const { wlv, bvsc, coventry } = scene.people
    const submission = await makeBlind(scene)
    const { reference } = submission
    await code(bvsc.researcher, submission, food, [0, 5])
    const exchange = (toId: string, fromId: string | null = bvsc.researcher.id, lead = wlv.lead) =>
      exchangeCoder(lead, { reference, fromId, toId })
    for (const attempt of [
      exchange(coventry.lead.id),
      exchange(coventry.researcher.id),
      exchange(bvsc.researcher.id),
      exchange(scene.people.staff.id),
      exchange(bvsc.lead.id, wlv.lead.id),
      exchange(bvsc.lead.id, null),
      exchange(bvsc.lead.id, bvsc.researcher.id, wlv.researcher),
    ])
      expect(await attempt).toMatchObject({ ok: false })
    value(await exchange(bvsc.lead.id))
    expect((await coders(reference)).toSorted()).toEqual(['bvsc-lead', 'coventry-researcher'])
    expect(await db.coding.findMany()).toMatchObject([{ removedAt: expect.any(Date), removedById: wlv.lead.id }])
    value(await finishCoding(coventry.researcher, { reference, finished: true }))
    expect(await exchange(wlv.researcher.id, coventry.researcher.id)).toMatchObject({ ok: false })
  })

  test('not where both have finished', async () => {
    const { wlv, bvsc } = scene.people
    const submission = await makeBlind(scene)
    await finishBoth(scene, submission)
    const given = { reference: submission.reference, fromId: bvsc.researcher.id, toId: bvsc.lead.id }
    expect(await exchangeCoder(wlv.lead, given)).toMatchObject({ ok: false })
  })
})

test('a submission of two people who code it can have an empty place, and somebody takes it', async () => {
  const { wlv, bvsc, coventry } = scene.people
  const lonely = await makePerson('lonely', 'RESEARCHER', await db.team.create({ data: { name: 'One', short: 'one' } }))
  const { reference } = await makeText(scene)
  value(await makeDouble(wlv.lead, { reference, firstId: lonely.id, secondId: coventry.researcher.id }))
  value(await declareInterest(lonely, { reference, reason: 'My sister runs it' }))
  value(await finishCoding(coventry.researcher, { reference, finished: true }))
  expect(await rowOf(reference)).toMatchObject({ blind: true, stage: 'NEW' })
  expect(await coders(reference)).toEqual(['coventry-researcher'])
  value(await exchangeCoder(wlv.lead, { reference, fromId: null, toId: bvsc.researcher.id }))
  value(await finishCoding(bvsc.researcher, { reference, finished: true }))
  expect(await rowOf(reference)).toMatchObject({ blind: false, stage: 'CODED' })
})

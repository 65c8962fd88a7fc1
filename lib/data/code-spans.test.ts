import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { value } from '@/lib/testing/case-study-deeds'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { carryOver } from './carry-over'
import { codeSpan } from './code-spans'
import { setRemoved, writeMemo } from './coding-changes'
import { listCodings } from './coding-list'
import { coinCode } from './coin-code'
import { readTexts } from './submission-texts'

const body = 'Forty 👍🏽 volunteers cooked. Nobody went hungry.'
let scene: Scene
let submission: { id: string; reference: string }
let versionId: string
let codeId: string
let me: Viewer
let colleague: Viewer

beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  me = scene.people.bvsc.researcher
  colleague = scene.people.coventry.researcher
  const made = await makeSubmission(scene)
  submission = { id: made.id, reference: made.reference ?? '' }
  await db.text.deleteMany({ where: { submissionId: made.id } })
  const text = await db.text.create({
    data: { submissionId: made.id, kind: 'ANSWER', field: 'whatHappened', versions: { create: { number: 1, body } } },
    include: { versions: true },
  })
  versionId = text.versions[0]?.id ?? ''
  codeId = (await db.code.create({ data: { callId: scene.call.id, position: 1, name: 'Food' } })).id
})

type Given = Partial<Parameters<typeof codeSpan>[1]>
const code = (given: Given = {}, viewer = me) =>
  codeSpan(viewer, {
    id: randomUUID(),
    reference: submission.reference,
    textVersionId: versionId,
    codeId,
    start: 9,
    end: 19,
    memo: '',
    ...given,
  })
const seen = async (viewer = me) =>
  (await listCodings(viewer, submission.reference))?.spans.map(({ start, end }) => [start, end])
const correct = (now: string, number = 2) =>
  db.$transaction(async tx => {
    const { textId } = await tx.textVersion.findUniqueOrThrow({ where: { id: versionId } })
    await tx.textVersion.create({ data: { textId, number, body: now } })
    await carryOver(tx, submission.id)
  })
const codedBlind = (personId: string) =>
  db.submission.update({
    where: { id: submission.id },
    data: { doubleCodedAt: new Date(), blind: true, assignments: { create: { personId, double: true } } },
  })

describe('coding words', () => {
  test('is kept, audited, and begins the coding of the submission', async () => {
    const { id } = value(await code())
    expect(await db.coding.findUnique({ where: { id } })).toMatchObject({ spanStart: 9, spanEnd: 19, personId: me.id })
    const deeds = await db.auditEntry.findMany({ orderBy: { id: 'asc' }, select: { action: true } })
    expect(deeds.map(deed => deed.action)).toEqual(['coding.make', 'submission.move'])
    expect(await db.submission.findUnique({ where: { id: submission.id } })).toMatchObject({ stage: 'CODING' })
  })

  test('is not for who declared a conflict of interest, until they take that back', async () => {
    const interest = { submissionId: submission.id, personId: me.id }
    await db.conflictOfInterest.create({ data: interest })
    expect(await code()).toMatchObject({ ok: false, message: expect.stringMatching(/^You have declared a conflict/) })
    expect((await listCodings(me, submission.reference))?.open).toBe(false)
    value(await code({}, colleague))
    await db.conflictOfInterest.delete({ where: { submissionId_personId: interest } })
    value(await code())
  })

  test('twice, also at once and with the same id, makes one', async () => {
    const id = randomUUID()
    const answers = await Promise.all([code({ id }), code({ id }), code(), code()])
    expect(new Set(answers.map(answer => value(answer).id)).size).toBe(1)
    expect(await db.coding.count()).toBe(1)
  })

  test.each([
    ['outside the text', { end: 1000 }, /not in the text/],
    ['before its beginning', { start: -1 }, /not in the text/],
    ['empty', { start: 9, end: 9 }, /Select some words/],
    ['of a space only', { start: 8, end: 9 }, /Select some words/],
    ['that cuts an emoji from its skin tone', { start: 6, end: 7 }, /cuts a character/],
    ['of a text that is not there', { textVersionId: randomUUID() }, /no such text/],
    ['of a code that is not there', { codeId: randomUUID() }, /Select a code/],
    ['of a submission that is not there', { reference: 'WM-0000-0000' }, /no such submission/],
  ])('is refused for a span %s', async (_, given, sentence) => {
    expect(await code(given)).toMatchObject({ ok: false, message: expect.stringMatching(sentence) })
    expect(await db.coding.count()).toBe(0)
  })

  test('is refused across answers, on an older version, and with a code that was retired meanwhile', async () => {
    const other = await makeSubmission(scene)
    expect(await code({ reference: other.reference ?? '' })).toMatchObject({ message: 'There is no such text.' })
    await db.code.update({ where: { id: codeId }, data: { retiredAt: new Date() } })
    expect(await code()).toMatchObject({ message: expect.stringMatching(/retired/) })
    await db.code.update({ where: { id: codeId }, data: { retiredAt: null } })
    await correct('Something else.')
    expect(await code()).toMatchObject({ message: expect.stringMatching(/corrected/) })
  })

  test('is over once it is settled, also while one goes on', async () => {
    const { id } = value(await code())
    const which = { reference: submission.reference, codingId: id }
    const stage = (to: 'SETTLED' | 'CODED') =>
      db.submission.update({ where: { id: submission.id }, data: { stage: to } })
    await stage('SETTLED')
    for (const deed of [
      code({ start: 0, end: 5 }),
      setRemoved(me, { ...which, removed: true }),
      writeMemo(me, { ...which, memo: 'x' }),
    ])
      expect(await deed).toEqual({ ok: false, message: expect.stringMatching(/is settled/) })
    expect((await listCodings(me, submission.reference))?.open).toBe(false)
    await stage('CODED')
    value(await code({ start: 0, end: 5 }))
  })

  test('is for researchers, while it is there to be read', async () => {
    for (const viewer of [scene.people.staff, scene.people.administrator])
      expect(await code({}, viewer)).toEqual({ ok: false, message: 'There is no such submission.', missing: true })
    await db.submission.update({ where: { id: submission.id }, data: { status: 'WITHDRAWN', withdrawnAt: new Date() } })
    expect(await code()).toMatchObject({ message: 'There is no such submission.' })
  })
})

describe('one’s own coding', () => {
  test('is taken off and put back as it was, and its memo rewritten', async () => {
    const { id } = value(await code({ memo: 'first' }))
    const which = { reference: submission.reference, codingId: id }
    value(await setRemoved(me, { ...which, removed: true }))
    value(await setRemoved(me, { ...which, removed: true }))
    expect(await seen()).toEqual([])
    expect(await writeMemo(me, { ...which, memo: 'late' })).toMatchObject({ ok: false })
    value(await setRemoved(me, { ...which, removed: false }))
    value(await writeMemo(me, { ...which, memo: 'second' }))
    expect((await listCodings(me, submission.reference))?.spans).toMatchObject([{ id, memo: 'second', mine: true }])
    expect(await db.auditEntry.count({ where: { action: { startsWith: 'coding.' } } })).toBe(4)
  })

  test('is nobody else’s to change', async () => {
    const { id } = value(await code())
    const which = { reference: submission.reference, codingId: id }
    for (const viewer of [colleague, scene.people.bvsc.lead, scene.people.staff]) {
      expect(await setRemoved(viewer, { ...which, removed: true })).toMatchObject({
        message: 'There is no such coding.',
      })
      expect(await writeMemo(viewer, { ...which, memo: 'x' })).toEqual({
        ok: false,
        message: 'There is no such coding.',
        missing: true,
      })
    }
  })
})

describe('where two code it blind', () => {
  test('nobody else codes it, sees what they did, or changes it by its id', async () => {
    await codedBlind(me.id)
    const { id } = value(await code())
    expect(await code({}, colleague)).toMatchObject({ ok: false })
    expect([await seen(me), await seen(colleague), await seen(scene.people.bvsc.lead)]).toEqual([[[9, 19]], [], []])
    const which = { reference: submission.reference, codingId: id }
    expect(await setRemoved(colleague, { ...which, removed: true })).toMatchObject({
      message: 'There is no such coding.',
    })
  })

  test('who has finished changes nothing any more', async () => {
    await codedBlind(me.id)
    const { id } = value(await code())
    await db.assignment.updateMany({ data: { doneAt: new Date() } })
    expect(await code({ start: 0, end: 5 })).toMatchObject({ ok: false })
    expect(await setRemoved(me, { reference: submission.reference, codingId: id, removed: true })).toMatchObject({
      ok: false,
    })
  })

  test('the texts are read as they stood, whatever is corrected', async () => {
    await codedBlind(me.id)
    await correct('Quite another text.')
    expect((await readTexts(me, submission.reference)).map(text => text.body)).toEqual([body])
    value(await code())
    expect(await seen()).toEqual([[9, 19]])
  })
})

describe('a correction', () => {
  test('carries spans to the same words, lists those whose words are gone, and counts them no more', async () => {
    await code()
    await code({ start: 28, end: 34 })
    await correct('In May, forty 👍🏽 volunteers cooked. All were fed.')
    const view = await listCodings(me, submission.reference)
    expect(view?.spans.map(({ start, end }) => [start, end])).toEqual([[17, 27]])
    expect(view?.lost.map(({ words }) => words)).toEqual(['Nobody'])
    expect((await readTexts(me, submission.reference)).map(({ earlier }) => earlier)).toEqual([1])
  })

  test('carries a removed one too, so that it can be put back', async () => {
    const { id } = value(await code())
    const which = { reference: submission.reference, codingId: id }
    value(await setRemoved(me, { ...which, removed: true }))
    await correct(`Well: ${body}`)
    value(await setRemoved(me, { ...which, removed: false }))
    expect(await seen()).toEqual([[15, 25]])
  })
})

test('a code made on the spot is there for all; the same name is the same code', async () => {
  const input = { reference: submission.reference, name: 'Hope' }
  const made = value(await coinCode(me, input))
  expect(value(await coinCode(colleague, { ...input, name: 'hope' })).id).toBe(made.id)
  value(await code({ codeId: made.id }))
  expect(await coinCode(scene.people.staff, input)).toMatchObject({ ok: false })
})

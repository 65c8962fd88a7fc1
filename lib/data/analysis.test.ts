import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { plainView, type AnalysisKind, type AnalysisView } from '@/lib/domain/analysis'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { makeAnswer, makeBlind, makeCode, makeCoding } from '@/lib/testing/coding-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { listSayings, readAnalysis } from './analysis'
import { carryOver } from './carry-over'

// Worked out by hand from this table. Food holds Meals and Parcels; Warwickshire holds Rugby; every text says the same.
//
// | submission | place        | settled | coded by | codings                                                    |
// | a          | Dudley       | yes     | one      | Meals 0-6, Meals 10-16, Parcels 4-12                       |
// | b          | Rugby        | yes     | one      | Meals 0-6, Trust as a tag                                  |
// | c          | Warwickshire | yes     | two      | agreed: Parcels 0-6; originals: Trust 0-6, Parcels 0-6 (x2)|
// | d          | Dudley       | no      | one      | Trust 0-6                                                  |
// | e          | Dudley       | no      | two, blind | Trust 0-6                                                |

let scene: Scene
let codes: { food: string; meals: string; parcels: string; trust: string }
let made: Record<'a' | 'b' | 'c' | 'd' | 'e', { id: string; versionId: string }>

const body = 'Hot meals and food parcels. Hot meals for the whole street.'

async function makeSettled(place: keyof Scene['places'], settled = true) {
  const { id } = await makeSubmission(scene, { place, shortlisted: false })
  await db.submission.update({ where: { id }, data: { stage: settled ? 'SETTLED' : 'CODED' } })
  return { id, versionId: await makeAnswer(id, body) }
}

beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  const food = await makeCode(scene, 'Food')
  codes = {
    food,
    meals: await makeCode(scene, 'Meals', food),
    parcels: await makeCode(scene, 'Parcels', food),
    trust: await makeCode(scene, 'Trust'),
  }
  made = {
    a: await makeSettled('dudley'),
    b: await makeSettled('rugby'),
    c: await makeSettled('warwickshire'),
    d: await makeSettled('dudley', false),
    e: await makeSettled('dudley', false),
  }
  const { bvsc, coventry, wlv } = scene.people
  const on = (name: keyof typeof made, code: keyof typeof codes, start: number, end: number, by = bvsc.researcher) =>
    makeCoding(
      { submissionId: made[name].id, codeId: codes[code], by },
      { textVersionId: made[name].versionId, start, end },
    )
  await on('a', 'meals', 0, 6)
  await on('a', 'meals', 10, 16)
  await on('a', 'parcels', 4, 12)
  await on('b', 'meals', 0, 6)
  await makeCoding({ submissionId: made.b.id, codeId: codes.trust, by: bvsc.researcher })
  await on('c', 'trust', 0, 6)
  await on('c', 'parcels', 0, 6)
  await on('c', 'parcels', 0, 6, coventry.researcher)
  await makeCoding(
    { submissionId: made.c.id, codeId: codes.parcels, by: wlv.lead, agreed: true },
    { textVersionId: made.c.versionId, start: 0, end: 6 },
  )
  await db.submission.update({ where: { id: made.c.id }, data: { doubleCodedAt: new Date() } })
  await on('d', 'trust', 0, 6)
  await on('e', 'trust', 0, 6)
  await makeBlind(made.e.id, bvsc.researcher, coventry.researcher)
})

/** The rows of a view's table by their names: the total, then the cells that are not 0 by their columns' names. */
async function read(kind: AnalysisKind, given: Partial<AnalysisView> = {}, viewer = scene.people.wlv.researcher) {
  const answer = await readAnalysis(viewer, scene.call.id, { ...plainView(kind), ...given })
  const { columns, rows } = answer?.table ?? { columns: [], rows: [] }
  return Object.fromEntries(
    rows.map(({ label, total, cells }) => {
      const named = columns.flatMap((column, index) => (cells[index] ? [[column.label, cells[index]] as const] : []))
      return [label, { total, ...Object.fromEntries(named) }]
    }),
  )
}

const totals = async (kind: AnalysisKind, given?: Partial<AnalysisView>, viewer = scene.people.wlv.researcher) =>
  Object.fromEntries(Object.entries(await read(kind, given, viewer)).map(([name, { total }]) => [name, total]))

describe('frequencies', () => {
  test('count what is settled: a parent its distinct submissions, a pair what is agreed', async () => {
    expect(await totals('frequencies')).toEqual({ Food: 3, Meals: 2, Parcels: 2, Trust: 1 })
    const answer = await readAnalysis(scene.people.wlv.lead, scene.call.id, plainView('frequencies'))
    expect(answer?.ground).toEqual({ submissions: 3, two: 1, senders: 3, segments: 5, tags: 1, unsettled: 2 })
    expect(answer?.table.base).toBe(3)
  })

  test('count segments: a parent their sum, and no tags', async () => {
    expect(await totals('frequencies', { unit: 'segments' })).toEqual({ Food: 5, Meals: 3, Parcels: 2, Trust: 0 })
  })

  test('count one kind alone', async () => {
    expect(await totals('frequencies', { coded: 'two' })).toEqual({ Food: 1, Meals: 0, Parcels: 1, Trust: 0 })
    expect(await totals('frequencies', { coded: 'one' })).toEqual({ Food: 2, Meals: 2, Parcels: 1, Trust: 1 })
  })

  test('count all so far where it is asked for, and what is blind for nobody', async () => {
    const soFar = { Food: 3, Meals: 2, Parcels: 2, Trust: 2 }
    for (const viewer of [scene.people.wlv.lead, scene.people.bvsc.researcher, scene.people.coventry.researcher])
      expect(await totals('frequencies', { count: 'so-far' }, viewer)).toEqual(soFar)
  })

  test('are narrowed by place with what lies in it, and show the codes that are asked for', async () => {
    expect(await totals('frequencies', { place: ['warwickshire'] })).toEqual({
      Food: 2,
      Meals: 1,
      Parcels: 1,
      Trust: 1,
    })
    expect(await totals('frequencies', { codes: [codes.food] })).toEqual({ Food: 3 })
    expect(await totals('frequencies', { level: 'top' })).toEqual({ Food: 3, Trust: 1 })
  })

  test('are nobody’s but the teams’', async () => {
    expect(await readAnalysis(scene.people.staff, scene.call.id, plainView('matrix'))).toBeNull()
    expect(await readAnalysis(scene.people.administrator, scene.call.id, plainView('words'))).toBeNull()
  })
})

test('the same text from many senders is analysed once, and each sender counts where it says so', async () => {
  await db.submission.updateMany({
    where: { id: { in: [made.a.id, made.b.id, made.d.id] } },
    data: { textHash: 'same' },
  })
  expect(await totals('frequencies')).toEqual({ Food: 2, Meals: 1, Parcels: 2, Trust: 0 })
  expect(await totals('frequencies', { unit: 'senders' })).toEqual({ Food: 4, Meals: 3, Parcels: 4, Trust: 0 })
  expect(await read('matrix', { unit: 'senders', codes: [codes.meals] })).toEqual({
    Meals: { total: 3, Dudley: 2, Warwickshire: 1, 'Rugby (in Warwickshire)': 1 },
  })
})

describe('a matrix', () => {
  test('by place counts a child under its parent, once', async () => {
    expect(await read('matrix')).toEqual({
      Food: { total: 3, Dudley: 1, Warwickshire: 2, 'Rugby (in Warwickshire)': 1 },
      Meals: { total: 2, Dudley: 1, Warwickshire: 1, 'Rugby (in Warwickshire)': 1 },
      Parcels: { total: 2, Dudley: 1, Warwickshire: 1 },
      Trust: { total: 1, Warwickshire: 1, 'Rugby (in Warwickshire)': 1 },
    })
    await db.submissionPlace.create({ data: { submissionId: made.b.id, placeId: scene.places.warwickshire.id } })
    expect((await read('matrix'))['Food']).toEqual({
      total: 3,
      Dudley: 1,
      Warwickshire: 2,
      'Rugby (in Warwickshire)': 1,
    })
  })

  test('by team counts whom it is assigned to, with both where two share it', async () => {
    const { bvsc, coventry } = scene.people
    const assign = (submissionId: string, personId: string) =>
      db.assignment.create({ data: { submissionId, personId } })
    await assign(made.a.id, bvsc.researcher.id)
    await assign(made.c.id, bvsc.researcher.id)
    await assign(made.c.id, coventry.researcher.id)
    expect((await read('matrix', { by: 'team' }))['Food']).toEqual({ total: 3, 'Team bvsc': 2, 'Team coventry': 1 })
  })

  test('by type and theme; a segment for each', async () => {
    expect((await read('matrix', { by: 'type', unit: 'segments' }))['Food']).toEqual({ total: 5, 'Faith group': 5 })
    expect((await read('matrix', { by: 'theme' }))['Food']).toEqual({ total: 3, 'Early response': 3 })
  })
})

describe('together', () => {
  test('on the same words: each pair of segments once, and their submissions', async () => {
    expect((await read('together', { unit: 'segments' }))['Meals']).toEqual({ total: 3, Parcels: 2 })
    expect((await read('together'))['Meals']).toEqual({ total: 2, Parcels: 1 })
    expect((await read('together'))['Parcels']).toEqual({ total: 2, Meals: 1 })
  })

  test('in the same submission; never a code with one above it', async () => {
    expect(await read('together', { near: 'submission' })).toEqual({
      Food: { total: 3, Trust: 1 },
      Meals: { total: 2, Parcels: 1, Trust: 1 },
      Parcels: { total: 2, Meals: 1 },
      Trust: { total: 1, Food: 1, Meals: 1 },
    })
  })
})

test('over time: by the day in the region’s time, with the empty days between', async () => {
  const sent = (id: string, submittedAt: string) => db.submission.update({ where: { id }, data: { submittedAt } })
  await sent(made.a.id, '2026-06-30T23:30:00Z')
  await sent(made.b.id, '2026-07-03T10:00:00Z')
  await sent(made.c.id, '2026-07-03T11:00:00Z')
  const answer = await readAnalysis(scene.people.wlv.lead, scene.call.id, { ...plainView('time'), period: 'day' })
  expect(answer?.table.columns.map(({ label, base }) => [label, base])).toEqual([
    ['1 Jul', 1],
    ['2 Jul', 0],
    ['3 Jul', 2],
  ])
  expect((await read('time', { period: 'month' }))['Food']).toEqual({ total: 3, 'Jul 2026': 3 })
})

test('words and phrases of what is settled, and where they are said', async () => {
  const words = await read('words', { unit: 'segments' })
  expect(words['hot']).toEqual({ total: 6, Submissions: 3, Times: 6 })
  expect(words['and']).toBeUndefined()
  expect(await read('words', { length: '2' })).toMatchObject({ 'hot meals': { total: 3, Submissions: 3, Times: 6 } })
  // "Hot me" and "ls and " of a, "Hot me" of b
  const within = await read('words', { codes: [codes.meals], unit: 'segments' })
  expect(within['hot']).toEqual({ total: 2, Submissions: 2, Times: 2 })
  const said = await listSayings(scene.people.wlv.researcher, scene.call.id, {
    ...plainView('words'),
    said: 'food parcels',
  })
  expect(said.map(({ said: words }) => words)).toEqual(['food parcels', 'food parcels', 'food parcels'])
})

test('a correction after settling changes no figure by itself', async () => {
  const before = await totals('frequencies', { unit: 'segments' })
  const text = await db.text.findFirstOrThrow({ where: { submissionId: made.a.id }, select: { id: true } })
  await db.textVersion.create({ data: { textId: text.id, number: 2, body: 'Quite another story.' } })
  await db.submission.update({
    where: { id: made.a.id },
    data: { correctedAt: new Date(), correctedSettled: true },
  })
  await db.$transaction(tx => carryOver(tx, made.a.id))
  expect(await db.coding.count({ where: { submissionId: made.a.id, lostSettled: true } })).toBe(3)
  expect(await totals('frequencies', { unit: 'segments' })).toEqual(before)
  await db.submission.update({ where: { id: made.a.id }, data: { correctedSettled: false } })
  expect(await totals('frequencies', { unit: 'segments' })).toEqual({ Food: 2, Meals: 1, Parcels: 1, Trust: 0 })
})

test('what was withdrawn, merged or removed counts no more', async () => {
  await db.submission.update({ where: { id: made.a.id }, data: { mergedIntoId: made.d.id } })
  await db.submission.update({ where: { id: made.b.id }, data: { status: 'WITHDRAWN', withdrawnAt: new Date() } })
  await db.coding.updateMany({
    where: { submissionId: made.c.id },
    data: { removedAt: new Date(), removedById: scene.people.wlv.lead.id },
  })
  expect(await totals('frequencies')).toEqual({ Food: 0, Meals: 0, Parcels: 0, Trust: 0 })
})

import { beforeEach, describe, expect, test } from 'vitest'

import { listSubmissions } from '@/lib/data/submission-list'
import { languageOf, writeLanguage } from '@/lib/data/submission-language'
import { writeSearch } from '@/lib/data/submission-search'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { markEnd, markStart } from '@/lib/domain/search-words'
import { emptyFilter, type SubmissionFilter } from '@/lib/domain/submission-filter'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { makeAnswer, makeBlind, makeCode, makeCoding } from '@/lib/testing/coding-makers'
import { emptyDatabase } from '@/lib/testing/database'

let scene: Scene
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
})

async function list(filter: Partial<SubmissionFilter>, viewer: Viewer = scene.people.wlv.researcher, number = 1) {
  const found = await listSubmissions(viewer, scene.call.id, { ...emptyFilter, ...filter }, { number })
  if (!found) throw new Error('Refused.')
  return found
}
const titles = async (filter: Partial<SubmissionFilter>, viewer?: Viewer) =>
  (await list(filter, viewer)).rows.map(row => row.title)

async function send(title: string, body: string, organisation = 'Hope House (example)') {
  const { id } = await makeSubmission(scene, { title, organisation })
  const textVersionId = await makeAnswer(id, body)
  await db.$transaction(tx => writeSearch(tx, id))
  return { id, textVersionId }
}

describe('words', () => {
  test('are found in their other forms, phrases as they stand, and -words are left out', async () => {
    await send('Bank', 'The food bank delivered parcels.')
    await send('Garden', 'Food grew in the garden, and banks lent nothing.')
    expect((await titles({ q: 'delivering foods' })).toSorted()).toEqual(['Bank'])
    expect(await titles({ q: '"food bank"' })).toEqual(['Bank'])
    expect(await titles({ q: 'food -parcel' })).toEqual(['Garden'])
    expect(await titles({ q: '-parcel' })).toEqual(['Garden'])
  })

  test('stand by how well they fit, page by page', async () => {
    for (let index = 0; index < 30; index += 1) await send(`Once ${index}`, 'One kitchen among many other things.')
    await send('Kitchen kitchen', 'The kitchen cooked in the kitchen of a kitchen.')
    const first = await list({ q: 'kitchen' })
    const second = await list({ q: 'kitchen' }, undefined, 2)
    expect(first.rows[0]?.title).toBe('Kitchen kitchen')
    expect([first.previous, first.next, second.previous, second.next]).toEqual([null, 2, 1, null])
    const seen = [...first.rows, ...second.rows].map(row => row.reference)
    expect([new Set(seen).size, seen.length, first.total]).toEqual([31, 31, 31])
  })

  test('are shown with what stands around them, marked, and nothing of it is markup', async () => {
    await send('Marked', `Before <b>bold</b> ${markStart}fake${markEnd} the kitchen came.`)
    const [row] = (await list({ q: 'kitchens' })).rows
    expect(row?.excerpt?.place).toBe('evidence')
    expect(row?.excerpt?.text).toContain(`${markStart}kitchen${markEnd}`)
    expect(row?.excerpt?.text).not.toContain(`${markStart}fake`)
  })

  test('are found in notes of calls and in documents', async () => {
    const { id } = await send('Noted', 'Nothing else.')
    await db.text.create({
      data: {
        submissionId: id,
        kind: 'CALL_NOTE',
        field: 'x',
        versions: { create: { number: 1, body: 'A bicycle.' } },
      },
    })
    await db.$transaction(tx => writeSearch(tx, id))
    const [row] = (await list({ q: 'bicycles' })).rows
    expect([row?.title, row?.excerpt?.place]).toEqual(['Noted', 'note'])
  })

  test('a misspelt organisation is offered', async () => {
    await send('Line', 'Calls.', 'Phone Friends Wolverhampton (example)')
    const { rows, similar } = await list({ q: 'Wolverhamton' })
    expect(rows).toEqual([])
    expect(similar.map(({ title }) => title)).toEqual(['Line'])
  })
})

describe('memos, comments and codes', () => {
  test('are found, and count for the codes above them', async () => {
    const { id, textVersionId } = await send('Coded', 'Some words here.')
    await send('Other', 'Some words there.')
    const top = await makeCode(scene, 'Top')
    const below = await makeCode(scene, 'Below', top)
    const by = scene.people.bvsc.researcher
    await makeCoding(
      { submissionId: id, codeId: below, by, memo: 'Remarkable zebra' },
      { textVersionId, start: 0, end: 4 },
    )
    await db.comment.create({ data: { submissionId: id, authorId: by.id, body: 'See the giraffes' } })
    expect(await titles({ q: 'zebras' })).toEqual(['Coded'])
    expect((await list({ q: 'giraffe' })).rows[0]?.excerpt).toMatchObject({ place: 'comment', by: by.name })
    expect(await titles({ code: [top] })).toEqual(['Coded'])
    expect(await titles({ code: [top], q: 'there' })).toEqual([])
    expect((await list({})).counts.code).toEqual({ [top]: 1, [below]: 1 })
  })

  test('what is removed or lost is neither found nor counted', async () => {
    const { id, textVersionId } = await send('Coded', 'Some words here.')
    const code = await makeCode(scene, 'Code')
    const by = scene.people.bvsc.researcher
    const one = await makeCoding(
      { submissionId: id, codeId: code, by, memo: 'zebra' },
      { textVersionId, start: 0, end: 4 },
    )
    const two = await makeCoding(
      { submissionId: id, codeId: code, by, memo: 'zebra' },
      { textVersionId, start: 5, end: 10 },
    )
    await db.coding.update({ where: { id: one }, data: { removedAt: new Date(), removedById: by.id } })
    await db.coding.update({ where: { id: two }, data: { lostAt: new Date() } })
    const { rows, counts } = await list({})
    expect([await titles({ q: 'zebra' }), await titles({ code: [code] }), counts.code, rows[0]?.codings]).toEqual([
      [],
      [],
      {},
      0,
    ])
  })
})

test('what is coded blind is told to its coder alone: by no search, facet, count or row', async () => {
  const { id, textVersionId } = await send('Blind', 'Some words here.')
  const [one, other, third] = [scene.people.bvsc.researcher, scene.people.coventry.researcher, scene.people.wlv.lead]
  const code = await makeCode(scene, 'Secret')
  await makeBlind(id, one, other)
  await makeCoding({ submissionId: id, codeId: code, by: one, memo: 'zebra' }, { textVersionId, start: 0, end: 4 })
  await makeCoding({ submissionId: id, codeId: code, by: one })
  await db.comment.create({ data: { submissionId: id, authorId: one.id, body: 'giraffe', held: true } })
  const known = async (viewer: Viewer) => {
    const { rows, counts } = await list({}, viewer)
    const found = [await titles({ q: 'zebra' }, viewer), await titles({ q: 'giraffe' }, viewer)]
    return [
      ...found,
      await titles({ code: [code] }, viewer),
      counts.code,
      rows[0]?.codings,
      rows[0]?.tags,
      rows[0]?.comments,
    ]
  }
  expect(await known(one)).toEqual([['Blind'], ['Blind'], ['Blind'], { [code]: 1 }, 1, 1, 1])
  for (const viewer of [other, third]) expect(await known(viewer)).toEqual([[], [], [], {}, 0, 0, 0])
})

test('facets of calls, material, people and languages', async () => {
  const first = await send('First', 'We cooked.')
  const second = await send('Second', 'We baked.')
  const by = scene.people.bvsc.researcher
  await db.consent.create({
    data: {
      submissionId: first.id,
      kind: 'TELEPHONE',
      answer: 'YES',
      wording: 'w',
      wordingVersion: '1',
      channel: 'form',
    },
  })
  await db.submissionLink.create({ data: { submissionId: second.id, position: 1, url: 'https://example.org' } })
  await db.assignment.create({ data: { submissionId: second.id, personId: by.id } })
  await db.submission.update({ where: { id: first.id }, data: { language: 'pl' } })
  const { counts } = await list({})
  expect(counts).toMatchObject({
    call: { YES: 1, NO: 1 },
    material: { LINKS: 1, NONE: 1 },
    coder: { [by.id]: 1 },
    team: { bvsc: 1 },
    language: { pl: 1, UNKNOWN: 1 },
  })
  expect(await titles({ call: ['YES'] })).toEqual(['First'])
  expect(await titles({ call: ['NO'] })).toEqual(['Second'])
  expect(await titles({ material: ['LINKS', 'FILES'] })).toEqual(['Second'])
  expect(await titles({ coder: [by.id] })).toEqual(['Second'])
  expect(await titles({ language: ['pl'] })).toEqual(['First'])
  expect(await titles({ language: ['UNKNOWN'] })).toEqual(['Second'])
  expect(await titles({ language: ['pl'], material: ['LINKS'] })).toEqual([])
})

describe('a language', () => {
  const polish =
    'W czasie pandemii nasi wolontariusze codziennie gotowali ciepłe posiłki dla starszych sąsiadów i rozwozili je rowerami po całej okolicy, także w niedziele i święta.'
  test.each([
    [polish, 'pl'],
    [
      'We cooked for everybody in our street each day, and the church lent us its kitchen until the autumn came round again.',
      'en',
    ],
    ['We cooked.', null],
    [`${'123 '.repeat(40)}`, null],
  ])('%j', (text, expected) => {
    expect(languageOf(text)).toBe(expected)
  })

  test('is written from the answers, and stays where somebody corrected it', async () => {
    const { id } = await send('Polish', polish)
    await db.$transaction(tx => writeLanguage(tx, id))
    expect((await db.submission.findUniqueOrThrow({ where: { id } })).language).toBe('pl')
    await db.submission.update({ where: { id }, data: { language: 'uk', languageCorrected: true } })
    await db.$transaction(tx => writeLanguage(tx, id))
    expect((await db.submission.findUniqueOrThrow({ where: { id } })).language).toBe('uk')
  })
})

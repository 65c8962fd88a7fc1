import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { approve, publish, writeCaseStudy } from '@/lib/testing/case-study-deeds'
import { makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { libraryCaseStudy, readPage, readRelease } from './gallery'
import { searchLibrary } from './library'
import { writtenOf } from '@/lib/domain/case-study'
import { wholeLibrary } from '@/lib/domain/library-filter'
import { proseOf } from '@/lib/domain/prose'

let scene: Scene
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
})

const titles = async (filter: Parameters<typeof readPage>[2], readers: 'public' | 'library' = 'public') =>
  (await readPage(readers, scene.call.id, filter)).cards.map(card => card.title)

test('the public sees what is published, the library what is approved too, nobody a draft', async () => {
  await writeCaseStudy(scene, {}, { title: 'A draft' })
  const approved = await writeCaseStudy(scene, {}, { title: 'Approved' })
  await approve(scene, approved.id)
  await publish(scene, {}, { title: 'Published' })
  expect(await titles({})).toEqual(['Published'])
  expect(await titles({}, 'library')).toEqual(['Published', 'Approved'])
  expect(await readRelease('public', 'approved')).toBeNull()
  expect(await readRelease('public', 'a-draft')).toBeNull()
  const { staff, administrator, wlv } = scene.people
  const library = { id: scene.call.id, places: [] }
  for (const viewer of [staff, wlv.researcher, wlv.lead]) {
    expect((await searchLibrary(viewer, library, wholeLibrary))?.count).toBe(2)
    expect((await libraryCaseStudy(viewer, 'approved'))?.publishedAt).toBeNull()
  }
  expect(await searchLibrary(administrator, library, wholeLibrary)).toBeNull()
  expect(await libraryCaseStudy(administrator, 'approved')).toBeNull()
})

describe('filters and search', () => {
  beforeEach(async () => {
    const place = { placeKeys: ['rugby'], promptKeys: ['anchors'] }
    await publish(
      scene,
      { type: 'NEIGHBOURHOOD' },
      { title: 'Street tables', whatHappened: proseOf('Bunting everywhere.'), ...place },
    )
    await publish(scene, { publish: 'WITHOUT_NAME' }, { title: 'Night kitchen' })
  })
  test.each([
    ['a theme', { promptKey: 'anchors' }, ['Street tables']],
    ['a type', { organisationType: 'FAITH' }, ['Night kitchen']],
    ['a place', { placeKeys: ['dudley'] }, ['Night kitchen']],
    ['a place with all below it', { placeKeys: ['warwickshire', 'rugby'] }, ['Street tables']],
    ['a word in another form', { search: 'nights' }, ['Night kitchen']],
    ['a word of one', { search: 'bunting' }, ['Street tables']],
    ['a place’s name', { search: 'Rugby' }, ['Street tables']],
    ['a name that is allowed', { search: '"Hope House"' }, ['Street tables']],
    ['a word left out', { search: 'kitchen -night' }, ['Street tables']],
    ['nothing', { search: 'zeppelin' }, []],
    ['only signs', { search: '"" & | ! ( :* \\' }, []],
    ['a theme without any', { promptKey: 'none' }, []],
  ] as const)('%s', async (_, filter, expected) => {
    expect(await titles({ ...filter, placeKeys: 'placeKeys' in filter ? [...filter.placeKeys] : undefined })).toEqual(
      expected,
    )
  })
})

describe('facets', () => {
  const facets = async (filter: Parameters<typeof readPage>[2]) =>
    (await readPage('public', scene.call.id, filter)).facets
  beforeEach(async () => {
    await publish(
      scene,
      { communities: ['Older people', 'Carers'] },
      { title: 'Kitchen', promptKeys: ['early', 'anchors'] },
    )
    await publish(
      scene,
      { type: 'NEIGHBOURHOOD' },
      { title: 'Street', placeKeys: ['rugby', 'warwickshire'], lensKeys: [] },
    )
    await publish(scene, { publish: 'WITHOUT_NAME', communities: ['Carers'] }, { title: 'Nameless' })
  })

  test('each value says how many it would show, a place with all below it and each case study once', async () => {
    expect(await facets({})).toEqual({
      theme: { early: 3, anchors: 1 },
      lens: { innovation: 2 },
      place: { dudley: 2, warwickshire: 1, rugby: 1 },
      type: { FAITH: 2, NEIGHBOURHOOD: 1 },
      community: { 'Older people': 1, Carers: 1 },
    })
  })

  test('beside the other choices, and as if nothing were chosen in its own facet', async () => {
    const page = await readPage('public', scene.call.id, { organisationType: 'FAITH', placeKeys: ['rugby'] })
    expect(page.count).toBe(0)
    expect(page.without).toEqual({ type: 1, place: 2 })
    expect(page.facets).toMatchObject({
      theme: {},
      place: { dudley: 2, warwickshire: 0, rugby: 0 },
      type: { NEIGHBOURHOOD: 1 },
      community: {},
    })
    expect(await facets({ search: 'kitchen', lensKey: 'innovation' })).toMatchObject({
      theme: { early: 2, anchors: 1 },
    })
  })

  test.each([
    [{ community: 'Carers' }, ['Kitchen']],
    [{ lensKey: 'innovation', promptKey: 'anchors' }, ['Kitchen']],
    [{ search: 'older' }, ['Kitchen']],
  ])('%j', async (filter, expected) => expect(await titles(filter)).toEqual(expected))

  test('whom they serve is not told where the name is kept back', async () => {
    expect((await readRelease('public', 'nameless'))?.communities).toEqual([])
    expect((await readRelease('public', 'kitchen'))?.communities).toEqual(['Carers', 'Older people'])
  })
})

describe('orders and pages', () => {
  /** Thirty alike but for their titles; three are of each moment, and each title stands three times. */
  beforeEach(async () => {
    const { id } = await publish(scene, {}, { title: 'Title 0' })
    const { release } = await db.caseStudy.findUniqueOrThrow({ where: { id }, include: { release: true } })
    if (!release) throw new Error('no release')
    const { id: _id, caseStudyId: _caseStudy, ...fields } = release
    for (let number = 1; number < 30; number += 1) {
      const slug = `copy-${number}`
      const study = await db.caseStudy.create({
        data: { callId: scene.call.id, slug, title: slug, status: 'PUBLISHED' },
      })
      const publishedAt = new Date(Date.UTC(2020, 7, 7, 0, Math.floor(number / 3)))
      const title = `${number % 2 ? 'title' : 'Title'} ${number % 10}`
      await db.release.create({
        data: {
          ...fields,
          ...writtenOf(fields),
          title,
          formerSlugs: [],
          notes: [],
          caseStudyId: study.id,
          slug,
          publishedAt,
        },
      })
    }
  })

  for (const filter of [{}, { sort: 'title' }, { search: 'kitchen' }, { search: 'kitchen', sort: 'title' }] as const)
    test(`pages follow each other by key, without a gap or a repeat, and back again: ${JSON.stringify(filter)}`, async () => {
      const read = (at: { after?: string; before?: string } = {}) =>
        readPage('public', scene.call.id, { ...filter, ...at })
      const first = await read()
      const second = await read({ after: first.next ?? '' })
      const third = await read({ after: second.next ?? '' })
      const seen = [first, second, third].flatMap(page => page.cards.map(card => card.slug))
      expect(seen).toHaveLength(30)
      expect(new Set(seen).size).toBe(30)
      expect([first.previous, third.next, first.count]).toEqual([null, null, 30])
      expect((await read({ before: third.previous ?? '' })).cards).toEqual(second.cards)
      expect((await read({ before: second.previous ?? '' })).cards).toEqual(first.cards)
    })

  test('titles go from A to Z whatever their letters', async () => {
    const { cards } = await readPage('public', scene.call.id, { sort: 'title' })
    const titles = cards.map(card => card.title.toLowerCase())
    expect(titles).toEqual(titles.toSorted())
  })

  test('a made-up key and a page beyond the last show the first one and say so', async () => {
    const id = '00000000-0000-0000-0000-000000000000'
    const first = await readPage('public', scene.call.id, {})
    expect(first.astray).toBe(false)
    for (const [sort, after] of [
      ['newest', 'x'],
      ['newest', `1999-01-01T00:00:00.000Z_${id}`],
      ['newest', `2026-99-01T00:00:00.000Z_${id}`],
      ['title', `zzz_${id}`],
      ['title', `\0_${id}`],
      ['title', `\ud800_${id}`],
      ['match', `NaN_${id}`],
    ] as const) {
      const page = await readPage('public', scene.call.id, { search: 'kitchen', sort, after })
      expect({ after, astray: page.astray, shown: page.cards.length }).toEqual({ after, astray: true, shown: 12 })
    }
    expect((await readPage('public', scene.call.id, { before: `${'9'.repeat(400)}` })).astray).toBe(true)
  })
})

test('a case study brings the ones that are most like it, in words, themes and places', async () => {
  const unlike = {
    summary: 'A radio studio in a shed.',
    whatHappened: proseOf('Broadcasts.'),
    whatWasNew: proseOf('Volume.'),
    difference: proseOf('Listeners.'),
    learning: proseOf('Microphones.'),
  }
  const elsewhere = { promptKeys: ['anchors'], placeKeys: ['rugby'] }
  await publish(scene, {}, { title: 'One', promptKeys: ['early'], placeKeys: ['dudley'] })
  await publish(
    scene,
    { organisation: 'Beacon' },
    { title: 'Radio', ...unlike, ...elsewhere, lensKeys: [], decisionArea: '' },
  )
  await publish(scene, {}, { title: 'Same words', ...elsewhere })
  await publish(scene, {}, { title: 'Same words, theme and place', promptKeys: ['early'], placeKeys: ['dudley'] })
  await publish(scene, {}, { title: 'Same words and theme', promptKeys: ['early'], placeKeys: ['rugby'] })
  const view = await readRelease('public', 'one')
  expect(view?.related.map(card => card.title)).toEqual([
    'Same words, theme and place',
    'Same words and theme',
    'Same words',
  ])
  expect(view).not.toHaveProperty('id')
})

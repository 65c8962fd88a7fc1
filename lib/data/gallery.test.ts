import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { approve, publish, writeCaseStudy } from '@/lib/testing/case-study-deeds'
import { makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { libraryCaseStudies, libraryCaseStudy, readPage, readRelease } from './gallery'
import { writtenOf } from '@/lib/domain/case-study'
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
  for (const viewer of [staff, wlv.researcher, wlv.lead]) {
    expect((await libraryCaseStudies(viewer, scene.call.id, {}))?.count).toBe(2)
    expect((await libraryCaseStudy(viewer, 'approved'))?.publishedAt).toBeNull()
  }
  expect(await libraryCaseStudies(administrator, scene.call.id, {})).toBeNull()
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

test('pages follow each other by key, without a gap or a repeat, and a made-up key begins anew', async () => {
  const { id } = await publish(scene)
  const { release } = await db.caseStudy.findUniqueOrThrow({ where: { id }, include: { release: true } })
  if (!release) throw new Error('no release')
  const { id: _id, caseStudyId: _caseStudy, ...fields } = release
  for (let number = 1; number < 30; number += 1) {
    const slug = `copy-${number}`
    const study = await db.caseStudy.create({ data: { callId: scene.call.id, slug, title: slug, status: 'PUBLISHED' } })
    // three at each moment: the key must tell them apart
    const publishedAt = new Date(Date.UTC(2020, 7, 7, 0, Math.floor(number / 3)))
    await db.release.create({
      data: {
        ...fields,
        ...writtenOf(fields),
        formerSlugs: [],
        notes: [],
        pictures: [],
        caseStudyId: study.id,
        slug,
        publishedAt,
      },
    })
  }
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await readPage('public', scene.call.id, { after })
    expect(page.count).toBe(30)
    seen.push(...page.cards.map(card => card.slug))
    after = page.next ?? undefined
  } while (after)
  expect(seen).toHaveLength(30)
  expect(new Set(seen).size).toBe(30)
  for (const made of ['x', '1_x', `999999999999999_${'-'.repeat(36)}`])
    expect((await readPage('public', scene.call.id, { after: made })).cards).toHaveLength(12)
})

test('a case study brings the ones that share most with it', async () => {
  const dudley = await publish(scene, {}, { title: 'One', promptKeys: ['early'], placeKeys: ['dudley'] })
  await publish(scene, {}, { title: 'Same theme', promptKeys: ['early'], placeKeys: ['rugby'] })
  await publish(scene, {}, { title: 'Same theme and place', promptKeys: ['early'], placeKeys: ['dudley'] })
  await publish(scene, {}, { title: 'Neither', promptKeys: ['anchors'], placeKeys: ['rugby'] })
  const view = await readRelease('public', 'one')
  expect(view?.related.map(card => card.title)).toEqual(['Same theme and place', 'Same theme'])
  expect(view).not.toHaveProperty('id')
  expect(dudley.id).toBeTruthy()
})

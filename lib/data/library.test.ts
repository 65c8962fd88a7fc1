import { beforeEach, describe, expect, test } from 'vitest'

import { wholeLibrary, type LibraryChoice } from '@/lib/domain/library-filter'
import { approve, publish, writeCaseStudy } from '@/lib/testing/case-study-deeds'
import { makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { searchLibrary } from './library'

let scene: Scene
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
})

const find = (choice: Partial<LibraryChoice> = {}, viewer = scene.people.staff) =>
  searchLibrary(
    viewer,
    {
      id: scene.call.id,
      places: [
        { key: 'dudley', parentKey: null },
        { key: 'warwickshire', parentKey: null },
        { key: 'rugby', parentKey: 'warwickshire' },
      ],
    },
    { ...wholeLibrary, ...choice },
  )
const titles = async (choice: Partial<LibraryChoice>) => (await find(choice))?.cards.map(card => card.title)

describe('the library', () => {
  beforeEach(async () => {
    await publish(scene, {}, { title: 'Public kitchen', decisionArea: 'Food' })
    const housed = { title: 'Approved house', decisionArea: 'Housing', placeKeys: ['rugby'], lensKeys: [] }
    const { id } = await writeCaseStudy(scene, { type: 'OTHER' }, housed)
    await approve(scene, id)
    await writeCaseStudy(scene, {}, { title: 'Draft kitchen', decisionArea: 'Food' })
  })

  test('holds what is approved, the latest first, and counts decision areas', async () => {
    const page = await find()
    expect(page?.cards.map(card => card.title)).toEqual(['Approved house', 'Public kitchen'])
    expect(page?.count).toBe(2)
    expect(page?.areas).toEqual([
      { area: 'Food', count: 1 },
      { area: 'Housing', count: 1 },
    ])
  })

  const narrowed: [Partial<LibraryChoice>, string[]][] = [
    [{ q: 'public' }, ['Public kitchen']],
    [{ q: 'nothing of it' }, []],
    [{ standing: 'public' }, ['Public kitchen']],
    [{ standing: 'approved' }, ['Approved house']],
    [{ place: 'warwickshire' }, ['Approved house']],
    [{ lens: 'innovation' }, ['Public kitchen']],
    [{ theme: 'early' }, ['Approved house', 'Public kitchen']],
    [{ theme: 'anchors' }, []],
    [{ type: 'OTHER' }, ['Approved house']],
    [{ areas: ['Housing'] }, ['Approved house']],
    [{ areas: ['Housing', 'Food'] }, ['Approved house', 'Public kitchen']],
    [{ areas: ['No such area'] }, []],
    [{ from: '2020-01-01' }, ['Approved house', 'Public kitchen']],
    [{ to: '2020-01-01' }, []],
    [{ from: new Date().toISOString().slice(0, 10), q: 'approved' }, ['Approved house']],
  ]
  test('is narrowed by words, place, theme, lens, organisation, standing, decision area and day of approval', async () => {
    for (const [choice, expected] of narrowed) expect(await titles(choice), JSON.stringify(choice)).toEqual(expected)
  })

  test('counts the areas as if none were chosen, and keeps a chosen one that finds nothing', async () => {
    expect((await find({ areas: ['No such area'] }))?.areas).toEqual([
      { area: 'Food', count: 1 },
      { area: 'Housing', count: 1 },
      { area: 'No such area', count: 0 },
    ])
  })

  test('is read by WMCA staff and researchers, not by administrators', async () => {
    expect(await find({}, scene.people.wlv.researcher)).not.toBeNull()
    expect(await find({}, scene.people.administrator)).toBeNull()
  })
})

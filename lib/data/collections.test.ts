import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { approve, publish, value, versionOf, writeCaseStudy } from '@/lib/testing/case-study-deeds'
import { makePerson, makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import {
  addToCollection,
  deleteCollection,
  dropDeletedCollections,
  editCollection,
  makeCollection,
  moveInCollection,
  noteInCollection,
  removeFromCollection,
  restoreCollection,
  returnToCollection,
} from './collection-editing'
import { getCollection, getDeletedCollection, listCollections } from './collections'
import { unpublishCaseStudy, withdrawCaseStudy } from './releases'

let scene: Scene
let owner: Viewer
let colleague: Viewer
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  owner = scene.people.staff
  colleague = await makePerson('second-staff', 'WMCA_STAFF', null)
})

const make = async (slugs: string[] = [], shared: 'yes' | 'no' = 'no') =>
  value(await makeCollection(owner, scene.call.id, { name: 'Winter plan', note: 'For December', shared, with: slugs }))
    .id

const titlesIn = async (id: string) => (await getCollection(owner, id))?.items.map(item => item.study?.title ?? null)

async function threeStudies() {
  const titles = ['First kitchen', 'Second kitchen', 'Third kitchen']
  for (const title of titles) await publish(scene, { title }, { title })
  return titles.map(title => title.toLowerCase().replace(' ', '-'))
}

describe('who reads and changes a collection', () => {
  test('a private one is its owner’s alone', async () => {
    const id = await make()
    expect(await getCollection(owner, id)).toMatchObject({ name: 'Winter plan', mine: true, shared: false })
    for (const other of [colleague, scene.people.wlv.lead, scene.people.administrator]) {
      expect(await getCollection(other, id)).toBeNull()
      expect(await listCollections(other, scene.call.id)).toEqual([])
      expect(await deleteCollection(other, id)).toMatchObject({ ok: false, message: 'There is no such collection.' })
    }
  })

  test('a shared one is read by colleagues, who see whose it is and cannot change it', async () => {
    const id = await make([], 'yes')
    expect(await listCollections(colleague, scene.call.id)).toMatchObject([{ id, mine: false, owner: 'staff' }])
    expect(await getCollection(colleague, id)).toMatchObject({ owner: 'staff', mine: false })
    const input = { id, version: 1, name: 'Mine', note: '', shared: 'yes' as const }
    expect(await editCollection(colleague, input)).toMatchObject({ ok: false })
    expect(await addToCollection(colleague, { id, with: [] })).toMatchObject({ ok: false })
    expect(await getCollection(scene.people.wlv.researcher, id)).toBeNull()
    value(await editCollection(owner, { ...input, shared: 'no' }))
    expect(await getCollection(colleague, id)).toBeNull()
  })

  test('an edit of what was changed meanwhile is refused', async () => {
    const id = await make()
    const input = { id, version: 1, name: 'Another', note: '', shared: 'no' as const }
    value(await editCollection(owner, input))
    expect(await editCollection(owner, input)).toMatchObject({ ok: false })
  })

  test('researchers, leads and administrators keep none', async () => {
    for (const other of [scene.people.wlv.researcher, scene.people.wlv.lead, scene.people.administrator])
      expect(await makeCollection(other, scene.call.id, { name: 'x', note: '', shared: 'no', with: [] })).toMatchObject(
        { ok: false },
      )
    expect(await db.collection.count()).toBe(0)
  })
})

describe('what is in it', () => {
  test('comes in the order in which it was chosen, each once, and can be moved, taken out and put back', async () => {
    const [first = '', second = '', third = ''] = await threeStudies()
    const id = await make([second, first, 'no-such-study'])
    expect(value(await addToCollection(owner, { id, with: [first, third] }))).toEqual({ added: 1 })
    expect(await titlesIn(id)).toEqual(['Second kitchen', 'First kitchen', 'Third kitchen'])
    const items = (await getCollection(owner, id))?.items ?? []
    const item = items[2]?.id ?? ''
    value(await noteInCollection(owner, { id, item, note: 'Ask what it cost' }))
    value(await moveInCollection(owner, { id, item, to: 0 }))
    expect(await titlesIn(id)).toEqual(['Third kitchen', 'Second kitchen', 'First kitchen'])
    value(await moveInCollection(owner, { id, item, to: 50 }))
    expect(await titlesIn(id)).toEqual(['Second kitchen', 'First kitchen', 'Third kitchen'])
    const taken = value(await removeFromCollection(owner, { id, item: items[0]?.id ?? '' }))
    expect(await titlesIn(id)).toEqual(['First kitchen', 'Third kitchen'])
    value(await returnToCollection(owner, { id, ...taken }))
    expect(await titlesIn(id)).toEqual(['Second kitchen', 'First kitchen', 'Third kitchen'])
    expect((await getCollection(owner, id))?.items[2]?.note).toBe('Ask what it cost')
  })

  test('what is only approved can be in it, what is a draft cannot', async () => {
    const approved = await writeCaseStudy(scene, {}, { title: 'Approved kitchen' })
    await approve(scene, approved.id)
    await writeCaseStudy(scene, {}, { title: 'Draft kitchen' })
    const id = await make(['approved-kitchen', 'draft-kitchen', 'a-kitchen-for-everyone'])
    expect((await titlesIn(id))?.length).toBe(1)
  })

  test('what leaves the library drops from it at once, without its words', async () => {
    const { id: study } = await publish(scene)
    const id = await make(['a-kitchen-that-fed-a-town'], 'yes')
    value(await noteInCollection(owner, { id, item: study, note: 'The kitchen of Dudley' }))
    value(await unpublishCaseStudy(scene.people.wlv.lead, await versionOf(study)))
    expect(await getCollection(colleague, id)).toMatchObject({ items: [{ study: { publishedAt: null } }] })
    value(await withdrawCaseStudy(scene.people.wlv.lead, await versionOf(study)))
    for (const viewer of [owner, colleague]) {
      expect((await getCollection(viewer, id))?.items).toEqual([{ id: study, note: '', study: null }])
      expect(await listCollections(viewer, scene.call.id)).toMatchObject([{ count: 0 }])
    }
    const taken = value(await removeFromCollection(owner, { id, item: study }))
    expect(taken.note).toBe('')
    expect(await returnToCollection(owner, { id, ...taken })).toMatchObject({ ok: false })
  })
})

describe('deleting', () => {
  test('can be undone for a day, and is for good after that', async () => {
    const id = await make()
    value(await deleteCollection(owner, id))
    expect(await getCollection(owner, id)).toBeNull()
    expect(await getDeletedCollection(owner, id)).toEqual({ id, name: 'Winter plan' })
    expect(await getDeletedCollection(colleague, id)).toBeNull()
    value(await restoreCollection(owner, id))
    expect(await getCollection(owner, id)).not.toBeNull()
    value(await deleteCollection(owner, id))
    expect(await dropDeletedCollections()).toBe(0)
    expect(await dropDeletedCollections(new Date(Date.now() + 25 * 3_600_000))).toBe(1)
    expect(await restoreCollection(owner, id)).toMatchObject({ ok: false })
  })
})

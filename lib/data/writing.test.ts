import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { proseOf } from '@/lib/domain/prose'
import { approve, inputFor, review, rowOf, value, versionOf, writeCaseStudy } from '@/lib/testing/case-study-deeds'
import { makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { restoreVersion, saveCaseStudy } from './case-studies'
import { workOnLock } from './case-study-lock'
import { listVersions } from './case-study-versions'
import { sendForReview } from './reviews'

let scene: Scene
let id = ''

beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  id = (await writeCaseStudy(scene)).id
})

const author = () => scene.people.wlv.researcher
const colleague = () => scene.people.wlv.lead
const numbers = async () => {
  const view = await listVersions(author(), id, {})
  return view?.rows.map(({ number, kind, by }) => [number, kind, by])
}
const autosave = async (summary: string, viewer = author()) =>
  saveCaseStudy(viewer, await inputFor(id, { summary }), 'auto')

describe('versions', () => {
  test('hold what stood at first, and each text that somebody meant to save', async () => {
    value(await saveCaseStudy(author(), await inputFor(id, { summary: 'Another.' })))
    expect(await numbers()).toEqual([
      [3, 'SAVED', 'wlv-researcher'],
      [2, 'SAVED', 'wlv-researcher'],
      [1, 'SAVED', 'wlv-researcher'],
    ])
  })

  test('of one person who goes on writing are one, until they press the button', async () => {
    value(await autosave('One.'))
    value(await autosave('One, two.'))
    expect((await numbers())?.[0]).toEqual([3, 'AUTOSAVED', 'wlv-researcher'])
    value(await saveCaseStudy(author(), await inputFor(id, { summary: 'One, two.' })))
    expect((await numbers())?.[0]).toEqual([3, 'SAVED', 'wlv-researcher'])
    value(await autosave('One, two, three.'))
    value(await autosave('Mine.', colleague()))
    expect((await numbers())?.slice(0, 2)).toEqual([
      [5, 'AUTOSAVED', 'wlv-lead'],
      [4, 'AUTOSAVED', 'wlv-researcher'],
    ])
  })

  test('that were reviewed or begun ten minutes ago are not written over', async () => {
    value(await autosave('Sent.'))
    value(await sendForReview(author(), await versionOf(id)))
    value(await review(scene.people.bvsc.researcher, id, 'REQUEST_CHANGES', 'More.'))
    value(await autosave('Changed.'))
    expect((await numbers())?.[0]?.[0]).toBe(4)
    await db.caseStudyVersion.updateMany({ data: { createdAt: new Date(Date.now() - 600_000) } })
    value(await autosave('Later.'))
    expect((await numbers())?.[0]?.[0]).toBe(5)
  })

  test('are compared word by word, and what was chosen by its names', async () => {
    value(
      await saveCaseStudy(
        author(),
        await inputFor(id, { learning: proseOf('Ask who has a van.'), placeKeys: ['rugby'] }),
      ),
    )
    const view = await listVersions(author(), id, {})
    expect([view?.from, view?.to]).toEqual([2, 3])
    expect(view?.changes).toEqual([
      {
        label: 'What others can take from it',
        changes: [
          { kind: 'same', text: 'Ask who has a ' },
          { kind: 'removed', text: 'kitchen' },
          { kind: 'added', text: 'van' },
          { kind: 'same', text: '.' },
        ],
      },
      {
        label: 'Places',
        changes: [
          { kind: 'removed', text: 'Dudley' },
          { kind: 'added', text: 'Rugby' },
        ],
      },
    ])
    expect(await listVersions(scene.people.staff, id, {})).toBeNull()
  })

  test('come back as new ones, and nothing is lost', async () => {
    value(await saveCaseStudy(author(), await inputFor(id, { summary: 'A mistake.' })))
    value(await restoreVersion(author(), { ...(await versionOf(id)), number: 2 }))
    expect(await rowOf(id)).toMatchObject({ summary: 'Volunteers cooked for those who could not.' })
    expect((await numbers())?.[0]).toEqual([4, 'RESTORED', 'wlv-researcher'])
    expect(await restoreVersion(author(), { ...(await versionOf(id)), number: 9 })).toMatchObject({ ok: false })
    expect(await restoreVersion(author(), { id, version: 1, number: 3 })).toMatchObject({ ok: false })
    expect(await restoreVersion(scene.people.staff, { ...(await versionOf(id)), number: 2 })).toMatchObject({
      ok: false,
    })
  })
})

test('what reviewers approved is not changed by itself', async () => {
  await approve(scene, id)
  expect(await autosave('Typed by mistake.')).toMatchObject({ ok: false })
  expect(await rowOf(id)).toMatchObject({ status: 'APPROVED' })
})

describe('one writes at a time', () => {
  test('a second is told who, asks, and is handed it', async () => {
    value(await workOnLock(author(), { id, deed: 'hold' }))
    const seen = value(await workOnLock(colleague(), { id, deed: 'hold' }))
    expect(seen).toMatchObject({ mine: false, writer: { name: 'wlv-researcher (wlv)' } })
    value(await workOnLock(colleague(), { id, deed: 'ask' }))
    expect(value(await workOnLock(author(), { id, deed: 'hold' }))).toMatchObject({
      mine: true,
      asked: { name: 'wlv-lead (wlv)', mine: false },
    })
    value(await workOnLock(author(), { id, deed: 'give' }))
    expect(value(await workOnLock(colleague(), { id, deed: 'hold' }))).toMatchObject({ mine: true, asked: null })
    expect(await db.auditEntry.count({ where: { action: 'caseStudy.handOver', actorId: author().id } })).toBe(1)
  })

  test('who asked takes it after a minute, and the words of the other are kept beside the text', async () => {
    value(await workOnLock(author(), { id, deed: 'hold' }))
    value(await workOnLock(colleague(), { id, deed: 'ask' }))
    expect(value(await workOnLock(colleague(), { id, deed: 'take' })).mine).toBe(false)
    await db.caseStudyLock.updateMany({ data: { askedAt: new Date(Date.now() - 60_000) } })
    expect(value(await workOnLock(colleague(), { id, deed: 'take' })).mine).toBe(true)
    const late = await autosave('Half a sen')
    expect(late).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^wlv-lead \(wlv\) is writing .* kept as version 3\.$/),
    })
    expect(await autosave('Half a sen')).toMatchObject({ message: expect.stringMatching(/version 3\.$/) })
    expect(await rowOf(id)).toMatchObject({ summary: 'Volunteers cooked for those who could not.' })
    expect((await numbers())?.slice(0, 2)).toEqual([
      [3, 'KEPT', 'wlv-researcher'],
      [2, 'SAVED', 'wlv-researcher'],
    ])
    const view = await listVersions(author(), id, {})
    expect(view?.rows.find(row => row.current)?.number).toBe(2)
    value(await autosave('Mine.', colleague()))
    expect((await numbers())?.[0]).toEqual([4, 'AUTOSAVED', 'wlv-lead'])
  })

  test('a page that is gone holds nothing up', async () => {
    value(await workOnLock(author(), { id, deed: 'hold' }))
    await db.caseStudyLock.updateMany({ data: { seenAt: new Date(Date.now() - 60_000) } })
    expect(value(await workOnLock(colleague(), { id, deed: 'hold' })).mine).toBe(true)
    value(await workOnLock(colleague(), { id, deed: 'leave' }))
    expect(value(await workOnLock(author(), { id, deed: 'look' }))).toMatchObject({ mine: false, writer: null })
  })

  test('and only those who may edit it', async () => {
    expect(await workOnLock(scene.people.staff, { id, deed: 'hold' })).toMatchObject({ ok: false })
    expect(await workOnLock(scene.people.bvsc.researcher, { id, deed: 'hold' })).toMatchObject({ ok: false })
    expect(await db.caseStudyLock.count()).toBe(0)
  })
})

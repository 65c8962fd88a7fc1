import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { value } from '@/lib/testing/case-study-deeds'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { listTags, removeTag, tagSubmission } from './codings'

let scene: Scene
let id: string
let reference: string
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  const made = await makeSubmission(scene)
  id = made.id
  reference = made.reference ?? ''
  await db.code.createMany({
    data: [
      { callId: scene.call.id, position: 2, name: 'Food security', colour: 3 },
      { callId: scene.call.id, position: 1, name: 'Volunteering', colour: 4 },
      { callId: scene.call.id, position: 3, name: 'Retired thing', colour: 4, retiredAt: new Date() },
    ],
  })
})

const tag = (code: string, viewer = scene.people.wlv.researcher) => tagSubmission(viewer, { reference, code })
const audited = (action: string) => db.auditEntry.count({ where: { action } })

describe('tagging', () => {
  test('puts a code on the submission, by its first letters', async () => {
    expect(value(await tag('food'))).toMatchObject({
      name: 'Food security',
      colour: 3,
      addedBy: { name: 'wlv-researcher', team: 'wlv' },
      mine: true,
      removable: true,
    })
    expect(await audited('submission.tag')).toBe(1)
  })

  test('twice, also at once, changes nothing', async () => {
    await Promise.all([tag('Food security'), tag('Food security'), tag('food')])
    expect([await db.coding.count(), await audited('submission.tag')]).toEqual([1, 1])
  })

  test('by two people are two tags, in the codebook’s order', async () => {
    await tag('Food security')
    await tag('Food security', scene.people.bvsc.researcher)
    await tag('Volunteering', scene.people.bvsc.researcher)
    const tags = await listTags(scene.people.wlv.researcher, reference)
    expect(tags.map(({ name, mine, removable }) => [name, mine, removable])).toEqual([
      ['Volunteering', false, false],
      ['Food security', true, true],
      ['Food security', false, false],
    ])
  })

  test.each(['', 'Retired thing', 'Nothing of the kind', '%'])('%j is refused', async code => {
    expect(await tag(code)).toMatchObject({ ok: false, fields: { code: ['Select a code from the codebook'] } })
    expect(await db.coding.count()).toBe(0)
  })

  test('takes no code of another call', async () => {
    const other = await db.call.create({
      data: { slug: 'other', name: 'Other', title: 'Other', introduction: '', contactEmail: 'a@b.example' },
    })
    await db.code.create({ data: { callId: other.id, position: 1, name: 'Foreign' } })
    expect(await tag('Foreign')).toMatchObject({ ok: false })
  })

  test('is over once it is settled', async () => {
    const mine = value(await tag('food'))
    await db.submission.update({ where: { id }, data: { stage: 'SETTLED' } })
    expect(await tag('Volunteering')).toMatchObject({ message: expect.stringMatching(/is settled/) })
    expect(await removeTag(scene.people.wlv.lead, { reference, tagId: mine.id })).toMatchObject({
      message: expect.stringMatching(/is settled/),
    })
    expect(await db.coding.count({ where: { removedAt: null } })).toBe(1)
  })

  test('is refused to others, and on what is withdrawn', async () => {
    for (const viewer of [scene.people.staff, scene.people.administrator])
      expect(await tag('food', viewer)).toMatchObject({ message: 'There is no such submission.' })
    await db.submission.update({ where: { id }, data: { status: 'WITHDRAWN', withdrawnAt: new Date() } })
    expect(await tag('food')).toMatchObject({ ok: false })
    expect([await db.coding.count(), await db.auditEntry.count()]).toEqual([0, 0])
  })
})

describe('a tag is removed', () => {
  test('by who put it there, or by a lead, and can be put back', async () => {
    const mine = value(await tag('food'))
    expect(value(await removeTag(scene.people.wlv.researcher, { reference, tagId: mine.id }))).toEqual(mine)
    const again = value(await tag(mine.name))
    value(await removeTag(scene.people.bvsc.lead, { reference, tagId: again.id }))
    expect([await db.coding.count({ where: { removedAt: null } }), await audited('submission.untag')]).toEqual([0, 2])
  })

  test('but not by another researcher, nor by way of another submission', async () => {
    const mine = value(await tag('food'))
    const other = await makeSubmission(scene)
    const attempts = [
      removeTag(scene.people.bvsc.researcher, { reference, tagId: mine.id }),
      removeTag(scene.people.administrator, { reference, tagId: mine.id }),
      removeTag(scene.people.wlv.researcher, { reference: other.reference ?? '', tagId: mine.id }),
      removeTag(scene.people.wlv.lead, { reference: 'nonsense', tagId: mine.id }),
    ]
    for (const attempt of attempts) expect(await attempt).toEqual({ ok: false, message: 'There is no such tag.' })
    expect([await db.coding.count(), await audited('submission.untag')]).toEqual([1, 0])
  })
})

import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { value } from '@/lib/testing/case-study-deeds'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { addCode, editCode, restoreCode, retireCode } from './code-editing'
import { moveCode, placeCode } from './code-tree'
import { listChanges } from './codebook-history'
import { countUses, listCodes } from './codes'

let scene: Scene
let lead: Viewer
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  lead = scene.people.wlv.lead
})

const words = { colour: 1, definition: '', whenToUse: '', whenNot: '', example: '' }
const add = async (name: string, parentId: string | null = null) =>
  value(await addCode(lead, scene.call.id, { ...words, name, parentId })).id
/** Each code after those above it; retired ones in brackets. */
const tree = async () =>
  (await listCodes(lead, scene.call.id)).map(code =>
    code.retired ? `(${code.name})` : [...code.path, code.name].join('/'),
  )
const said = async (id: string) =>
  (await listChanges(lead, { id, callId: scene.call.id }, null)).changes.map(change => change.said)

describe('the codebook', () => {
  test('is read by researchers, with how often each code is used as far as they may know', async () => {
    const codeId = await add('Food')
    const [open, blind, withdrawn] = [
      await makeSubmission(scene),
      await makeSubmission(scene),
      await makeSubmission(scene),
    ]
    const data = { codeId, personId: lead.id }
    await db.coding.create({ data: { ...data, submissionId: open.id } })
    await db.coding.create({ data: { ...data, submissionId: open.id, removedAt: new Date(), removedById: lead.id } })
    await db.coding.create({ data: { ...data, submissionId: blind.id } })
    await db.coding.create({ data: { ...data, submissionId: withdrawn.id } })
    await db.submission.update({ where: { id: blind.id }, data: { blind: true, doubleCodedAt: new Date() } })
    await db.submission.update({ where: { id: withdrawn.id }, data: { status: 'WITHDRAWN', withdrawnAt: new Date() } })
    const { researcher } = scene.people.bvsc
    expect(await listCodes(researcher, scene.call.id)).toMatchObject([
      { id: codeId, name: 'Food', ...words, retired: false, version: 1, path: [], depth: 1, parentId: null },
    ])
    expect([...(await countUses(researcher, scene.call.id))]).toEqual([[codeId, 1]])
    expect([...(await countUses(lead, scene.call.id))]).toEqual([[codeId, 2]])
    expect(await listCodes(scene.people.staff, scene.call.id)).toEqual([])
    expect((await countUses(scene.people.staff, scene.call.id)).size).toBe(0)
  })

  test('is changed by leads only', async () => {
    const id = await add('Food')
    for (const viewer of [scene.people.wlv.researcher, scene.people.administrator, scene.people.staff]) {
      const attempts = [
        addCode(viewer, scene.call.id, { ...words, name: 'Mine' }),
        editCode(viewer, id, 1, { ...words, name: 'Mine' }),
        retireCode(viewer, id),
        restoreCode(viewer, id),
        moveCode(viewer, id, 'up'),
        placeCode(viewer, id, null),
      ]
      for (const attempt of attempts) expect(await attempt).toMatchObject({ ok: false })
    }
    expect(await tree()).toEqual(['Food'])
    expect(await db.auditEntry.count()).toBe(1)
  })

  test('has one code of a name, also where two leads add it at once', async () => {
    const made = await Promise.all(['Food', 'food'].map(name => addCode(lead, scene.call.id, { ...words, name })))
    expect(made.filter(result => result.ok)).toHaveLength(1)
    expect(await addCode(lead, scene.call.id, { ...words, name: 'FOOD' })).toMatchObject({
      fields: { name: ['Enter a name that no other code has'] },
    })
    await add('F__d')
    expect(await tree()).toHaveLength(2)
  })

  test('is five deep at most, and a code stands under one that is in use', async () => {
    let parentId: string | null = null
    for (const name of ['1', '2', '3', '4', '5']) parentId = await add(name, parentId)
    expect(await addCode(lead, scene.call.id, { ...words, name: '6', parentId })).toMatchObject({
      fields: { parentId: [expect.stringContaining('at most 5 deep')] },
    })
    const gone = await add('Gone')
    value(await retireCode(lead, gone))
    expect(await addCode(lead, scene.call.id, { ...words, name: '6', parentId: gone })).toMatchObject({ ok: false })
  })
})

describe('a code', () => {
  test('is edited, and the second of two who edit it is shown both', async () => {
    const id = await add('Food')
    const before = await db.code.findUniqueOrThrow({ where: { id } })
    expect(value(await editCode(lead, id, 1, { ...words, name: 'Food aid', colour: 5 }))).toEqual({ version: 2 })
    expect(await editCode(lead, id, 1, { ...words, name: 'Food banks', colour: 5 })).toMatchObject({
      conflict: { version: 2, changes: [{ label: 'Name', theirs: 'Food aid', yours: 'Food banks' }] },
    })
    const entry = await db.auditEntry.findFirst({ where: { action: 'code.edit' } })
    expect(entry?.details).toEqual({ fields: ['name', 'colour'], version: 2 })
    expect((await db.code.findUniqueOrThrow({ where: { id } })).definedAt).toEqual(before.definedAt)
    value(await editCode(lead, id, 2, { ...words, name: 'Food aid', colour: 5, whenNot: 'Restaurants.' }))
    expect((await db.code.findUniqueOrThrow({ where: { id } })).definedAt > before.definedAt).toBe(true)
    expect(await said(id)).toEqual(['changed its “When not to use”', 'changed its name and colour', 'added it'])
  })

  test('that is sent again, because the first answer was lost, is no conflict', async () => {
    const id = await add('Food')
    const again = () => editCode(lead, id, 1, { ...words, name: 'Food aid' })
    expect([value(await again()), value(await again())]).toEqual([{ version: 2 }, { version: 2 }])
    expect(await db.auditEntry.count({ where: { action: 'code.edit' } })).toBe(1)
  })

  test('is retired, those under it move up into its place, and it is brought back unless its name is taken', async () => {
    const [top, food] = [await add('Top'), await add('Food')]
    await add('Money')
    const [a] = [await add('A', food), await add('B', food)]
    value(await placeCode(lead, food, top))
    value(await retireCode(lead, food))
    value(await retireCode(lead, food))
    expect(await tree()).toEqual(['Top', 'Top/A', 'Top/B', 'Money', '(Food)'])
    const other = await add('food')
    expect(await restoreCode(lead, food)).toMatchObject({ ok: false, message: expect.stringContaining('Rename') })
    value(await retireCode(lead, other))
    value(await restoreCode(lead, food))
    expect(await tree()).toEqual(['Top', 'Top/A', 'Top/B', 'Top/Food', 'Money', '(food)'])
    value(await retireCode(lead, food))
    value(await retireCode(lead, top))
    value(await restoreCode(lead, food))
    expect(await tree()).toEqual(['A', 'B', 'Money', 'Food', '(food)', '(Top)'])
    expect(await moveCode(lead, top, 'up')).toMatchObject({ ok: false })
    expect(await placeCode(lead, a, top)).toMatchObject({ ok: false })
  })

  test('moves a step, is dropped beside or under another, and never stands under itself', async () => {
    const [a, b, c] = [await add('A'), await add('B'), await add('C')]
    expect(value(await moveCode(lead, b, 'in')).said).toBe('B is now 1 of 1 under A.')
    value(await moveCode(lead, c, { side: 'before', targetId: b }))
    expect(await tree()).toEqual(['A', 'A/C', 'A/B'])
    expect(await moveCode(lead, a, { side: 'under', targetId: b })).toMatchObject({ ok: false })
    expect(await placeCode(lead, a, a)).toMatchObject({ ok: false })
    value(await moveCode(lead, b, 'up'))
    expect(value(await moveCode(lead, b, 'up')).said).toBe('B stays where it is.')
    value(await moveCode(lead, b, 'out'))
    expect(await tree()).toEqual(['A', 'A/C', 'B'])
    expect(await said(b)).toEqual([
      'moved it from under “A” to the top',
      'changed its place among its neighbours',
      'moved it under “A”',
      'added it',
    ])
    expect(await moveCode(lead, b, { side: 'under', targetId: 'not-an-id' })).toMatchObject({ ok: true })
  })
})

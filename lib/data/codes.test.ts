import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { value } from '@/lib/testing/case-study-deeds'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { addCode, editCode, listCodes, moveCode, retireCode } from './codes'

let scene: Scene
let lead: Viewer
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  lead = scene.people.wlv.lead
})

const words = { colour: 1, definition: '', whenToUse: '', whenNot: '', example: '' }
const add = async (name: string) => value(await addCode(lead, scene.call.id, { ...words, name })).id
const names = async () =>
  (await listCodes(lead, scene.call.id)).map(code => (code.retired ? `(${code.name})` : code.name))

describe('the codebook', () => {
  test('is read by researchers, with how often each code is used', async () => {
    const codeId = await add('Food')
    const { id: submissionId } = await makeSubmission(scene)
    await db.coding.create({ data: { submissionId, codeId, personId: lead.id } })
    expect(await listCodes(scene.people.bvsc.researcher, scene.call.id)).toEqual([
      { id: codeId, name: 'Food', ...words, retired: false, version: 1, uses: 1 },
    ])
    expect(await listCodes(scene.people.staff, scene.call.id)).toEqual([])
  })

  test('is changed by leads only', async () => {
    const id = await add('Food')
    for (const viewer of [scene.people.wlv.researcher, scene.people.administrator, scene.people.staff]) {
      const attempts = [
        addCode(viewer, scene.call.id, { ...words, name: 'Mine' }),
        editCode(viewer, id, 1, { ...words, name: 'Mine' }),
        retireCode(viewer, id, true),
        moveCode(viewer, id, 'up'),
      ]
      for (const attempt of attempts) expect(await attempt).toMatchObject({ ok: false })
    }
    expect(await names()).toEqual(['Food'])
    expect(await db.auditEntry.count()).toBe(1)
  })

  test('has one code of a name, also where two leads add it at once', async () => {
    const made = await Promise.all(['Food', 'food'].map(name => addCode(lead, scene.call.id, { ...words, name })))
    expect(made.filter(result => result.ok)).toHaveLength(1)
    expect(await addCode(lead, scene.call.id, { ...words, name: 'FOOD' })).toMatchObject({
      fields: { name: ['Enter a name that no other code has'] },
    })
    await add('F__d')
    expect(await names()).toHaveLength(2)
  })
})

describe('a code', () => {
  test('is edited, and the second of two who edit it is shown both', async () => {
    const id = await add('Food')
    expect(value(await editCode(lead, id, 1, { ...words, name: 'Food aid', colour: 5 }))).toEqual({ version: 2 })
    expect(await editCode(lead, id, 1, { ...words, name: 'Food banks', colour: 5 })).toMatchObject({
      conflict: { version: 2, changes: [{ label: 'Name', theirs: 'Food aid', yours: 'Food banks' }] },
    })
    const entry = await db.auditEntry.findFirst({ where: { action: 'code.edit' } })
    expect(entry?.details).toEqual({ fields: ['name', 'colour'], version: 2 })
  })

  test('is retired and brought back at the end, unless its name is taken', async () => {
    const food = await add('Food')
    await add('Money')
    value(await retireCode(lead, food, true))
    value(await retireCode(lead, food, true))
    expect(await names()).toEqual(['Money', '(Food)'])
    const other = await add('food')
    expect(await retireCode(lead, food, false)).toMatchObject({ ok: false })
    value(await retireCode(lead, other, true))
    value(await retireCode(lead, food, false))
    expect(await names()).toEqual(['Money', 'Food', '(food)'])
    expect(await db.auditEntry.count({ where: { action: 'code.retire' } })).toBe(2)
  })

  test('moves up and down among those in use', async () => {
    const [a, b] = [await add('A'), await add('B'), await add('C')]
    value(await retireCode(lead, b, true))
    value(await moveCode(lead, a, 'down'))
    expect(await names()).toEqual(['C', 'A', '(B)'])
    value(await moveCode(lead, a, 'down'))
    value(await moveCode(lead, a, 'up'))
    value(await moveCode(lead, a, 'up'))
    expect(await names()).toEqual(['A', 'C', '(B)'])
    expect(await moveCode(lead, b, 'up')).toMatchObject({ ok: false })
  })
})

import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { value } from '@/lib/testing/case-study-deeds'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { addCode, editCode, retireCode } from './code-editing'
import { mergeCodes, movePassages } from './code-merging'
import { listPassages } from './code-passages'
import { listChanges } from './codebook-history'
import { undoChange } from './codebook-undoing'
import { listCodes } from './codes'
import { checkCoding } from './coding-checks'

let scene: Scene
let lead: Viewer
let food: string
let money: string
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  lead = scene.people.wlv.lead
  food = await add('Food')
  money = await add('Money')
})

const words = { colour: 1, definition: '', whenToUse: '', whenNot: '', example: '' }
const add = async (name: string, parentId: string | null = null) =>
  value(await addCode(lead, scene.call.id, { ...words, name, parentId })).id
const tag = async (codeId: string, submissionId: string, person: Viewer = lead) =>
  (await db.coding.create({ data: { codeId, submissionId, personId: person.id } })).id
const standingOf = async (codeId: string) =>
  (await db.coding.findMany({ where: { codeId, removedAt: null }, orderBy: { id: 'asc' } })).map(({ id }) => id)
const tree = async () =>
  (await listCodes(lead, scene.call.id)).map(code =>
    code.retired ? `(${code.name})` : [...code.path, code.name].join('/'),
  )
const said = async (id: string, viewer = lead) =>
  (await listChanges(viewer, { id, callId: scene.call.id }, null)).changes.map(change => change.said)
const blind = (id: string) => db.submission.update({ where: { id }, data: { blind: true, doubleCodedAt: new Date() } })

describe('merging', () => {
  test('takes along all codings and what stands under it, once each, and all of it goes back', async () => {
    const [one, two] = [await makeSubmission(scene), await makeSubmission(scene)]
    const bread = await add('Bread', food)
    const [alone, twice, other] = [await tag(food, one.id), await tag(food, two.id), await tag(money, two.id)]
    const { changeId } = value(await mergeCodes(lead, food, money))
    expect(await standingOf(money)).toEqual([alone, other])
    expect(await standingOf(food)).toEqual([])
    expect(await tree()).toEqual(['Money', 'Money/Bread', '(Food)'])
    expect(await said(money)).toEqual(['merged “Food” into it: 2 passages went along', 'added it'])
    expect((await said(food))[0]).toBe('merged it into “Money”: 2 passages went along')
    value(await undoChange(lead, changeId))
    expect(await undoChange(lead, changeId)).toMatchObject({ ok: false })
    expect(await standingOf(food)).toEqual([alone, twice])
    expect(await standingOf(money)).toEqual([other])
    expect(await tree()).toEqual(['Food', 'Food/Bread', 'Money'])
    expect((await db.code.findUniqueOrThrow({ where: { id: bread } })).parentId).toBe(food)
    expect((await said(money))[0]).toBe('undid the merge of “Food” into it')
    expect(await db.auditEntry.count({ where: { action: { in: ['code.merge', 'code.undo'] } } })).toBe(2)
  })

  test('takes along what is coded blind, and counts it to nobody but its coder', async () => {
    const { id } = await makeSubmission(scene)
    const coder = scene.people.bvsc.researcher
    const hidden = await tag(food, id, coder)
    await blind(id)
    value(await mergeCodes(lead, food, money))
    expect(await standingOf(money)).toEqual([hidden])
    expect((await said(food))[0]).toBe('merged it into “Money”')
    expect((await said(food, coder))[0]).toBe('merged it into “Money”: 1 passage went along')
    expect((await listPassages(lead, money, { after: null, anew: false })).total).toBe(0)
    expect((await listPassages(coder, money, { after: null, anew: false })).passages.map(one => one.id)).toEqual([
      hidden,
    ])
  })

  test('is refused into itself, into what stands under it or is retired, and too deep', async () => {
    const under = await add('Under', food)
    let deep = money
    for (const name of ['2', '3', '4', '5']) deep = await add(name, deep)
    const gone = await add('Gone')
    value(await retireCode(lead, gone))
    for (const into of [food, under, gone, deep, '00000000-0000-7000-8000-000000000000'])
      expect(await mergeCodes(lead, food, into)).toMatchObject({ ok: false })
    expect(await mergeCodes(scene.people.wlv.researcher, food, money)).toMatchObject({ ok: false })
    expect(await mergeCodes(lead, gone, money)).toMatchObject({ ok: false })
    expect(await db.codebookChange.count({ where: { kind: 'merge' } })).toBe(0)
  })

  test('undone later puts back what is still where it went', async () => {
    const [one, two] = [await makeSubmission(scene), await makeSubmission(scene)]
    const [stays, goes] = [await tag(food, one.id), await tag(food, two.id)]
    const trust = await add('Trust')
    const { changeId } = value(await mergeCodes(lead, food, money))
    value(await movePassages(lead, { codeId: money, codingIds: [goes], to: { codeId: trust } }))
    value(await undoChange(lead, changeId))
    expect([await standingOf(food), await standingOf(trust)]).toEqual([[stays], [goes]])
    const again = value(await mergeCodes(lead, food, money)).changeId
    const name = await add('Food')
    expect(await undoChange(lead, again)).toMatchObject({ ok: false, message: expect.stringContaining('Rename') })
    value(await retireCode(lead, name))
    value(await undoChange(lead, again))
    expect(await undoChange(scene.people.wlv.researcher, again)).toMatchObject({ ok: false })
  })
})

describe('splitting', () => {
  test('makes a code beside it with the passages chosen, and is undone with the code', async () => {
    const [one, two] = [await makeSubmission(scene), await makeSubmission(scene)]
    const [stays, goes] = [await tag(food, one.id), await tag(food, two.id)]
    const made = value(await movePassages(lead, { codeId: food, codingIds: [goes, goes], to: { name: 'Bread' } }))
    expect(await tree()).toEqual(['Food', 'Bread', 'Money'])
    expect([await standingOf(food), await standingOf(made.id)]).toEqual([[stays], [goes]])
    expect((await said(food))[0]).toBe('split off “Bread”: 1 passage went along')
    expect(await said(made.id)).toEqual(['moved 1 passage from “Food” into it', 'made it, split off “Food”'])
    const { changes } = await listChanges(lead, { id: made.id, callId: scene.call.id }, null)
    expect(changes.map(change => change.undoable)).toEqual([true, false])
    value(await undoChange(lead, changes[0]?.id ?? ''))
    expect(await standingOf(food)).toEqual([stays, goes])
    expect(await tree()).toEqual(['Food', 'Money', '(Bread)'])
  })

  test('is refused for passages that are not of the code, or that the lead may not know of, and for a name that is taken', async () => {
    const [one, two] = [await makeSubmission(scene), await makeSubmission(scene)]
    const [own, other] = [await tag(food, one.id), await tag(money, one.id)]
    const hidden = await tag(food, two.id, scene.people.bvsc.researcher)
    await blind(two.id)
    for (const codingIds of [[], [other], [own, hidden], ['00000000-0000-7000-8000-000000000000']])
      expect(await movePassages(lead, { codeId: food, codingIds, to: { name: 'Bread' } })).toMatchObject({ ok: false })
    const to = [{ name: 'money' }, { codeId: food }, { codeId: '00000000-0000-7000-8000-000000000000' }]
    for (const target of to)
      expect(await movePassages(lead, { codeId: food, codingIds: [own], to: target })).toMatchObject({ ok: false })
    const { researcher } = scene.people.wlv
    expect(await movePassages(researcher, { codeId: food, codingIds: [own], to: { codeId: money } })).toMatchObject({
      ok: false,
    })
    expect(await tree()).toEqual(['Food', 'Money'])
    expect(await db.codingMove.count()).toBe(0)
  })
})

test('a coding of a code that was defined anew is listed until somebody says that it still fits', async () => {
  const { id } = await makeSubmission(scene)
  const { researcher, lead: otherLead } = scene.people.bvsc
  const coding = await tag(food, id, researcher)
  value(await editCode(lead, food, 1, { ...words, name: 'Food', definition: 'Enough to eat.' }))
  const anew = async () => (await listPassages(lead, food, { after: null, anew: true })).passages.map(one => one.id)
  expect(await anew()).toEqual([coding])
  for (const viewer of [scene.people.coventry.researcher, scene.people.staff])
    expect(await checkCoding(viewer, coding)).toMatchObject({ ok: false })
  await blind(id)
  expect(await checkCoding(otherLead, coding)).toMatchObject({ ok: false })
  value(await checkCoding(researcher, coding))
  await db.submission.update({ where: { id }, data: { blind: false } })
  expect(await anew()).toEqual([])
  value(await checkCoding(otherLead, coding))
  await db.coding.update({ where: { id: coding }, data: { removedAt: new Date(), removedById: lead.id } })
  expect(await checkCoding(researcher, coding)).toMatchObject({ ok: false })
})

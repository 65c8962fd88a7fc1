import { beforeEach, expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { readCodebookFile } from '@/lib/exchange/codebook-file'
import { writeCodebookCsv } from '@/lib/exchange/codebook-csv'
import { writeCodebookQdc } from '@/lib/exchange/codebook-qdc'
import { value } from '@/lib/testing/case-study-deeds'
import { makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { samplesAreThere, schemaFaults } from '@/lib/testing/project-files'
import { firstCodes, seedCodebook } from '@/prisma/seed/codebook'

import { retireCode } from './code-editing'
import { applyImport, dropImport, exportCodebook, keepImport, readImport } from './codebook-exchange'
import { listCodes } from './codes'

let scene: Scene
let lead: Viewer
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  lead = scene.people.wlv.lead
})

async function keep(text: string) {
  const content = readCodebookFile(new TextEncoder().encode(text))
  const { id } = value(await keepImport(lead, scene.call.id, { name: 'codes', content }))
  const view = await readImport(lead, id)
  if (!view) throw new Error('It does not wait.')
  return view
}
const kinds = (view: Awaited<ReturnType<typeof keep>>) => [...new Set(view.codes.map(code => code.kind))]
const tree = async () => (await listCodes(lead, scene.call.id)).map(code => [...code.path, code.name].join('/'))

test('the whole codebook goes out, comes in unchanged, and fills an empty one the same', async () => {
  await db.$transaction(tx => seedCodebook(tx, scene.call.id))
  const before = await listCodes(lead, scene.call.id)
  const codes = (await exportCodebook(lead, scene.call.id, 'csv')) ?? []
  expect(codes).toHaveLength(firstCodes.length)
  const [csv, qdc] = [writeCodebookCsv(codes), writeCodebookQdc(codes) ?? '']
  for (const file of [csv, qdc]) expect(kinds(await keep(file))).toEqual(['same'])
  for (const file of [qdc, csv]) {
    await db.code.deleteMany()
    const view = await keep(file)
    expect(kinds(view)).toEqual(['add'])
    expect(value(await applyImport(lead, view))).toEqual({ added: firstCodes.length, changed: 0 })
    const after = await listCodes(lead, scene.call.id)
    const words = (list: typeof after) =>
      list.map(({ id, parentId: _, definedAt: __, ...code }) => (file === qdc ? { id, ...code } : code))
    expect(words(after)).toEqual(words(before))
    await db.codebookChange.deleteMany()
  }
})

test('an import changes and adds in one go, keeps its history, and is done once', async () => {
  await keep('Name,Definition\nFood,Eating.\n').then(view => applyImport(lead, view))
  const food = await db.code.findFirstOrThrow()
  const view = await keep('Name,Stands under,Definition\nfood,Meals,Enough to eat.\nMeals,,\n')
  value(await applyImport(lead, view))
  expect(await tree()).toEqual(['Meals', 'Meals/food'])
  const after = await db.code.findUniqueOrThrow({ where: { id: food.id } })
  expect(after.definedAt > food.definedAt).toBe(true)
  const changes = await db.codebookChange.findMany({ where: { codeId: food.id }, orderBy: { createdAt: 'asc' } })
  expect(changes.map(({ kind, content }) => [kind, content])).toMatchObject([
    ['import', { added: true }],
    ['import', { added: false, fields: { definition: { before: 'Eating.', after: 'Enough to eat.' } } }],
  ])
  expect(await applyImport(lead, view)).toMatchObject({ ok: false })
  expect(await db.auditEntry.count({ where: { action: 'codebook.import' } })).toBe(2)
})

test('nothing is imported with faults, after the codebook changed, from another’s file, or by who is no lead', async () => {
  const faulty = await keep('Name,Stands under\nLost,Nowhere\n')
  expect(faulty.faults).toEqual(['Row 2: there is no code “Nowhere” for “Lost” to stand under.'])
  expect(await applyImport(lead, faulty)).toMatchObject({ ok: false })
  await keep('Name\nFood\n').then(view => applyImport(lead, view))
  const view = await keep('Name\nMoney\n')
  expect(await readImport(lead, faulty.id)).toBeNull()
  const { lead: otherLead, researcher } = scene.people.bvsc
  for (const viewer of [otherLead, researcher, scene.people.staff]) {
    expect(await readImport(viewer, view.id)).toBeNull()
    expect(await applyImport(viewer, view)).toMatchObject({ ok: false })
    await dropImport(viewer, view.id)
  }
  const content = { codes: [], faults: [], notes: [] }
  expect(await keepImport(researcher, scene.call.id, { name: 'x', content })).toMatchObject({ ok: false })
  value(await retireCode(lead, (await db.code.findFirstOrThrow()).id))
  expect(await applyImport(lead, view)).toMatchObject({ ok: false, message: expect.stringContaining('meanwhile') })
  value(await dropImport(lead, view.id))
  expect(await readImport(lead, view.id)).toBeNull()
  expect(await exportCodebook(scene.people.staff, scene.call.id, 'csv')).toBeNull()
  expect(await tree()).toEqual(['Food'])
})

test.skipIf(!samplesAreThere)(
  'a .qdc is valid, holds retired codes in a set, and is not written of an empty codebook',
  async () => {
    expect(writeCodebookQdc((await exportCodebook(lead, scene.call.id, 'qdc')) ?? [])).toBeNull()
    await keep('Name,Stands under,Definition\nFood,,"Eating & <drinking>"\nMeals,Food,\nOld,,').then(view =>
      applyImport(lead, view),
    )
    const old = await db.code.findFirstOrThrow({ where: { name: 'Old' } })
    value(await retireCode(lead, old.id))
    const write = async () => writeCodebookQdc((await exportCodebook(lead, scene.call.id, 'qdc')) ?? []) ?? ''
    const xml = await write()
    expect(await schemaFaults(xml, 'Codebook')).toEqual([])
    expect(kinds(await keep(xml))).toEqual(['same'])
    await db.codebookChange.deleteMany()
    await db.code.deleteMany()
    value(await applyImport(lead, await keep(xml)))
    expect(await db.code.findUniqueOrThrow({ where: { id: old.id } })).toMatchObject({ name: 'Old', parentId: null })
    expect(await write()).toBe(xml)
    await db.code.updateMany({ data: { retiredAt: new Date(), parentId: null } })
    expect(await schemaFaults(await write(), 'Codebook')).toEqual([])
  },
)

import { beforeEach, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { plainView } from '@/lib/domain/analysis'
import { makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { value } from '@/lib/testing/case-study-deeds'
import { emptyDatabase } from '@/lib/testing/database'

import {
  changeFigure,
  deleteFigure,
  getDeletedFigure,
  getFigure,
  keepFigure,
  listFigures,
  restoreFigure,
} from './figures'

let scene: Scene
const kept = {
  title: 'Food by place',
  note: '',
  kind: 'matrix' as const,
  query: 'unit=segments&place=dudley&by=nonsense',
}

beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
})

test('a view is kept, renamed, deleted and brought back', async () => {
  const { wlv, bvsc } = scene.people
  const { id } = value(await keepFigure(wlv.researcher, scene.call.id, kept))
  expect(await getFigure(bvsc.researcher, scene.call.id, id)).toMatchObject({
    title: 'Food by place',
    view: { ...plainView('matrix'), unit: 'segments', place: ['dudley'] },
    owner: wlv.researcher.name,
    changeable: false,
  })
  value(await changeFigure(wlv.researcher, { id, version: 1, title: 'Food', note: 'For chapter 2' }))
  expect((await changeFigure(wlv.researcher, { id, version: 1, title: 'Late', note: '' })).ok).toBe(false)
  value(await deleteFigure(wlv.researcher, id))
  expect(await listFigures(wlv.researcher, scene.call.id)).toEqual([])
  expect(await getDeletedFigure(wlv.researcher, id)).toEqual({ id, title: 'Food' })
  expect(await getDeletedFigure(bvsc.researcher, id)).toBeNull()
  value(await restoreFigure(wlv.researcher, id))
  expect(await listFigures(wlv.researcher, scene.call.id)).toHaveLength(1)
  const deeds = await db.auditEntry.findMany({
    where: { thingId: id },
    select: { action: true },
    orderBy: { id: 'asc' },
  })
  expect(deeds.map(({ action }) => action)).toEqual(['figure.keep', 'figure.change', 'figure.delete', 'figure.restore'])
})

test('others change it only as leads, and nobody outside the teams has any', async () => {
  const { wlv, bvsc, staff, administrator } = scene.people
  const { id } = value(await keepFigure(wlv.researcher, scene.call.id, kept))
  const gone = await deleteFigure(bvsc.researcher, '00000000-0000-7000-8000-000000000000')
  expect(await deleteFigure(bvsc.researcher, id)).toEqual(gone)
  expect((await changeFigure(bvsc.lead, { id, version: 1, title: 'Better', note: '' })).ok).toBe(true)
  for (const viewer of [staff, administrator]) {
    expect((await keepFigure(viewer, scene.call.id, kept)).ok).toBe(false)
    expect(await listFigures(viewer, scene.call.id)).toEqual([])
    expect(await getFigure(viewer, scene.call.id, id)).toBeNull()
  }
})

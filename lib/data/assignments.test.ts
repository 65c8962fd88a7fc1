import { beforeEach, expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { value } from '@/lib/testing/case-study-deeds'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { assignSubmission, listAssignable, listAssignees } from './assignments'

let scene: Scene
let reference: string
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  reference = (await makeSubmission(scene)).reference ?? ''
})

const assign = (viewer: Viewer, person: Viewer, assigned = true) =>
  assignSubmission(viewer, { reference, personId: person.id, assigned })
const names = async (viewer: Viewer) => (await listAssignees(viewer, reference)).map(person => person.name)

test('researchers assign their own team, leads anyone of the teams', async () => {
  const { wlv, bvsc, staff } = scene.people
  value(await assign(wlv.researcher, wlv.lead))
  value(await assign(wlv.lead, bvsc.researcher))
  expect(await names(wlv.researcher)).toEqual(['wlv-lead', 'bvsc-researcher'])
  for (const attempt of [assign(wlv.researcher, bvsc.lead), assign(wlv.lead, staff)])
    expect(await attempt).toMatchObject({ fields: { personId: ['Select a person of your team'] } })
  for (const viewer of [staff, scene.people.administrator])
    expect(await assign(viewer, wlv.researcher)).toMatchObject({ message: 'There is no such submission.' })
  expect((await listAssignable(wlv.researcher)).map(person => person.name)).toEqual(['wlv-lead', 'wlv-researcher'])
  expect(await listAssignable(wlv.lead)).toHaveLength(6)
  expect(await listAssignable(staff)).toEqual([])
})

test('twice changes nothing, and each change is written down', async () => {
  const { researcher, lead } = scene.people.wlv
  await Promise.all([assign(lead, researcher), assign(lead, researcher)])
  value(await assign(researcher, researcher, false))
  value(await assign(researcher, researcher, false))
  const deeds = await db.auditEntry.findMany({ orderBy: { id: 'asc' }, select: { action: true } })
  expect(deeds.map(deed => deed.action)).toEqual(['submission.assign', 'submission.unassign'])
  expect(await names(lead)).toEqual([])
})

test('somebody whose account is disabled is taken off, but not assigned', async () => {
  const { researcher, lead } = scene.people.wlv
  value(await assign(lead, researcher))
  await db.person.update({ where: { id: researcher.id }, data: { disabledAt: new Date() } })
  value(await assign(lead, researcher, false))
  expect(await assign(lead, researcher)).toMatchObject({ ok: false })
})

test('it does not get in the way of who saves stage and decision', async () => {
  value(await assign(scene.people.wlv.lead, scene.people.wlv.researcher))
  expect(await db.submission.findUnique({ where: { reference } })).toMatchObject({ version: 1 })
})

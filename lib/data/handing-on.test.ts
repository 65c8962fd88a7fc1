import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { value } from '@/lib/testing/case-study-deeds'
import { makePerson, makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { code, finishBoth, makeBlind, makeCode, makeText } from '@/lib/testing/double-makers'

import { assignSubmission, listAssignable } from './assignments'
import { readCodingPlan } from './coding-plan-view'
import { finishCoding } from './finishing'
import { declareInterest, withdrawInterest } from './interests'
import { changePerson, setDisabled } from './people'
import { listStrandedWork } from './stranded-work'

let scene: Scene
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
})

const assign = async (person: Viewer, reference: string) =>
  value(await assignSubmission(scene.people.wlv.lead, { reference, personId: person.id, assigned: true }))
const coders = async (submissionId: string) => {
  const rows = await db.assignment.findMany({ where: { submissionId }, include: { person: true } })
  return rows.map(({ person, double }) => `${person.name}${double ? ' of two' : ''}`).toSorted()
}
async function disable(person: Viewer) {
  const { version } = await db.person.findUniqueOrThrow({ where: { id: person.id } })
  value(await setDisabled(scene.people.administrator, { id: person.id, version, disabled: true }))
}

describe('the open work of a disabled account', () => {
  test('goes to who of the team has the least, one by one, and what is finished stays', async () => {
    const { bvsc } = scene.people
    const free = await makePerson('bvsc-free', 'RESEARCHER', bvsc.team)
    const [open, second, done] = [await makeText(scene), await makeText(scene), await makeText(scene)]
    for (const { reference } of [open, second, done]) await assign(bvsc.researcher, reference)
    value(await finishCoding(bvsc.researcher, { reference: done.reference, finished: true }))
    await disable(bvsc.researcher)
    const now = [await coders(open.id), await coders(second.id), await coders(done.id)]
    expect(now.slice(0, 2).flat().toSorted()).toEqual([free.name, 'bvsc-lead'])
    expect(now[2]).toEqual(['bvsc-researcher'])
    expect(await db.auditEntry.count({ where: { action: 'submission.handOn' } })).toBe(2)
  })

  test('passes over who declared a conflict; what nobody can take stays, and leads see it', async () => {
    const { bvsc, wlv } = scene.people
    const { reference, id } = await makeText(scene)
    await assign(bvsc.researcher, reference)
    value(await declareInterest(bvsc.lead, { reference, reason: '' }))
    await disable(bvsc.researcher)
    expect(await coders(id)).toEqual(['bvsc-researcher'])
    const stranded = [{ reference, title: 'A kitchen for everyone', formerly: 'bvsc-researcher' }]
    expect(await listStrandedWork(wlv.lead, scene.call.id)).toEqual(stranded)
    expect(await listStrandedWork(wlv.researcher, scene.call.id)).toEqual([])
  })

  test('of one of two begins anew with somebody of the same team; what was begun is set aside', async () => {
    const { bvsc } = scene.people
    const submission = await makeBlind(scene)
    await code(bvsc.researcher, submission, await makeCode(scene, 'Food'), [0, 5])
    await disable(bvsc.researcher)
    expect(await coders(submission.id)).toEqual(['bvsc-lead of two', 'coventry-researcher of two'])
    expect(await db.coding.findMany()).toMatchObject([{ removedAt: expect.any(Date) }])
    expect(await db.submission.findUnique({ where: { id: submission.id } })).toMatchObject({ blind: true })
  })

  test('of one of two who had finished stands', async () => {
    const { bvsc } = scene.people
    const submission = await makeBlind(scene)
    await code(bvsc.researcher, submission, await makeCode(scene, 'Food'), [0, 5])
    value(await finishCoding(bvsc.researcher, { reference: submission.reference, finished: true }))
    await disable(bvsc.researcher)
    expect(await coders(submission.id)).toEqual(['bvsc-researcher of two', 'coventry-researcher of two'])
    expect(await db.coding.findMany()).toMatchObject([{ removedAt: null }])
  })
})

test('who moves to another team hands on what they had there', async () => {
  const { bvsc, administrator } = scene.people
  const submission = await makeBlind(scene)
  const change = async (role: 'RESEARCHER' | 'ADMINISTRATOR', person: Viewer) => {
    const { version } = await db.person.findUniqueOrThrow({ where: { id: person.id } })
    return changePerson(administrator, { id: person.id, version, role, team: 'coventry' })
  }
  value(await change('RESEARCHER', bvsc.researcher))
  expect(await coders(submission.id)).toEqual(['bvsc-lead of two', 'coventry-researcher of two'])
  value(await change('ADMINISTRATOR', bvsc.lead))
  expect(await coders(submission.id)).toEqual(['coventry-researcher of two'])
  expect(await listStrandedWork(scene.people.wlv.lead, scene.call.id)).toMatchObject([{ formerly: null }])
})

describe('a conflict of interest', () => {
  test('takes whoever declares it off, keeps them off, and can be withdrawn', async () => {
    const { wlv, bvsc } = scene.people
    const { reference, id } = await makeText(scene)
    await assign(wlv.researcher, reference)
    value(await declareInterest(wlv.researcher, { reference, reason: 'I volunteer there' }))
    value(await declareInterest(wlv.researcher, { reference, reason: 'I am a trustee' }))
    expect(await coders(id)).toEqual([])
    const again = { reference, personId: wlv.researcher.id, assigned: true }
    expect(await assignSubmission(wlv.lead, again)).toMatchObject({ ok: false })
    expect((await listAssignable(wlv.lead)).length).toBe(6)

    const told = { name: 'wlv-researcher', team: 'wlv', reason: 'I am a trustee' }
    expect(await readCodingPlan(wlv.lead, reference)).toMatchObject({ lead: { interests: [told] } })
    expect(await readCodingPlan(wlv.researcher, reference)).toMatchObject({
      lead: null,
      interest: { reason: 'I am a trustee' },
    })
    expect(JSON.stringify(await readCodingPlan(bvsc.researcher, reference))).not.toContain('trustee')

    for (const _ of [1, 2]) value(await withdrawInterest(wlv.researcher, reference))
    value(await assignSubmission(wlv.lead, again))
    for (const viewer of [scene.people.staff, scene.people.administrator])
      expect(await declareInterest(viewer, { reference, reason: '' })).toMatchObject({ ok: false })
  })

  test('of one of two gives the place on while it is blind, and stands beside what was coded after', async () => {
    const { bvsc, coventry } = scene.people
    const submission = await makeBlind(scene)
    value(await declareInterest(bvsc.researcher, { reference: submission.reference, reason: '' }))
    expect(await coders(submission.id)).toEqual(['bvsc-lead of two', 'coventry-researcher of two'])
    const other = await makeBlind(scene)
    await finishBoth(scene, other)
    value(await declareInterest(coventry.researcher, { reference: other.reference, reason: '' }))
    expect(await coders(other.id)).toEqual(['bvsc-researcher of two', 'coventry-researcher of two'])
  })
})

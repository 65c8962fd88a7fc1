import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { value } from '@/lib/testing/case-study-deeds'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { code, makeCode, makeText } from '@/lib/testing/double-makers'

import { assignByRule, previewDraw, readAssigning } from './assigning'
import { assignSubmission } from './assignments'
import { declareInterest } from './interests'

let scene: Scene
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
})

const researchers = () => [scene.people.wlv, scene.people.bvsc, scene.people.coventry].map(team => team.researcher.id)
const asked = (share = 20, seed = 'spring') => ({ share, seed, people: researchers() })

async function makeMany(count: number) {
  for (let made = 0; made < count; made += 1) await makeSubmission(scene, { shortlisted: false })
}

describe('assigning by rule', () => {
  test('does what was shown before, in one go, and keeps the draw', async () => {
    await makeMany(10)
    const { lead } = scene.people.wlv
    expect(await readAssigning(lead, scene.call.id)).toMatchObject({ waiting: 10, coded: 0, draws: [] })
    const preview = value(await previewDraw(lead, scene.call.id, asked()))
    expect(preview).toMatchObject({ assigned: 10, doubled: 2, short: 0, left: 0 })
    expect(preview.people.map(({ given }) => given)).toEqual([4, 4, 4])
    expect(await db.assignment.count()).toBe(0)

    const done = await assignByRule(lead, scene.call.id, { ...asked(), digest: preview.digest })
    expect(value(done)).toEqual({ assigned: 10, doubled: 2 })
    expect(await db.assignment.count()).toBe(12)
    expect(await db.assignment.count({ where: { double: true } })).toBe(4)
    expect(await db.submission.count({ where: { blind: true, doubleCodedAt: { not: null } } })).toBe(2)
    expect(await readAssigning(lead, scene.call.id)).toMatchObject({
      waiting: 0,
      draws: [{ by: 'wlv-lead', share: 20, seed: 'spring', assigned: 10, doubled: 2 }],
    })
    const deeds = await db.auditEntry.groupBy({ by: ['action'], _count: true, orderBy: { action: 'asc' } })
    expect(deeds.map(({ action, _count }) => [action, _count])).toEqual([
      ['submission.assign', 8],
      ['submission.codeByTwo', 2],
      ['submission.draw', 1],
    ])
  })

  test('passes over what is assigned, coded, drawn before, or nobody may have', async () => {
    const { wlv, bvsc, coventry } = scene.people
    const [taken, coded, conflicted, free] = [
      await makeText(scene),
      await makeText(scene),
      await makeText(scene),
      await makeText(scene),
    ]
    value(await assignSubmission(wlv.lead, { reference: taken.reference, personId: wlv.lead.id, assigned: true }))
    await code(wlv.researcher, coded, await makeCode(scene, 'Food'))
    for (const { researcher } of [wlv, bvsc])
      value(await declareInterest(researcher, { reference: conflicted.reference, reason: '' }))
    const preview = value(await previewDraw(wlv.lead, scene.call.id, asked(100)))
    expect(preview).toMatchObject({ assigned: 2, doubled: 1, short: 1, left: 0 })
    expect(await readAssigning(wlv.lead, scene.call.id)).toMatchObject({ waiting: 2, coded: 1 })
    value(await assignByRule(wlv.lead, scene.call.id, { ...asked(100), digest: preview.digest }))
    expect(await db.assignment.findMany({ where: { submissionId: conflicted.id } })).toMatchObject([
      { personId: coventry.researcher.id, double: false },
    ])
    expect(await db.submission.findUnique({ where: { id: free.id } })).toMatchObject({ blind: true })
  })

  test('does nothing where something changed meanwhile, and only once', async () => {
    await makeMany(4)
    const { lead } = scene.people.wlv
    const { digest } = value(await previewDraw(lead, scene.call.id, asked()))
    await makeMany(1)
    const draw = (given = digest) => assignByRule(lead, scene.call.id, { ...asked(), digest: given })
    expect(await draw()).toMatchObject({ ok: false, message: expect.stringContaining('Something changed') })
    expect(await db.assignment.count()).toBe(0)
    const fresh = value(await previewDraw(lead, scene.call.id, asked())).digest
    const twice = await Promise.all([draw(fresh), draw(fresh)])
    expect(twice.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(await db.codingDraw.count()).toBe(1)
  })

  test('is for leads, among people who research', async () => {
    await makeMany(1)
    const { wlv, staff } = scene.people
    expect(await readAssigning(wlv.researcher, scene.call.id)).toBeNull()
    for (const viewer of [wlv.researcher, staff]) {
      expect(await previewDraw(viewer, scene.call.id, asked())).toMatchObject({ ok: false })
      expect(await assignByRule(viewer, scene.call.id, { ...asked(), digest: '' })).toMatchObject({ ok: false })
    }
    const odd = { ...asked(), people: [...researchers(), staff.id] }
    expect(await previewDraw(wlv.lead, scene.call.id, odd)).toMatchObject({ fields: { people: [expect.any(String)] } })
  })
})

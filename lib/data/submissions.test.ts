import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { value } from '@/lib/testing/case-study-deeds'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { getSubmission, readContact, saveProgress } from './submissions'

let scene: Scene
let id: string
let reference: string
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  const made = await makeSubmission(scene, { shortlisted: false })
  id = made.id
  reference = made.reference ?? ''
})

const audited = (action: string) => db.auditEntry.count({ where: { action } })
const withdraw = () => db.submission.update({ where: { id }, data: { status: 'WITHDRAWN', withdrawnAt: new Date() } })
const progress = () => ({ reference, version: 1, stage: 'CODING' as const, decision: null, reason: '' })

describe('one submission', () => {
  test('is read by its reference as people type it, without contact details', async () => {
    await db.contactDetails.create({ data: { submissionId: id, name: 'Canary', email: 'canary@respondent.example' } })
    const found = await getSubmission(scene.people.wlv.researcher, reference.toLowerCase().replaceAll('-', ' '))
    expect(found).toMatchObject({ reference, title: 'A kitchen for everyone', hasContact: true, version: 1 })
    expect(JSON.stringify(found).toLowerCase()).not.toContain('canary')
  })

  test('shows the newest version of each answer, in the order of the questions', async () => {
    const text = (field: string, bodies: string[]) =>
      db.text.create({
        data: {
          submissionId: id,
          kind: 'ANSWER',
          field,
          versions: { create: bodies.map((body, index) => ({ number: index + 1, body })) },
        },
      })
    await text('learned', ['Later'])
    await text('whatHappened', ['Old', 'New'])
    const found = await getSubmission(scene.people.wlv.researcher, reference)
    expect(found?.answers).toEqual([
      { field: 'whatHappened', body: 'New', version: 2 },
      { field: 'learned', body: 'Later', version: 1 },
    ])
  })

  test('is not there for others, once it is withdrawn, or under a malformed reference', async () => {
    expect(await getSubmission(scene.people.staff, reference)).toBeNull()
    expect(await getSubmission(scene.people.administrator, reference)).toBeNull()
    expect(await getSubmission(scene.people.wlv.lead, 'WM-\0')).toBeNull()
    await withdraw()
    expect(await getSubmission(scene.people.wlv.lead, reference)).toBeNull()
  })
})

describe('contact details', () => {
  test('are read by a researcher, and each look is written down', async () => {
    await db.contactDetails.create({ data: { submissionId: id, name: 'Ann', telephone: '07700 900123' } })
    const contact = value(await readContact(scene.people.bvsc.researcher, reference))
    expect(contact).toEqual({ name: 'Ann', email: '', telephone: '07700 900123', bestTimes: '', stamp: '' })
    await readContact(scene.people.bvsc.researcher, reference)
    const looks = await db.auditEntry.findMany({ where: { action: 'contact.read' } })
    expect(looks).toHaveLength(2)
    expect(JSON.stringify(looks[0]?.details)).not.toMatch(/Ann|07700/)
    expect(looks[0]).toMatchObject({ actorId: scene.people.bvsc.researcher.id, thingId: id })
  })

  test('are refused to others, and where there are none', async () => {
    for (const viewer of [scene.people.staff, scene.people.administrator])
      expect(await readContact(viewer, reference)).toMatchObject({ ok: false })
    expect(await readContact(scene.people.wlv.lead, reference)).toEqual({
      ok: false,
      message: 'No contact details were given.',
    })
    expect(await audited('contact.read')).toBe(0)
  })
})

describe('stage and decision', () => {
  test('are saved and written down, each as its own deed', async () => {
    const { researcher } = scene.people.wlv
    value(
      await saveProgress(researcher, { ...progress(), decision: 'NOT_TAKEN_FORWARD', reason: 'Not of this region.' }),
    )
    expect(await db.submission.findUnique({ where: { id } })).toMatchObject({
      stage: 'CODING',
      decision: 'NOT_TAKEN_FORWARD',
      decisionReason: 'Not of this region.',
      version: 2,
    })
    expect([await audited('submission.move'), await audited('submission.decide')]).toEqual([1, 1])
  })

  test('the reason goes with the decision', async () => {
    const { researcher } = scene.people.wlv
    value(await saveProgress(researcher, { ...progress(), decision: 'NOT_TAKEN_FORWARD', reason: 'No.' }))
    value(await saveProgress(researcher, { ...progress(), version: 2, decision: 'SHORTLISTED', reason: 'No.' }))
    expect(await db.submission.findUnique({ where: { id } })).toMatchObject({ decisionReason: null, version: 3 })
  })

  test('the second of two who save is told, shown both, and may save after all', async () => {
    const yours = { ...progress(), decision: 'SHORTLISTED' as const }
    const [one, other] = await Promise.all([
      saveProgress(scene.people.wlv.researcher, { ...progress(), stage: 'CODED' }),
      saveProgress(scene.people.bvsc.researcher, { ...progress(), stage: 'CODED' }),
    ])
    expect([one.ok, other.ok].sort()).toEqual([false, true])
    const told = await saveProgress(scene.people.coventry.researcher, yours)
    expect(told).toMatchObject({
      ok: false,
      conflict: {
        version: 2,
        changes: [
          { label: 'Stage', theirs: 'Coded', yours: 'Coding' },
          { label: 'Decision', theirs: 'None yet', yours: 'Shortlisted' },
        ],
      },
    })
    expect(await db.submission.findUnique({ where: { id } })).toMatchObject({ stage: 'CODED', decision: null })
    value(await saveProgress(scene.people.coventry.researcher, { ...yours, version: 2 }))
  })

  test('saving what stands already changes nothing', async () => {
    expect(value(await saveProgress(scene.people.wlv.lead, { ...progress(), stage: 'NEW' }))).toEqual({ version: 1 })
    expect(await db.auditEntry.count()).toBe(0)
  })

  test('only a lead settles, and changes what is settled', async () => {
    const { researcher, lead } = scene.people.wlv
    expect(await saveProgress(researcher, { ...progress(), stage: 'SETTLED' })).toMatchObject({
      fields: { stage: ['Only a lead can settle a submission, or change one that is settled'] },
    })
    value(await saveProgress(lead, { ...progress(), stage: 'SETTLED' }))
    expect(await saveProgress(researcher, { ...progress(), version: 2 })).toMatchObject({ ok: false })
    value(await saveProgress(researcher, { ...progress(), version: 2, stage: 'SETTLED', decision: 'SHORTLISTED' }))
  })

  test('others are refused, and a withdrawn submission is not there', async () => {
    expect(await saveProgress(scene.people.staff, progress())).toMatchObject({ ok: false })
    await withdraw()
    expect(await saveProgress(scene.people.wlv.lead, progress())).toMatchObject({
      message: 'There is no such submission.',
    })
    expect(await db.auditEntry.count()).toBe(0)
  })
})

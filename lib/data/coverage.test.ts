import { beforeEach, describe, expect, test } from 'vitest'

import { mergeSubmission } from '@/lib/data/merging'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { value } from '@/lib/testing/case-study-deeds'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { readCoverage } from './coverage'
import { saveTargets } from './coverage-targets'

let scene: Scene
let lead: Viewer
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  lead = scene.people.wlv.lead
  await db.call.update({ where: { id: scene.call.id }, data: { communities: ['Carers', 'Women'] } })
})

async function read(viewer = lead) {
  const view = await readCoverage(viewer, scene.call.id)
  if (!view) throw new Error('Refused.')
  return view
}

describe('coverage counts', () => {
  test('each response once for a place that holds the place it names, also by type', async () => {
    const both = await makeSubmission(scene, { place: 'rugby', organisation: 'Hope  House' })
    await db.submissionPlace.create({ data: { submissionId: both.id, placeId: scene.places.warwickshire.id } })
    await makeSubmission(scene, { place: 'rugby', type: 'MUTUAL_AID', organisation: 'hope house ' })
    await makeSubmission(scene, { place: 'warwickshire', organisation: 'Another' })
    const { responses, organisations, heard, together } = await read()
    expect([responses, organisations]).toEqual([3, 2])
    expect(heard.PLACE).toEqual({ dudley: 0, rugby: 2, warwickshire: 3 })
    expect(heard.TYPE).toEqual({ FAITH: 2, MUTUAL_AID: 1 })
    expect(together).toHaveLength(4)
    expect(together).toEqual(
      expect.arrayContaining([
        { place: 'warwickshire', type: 'FAITH', heard: 2 },
        { place: 'warwickshire', type: 'MUTUAL_AID', heard: 1 },
        { place: 'rugby', type: 'FAITH', heard: 1 },
        { place: 'rugby', type: 'MUTUAL_AID', heard: 1 },
      ]),
    )
  })

  test('themes, communities and days of the region', async () => {
    const one = await makeSubmission(scene, { communities: ['Carers', 'Sailors'] })
    await makeSubmission(scene, { communities: ['Carers'] })
    await db.submission.updateMany({ data: { submittedAt: new Date('2026-06-02T12:00:00Z') } })
    await db.submission.update({ where: { id: one.id }, data: { submittedAt: new Date('2026-06-02T23:30:00Z') } })
    const { heard, values, days } = await read()
    expect(heard).toMatchObject({ THEME: { early: 2 }, COMMUNITY: { Carers: 2, Sailors: 1 } })
    expect(values.COMMUNITY.map(({ key, offered }) => [key, offered])).toEqual([
      ['Carers', true],
      ['Women', true],
      ['Sailors', false],
    ])
    expect(days).toEqual([
      { day: '2026-06-02', heard: 1 },
      { day: '2026-06-03', heard: 1 },
    ])
  })

  test('every sender of a campaign, and neither what was merged nor withdrawn nor held back', async () => {
    const sent = [await makeSubmission(scene), await makeSubmission(scene), await makeSubmission(scene)]
    await db.submission.updateMany({ data: { textHash: 'same' } })
    const [gone, held, twice] = [
      await makeSubmission(scene, { communities: ['Women'] }),
      await makeSubmission(scene, { communities: ['Women'] }),
      await makeSubmission(scene, { communities: ['Women'], type: 'OTHER' }),
    ]
    await db.submission.update({ where: { id: gone.id }, data: { status: 'WITHDRAWN', withdrawnAt: new Date() } })
    await db.submission.update({
      where: { id: held.id },
      data: { status: 'QUARANTINED', quarantineReasons: ['links'] },
    })
    value(await mergeSubmission(lead, { reference: twice.reference ?? '', into: sent[0]?.reference ?? '' }))
    const { responses, campaign, heard, together, days } = await read()
    expect({ responses, campaign }).toEqual({ responses: 3, campaign: { senders: 3, texts: 1 } })
    expect(heard).toMatchObject({ PLACE: { dudley: 3 }, TYPE: { FAITH: 3 }, THEME: { early: 3 }, COMMUNITY: {} })
    expect([together, days.map(each => each.heard)]).toEqual([[{ place: 'dudley', type: 'FAITH', heard: 3 }], [3]])
  })

  test('nothing of a call that is not there, and nothing for WMCA and administrators', async () => {
    expect(await readCoverage(lead, '00000000-0000-7000-8000-000000000000')).toBeNull()
    for (const viewer of [scene.people.staff, scene.people.administrator])
      expect(await readCoverage(viewer, scene.call.id)).toBeNull()
    expect((await read(scene.people.bvsc.researcher)).responses).toBe(0)
  })
})

describe('targets', () => {
  const at = (version = 1) => ({ callId: scene.call.id, version })
  const dudley = (target: number | null) => ({ kind: 'PLACE', key: 'dudley', target }) as const
  const saved = async () =>
    Object.fromEntries((await read()).targets.map(({ kind, key, target }) => [kind + key, target]))

  test('several are set, changed and taken away at once, and the audit trail names them', async () => {
    const first = [
      dudley(5),
      { kind: 'COMMUNITY', key: 'Carers', target: 3 },
      { kind: 'ALL', key: '', target: 9 },
    ] as const
    expect(value(await saveTargets(lead, at(), [...first]))).toEqual({ version: 2 })
    const next = [dudley(6), { kind: 'COMMUNITY', key: 'Carers', target: null }] as const
    expect(value(await saveTargets(lead, at(2), [...next]))).toEqual({ version: 3 })
    expect(await saved()).toEqual({ PLACEdudley: 6, ALL: 9 })
    const entries = await db.auditEntry.findMany({ orderBy: { id: 'asc' } })
    expect(entries.map(({ action, details }) => ({ action, details }))).toEqual([
      { action: 'coverage.setTargets', details: { fields: ['PLACE.dudley', 'COMMUNITY.Carers', 'ALL.'], version: 2 } },
      { action: 'coverage.setTargets', details: { fields: ['PLACE.dudley', 'COMMUNITY.Carers'], version: 3 } },
    ])
  })

  test('saving what stands already changes nothing', async () => {
    value(await saveTargets(lead, at(), [dudley(5)]))
    expect(value(await saveTargets(lead, at(2), [dudley(5)]))).toEqual({ version: 2 })
    expect(await db.auditEntry.count()).toBe(1)
  })

  test('the second of two leads is told and shown both', async () => {
    const other = scene.people.bvsc.lead
    const answers = await Promise.all([saveTargets(lead, at(), [dudley(5)]), saveTargets(other, at(), [dudley(7)])])
    const [theirs, yours, told] = answers[0]?.ok ? ['5', '7', answers[1]] : ['7', '5', answers[0]]
    expect(told).toMatchObject({ conflict: { version: 2, changes: [{ label: 'Dudley', theirs, yours }] } })
    expect(await saved()).toEqual({ PLACEdudley: Number(theirs) })
  })

  test.each([
    ['PLACE', 'atlantis'],
    ['TYPE', 'dudley'],
    ['THEME', ''],
    ['COMMUNITY', 'Sailors'],
    ['ALL', 'dudley'],
  ] as const)('for what is not there (%s %j) none is set', async (kind, key) => {
    expect(await saveTargets(lead, at(), [dudley(5), { kind, key, target: 4 }])).toMatchObject({ ok: false })
    expect(await saved()).toEqual({})
  })

  test('by leads only', async () => {
    for (const viewer of [scene.people.wlv.researcher, scene.people.administrator, scene.people.staff])
      expect(await saveTargets(viewer, at(), [dudley(5)])).toMatchObject({ message: 'There is no such call.' })
    expect([await db.auditEntry.count(), await saved()]).toEqual([0, {}])
  })
})

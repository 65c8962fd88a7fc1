import { beforeEach, describe, expect, test } from 'vitest'

import { workOnMany, type BulkOutcome } from '@/lib/data/bulk-work'
import { exportGrid } from '@/lib/data/grid'
import { changeView, deleteView, listViews, saveView } from '@/lib/data/saved-views'
import { exportSubmissions } from '@/lib/data/submission-export'
import { correctLanguage } from '@/lib/data/submission-language'
import { db } from '@/lib/db'
import { readGrid } from '@/lib/domain/grid-columns'
import { referenceOf } from '@/lib/domain/reference'
import { emptyFilter } from '@/lib/domain/submission-filter'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { collect, makeAnswer, makeBlind, makeCode, makeCoding } from '@/lib/testing/coding-makers'
import { emptyDatabase } from '@/lib/testing/database'

let scene: Scene
let made: { id: string; reference: string }[]
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  made = []
  for (const title of ['One', 'Two', 'Three']) {
    const { id, reference } = await makeSubmission(scene, { title })
    made.push({ id, reference: reference ?? '' })
  }
})

type Deed = Parameters<typeof workOnMany>[3]
const references = () => made.map(({ reference }) => reference)
const work = (
  deed: Deed,
  who = scene.people.wlv.researcher,
  selection: Parameters<typeof workOnMany>[2] = { references: references() },
) => workOnMany(who, scene.call.id, selection, deed)

async function done(answer: ReturnType<typeof work>): Promise<BulkOutcome> {
  const result = await answer
  if (!result.ok) throw new Error(result.message)
  return result.value
}

describe('several at once', () => {
  test('are assigned, and who declared an interest is left out by name', async () => {
    const { researcher } = scene.people.wlv
    await db.conflictOfInterest.create({ data: { submissionId: made[0]?.id ?? '', personId: researcher.id } })
    await db.assignment.create({ data: { submissionId: made[1]?.id ?? '', personId: researcher.id } })
    const outcome = await done(work({ kind: 'assign', personId: researcher.id }))
    expect(outcome).toEqual({
      changed: 1,
      unchanged: 1,
      refusals: [{ reference: made[0]?.reference, why: 'wlv-researcher has declared an interest in it' }],
    })
    expect(await db.auditEntry.count({ where: { action: 'submission.assign' } })).toBe(1)
  })

  test('are not given to another team by a researcher, and are by a lead', async () => {
    const deed: Deed = { kind: 'assign', personId: scene.people.bvsc.researcher.id }
    expect((await work(deed)).ok).toBe(false)
    expect(await db.assignment.count()).toBe(0)
    expect(await done(work(deed, scene.people.wlv.lead))).toMatchObject({ changed: 3 })
  })

  test('are tagged once each, and no code of another call or that is retired', async () => {
    const code = await makeCode(scene, 'Food')
    expect(await done(work({ kind: 'tag', codeId: code }))).toMatchObject({ changed: 3, unchanged: 0 })
    expect(await done(work({ kind: 'tag', codeId: code }))).toMatchObject({ changed: 0, unchanged: 3 })
    await db.code.update({ where: { id: code }, data: { retiredAt: new Date() } })
    expect((await work({ kind: 'tag', codeId: code })).ok).toBe(false)
  })

  test('are moved, but settled ones by leads alone, and none while two still code it', async () => {
    await db.submission.update({ where: { id: made[0]?.id ?? '' }, data: { stage: 'SETTLED' } })
    await makeBlind(made[1]?.id ?? '', scene.people.bvsc.researcher, scene.people.coventry.researcher)
    const outcome = await done(work({ kind: 'move', stage: 'CODED' }))
    expect(outcome).toMatchObject({
      changed: 1,
      refusals: [{ reference: made[0]?.reference }, { reference: made[1]?.reference }],
    })
    const settled = await done(work({ kind: 'move', stage: 'SETTLED' }, scene.people.wlv.lead))
    expect(settled).toMatchObject({ changed: 1, unchanged: 1, refusals: [{ reference: made[1]?.reference }] })
  })

  test('all that a filter finds, and nothing of what is not there', async () => {
    await db.submission.update({ where: { id: made[0]?.id ?? '' }, data: { stage: 'CODING' } })
    const selection = { filter: { ...emptyFilter, stage: ['NEW' as const] } }
    expect(await done(work({ kind: 'move', stage: 'CODED' }, undefined, selection))).toMatchObject({ changed: 2 })
    await db.submission.update({
      where: { id: made[0]?.id ?? '' },
      data: { status: 'WITHDRAWN', withdrawnAt: new Date() },
    })
    for (const asked of [[], ['WM-0000-0000'], [made[0]?.reference ?? ''], [`' OR 1=1`]])
      expect((await work({ kind: 'move', stage: 'CODED' }, undefined, { references: asked })).ok).toBe(false)
  })

  test('not by who sees no submissions', async () => {
    for (const who of [scene.people.staff, scene.people.administrator])
      expect((await work({ kind: 'move', stage: 'CODED' }, who)).ok).toBe(false)
    expect(await db.auditEntry.count()).toBe(0)
  })
})

test('an export holds the evidence, no contact, no formula, and nothing coded blind', async () => {
  const [one, two] = made
  await makeAnswer(one?.id ?? '', '=cmd|calc')
  await db.contactDetails.create({
    data: { submissionId: one?.id ?? '', name: 'Canary', email: 'canary@x.example', telephone: '07700 900999' },
  })
  const code = await makeCode(scene, 'Secret code')
  await makeBlind(two?.id ?? '', scene.people.bvsc.researcher, scene.people.coventry.researcher)
  await makeCoding({ submissionId: two?.id ?? '', codeId: code, by: scene.people.bvsc.researcher })
  const read = async (who: typeof scene.people.staff) => {
    const lines = await exportSubmissions(who, scene.call.id, { filter: emptyFilter })
    return lines && (await collect(lines)).join('')
  }
  const file = (await read(scene.people.wlv.lead)) ?? ''
  expect(file.split('\r\n')).toHaveLength(5)
  expect(file).toContain(`'=cmd|calc`)
  for (const hidden of ['Canary', 'canary', '07700', 'Secret code']) expect(file).not.toContain(hidden)
  expect(await read(scene.people.bvsc.researcher)).toContain('Secret code')
  expect(await read(scene.people.staff)).toBeNull()
  expect(await db.auditEntry.count({ where: { action: 'submission.export' } })).toBe(2)
})

test('a file holds all that a search finds, past what lists count', async () => {
  const many = 2_050 // more than lists count
  await db.submission.createMany({
    data: Array.from({ length: many }, (_, at) => ({
      callId: scene.call.id,
      status: 'SUBMITTED' as const,
      reference: referenceOf(String(at).padStart(6, '0') + 'X'),
      noticeVersion: '1',
      submittedAt: new Date(Date.now() - at * 1000),
      organisationName: 'Hope House (example)',
      organisationType: 'FAITH' as const,
      practice: 'OWN' as const,
      title: 'Pantry',
    })),
  })
  await db.$executeRaw`UPDATE "Submission" SET "search" = to_tsvector('english', "title") WHERE "title" = 'Pantry'`
  const { researcher } = scene.people.wlv
  const filter = { ...emptyFilter, q: 'pantry' }
  const lines = await exportSubmissions(researcher, scene.call.id, { filter })
  expect(lines && (await collect(lines))).toHaveLength(many + 1)
  const view = { ...readGrid({}, { codes: [] }), columns: [] }
  const rows = await exportGrid(researcher, scene.call.id, filter, view)
  expect(rows && (await collect(rows))).toHaveLength(many + 1)
}, 60_000)

test('views are kept, shared, renamed and deleted by their owners alone', async () => {
  const { researcher, lead } = scene.people.wlv
  const callId = scene.call.id
  const saved = await saveView(researcher, callId, { name: 'New ones', query: 'stage=new', shared: false })
  if (!saved.ok) throw new Error('Refused.')
  const { id } = saved.value
  expect((await saveView(researcher, callId, { name: 'New ones', query: '', shared: true })).ok).toBe(false)
  expect((await saveView(scene.people.staff, callId, { name: 'x', query: '', shared: true })).ok).toBe(false)
  expect(await listViews(lead, callId)).toEqual([])
  for (const other of [lead, scene.people.administrator]) {
    expect((await changeView(other, { id, name: 'Mine', shared: true })).ok).toBe(false)
    expect((await deleteView(other, id)).ok).toBe(false)
  }
  expect((await changeView(researcher, { id, name: 'Fresh', shared: true })).ok).toBe(true)
  expect(await listViews(lead, callId)).toMatchObject([{ name: 'Fresh', query: 'stage=new', mine: false }])
  expect((await deleteView(researcher, id)).ok).toBe(true)
  expect((await deleteView(researcher, id)).ok).toBe(false)
})

test('a language is corrected by researchers, and written down', async () => {
  const reference = made[0]?.reference ?? ''
  expect((await correctLanguage(scene.people.staff, { reference, language: 'ur' })).ok).toBe(false)
  expect((await correctLanguage(scene.people.wlv.researcher, { reference, language: 'ur' })).ok).toBe(true)
  const row = await db.submission.findUniqueOrThrow({ where: { reference } })
  expect([row.language, row.languageCorrected]).toEqual(['ur', true])
  expect(await db.auditEntry.count({ where: { action: 'submission.language' } })).toBe(1)
})

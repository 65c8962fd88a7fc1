import { beforeEach, describe, expect, test, vi } from 'vitest'

import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { startWorker } from '@/lib/jobs/worker'
import { value } from '@/lib/testing/case-study-deeds'
import { makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { makeCode, makeCoding, makeDoubleCoded } from '@/lib/testing/double-coding-makers'

import { changedSince, readPassages } from './agreement-passages'
import {
  getRun,
  listRuns,
  measureAgreement,
  readDoubleCoded,
  requeueStrandedRuns,
  setRunAside,
  workOnRun,
} from './agreement-runs'
import { mergeCodes } from './code-merging'

const options = { resamples: 100, seed: 'evidence' }
const body = 'abcdefghijklmnopqrstuvwx' // 24 characters, one sentence

let scene: Scene
let food: string
let trust: string
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  food = (await makeCode(scene, 'Food')).id
  trust = (await makeCode(scene, 'Trust', 2)).id
})

const people = () => [scene.people.wlv.researcher, scene.people.bvsc.researcher].sort((a, b) => (a.id < b.id ? -1 : 1))
const lead = () => scene.people.wlv.lead

async function makePair(given: { blind?: boolean; corrected?: string; text?: string } = {}) {
  const [first, second] = people()
  if (!first || !second) throw new Error('There are two.')
  const made = await makeDoubleCoded(scene, { coders: [first, second], body: given.text ?? body, ...given })
  const code = (codeId: string, coder: 0 | 1, start: number, end: number, versionId = made.versionId) =>
    makeCoding(made.id, codeId, coder === 0 ? first : second, { versionId, start, end })
  return { ...made, first, second, code }
}

/** The pair A of Krippendorff 1995, coded as Food. */
async function makePairA() {
  const made = await makePair()
  await made.code(food, 0, 2, 10)
  await made.code(food, 0, 14, 20)
  await made.code(food, 1, 4, 8)
  await made.code(food, 1, 15, 17)
  return made
}

async function measured(given = options) {
  const { id } = value(await measureAgreement(lead(), scene.call.id, given))
  await workOnRun(id)
  const run = await getRun(lead(), scene.call.id, id)
  if (!run?.report) throw new Error('It has no report.')
  return { ...run, report: run.report }
}

describe('what two coded', () => {
  test('comes to the published figures, with units, percentage and interval', async () => {
    await makePairA()
    const { report, status, progress } = await measured()
    expect([status, progress]).toEqual(['DONE', 100])
    expect(report).toMatchObject({
      submissions: 1,
      texts: 1,
      sentences: 1,
      characters: 24,
      codings: 4,
      pairs: 1,
      leftOut: [],
    })
    const [row, unused] = report.codes
    expect(row).toMatchObject({ name: 'Food', codings: 4, leftOut: [], spans: { units: 4, length: 24 } })
    expect(row?.character).toMatchObject({ units: 24, both: 6, onlyFirst: 8, onlySecond: 0 })
    expect(row?.character.kappa.value).toBeCloseTo(0.3846, 4)
    expect(row?.character.alpha.value).toBeCloseTo(0.329, 3)
    expect(row?.spans.alpha.value).toBeCloseTo(0.553, 3)
    expect(row?.spans.alpha.interval).toMatchObject({ samples: 100 })
    expect(row?.sentence).toMatchObject({ units: 1, both: 1, observed: 1, alpha: { value: null, why: 'one-category' } })
    expect(report.overall.spans.alpha.value).toBeCloseTo(0.553, 3)
    expect(unused?.submission).toMatchObject({
      observed: 1,
      kappa: { value: null, why: 'one-category', interval: null },
    })
  })

  test('counts tags by submission only, and says what is left out and why', async () => {
    const one = await makePairA()
    const other = await makePair({ corrected: 'Something else.' })
    await makeCoding(one.id, trust, one.first)
    await makeCoding(other.id, trust, other.second)
    await other.code(food, 0, 0, 3, other.laterId)
    await makeCoding(other.id, food, scene.people.coventry.researcher, { versionId: other.versionId, start: 0, end: 2 })
    const lost = await other.code(food, 1, 3, 5)
    await db.coding.update({ where: { id: lost.id }, data: { lostAt: new Date() } })
    const gone = await other.code(food, 1, 6, 9)
    await db.coding.update({ where: { id: gone.id }, data: { removedAt: new Date(), removedById: other.second.id } })
    await db.coding.create({ data: { submissionId: other.id, codeId: food, personId: lead().id, agreed: true } })
    const { report } = await measured({ ...options, resamples: 0 })
    const [row, tagged] = report.codes
    expect(row).toMatchObject({ codings: 4, submission: { both: 1, onlyFirst: 0, onlySecond: 0, units: 2 } })
    expect(row?.leftOut).toEqual([
      { reason: 'later-text', count: 1 },
      { reason: 'others', count: 1 },
      { reason: 'lost', count: 1 },
    ])
    expect(tagged).toMatchObject({ codings: 2, tags: 2, submission: { onlyFirst: 1, onlySecond: 1, observed: 0 } })
    expect(tagged?.character).toMatchObject({ both: 0, units: 48 })
    expect(tagged?.submission.kappa.interval).toBeNull()
  })

  test('is compared by sentence wherever a part of it is coded', async () => {
    const made = await makePair({ text: 'We cooked 🍲. They ate! Who paid?' })
    await made.code(food, 0, 3, 9)
    await made.code(food, 0, 18, 25)
    await made.code(food, 1, 0, 11)
    const { report } = await measured({ ...options, resamples: 0 })
    expect(report.codes[0]?.sentence).toMatchObject({ units: 3, both: 1, onlyFirst: 2, onlySecond: 0 })
    expect(report.characters).toBe(32)
  })

  test('is left out while one has not finished, when withdrawn, merged, or without two coders', async () => {
    await makePairA()
    const blind = await makePair({ blind: true })
    await blind.code(trust, 0, 0, 9)
    const withdrawn = await makePairA()
    await db.submission.update({ where: { id: withdrawn.id }, data: { status: 'WITHDRAWN', withdrawnAt: new Date() } })
    const alone = await makePairA()
    await db.assignment.deleteMany({ where: { submissionId: alone.id, personId: alone.first.id } })
    const leftOut = [
      { reason: 'coders', count: 1 },
      { reason: 'not-live', count: 1 },
      { reason: 'unfinished', count: 1 },
    ]
    expect(await readDoubleCoded(lead(), scene.call.id)).toEqual({ all: 4, compared: 1, leftOut })
    const { report } = await measured()
    expect(report).toMatchObject({ submissions: 1, leftOut })
    expect(report.codes[1]).toMatchObject({ codings: 0, leftOut: [] })
  })

  test('comes to the same with the same seed', async () => {
    for (const at of [0, 1, 2, 3]) {
      const made = await makePairA()
      await made.code(trust, at % 2 === 0 ? 0 : 1, 0, 4 + at)
      await made.code(trust, 1, 10, 15)
    }
    const [one, same, other] = [await measured(), await measured(), await measured({ ...options, seed: 'another' })]
    expect(same.report).toEqual(one.report)
    expect(other.report).not.toEqual(one.report)
    expect(other.report.codes[1]?.character.kappa.value).toBe(one.report.codes[1]?.character.kappa.value)
  })
})

describe('a measurement', () => {
  test('is for leads to begin, one at a time, of something', async () => {
    const begin = (viewer = lead()) => measureAgreement(viewer, scene.call.id, options)
    expect(await begin()).toMatchObject({ ok: false, message: expect.stringContaining('nothing to compare') })
    await makePairA()
    for (const viewer of [scene.people.wlv.researcher, scene.people.staff, scene.people.administrator])
      expect(await begin(viewer)).toEqual({ ok: false, message: 'Only a lead can measure agreement.' })
    expect(await measureAgreement(lead(), crypto.randomUUID(), options)).toMatchObject({
      message: 'There is no such call.',
    })
    const results = await Promise.all([begin(), begin(), begin()])
    expect(results.filter(result => result.ok)).toHaveLength(1)
    expect(results.find(result => !result.ok)).toMatchObject({ message: expect.stringContaining('under way') })
    expect(await db.auditEntry.count({ where: { action: 'agreement.measure' } })).toBe(1)
  })

  test('is read by the teams and nobody else, and by its own call', async () => {
    await makePairA()
    const run = await measured()
    expect(await getRun(scene.people.coventry.researcher, scene.call.id, run.id)).toMatchObject({ id: run.id })
    for (const viewer of [scene.people.staff, scene.people.administrator]) {
      expect(await getRun(viewer, scene.call.id, run.id)).toBeNull()
      expect(await listRuns(viewer, scene.call.id)).toEqual([])
      expect(await readDoubleCoded(viewer, scene.call.id)).toBeNull()
    }
    expect(await getRun(lead(), crypto.randomUUID(), run.id)).toBeNull()
    expect(await getRun(lead(), scene.call.id, crypto.randomUUID())).toBeNull()
  })

  test('is worked on once, and again by another when its worker was killed', async () => {
    await makePairA()
    const { id } = value(await measureAgreement(lead(), scene.call.id, options))
    await db.agreementRun.update({ where: { id }, data: { status: 'RUNNING', progress: 40, heardAt: new Date() } })
    await workOnRun(id)
    expect(await getRun(lead(), scene.call.id, id)).toMatchObject({ status: 'RUNNING', progress: 40 })
    await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'killed', attempts = 1`
    await db.agreementRun.update({ where: { id }, data: { heardAt: new Date(Date.now() - 60_000) } })
    await requeueStrandedRuns()
    const worker = startWorker(env().databaseUrl ?? '')
    try {
      await vi.waitUntil(async () => (await db.agreementRun.findFirstOrThrow()).status === 'DONE', { timeout: 12_000 })
    } finally {
      await worker.stop()
    }
  })

  test('that is stopped waits for the next worker; one that fails says so', async () => {
    await makePairA()
    const { id } = value(await measureAgreement(lead(), scene.call.id, options))
    const stopping = AbortSignal.abort()
    await expect(workOnRun(id, stopping)).rejects.toThrow()
    await setRunAside(id, true)
    expect(await getRun(lead(), scene.call.id, id)).toMatchObject({ status: 'WAITING', progress: 0 })
    await db.agreementRun.update({ where: { id }, data: { status: 'RUNNING' } })
    await setRunAside(id, false)
    expect(await getRun(lead(), scene.call.id, id)).toMatchObject({ status: 'FAILED', report: null })
    expect(await measureAgreement(lead(), scene.call.id, options)).toMatchObject({ ok: true })
  })
})

describe('the passages behind a figure', () => {
  const passages = async (unit: 'submission' | 'sentence' | 'character' | 'spans', codeId: string | null = food) => {
    const found = await readPassages(lead(), { callId: scene.call.id, codeId, unit, from: null })
    return found?.rows.flatMap(row => row.passages) ?? []
  }

  test('stand side by side, in their context', async () => {
    const made = await makePairA()
    const found = await readPassages(lead(), { callId: scene.call.id, codeId: food, unit: 'spans', from: null })
    expect(found).toMatchObject({ total: 1, compared: 1, next: null })
    expect(found?.rows[0]).toMatchObject({
      reference: made.reference,
      coders: {
        first: `${made.first.name} (${made.first.team?.short})`,
        second: `${made.second.name} (${made.second.team?.short})`,
      },
    })
    expect(
      found?.rows[0]?.passages.map(({ first, second, verdict }) => [first[0]?.words, second[0]?.words, verdict]),
    ).toEqual([
      ['cdefghij', 'efgh', 'overlaps'],
      ['opqrst', 'pq', 'overlaps'],
    ])
    expect(found?.rows[0]?.passages[0]?.second[0]).toMatchObject({ before: 'abcd', after: 'ijklmnopqrstuvwx' })
  })

  test('fit the figures no more once something more is compared, or a code was merged', async () => {
    const since = new Date(Date.now() - 1000).toISOString()
    const made = await makePairA()
    const minuteAgo = new Date(Date.now() - 60_000)
    await db.coding.updateMany({ data: { createdAt: minuteAgo } })
    await db.assignment.updateMany({ data: { doneAt: minuteAgo } })
    const changed = (codeId = food) => changedSince(scene.call.id, codeId, since)
    expect(await changed()).toBe(false)
    const [first] = await db.assignment.findMany({ where: { submissionId: made.id } })
    const key = { submissionId: made.id, personId: first?.personId ?? '' }
    await db.assignment.update({ where: { submissionId_personId: key }, data: { doneAt: new Date() } })
    expect(await changed()).toBe(true)
    await db.assignment.updateMany({ data: { doneAt: minuteAgo } })
    value(await mergeCodes(lead(), food, trust))
    expect([await changed(food), await changed(trust)]).toEqual([true, true])
  })

  test('are sentences where sentences were compared, and tags where the whole was coded', async () => {
    const made = await makePair({ text: 'We cooked. They ate.' })
    await made.code(food, 0, 0, 4)
    await made.code(food, 1, 3, 15)
    await makeCoding(made.id, trust, made.second)
    expect(
      (await passages('sentence')).map(({ first, second, verdict }) => [first[0]?.words, second[0]?.words, verdict]),
    ).toEqual([
      ['We cooked.', 'We cooked.', 'same'],
      [undefined, 'They ate.', 'second'],
    ])
    expect(await passages('submission', trust)).toMatchObject([{ tag: true, verdict: 'second' }])
    expect(await passages('spans', null)).toHaveLength(2)
  })

  test('of blind, withdrawn or others’ codings are shown to nobody', async () => {
    const blind = await makePair({ blind: true })
    await blind.code(food, 0, 0, 9)
    const withdrawn = await makePairA()
    await db.submission.update({ where: { id: withdrawn.id }, data: { status: 'WITHDRAWN', withdrawnAt: new Date() } })
    for (const viewer of [lead(), blind.first, blind.second])
      expect(await readPassages(viewer, { callId: scene.call.id, codeId: food, unit: 'spans', from: null })).toEqual({
        rows: [],
        next: null,
        total: 0,
        compared: 0,
      })
    expect(
      await readPassages(scene.people.staff, { callId: scene.call.id, codeId: food, unit: 'spans', from: null }),
    ).toBeNull()
  })

  test('come ten submissions at a time', async () => {
    for (let made = 0; made < 12; made += 1) await makePairA()
    const first = await readPassages(lead(), { callId: scene.call.id, codeId: food, unit: 'spans', from: null })
    const second = await readPassages(lead(), {
      callId: scene.call.id,
      codeId: food,
      unit: 'spans',
      from: first?.next ?? null,
    })
    expect([first?.rows.length, second?.rows.length, second?.next]).toEqual([10, 2, null])
  })
})

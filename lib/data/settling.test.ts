import { randomUUID } from 'node:crypto'

import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { SettleChoice } from '@/lib/domain/settling'
import { value } from '@/lib/testing/case-study-deeds'
import { makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { code, finishBoth, makeBlind, makeCode } from '@/lib/testing/double-makers'

import { mergeCodes } from './code-merging'
import { declareInterest } from './interests'
import { acceptAgreements, settleOne, settleSubmission, undoLastSettlement } from './settling'
import { readSettling } from './settling-view'
import { saveProgress } from './submissions'

let scene: Scene
let submission: Awaited<ReturnType<typeof makeBlind>>
let food: string
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  submission = await makeBlind(scene)
  food = await makeCode(scene, 'Food')
})

const settle = (
  firstId: string | null,
  secondId: string | null,
  choice: SettleChoice,
  viewer = scene.people.wlv.lead,
) => settleOne(viewer, { reference: submission.reference, firstId, secondId, choice })
/** As the page sends it: what it shows as the last. */
const undo = async (viewer = scene.people.wlv.lead) => {
  const seen = await readSettling(viewer, submission.reference)
  return undoLastSettlement(viewer, {
    reference: submission.reference,
    lastId: seen?.settled[0]?.id ?? randomUUID(),
  })
}
const agreed = async () =>
  (await db.coding.findMany({ where: { agreed: true }, orderBy: { createdAt: 'asc' } })).map(row => [
    row.spanStart,
    row.spanEnd,
  ])

/** The first has 0-5 and 10-20, the second 0-5 and 15-25, and each a tag of their own. */
async function codeBoth() {
  const { bvsc, coventry } = scene.people
  const money = await makeCode(scene, 'Money')
  const first = {
    same: await code(bvsc.researcher, submission, food, [0, 5]),
    words: await code(bvsc.researcher, submission, food, [10, 20]),
    tag: await code(bvsc.researcher, submission, food),
  }
  const second = {
    same: await code(coventry.researcher, submission, food, [0, 5]),
    words: await code(coventry.researcher, submission, food, [15, 25]),
    tag: await code(coventry.researcher, submission, money),
  }
  await finishBoth(scene, submission)
  return { first, second }
}

describe('settling', () => {
  test('goes from what they agree on to the last difference, and each result names the two', async () => {
    const { first, second } = await codeBoth()
    const { lead } = scene.people.wlv
    const before = await readSettling(lead, submission.reference)
    expect(before).toMatchObject({ first: { name: 'bvsc-researcher' }, second: { name: 'coventry-researcher' } })
    expect(before?.alike).toHaveLength(1)
    expect(before?.differing.map(({ kind }) => kind)).toEqual(['words', 'alone', 'alone'])
    expect(before?.texts).toMatchObject([{ first: { length: 2 }, second: { length: 2 } }])

    expect(await settleSubmission(lead, submission.reference)).toMatchObject({
      message: '4 things are not settled yet.',
    })
    expect(value(await acceptAgreements(lead, submission.reference))).toEqual({ accepted: 1 })
    value(await settle(first.words.id, second.words.id, 'both'))
    value(await settle(first.tag.id, null, 'first'))
    value(await settle(null, second.tag.id, 'drop'))
    expect(await agreed()).toEqual([[0, 5], [10, 25], [null, null]]) // prettier-ignore
    expect(await db.settlement.findMany({ orderBy: { createdAt: 'asc' } })).toMatchObject([
      { firstId: first.same.id, secondId: second.same.id, leadId: lead.id, agreedId: expect.any(String) },
      { firstId: first.words.id, secondId: second.words.id, agreedId: expect.any(String) },
      { firstId: first.tag.id, secondId: null, agreedId: expect.any(String) },
      { firstId: null, secondId: second.tag.id, agreedId: null },
    ])
    value(await settleSubmission(lead, submission.reference))
    expect(await readSettling(lead, submission.reference)).toMatchObject({ stage: 'SETTLED', settled: { length: 4 } })
    expect(await undo()).toMatchObject({ ok: false })
  })

  test('is taken back, the last first: what was accepted in one go in one go', async () => {
    const { first, second } = await codeBoth()
    const { lead } = scene.people.wlv
    expect(await undo()).toMatchObject({ ok: false })
    value(await acceptAgreements(lead, submission.reference))
    value(await settle(first.words.id, second.words.id, 'first'))
    expect(await agreed()).toEqual([[0, 5], [10, 20]]) // prettier-ignore
    value(await undo())
    expect(await agreed()).toEqual([[0, 5]])
    value(await undo())
    expect(await agreed()).toEqual([])
    expect(await db.coding.count()).toBe(6)
  })

  test('is taken back once, and not what a colleague settled since', async () => {
    const { first, second } = await codeBoth()
    const { lead } = scene.people.wlv
    value(await settle(first.words.id, second.words.id, 'first'))
    const lastId = (await readSettling(lead, submission.reference))?.settled[0]?.id ?? ''
    const again = () => undoLastSettlement(lead, { reference: submission.reference, lastId })
    const theirs = value(await acceptAgreements(scene.people.bvsc.lead, submission.reference))
    expect(theirs).toEqual({ accepted: 1 })
    expect(await again()).toMatchObject({ message: expect.stringContaining('meanwhile') })
    value(await undo())
    value(await again())
    expect(await again()).toMatchObject({ ok: false })
    expect(await db.settlement.count()).toBe(0)
  })

  test('in the moment in which its code is merged leaves nothing on the merged one', async () => {
    await codeBoth()
    const meals = await makeCode(scene, 'Meals')
    const { lead } = scene.people.wlv
    await Promise.all([mergeCodes(lead, food, meals), acceptAgreements(lead, submission.reference)])
    expect(await db.coding.count({ where: { codeId: food, removedAt: null } })).toBe(0)
  })

  test('refuses what was settled, does not fit, or comes from elsewhere', async () => {
    const { first, second } = await codeBoth()
    const { lead } = scene.people.wlv
    value(await settle(first.words.id, second.words.id, 'second'))
    const attempts: Parameters<typeof settle>[] = [
      [first.words.id, second.words.id, 'first'],
      [first.same.id, second.same.id, 'first'],
      [first.tag.id, null, 'second'],
      [first.tag.id, null, 'both'],
      [first.words.id, null, 'first'],
      [null, null, 'drop'],
      [scene.call.id, null, 'drop'],
    ]
    for (const attempt of attempts) expect(await settle(...attempt)).toMatchObject({ ok: false })
    expect(await agreed()).toEqual([[15, 25]])
    const [one, two] = await Promise.all([settle(first.tag.id, null, 'first'), settle(first.tag.id, null, 'drop')])
    expect([one.ok, two.ok].toSorted()).toEqual([false, true])
    expect(await db.settlement.count()).toBe(2)
    expect((await readSettling(lead, submission.reference))?.settled).toHaveLength(2)
  })

  test('never agrees twice on the same words', async () => {
    const { bvsc, coventry } = scene.people
    const one = await code(bvsc.researcher, submission, food, [0, 10])
    const other = await code(coventry.researcher, submission, food, [5, 20])
    const whole = await code(coventry.researcher, submission, food, [0, 20])
    await finishBoth(scene, submission)
    // 0-10 overlaps 0-20 by more than 5-20
    value(await settle(one.id, whole.id, 'both'))
    value(await settle(null, other.id, 'second'))
    expect(await agreed()).toEqual([[0, 20], [5, 20]]) // prettier-ignore
    value(await undo())
    await db.coding.update({ where: { id: other.id }, data: { spanStart: 1, spanEnd: 20 } })
    await db.coding.updateMany({ where: { agreed: true }, data: { spanStart: 1, spanEnd: 20 } })
    expect(await settle(null, other.id, 'second')).toMatchObject({ ok: false })
    expect(await db.settlement.count()).toBe(1)
  })

  test('is for a lead who did not code it and has no stake in it, and for nobody while it is blind', async () => {
    const { wlv, bvsc, coventry, staff, administrator } = scene.people
    const tag = await code(bvsc.researcher, submission, food)
    expect(await readSettling(wlv.lead, submission.reference)).toBeNull()
    expect(await settle(tag.id, null, 'drop')).toMatchObject({ ok: false })
    await finishBoth(scene, submission)
    for (const viewer of [wlv.researcher, bvsc.researcher, staff, administrator]) {
      expect(await readSettling(viewer, submission.reference)).toBeNull()
      expect(await settle(tag.id, null, 'drop', viewer)).toMatchObject({ ok: false })
      expect(await acceptAgreements(viewer, submission.reference)).toMatchObject({ ok: false })
      expect(await settleSubmission(viewer, submission.reference)).toMatchObject({ ok: false })
    }
    value(await declareInterest(wlv.lead, { reference: submission.reference, reason: '' }))
    expect(await settle(tag.id, null, 'drop')).toMatchObject({ ok: false })
    expect(await settle(tag.id, null, 'drop', coventry.lead)).toMatchObject({ ok: true })
  })
})

test('a submission that is reopened can be settled anew', async () => {
  const tag = await code(scene.people.bvsc.researcher, submission, food)
  await finishBoth(scene, submission)
  const { lead } = scene.people.wlv
  value(await settle(tag.id, null, 'drop'))
  value(await settleSubmission(lead, submission.reference))
  const { version } = await db.submission.findUniqueOrThrow({ where: { id: submission.id } })
  const reopened = { reference: submission.reference, stage: 'CODED', decision: null, reason: '', version } as const
  value(await saveProgress(lead, reopened))
  value(await undo())
  value(await settle(tag.id, null, 'first'))
  value(await settleSubmission(lead, submission.reference))
  expect(await agreed()).toEqual([[null, null]])
})

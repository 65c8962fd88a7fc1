import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { mostDepth, sides, steps, treeOf } from '@/lib/domain/codebook-tree'
import type { Viewer } from '@/lib/domain/person'
import { makeScene, makeSubmission } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { addCode, restoreCode, retireCode } from './code-editing'
import { mergeCodes, movePassages } from './code-merging'
import { moveCode } from './code-tree'
import { undoChange } from './codebook-undoing'

const body = 'Café 👩‍👩‍👧 soup for all'
const spans = [
  [0, 4],
  [5, 10],
  [11, 15],
  [0, 15],
] as const

const nth = fc.nat(30)
const deed = fc.oneof(
  fc.record({ kind: fc.constant('step' as const), code: nth, step: fc.constantFrom(...steps) }),
  fc.record({ kind: fc.constant('drop' as const), code: nth, target: nth, side: fc.constantFrom(...sides) }),
  fc.record({ kind: fc.constant('merge' as const), code: nth, target: nth }),
  fc.record({
    kind: fc.constant('split' as const),
    code: nth,
    count: fc.integer({ min: 1, max: 3 }),
    fresh: fc.boolean(),
    target: nth,
  }),
  fc.record({ kind: fc.constant('retire' as const), code: nth }),
  fc.record({ kind: fc.constant('restore' as const), code: nth }),
  fc.record({ kind: fc.constant('undo' as const), change: nth }),
)
type Done = typeof deed extends fc.Arbitrary<infer D> ? D : never

let lead: Viewer
let callId: string
beforeEach(begin)

/** Four codes one under the other, two beside, and two people's codings of each on the words of one text. */
async function begin() {
  await emptyDatabase()
  const scene = await makeScene()
  lead = scene.people.wlv.lead
  callId = scene.call.id
  const { id: submissionId } = await makeSubmission(scene)
  const text = await db.text.create({
    data: { submissionId, kind: 'ANSWER', field: 'whatHappened', versions: { create: { number: 1, body } } },
    include: { versions: true },
  })
  const words = { colour: 1, definition: '', whenToUse: '', whenNot: '', example: '' }
  let parentId: string | null = null
  for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) {
    const made = await addCode(lead, callId, { ...words, name, parentId: name > 'D' ? null : parentId })
    if (!made.ok) throw new Error(made.message)
    parentId = made.value.id
    for (const person of [lead, scene.people.bvsc.researcher])
      await db.coding.createMany({
        data: spans.slice(0, name > 'C' ? 4 : 2).map(([spanStart, spanEnd]) => ({
          submissionId,
          codeId: made.value.id,
          personId: person.id,
          textVersionId: text.versions[0]?.id ?? '',
          spanStart,
          spanEnd,
        })),
      })
  }
}

async function pick<T extends { id: string }>(rows: T[], n: number) {
  return rows[n % Math.max(1, rows.length)]?.id ?? ''
}

let fresh = 0
async function run(done: Done): Promise<void> {
  const codes = await db.code.findMany({ select: { id: true }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  if (done.kind === 'undo') {
    const changes = await db.codebookChange.findMany({
      where: { kind: { in: ['merge', 'split'] } },
      orderBy: { createdAt: 'asc' },
    })
    if (changes.length > 0) await undoChange(lead, await pick(changes, done.change))
    return
  }
  const codeId = await pick(codes, done.code)
  if (done.kind === 'step') await moveCode(lead, codeId, done.step)
  if (done.kind === 'drop') await moveCode(lead, codeId, { side: done.side, targetId: await pick(codes, done.target) })
  if (done.kind === 'merge') await mergeCodes(lead, codeId, await pick(codes, done.target))
  if (done.kind === 'retire') await retireCode(lead, codeId)
  if (done.kind === 'restore') await restoreCode(lead, codeId)
  if (done.kind === 'split') {
    const chosen = await db.coding.findMany({
      where: { codeId, removedAt: null },
      take: done.count,
      orderBy: { id: 'asc' },
    })
    const to = done.fresh ? { name: `New ${(fresh += 1)}` } : { codeId: await pick(codes, done.target) }
    await movePassages(lead, { codeId, codingIds: chosen.map(({ id }) => id), to })
  }
}

const places = async () =>
  (await db.coding.findMany({ orderBy: { id: 'asc' } })).map(
    ({ id, submissionId, personId, textVersionId, spanStart, spanEnd, lostAt }) =>
      JSON.stringify({ id, submissionId, personId, textVersionId, spanStart, spanEnd, lostAt }),
  )

async function expectSound(before: string[]) {
  expect(await places()).toEqual(before)
  // what stands nowhere any more stood twice: somebody still has each code's passage
  const codings = await db.coding.findMany({ include: { moves: true } })
  for (const { id, removedAt, moves, ...coding } of codings) {
    if (!removedAt) continue
    expect(moves.length, `${id} was removed by a change`).toBeGreaterThan(0)
    const same = (other: (typeof codings)[number]) =>
      !other.removedAt &&
      other.personId === coding.personId &&
      other.spanStart === coding.spanStart &&
      other.spanEnd === coding.spanEnd
    expect(codings.some(same), `${id} stands as another`).toBe(true)
  }
  const codes = await db.code.findMany()
  const inUse = codes.filter(code => !code.retiredAt)
  const tree = treeOf(inUse)
  expect(tree).toHaveLength(inUse.length)
  expect(Math.max(...tree.map(code => code.depth), 0)).toBeLessThanOrEqual(mostDepth)
  for (const code of inUse)
    expect(
      code.parentId === null || inUse.some(other => other.id === code.parentId),
      `${code.name} stands in use`,
    ).toBe(true)
  for (const { id } of codes.filter(code => code.mergedIntoId))
    expect(codings.filter(coding => coding.codeId === id && !coding.removedAt)).toEqual([])
}

test('any sequence of moves, merges, splits and undos keeps every coding on its words, loses none, and leaves a tree', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 14 }), async deeds => {
      await begin()
      const before = await places()
      for (const one of deeds) await run(one)
      await expectSound(before)
    }),
    { numRuns: 15 },
  )
}, 120_000)

test('undoing all merges and moves, the last first, gives each coding the code that it had', async () => {
  const merging = deed.filter(one => one.kind === 'merge' || one.kind === 'split')
  await fc.assert(
    fc.asyncProperty(fc.array(merging, { minLength: 3, maxLength: 8 }), async deeds => {
      await begin()
      const codesOf = async () =>
        (await db.coding.findMany({ orderBy: { id: 'asc' } })).map(({ id, codeId, removedAt }) => ({
          id,
          codeId,
          removedAt,
        }))
      const before = await codesOf()
      for (const one of deeds) await run(one)
      const changes = await db.codebookChange.findMany({
        where: { kind: { in: ['merge', 'split'] } },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      })
      for (const { id } of changes) expect(await undoChange(lead, id)).toMatchObject({ ok: true })
      expect(await codesOf()).toEqual(before)
    }),
    { numRuns: 8 },
  )
}, 120_000)

import { randomUUID } from 'node:crypto'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { makeScene, makeSubmission } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { carryOver } from './carry-over'
import { addCode } from './code-editing'
import { mergeCodes } from './code-merging'
import { codeSpan } from './code-spans'
import { undoChange } from './codebook-undoing'
import { setRemoved } from './coding-changes'

const words = ['we', 'cooked', 'soup 👍🏽', 'cafe\u0301', 'for', '漢字', 'all']
const body = fc.array(fc.constantFrom(...words), { minLength: 3, maxLength: 12 }).map(some => some.join(' '))
const nth = fc.nat(20)
const deed = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('code' as const), start: fc.nat(40), length: nth, code: nth }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('takeOff' as const, 'putBack' as const), coding: nth }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('correct' as const), body }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const), code: nth, into: nth }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
)
type Done = typeof deed extends fc.Arbitrary<infer D> ? D : never

type Begun = { lead: Viewer; submissionId: string; reference: string; textId: string; codeIds: string[] }

async function begin(): Promise<Begun> {
  await emptyDatabase()
  const scene = await makeScene()
  const lead = scene.people.wlv.lead
  const { id: submissionId, reference } = await makeSubmission(scene)
  const { id: textId } = await db.text.create({
    data: {
      submissionId,
      kind: 'ANSWER',
      field: 'whatHappened',
      versions: { create: { number: 1, body: words.join(' ') } },
    },
  })
  const plain = { colour: 1, definition: '', whenToUse: '', whenNot: '', example: '', parentId: null }
  const codeIds: string[] = []
  for (const name of ['A', 'B', 'C']) {
    const made = await addCode(lead, scene.call.id, { ...plain, name })
    if (!made.ok) throw new Error(made.message)
    codeIds.push(made.value.id)
  }
  return { lead, submissionId, reference: reference ?? '', textId, codeIds }
}

const pick = <T>(from: readonly T[], n: number) => from[n % Math.max(1, from.length)]

async function run({ lead, submissionId, reference, textId, codeIds }: Begun, done: Done): Promise<void> {
  const newest = await db.textVersion.findFirstOrThrow({ where: { textId }, orderBy: { number: 'desc' } })
  const codings = await db.coding.findMany({ orderBy: { id: 'asc' } })
  if (done.kind === 'code') {
    const { start, length } = done
    const codeId = pick(codeIds, done.code) ?? ''
    const given = { id: randomUUID(), reference, codeId, memo: '', start, end: start + length }
    await codeSpan(lead, { ...given, textVersionId: newest.id })
  } else if (done.kind === 'takeOff' || done.kind === 'putBack') {
    const codingId = pick(codings, done.coding)?.id ?? randomUUID()
    await setRemoved(lead, { reference, codingId, removed: done.kind === 'takeOff' })
  } else if (done.kind === 'correct') {
    await db.$transaction(async tx => {
      await tx.textVersion.create({ data: { textId, number: newest.number + 1, body: done.body } })
      await carryOver(tx, submissionId)
    })
  } else if (done.kind === 'merge') {
    await mergeCodes(lead, pick(codeIds, done.code) ?? '', pick(codeIds, done.into) ?? '')
  } else {
    const change = await db.codebookChange.findFirst({
      where: { kind: 'merge', undoneAt: null },
      orderBy: { id: 'desc' },
    })
    if (change) await undoChange(lead, change.id)
  }
}

/** The words of every coding there is, whatever became of it. */
async function wordsNow(): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; words: string }[]>`
    SELECT c."id", substring(v."body" FROM c."spanStart" + 1 FOR c."spanEnd" - c."spanStart") AS "words"
    FROM "Coding" c JOIN "TextVersion" v ON v."id" = c."textVersionId"`
  return new Map(rows.map(({ id, words }) => [id, words]))
}

test('whatever is coded, taken off, put back, corrected, merged and undone, every coding keeps the words that it was made on', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 6, maxLength: 16 }), async deeds => {
      const begun = await begin()
      const made = new Map<string, string>()
      for (const one of deeds) {
        await run(begun, one)
        const now = await wordsNow()
        for (const [id, words] of made) expect(now.get(id)).toBe(words)
        for (const [id, words] of now) made.set(id, words)
        expect(now.size).toBe(made.size)
      }
      // what stands, stands on what is read now
      const newest = await db.textVersion.findFirstOrThrow({
        where: { textId: begun.textId },
        orderBy: { number: 'desc' },
      })
      const elsewhere = { lostAt: null, textVersionId: { not: newest.id } }
      expect(await db.coding.count({ where: elsewhere })).toBe(0)
    }),
    { numRuns: 12 },
  )
}, 120_000)

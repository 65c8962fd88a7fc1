import fc from 'fast-check'
import { expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { normaliseLine, normaliseText } from '@/lib/domain/text-normal'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { makeAnswer, makeBlind } from '@/lib/testing/coding-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { exported, imported, normal, samplesAreThere, schemaFaults, thingsOf } from '@/lib/testing/project-files'

const piece = fc.oneof(
  fc.constantFrom(
    'we',
    '<cooked> & “sang”',
    '🍲👍🏽',
    'cafe\u0301',
    '漢字',
    'a; b',
    ']]>',
    '&#10;',
    'two\nlines',
    '\ttab',
    "'='",
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const words = fc.array(piece, { minLength: 1, maxLength: 8 }).map(some => normaliseText(some.join(' ')) || 'x')
const maybe = fc.oneof(fc.constant(''), words)
const nth = fc.nat(20)

const code = fc.record({
  name: words,
  colour: fc.integer({ min: 1, max: 12 }),
  under: nth,
  retired: fc.boolean(),
  definition: maybe,
  example: maybe,
})
const coding = fc.record({ code: nth, coder: nth, text: nth, start: nth, length: nth, memo: maybe, tag: fc.boolean() })
const comment = fc.record({
  author: nth,
  body: words,
  text: nth,
  start: nth,
  onWords: fc.boolean(),
  answers: fc.option(nth),
})
const submission = fc.record({
  bodies: fc.array(words, { minLength: 1, maxLength: 3 }),
  title: words,
  neighbourhood: maybe,
  decision: fc.constantFrom(null, 'SHORTLISTED' as const, 'NOT_TAKEN_FORWARD' as const),
  coded: fc.constantFrom('not yet' as const, 'by one' as const, 'by two' as const),
  codings: fc.array(coding, { maxLength: 6 }),
  comments: fc.array(comment, { maxLength: 4 }),
})
const project = fc.record({
  codes: fc.array(code, { minLength: 1, maxLength: 5 }),
  submissions: fc.array(submission, { minLength: 1, maxLength: 3 }),
})
type Given<A> = A extends fc.Arbitrary<infer G> ? G : never

const pick = <T>(from: readonly T[], n: number): T => {
  const found = from[n % from.length]
  if (found === undefined) throw new Error('There is none.')
  return found
}

async function makeCodes(scene: Scene, codes: readonly Given<typeof code>[]): Promise<string[]> {
  const [all, inUse]: [string[], string[]] = [[], []]
  for (const [index, { under, retired, name, ...plain }] of codes.entries()) {
    const above = inUse.length > 0 && under % 3 > 0 ? pick(inUse, under) : null
    const { id } = await db.code.create({
      data: {
        ...plain,
        callId: scene.call.id,
        position: index + 1,
        name: normaliseLine(`${Array.from(normaliseLine(name)).slice(0, 90).join('')} ${index}`),
        parentId: retired ? null : above,
        retiredAt: retired ? new Date() : null,
      },
    })
    all.push(id)
    if (!retired) inUse.push(id)
  }
  return all
}

type Text = { id: string; length: number }

function placeOf({ text, start, length }: { text: number; start: number; length: number }, texts: readonly Text[]) {
  const on = pick(texts, text)
  const from = start % on.length
  return { textVersionId: on.id, spanStart: from, spanEnd: Math.min(on.length, from + 1 + length) }
}

async function makeOne(scene: Scene, codes: readonly string[], given: Given<typeof submission>): Promise<void> {
  const { wlv, bvsc, coventry } = scene.people
  const { id: submissionId } = await makeSubmission(scene, { communities: ['Carers', 'Young people'] })
  const texts: Text[] = []
  for (const [index, body] of given.bodies.entries()) {
    const field = pick(['whatHappened', 'difference', 'learned'], index)
    texts.push({ id: await makeAnswer(submissionId, body, field), length: Array.from(body).length })
  }
  const coders = [bvsc.researcher, coventry.researcher]
  if (given.coded === 'by two') await makeBlind(submissionId, ...coders)
  await db.coding.createMany({
    data: given.codings.map(({ tag, memo, ...one }) => ({
      ...{ submissionId, memo, codeId: pick(codes, one.code), personId: pick(coders, one.coder).id },
      ...(tag ? {} : placeOf(one, texts)),
    })),
    skipDuplicates: true,
  })
  await makeComments(submissionId, [wlv.lead, ...coders], { texts, comments: given.comments })
  if (given.coded === 'by two') await settle(submissionId, wlv.lead)
  await db.submission.update({
    where: { id: submissionId },
    data: {
      title: normaliseLine(given.title),
      neighbourhood: normaliseLine(given.neighbourhood) || null,
      decision: given.decision,
      decisionReason: given.decision === 'NOT_TAKEN_FORWARD' ? 'Not for this call;\nsee the notes' : null,
      stage: given.coded === 'not yet' ? 'NEW' : 'SETTLED',
      blind: false,
    },
  })
}

type Said = { texts: readonly Text[]; comments: readonly Given<typeof comment>[] }

async function makeComments(submissionId: string, people: readonly Viewer[], { texts, comments }: Said): Promise<void> {
  const threads: string[] = []
  for (const { author, body, onWords, answers, ...place } of comments) {
    const parentId = answers !== null && threads.length > 0 ? pick(threads, answers) : null
    const on = onWords && !parentId ? placeOf({ ...place, length: 2 }, texts) : {}
    const { id } = await db.comment.create({
      data: { submissionId, authorId: pick(people, author).id, body, parentId, ...on },
    })
    if (!parentId) threads.push(id)
  }
}

/** Both have finished: the first coding of each is agreed to, and the others to nothing. */
async function settle(submissionId: string, lead: Viewer): Promise<void> {
  const codings = await db.coding.findMany({ where: { submissionId }, orderBy: { id: 'asc' } })
  const leadId = lead.id
  for (const [index, { id: firstId, codeId, textVersionId, spanStart, spanEnd }] of codings.entries()) {
    const agreed = index % 2 === 0 ? { submissionId, codeId, textVersionId, spanStart, spanEnd, agreed: true } : null
    const [made] = agreed
      ? await db.coding.createManyAndReturn({ data: [{ ...agreed, personId: leadId }], skipDuplicates: true })
      : []
    await db.settlement.create({ data: { submissionId, firstId, leadId, agreedId: made?.id ?? null } })
  }
  await db.assignment.updateMany({ where: { submissionId }, data: { doneAt: new Date() } })
}

/** A portal with a call and its people, and nothing else. */
async function emptyPortal(): Promise<{ scene: Scene; lead: Viewer }> {
  await emptyDatabase()
  const scene = await makeScene()
  return { scene, lead: scene.people.wlv.lead }
}

test('whatever a project holds, it goes out, comes into an empty portal and goes out the same', async () => {
  await fc.assert(
    fc.asyncProperty(project, async ({ codes, submissions }) => {
      const { scene, lead } = await emptyPortal()
      const made = await makeCodes(scene, codes)
      for (const given of submissions) await makeOne(scene, made, given)
      const bytes = await exported(lead, scene.call.id)
      const one = await thingsOf(bytes)
      expect(one.faults).toEqual([])
      if (samplesAreThere) expect(await schemaFaults(one.xml, 'Project')).toEqual([])
      const other = await emptyPortal()
      const run = await imported(other.lead, other.scene.call.id, bytes)
      expect(run.report.losses).toEqual([])
      const two = await thingsOf(await exported(other.lead, other.scene.call.id))
      expect(normal(two.things)).toEqual(normal(one.things))
    }),
    // what fails is told at once: making it smaller would take longer than the test may
    { numRuns: 6, endOnFailure: true },
  )
}, 240_000)

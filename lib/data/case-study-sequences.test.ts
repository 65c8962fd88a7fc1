import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { CaseStudyStatus } from '@/lib/domain/case-study'
import { statusAfter, type CaseStudyEvent } from '@/lib/domain/case-study-states'
import { toLondonField } from '@/lib/domain/london-time'
import type { Viewer } from '@/lib/domain/person'
import { inputFor, review, rowOf, versionOf, writeCaseStudy } from '@/lib/testing/case-study-deeds'
import { makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { invariants } from '@/lib/testing/invariants'
import type { Result } from '@/lib/result'

import { changeAddress } from './case-study-addresses'
import { saveCaseStudy } from './case-studies'
import { changeConsent } from './consents'
import { planPublication, publishDue } from './publication-plans'
import { issueKey } from './private-keys'
import { movedTo, publishCaseStudy, releaseIsGone, unpublishCaseStudy, withdrawCaseStudy } from './releases'
import { sendForReview } from './reviews'
import { answerShowing, readShowings, recordRespondentsYes, showCaseStudy } from './showings'

// Whatever people do in whatever order: what readers see was approved, allowed and agreed to, as it stands.

const who = fc.constantFrom('author', 'reviewer', 'other', 'lead', 'staff')
const deeds = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('edit' as const), who, word: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('sendForReview' as const), who }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('approve' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('requestChanges' as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('show' as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('answer' as const), yes: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('recordYes' as const), who }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('publish' as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('plan' as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('clock' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('unpublish' as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('address' as const), who, word: fc.nat(3) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('consent' as const),
      answer: fc.constantFrom('WITH_NAME', 'WITHOUT_NAME', 'NO'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), who }) },
)
type Done = typeof deeds extends fc.Arbitrary<infer D> ? D : never

/** Half of what happens is what is meant to happen next, so that sequences get as far as the public. */
const steps = fc.oneof({ weight: 1, arbitrary: deeds }, { weight: 1, arbitrary: fc.constant('onwards' as const) })

async function onwards({ id }: Ground): Promise<Done> {
  const { status } = await rowOf(id)
  if (status === 'IN_REVIEW') {
    const approvals = await db.review.count({
      where: { caseStudyId: id, ...(await atVersion(id)), verdict: 'APPROVE' },
    })
    return { kind: 'approve', who: approvals === 0 ? 'reviewer' : 'other' }
  }
  if (status !== 'APPROVED') return { kind: 'sendForReview', who: 'author' }
  const agreed = await db.showing.count({ where: { caseStudyId: id, ...(await atVersion(id)), answer: 'YES' } })
  const asked = await db.consent.count({ where: { kind: 'SHOW_BEFORE', answer: 'YES', supersededAt: null } })
  return agreed < asked ? { kind: 'recordYes', who: 'author' } : { kind: 'publish', who: 'lead' }
}

async function atVersion(id: string) {
  return { version: (await versionOf(id)).version }
}

let scene: Scene
beforeEach(begin)

async function begin() {
  await emptyDatabase()
  scene = await makeScene()
}

function viewerOf(name: string): Viewer {
  const { wlv, bvsc, coventry, staff } = scene.people
  if (name === 'reviewer') return bvsc.researcher
  if (name === 'other') return coventry.researcher
  if (name === 'lead') return coventry.lead
  return name === 'staff' ? staff : wlv.researcher
}

type Ground = { id: string; reference: string; token: string }

async function carryOut(done: Done, { id, reference, token }: Ground): Promise<Result<unknown>> {
  const viewer = viewerOf('who' in done ? done.who : 'author')
  const at = await versionOf(id)
  switch (done.kind) {
    case 'edit':
      return saveCaseStudy(viewer, await inputFor(id, { summary: `They cooked ${done.word}.` }))
    case 'sendForReview':
      return sendForReview(viewer, at)
    case 'approve':
      return review(viewer, id, 'APPROVE')
    case 'requestChanges':
      return review(viewer, id, 'REQUEST_CHANGES', 'Why?')
    case 'show':
      return showCaseStudy(viewer, { ...at, days: 14 })
    case 'answer': {
      const [shown] = await readShowings(token)
      return answerShowing(token, { showing: shown?.id ?? id, answer: done.yes ? 'YES' : 'NO', words: '' })
    }
    case 'recordYes':
      return recordRespondentsYes(viewer, { ...at, reference, how: 'letter', on: '2020-08-07' })
    case 'publish':
      return publishCaseStudy(viewer, at)
    case 'plan':
      return planPublication(viewer, { ...at, at: toLondonField(new Date(Date.now() + 3_600_000)) })
    case 'clock':
      return { ok: true, value: await publishDue(new Date(Date.now() + 7_200_000)) }
    case 'unpublish':
      return unpublishCaseStudy(viewer, at)
    case 'address':
      return changeAddress(viewer, { id, slug: `address-${done.word}` })
    case 'consent':
      return changeConsent(token, { kind: 'PUBLISH', answer: done.answer })
    case 'withdraw':
      return withdrawCaseStudy(viewer, at)
  }
}

const eventsOf: Record<Done['kind'], CaseStudyEvent[]> = {
  edit: ['edit'],
  sendForReview: ['sendForReview'],
  approve: ['approve', 'lastApproval'],
  requestChanges: ['requestChanges'],
  show: ['show'],
  answer: ['comment'],
  recordYes: ['recordYes'],
  publish: ['publish'],
  plan: ['plan'],
  clock: ['publish'],
  unpublish: ['unpublish'],
  address: ['changeAddress'],
  consent: ['narrow'],
  withdraw: ['withdraw'],
}

/** Those of the portal's invariants that speak of case studies, in one question: the makers of test data do not keep all the others. */
const oursAtOnce = `SELECT array_agg(name) AS broken FROM (${Object.entries(invariants)
  .filter(([, statement]) => /"(?:CaseStudy|Release|Showing|PublicationPlan)"/.test(statement))
  .map(([name, statement]) => `SELECT $$${name}$$ AS name WHERE EXISTS (${statement})`)
  .join(' UNION ALL ')}) AS found`

async function expectSound(before: CaseStudyStatus, done: Done, answer: Result<unknown>, { id }: Ground) {
  const { status, slug, release } = await rowOf(id)
  if (status !== before) expect(eventsOf[done.kind].map(event => statusAfter(before, event))).toContain(status)
  if (!answer.ok) expect(status).toBe(before)
  const [rows] = await db.$queryRawUnsafe<{ broken: string[] | null }[]>(oursAtOnce)
  expect(rows?.broken ?? []).toEqual([])
  expect(await releaseIsGone(slug)).toEqual(
    release?.goneAt && status !== 'PUBLISHED' ? { forGood: status === 'WITHDRAWN' } : null,
  )
  for (const moved of release?.movedSlugs ?? []) expect(await movedTo(moved)).toBe(status === 'PUBLISHED' ? slug : null)
}

test('no order of deeds shows readers what was not approved, allowed and agreed to', async () => {
  const reached = new Set<CaseStudyStatus>()
  await fc.assert(
    fc
      .asyncProperty(fc.boolean(), fc.array(steps, { minLength: 12, maxLength: 24 }), async (showBefore, sequence) => {
        const { id, submission } = await writeCaseStudy(scene, { showBefore })
        const ground = {
          id,
          reference: submission.reference ?? '',
          token: await issueKey(db, submission.id, 'EVIDENCE'),
        }
        for (const step of sequence) {
          const done = step === 'onwards' ? await onwards(ground) : step
          const { status } = await rowOf(id)
          reached.add(status)
          await expectSound(status, done, await carryOut(done, ground), ground)
        }
      })
      .beforeEach(begin),
    {
      numRuns: 6,
      examples: [false, true].map(asked => [asked, Array.from({ length: 6 }, () => 'onwards' as const)]),
      interruptAfterTimeLimit: 8_000,
    },
  )
  expect([...reached]).toEqual(expect.arrayContaining(['DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED']))
}, 30_000)

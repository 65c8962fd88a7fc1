import { saveCaseStudy, startCaseStudy } from '@/lib/data/case-studies'
import { publishCaseStudy } from '@/lib/data/releases'
import { reviewCaseStudy, sendForReview } from '@/lib/data/reviews'
import { db } from '@/lib/db'
import type { CaseStudyInput } from '@/lib/domain/case-study'
import type { Viewer } from '@/lib/domain/person'
import { proseOf } from '@/lib/domain/prose'
import type { Result } from '@/lib/result'

import { makeSubmission, type Scene } from './case-study-makers'

/** The answer of a deed that must succeed. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${result.message}`)
  return result.value
}

/** The row and its release, read afresh. */
export async function rowOf(id: string) {
  return db.caseStudy.findUniqueOrThrow({ where: { id }, include: { release: true } })
}

/** A whole save of the version that stands, with some fields changed. */
export async function inputFor(id: string, changes: Partial<CaseStudyInput> = {}): Promise<CaseStudyInput> {
  const { version } = await rowOf(id)
  return {
    id,
    version,
    title: 'A kitchen that fed a town',
    summary: 'Volunteers cooked for those who could not.',
    whatHappened: proseOf('They cooked.\n\nThey carried.'),
    whatWasNew: proseOf('Churches and pubs worked together.'),
    difference: proseOf('Nobody went hungry.'),
    learning: proseOf('Ask who has a kitchen.'),
    quotation: '',
    quotationSource: '',
    decisionArea: 'Public health',
    placeKeys: ['dudley'],
    promptKeys: ['early'],
    lensKeys: ['innovation'],
    ...changes,
  }
}

/** A whole case study by the Wolverhampton researcher, in draft. */
export async function writeCaseStudy(
  scene: Scene,
  given: Parameters<typeof makeSubmission>[1] = {},
  changes: Partial<CaseStudyInput> = {},
) {
  const submission = await makeSubmission(scene, given)
  const author = scene.people.wlv.researcher
  const { id } = value(await startCaseStudy(author, submission.reference ?? ''))
  value(await saveCaseStudy(author, await inputFor(id, changes)))
  return { id, submission, author }
}

export async function versionOf(id: string): Promise<{ id: string; version: number }> {
  return { id, version: (await rowOf(id)).version }
}

export async function review(viewer: Viewer, id: string, verdict: 'APPROVE' | 'REQUEST_CHANGES', note = '') {
  return reviewCaseStudy(viewer, { ...(await versionOf(id)), verdict, note })
}

/** Sends it, and has the two other teams approve it. */
export async function approve(scene: Scene, id: string): Promise<void> {
  value(await sendForReview(scene.people.wlv.researcher, await versionOf(id)))
  value(await review(scene.people.bvsc.researcher, id, 'APPROVE'))
  value(await review(scene.people.coventry.researcher, id, 'APPROVE'))
}

/** A published case study. */
export async function publish(...given: Parameters<typeof writeCaseStudy>) {
  const [scene] = given
  const written = await writeCaseStudy(...given)
  await approve(scene, written.id)
  value(await publishCaseStudy(scene.people.wlv.lead, await versionOf(written.id)))
  return written
}

/** Codes the fourth to the ninth character of an answer, and answers the coding's id. */
export async function codeWords(
  scene: Scene,
  submissionId: string,
  body = 'We cooked for forty people.',
): Promise<string> {
  const text = await db.text.create({
    data: { submissionId, kind: 'ANSWER', field: 'whatHappened', versions: { create: { number: 1, body } } },
    include: { versions: true },
  })
  const code = await db.code.create({
    data: { callId: scene.call.id, name: `Food ${submissionId}`, colour: 1, position: 1 },
  })
  const coding = await db.coding.create({
    data: {
      submissionId,
      codeId: code.id,
      personId: scene.people.bvsc.researcher.id,
      textVersionId: text.versions[0]?.id ?? null,
      spanStart: 3,
      spanEnd: 9,
    },
  })
  return coding.id
}

import { makeDouble } from '@/lib/data/double-coding'
import { finishCoding } from '@/lib/data/finishing'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'

import { value } from './case-study-deeds'
import { makeSubmission, type Scene } from './case-study-makers'

/** What the submissions of these tests say. */
export const words = 'Forty volunteers cooked hot meals 🍲 for everyone on the street.'

let made = 0

/** A code of the scene's call. Answers its id. */
export async function makeCode(scene: Scene, name: string): Promise<string> {
  made += 1
  const code = await db.code.create({ data: { callId: scene.call.id, name, position: made }, select: { id: true } })
  return code.id
}

/** A submission with one answer, which says `words`. */
export async function makeText(scene: Scene, title = 'A kitchen for everyone') {
  const { id, reference } = await makeSubmission(scene, { title, shortlisted: false })
  const text = await db.text.create({
    data: {
      submissionId: id,
      kind: 'ANSWER',
      field: 'whatHappened',
      versions: { create: { number: 1, body: words, createdAt: new Date(Date.now() - 60_000) } },
    },
    select: { versions: { select: { id: true } } },
  })
  return { id, reference: reference ?? '', versionId: text.versions[0]?.id ?? '' }
}

/** The same, coded by the researchers of BVSC (the first) and Coventry, blind. */
export async function makeBlind(scene: Scene, title?: string) {
  const submission = await makeText(scene, title)
  const { wlv, bvsc, coventry } = scene.people
  const pair = { firstId: bvsc.researcher.id, secondId: coventry.researcher.id }
  value(await makeDouble(wlv.lead, { reference: submission.reference, ...pair }))
  // the two are told apart by when they came to it
  await db.assignment.updateMany({
    where: { submissionId: submission.id, personId: bvsc.researcher.id },
    data: { assignedAt: new Date(Date.now() - 1000) },
  })
  return submission
}

/** A code on words (in code points), or on the whole submission. */
export function code(
  by: Viewer,
  submission: { id: string; versionId: string },
  codeId: string,
  span?: [start: number, end: number],
) {
  const place = span ? { textVersionId: submission.versionId, spanStart: span[0], spanEnd: span[1] } : {}
  return db.coding.create({ data: { submissionId: submission.id, codeId, personId: by.id, ...place } })
}

/** Both say that they have finished. */
export async function finishBoth(scene: Scene, { reference }: { reference: string }): Promise<void> {
  for (const { researcher } of [scene.people.bvsc, scene.people.coventry])
    value(await finishCoding(researcher, { reference, finished: true }))
}

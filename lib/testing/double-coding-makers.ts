import { makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'

/** A code of the scene's call. */
export function makeCode(scene: Scene, name: string, position = 1) {
  return db.code.create({ data: { callId: scene.call.id, name, position, colour: position }, select: { id: true } })
}

type Given = {
  coders: readonly [Viewer, Viewer]
  /** The answer that is read; more versions of it are written after the double coding began. */
  body: string
  corrected?: string
  /** One has not finished yet. */
  blind?: boolean
}

/** A submission that two code (or have coded) blind. Answers its id, its reference and the version of its text that is pinned. */
export async function makeDoubleCoded(scene: Scene, { coders, body, corrected, blind = false }: Given) {
  const { id, reference } = await makeSubmission(scene)
  const doubleCodedAt = new Date(Date.now() - 60_000)
  await db.submission.update({ where: { id }, data: { doubleCodedAt, blind } })
  await db.assignment.createMany({
    data: coders.map((coder, at) => ({
      submissionId: id,
      personId: coder.id,
      double: true,
      doneAt: blind && at === 1 ? null : new Date(),
    })),
  })
  const text = await db.text.create({
    data: {
      submissionId: id,
      kind: 'ANSWER',
      field: 'whatHappened',
      versions: { create: { number: 1, body, createdAt: new Date(doubleCodedAt.getTime() - 1_000) } },
    },
    select: { id: true, versions: { select: { id: true } } },
  })
  const later =
    corrected === undefined
      ? null
      : await db.textVersion.create({ data: { textId: text.id, number: 2, body: corrected }, select: { id: true } })
  return { id, reference: reference ?? '', versionId: text.versions[0]?.id ?? '', laterId: later?.id ?? '' }
}

/** A code on a span of a text version, or with no span on the submission. */
export function makeCoding(
  submissionId: string,
  codeId: string,
  coder: Viewer,
  span?: { versionId: string; start: number; end: number },
) {
  const place = span ? { textVersionId: span.versionId, spanStart: span.start, spanEnd: span.end } : {}
  return db.coding.create({ data: { submissionId, codeId, personId: coder.id, ...place }, select: { id: true } })
}

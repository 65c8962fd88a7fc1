import { randomUUID } from 'node:crypto'

import type { Transaction } from '@/lib/db'
import { consentKinds, noticeVersion } from '@/lib/domain/consent'
import type { ImportedCase } from '@/lib/domain/exchange'
import { newReference, readReference } from '@/lib/domain/reference'

import { fitCase, type CaseGround, type WholeCase } from './project-case-fit'

/** Into what cases are written, and by whom. */
export type CaseWriting = CaseGround & { callId: string; importerId: string; at: Date }

function rowOf(thing: WholeCase, taken: ReadonlySet<string>, ground: CaseWriting) {
  // the preview has said what is lost
  const { name, others, received, ...fitted } = fitCase(thing, ground, () => undefined)
  const own = readReference(name)
  const reference = own === name && !taken.has(own) ? own : null
  const imported: ImportedCase = { name: reference ? null : name, description: thing.description, values: others }
  return {
    ...fitted,
    id: thing.guid,
    reference: reference ?? newReference(),
    received: received ?? ground.at.toISOString(),
    imported,
  }
}

/** Said with each consent of what was imported. */
const noConsent = 'Came with an imported project, without a consent.'

/** Writes submissions that are new, each without any consent: nothing of them can be published. */
export async function writeCases(tx: Transaction, things: readonly WholeCase[], ground: CaseWriting): Promise<void> {
  if (things.length === 0) return
  const wanted = things.flatMap(({ name }) => readReference(name) ?? [])
  const others = await tx.submission.findMany({ where: { reference: { in: wanted } }, select: { reference: true } })
  const taken = new Set(others.flatMap(({ reference }) => reference ?? []))
  const rows = things.map(thing => {
    const row = rowOf(thing, taken, ground)
    taken.add(row.reference)
    return row
  })
  const json = JSON.stringify(rows)
  await tx.$executeRaw`
    INSERT INTO "Submission" ("id", "callId", "status", "reference", "channel", "noticeVersion", "takenById", "takenAt",
      "organisationName", "organisationType", "practice", "practiceOf", "communities", "neighbourhood", "title", "stage",
      "decision", "decisionReason", "language", "submittedAt", "doubleCodedAt", "imported", "search", "updatedAt", "answeredSteps", "quarantineReasons")
    SELECT g."id", ${ground.callId}::uuid, 'SUBMITTED', g."reference", 'import', ${noticeVersion}, ${ground.importerId}::uuid, ${ground.at},
      g."organisation", g."type", g."practice", g."practiceOf", g."communities", g."neighbourhood", g."title", g."stage",
      g."decision", g."reason", g."language", g."received", g."doubleCoded", g."imported", ''::tsvector, now(), '{}', '{}'
    FROM jsonb_to_recordset(${json}::jsonb) AS g("id" uuid, "reference" text, "organisation" text, "type" "OrganisationType",
      "practice" "Practice", "practiceOf" text, "communities" text[], "neighbourhood" text, "title" text, "stage" "Stage",
      "decision" "Decision", "reason" text, "language" text, "received" timestamptz, "doubleCoded" timestamptz, "imported" jsonb)`
  await tx.submissionPlace.createMany({
    data: rows.flatMap(row => row.places.map(placeId => ({ submissionId: row.id, placeId }))),
  })
  await tx.submissionPrompt.createMany({
    data: rows.flatMap(row => row.themes.map(promptId => ({ submissionId: row.id, promptId }))),
  })
  await tx.consent.createMany({
    data: rows.flatMap(row =>
      consentKinds.map(kind => ({
        id: randomUUID(),
        submissionId: row.id,
        kind,
        answer: 'NO' as const,
        wording: noConsent,
        wordingVersion: 'import',
        channel: 'import',
        recordedById: ground.importerId,
      })),
    ),
  })
}

import { ownInterest, settledAlready } from '@/lib/data/coding-ground'
import { readableVersionSql } from '@/lib/data/submission-texts'
import { liveChannel, type LiveEvent } from '@/lib/data/live-events'
import { noSuchSubmission } from '@/lib/data/live-submission'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { readReference } from '@/lib/domain/reference'
import { spanFault, type Span, type SpanFault } from '@/lib/domain/span'
import type { Stage, Status } from '@/lib/domain/submission'
import { notThere, ok, refused, refusedAt, type Result } from '@/lib/result'

/** A coding of words, as who makes it asks for it. `id` is theirs to choose, so that asking again makes nothing twice. */
export type SpanInput = Span & { id: string; reference: string; textVersionId: string; codeId: string; memo: string }

const faults: Record<SpanFault, string> = {
  empty: 'Select some words first.',
  outside: 'These words are not in the text. Load the page again.',
  splits: 'The selection cuts a character in two. Select whole characters.',
}

/** What a coding rests on, as it stood when it was looked at. */
type Ground = {
  id: string
  callId: string
  status: Status
  stage: Stage
  blind: boolean
  double: boolean
  coder: boolean
  interest: boolean
  correctedAt: Date | null
  doubleCodedAt: Date | null
  body: string | null
  readable: boolean
  codeKnown: boolean
  codeRetired: boolean
  sameId: string | null
}

/**
 * Puts a code on words of the version of a text that is read now. Where the same person has the code on the same words,
 * nothing is written and that coding is answered. Looked at and written in two statements: what the first saw, the
 * second asks for again of the rows that it holds.
 */
export async function codeSpan(viewer: Viewer, input: SpanInput): Promise<Result<{ id: string }>> {
  for (let attempt = 1; ; attempt += 1) {
    const ground = await readGround(viewer, input)
    const refusal = refusalOf(viewer, ground, input)
    if (refusal) return refusal
    if (!ground) return notThere(noSuchSubmission)
    if (ground.sameId) return ok({ id: ground.sameId })
    const made = await write(viewer, ground, input)
    if (made) return ok({ id: made })
    if (attempt === 3) return refused('Somebody changed this submission in the same moment. Try again.')
  }
}

async function readGround(viewer: Viewer, input: SpanInput): Promise<Ground | null> {
  const reference = readReference(input.reference)
  if (!reference) return null
  const rows = await db.$queryRaw<Ground[]>`
    SELECT s."id", s."callId", s."status"::text AS "status", s."stage"::text AS "stage", s."blind",
      s."doubleCodedAt" IS NOT NULL AS "double", s."correctedAt", s."doubleCodedAt",
      EXISTS (SELECT FROM "Assignment" a
        WHERE a."submissionId" = s."id" AND a."personId" = ${viewer.id}::uuid AND a."double" AND a."doneAt" IS NULL) AS "coder",
      EXISTS (SELECT FROM "ConflictOfInterest" i
        WHERE i."submissionId" = s."id" AND i."personId" = ${viewer.id}::uuid) AS "interest",
      v."body", v."id" IS NOT NULL AND v."id" = ${readableVersionSql} AS "readable",
      k."id" IS NOT NULL AS "codeKnown", k."retiredAt" IS NOT NULL AS "codeRetired",
      (SELECT c."id" FROM "Coding" c
        WHERE c."submissionId" = s."id" AND c."personId" = ${viewer.id}::uuid AND NOT c."agreed"
        AND (c."id" = ${input.id}::uuid OR (c."textVersionId" = v."id" AND c."codeId" = k."id"
          AND c."spanStart" = ${input.start}::int AND c."spanEnd" = ${input.end}::int
          AND c."removedAt" IS NULL AND c."lostAt" IS NULL)) LIMIT 1) AS "sameId"
    FROM "Submission" s
    LEFT JOIN ("TextVersion" v JOIN "Text" t ON t."id" = v."textId")
      ON v."id" = ${input.textVersionId}::uuid AND t."submissionId" = s."id"
    LEFT JOIN "Code" k ON k."id" = ${input.codeId}::uuid AND k."callId" = s."callId"
    WHERE s."reference" = ${reference}`
  return rows[0] ?? null
}

function refusalOf(viewer: Viewer, ground: Ground | null, input: Span) {
  if (!ground || !may(viewer, 'readSubmission', ground)) return notThere(noSuchSubmission)
  if (ground.stage === 'SETTLED') return refused(settledAlready)
  if (ground.interest) return refused(ownInterest)
  if (!may(viewer, 'codeSubmission', ground))
    return refused('Two others code this submission, or you have finished coding it.')
  if (ground.body === null) return notThere('There is no such text.')
  if (!ground.readable) return refused('The respondent has corrected this text since. Load the page again to code it.')
  const fault = spanFault(ground.body, input)
  if (fault) return refused(faults[fault])
  if (!ground.codeKnown) return refusedAt('codeId', 'Select a code from the codebook.')
  if (ground.codeRetired) return refusedAt('codeId', 'This code was retired meanwhile. Select another one.')
  return null
}

/** Null where what it rests on changed since it was looked at. */
async function write(viewer: Viewer, ground: Ground, input: SpanInput): Promise<string | null> {
  const { id: submissionId } = ground
  const event: LiveEvent = { kind: 'coding', submissionId, actorId: viewer.id, hidden: ground.blind }
  const details = JSON.stringify({ codeId: input.codeId, codingId: input.id })
  const moved = JSON.stringify({ from: 'NEW', to: 'CODING' })
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH code AS (
      SELECT k."id" FROM "Code" k WHERE k."id" = ${input.codeId}::uuid AND k."retiredAt" IS NULL FOR SHARE
    ), held AS (
      SELECT s."id", s."callId", s."stage" FROM "Submission" s
      WHERE s."id" = ${submissionId}::uuid AND s."status" = 'SUBMITTED' AND s."stage" <> 'SETTLED'
        AND s."correctedAt" IS NOT DISTINCT FROM ${ground.correctedAt}::timestamptz
        AND s."doubleCodedAt" IS NOT DISTINCT FROM ${ground.doubleCodedAt}::timestamptz AND s."blind" = ${ground.blind}
        AND (s."doubleCodedAt" IS NULL OR EXISTS (SELECT FROM "Assignment" a WHERE a."submissionId" = s."id"
          AND a."personId" = ${viewer.id}::uuid AND a."double" AND a."doneAt" IS NULL))
      FOR NO KEY UPDATE
    ), made AS (
      INSERT INTO "Coding" ("id", "submissionId", "codeId", "personId", "textVersionId", "spanStart", "spanEnd", "memo")
      SELECT ${input.id}::uuid, held."id", code."id", ${viewer.id}::uuid, ${input.textVersionId}::uuid,
        ${input.start}::int, ${input.end}::int, ${input.memo}
      FROM held, code ON CONFLICT DO NOTHING RETURNING "id"
    ), begun AS (
      UPDATE "Submission" s SET "stage" = 'CODING', "version" = s."version" + 1, "updatedAt" = now()
      FROM held, made WHERE s."id" = held."id" AND held."stage" = 'NEW' RETURNING s."id"
    ), noted AS (
      INSERT INTO "AuditEntry" ("actorKind", "actorId", "action", "thingKind", "thingId", "callId", "details")
      SELECT 'person', ${viewer.id}::uuid, 'coding.make', 'submission', held."id"::text, held."callId", ${details}::jsonb
      FROM held, made
      UNION ALL
      SELECT 'person', ${viewer.id}::uuid, 'submission.move', 'submission', held."id"::text, held."callId", ${moved}::jsonb
      FROM held, begun
    )
    SELECT made."id" FROM made, pg_notify(${liveChannel}, ${JSON.stringify(event)})`
  return rows[0]?.id ?? null
}

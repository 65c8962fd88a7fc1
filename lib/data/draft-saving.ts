import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'

import { deedRow } from '@/lib/data/audit'
import { readCall, readCallInBrief } from '@/lib/data/calls'
import { currentForm, formVersionFor, knownFormVersion, readFormVersion } from '@/lib/data/form-versions'
import { answersAsJson, type AnswerConflict, type DraftRefusal } from '@/lib/data/drafts'
import { hashOfToken, keyDays, newKey } from '@/lib/data/private-keys'
import { findOwn, knownOwn, refusalOf, type Own } from '@/lib/data/own-draft'
import { takeTurn, type Limit } from '@/lib/data/rate-limit'
import { together } from '@/lib/data/together'
import { db, type Transaction } from '@/lib/db'
import { callState } from '@/lib/domain/call'
import { AnswerRows, filledForm, readAnswers, readKept, unknownChoices } from '@/lib/domain/draft-answers'
import { storable } from '@/lib/domain/draft-save'
import type { FormContent } from '@/lib/domain/form-version'
import { isList, stepFields, type FormValues } from '@/lib/domain/step-form'
import { firstUnanswered, type WizardStep } from '@/lib/domain/step-order'
import type { FieldName, StepName } from '@/lib/domain/step-fields'
import { steps, type AllAnswers } from '@/lib/domain/steps'
import { Prisma } from '@/prisma/generated/client'

/** Drafts that one network may begin: a hall full of people, and no machine that fills the table. */
export const beginnings: Limit = { name: 'begin-draft', most: 600, minutes: 60 }

/** A field as a page has it, and the version of it that the page knew of. */
export type GivenAnswer = { field: FieldName; value: string | string[]; base: number }

/**
 * Where a save comes from: the page (`writer`, '' for one without a name; `turn` counts its saves) and the network.
 * `trapped`: a field that nobody sees was filled in.
 */
export type SaveOrigin = { writer: string; turn: number; network: string; trapped?: boolean }

export type SavedAnswers = {
  id: string
  /** New where this began a draft. */
  token: string
  began: boolean
  saved: { field: string; version: number; savedAt: Date }[]
  conflicts: AnswerConflict[]
}

/**
 * Keeps answers just as they stand on a page, finished or not, and begins a draft where there is none. A field that
 * another page changed since this one read it is left alone and comes back as a conflict. What is answered is committed.
 */
export async function saveAnswers(
  token: string | null,
  given: readonly GivenAnswer[],
  origin: SaveOrigin,
): Promise<{ ok: true; value: SavedAnswers } | DraftRefusal> {
  return (await saveAtOnce(token, given, origin)) ?? save(await findOwn(token), token, given, origin)
}

/**
 * The usual save while somebody types, in one statement: of a draft that was found before, and only while its key, its
 * status and the times of its call are as they were then. Null where anything is in the way: then it is found anew.
 */
async function saveAtOnce(
  token: string | null,
  given: readonly GivenAnswer[],
  origin: SaveOrigin,
): Promise<{ ok: true; value: SavedAnswers } | null> {
  const hash = hashOfToken(token)
  const own = knownOwn(token)
  if (!own || !token || given.length === 0 || origin.trapped || refusalOf(own, new Date())) return null
  const asBefore = Prisma.sql`AND s."status"::text = ${own.status} AND EXISTS (
    SELECT FROM "PrivateKey" k JOIN "Call" c ON c."id" = s."callId" WHERE k."tokenHash" = ${hash}
      AND k."submissionId" = s."id" AND k."kind" = 'BROWSER' AND k."replacedAt" IS NULL AND k."expiresAt" > now()
      AND (c."opensAt", c."closesAt", c."outcome", c."graceHours", c."analysisClosesAt") IS NOT DISTINCT FROM
        (${own.opensAt}::timestamptz, ${own.closesAt}::timestamptz, ${own.outcome}, ${own.graceHours}::int, ${own.analysisClosesAt}::timestamptz))`
  const saved = await insertAnswers(db, own.id, given, origin, asBefore)
  if (saved.length < given.length) return null
  return { ok: true, value: { id: own.id, token, began: false, saved, conflicts: [] } }
}

async function save(
  own: Own | null,
  token: string | null,
  given: readonly GivenAnswer[],
  origin: SaveOrigin,
): Promise<{ ok: true; value: SavedAnswers } | DraftRefusal> {
  if (!own || !token) return begin(given, origin)
  const refusal = refusalOf(own, new Date())
  if (refusal) return refusal
  if (origin.trapped) await noteTrap(own.id)
  const written = await writeAnswers(db, own.id, given, origin)
  // nothing was written and nothing stands against it: it was sent in this very moment
  if (!written) return { ok: false, message: 'sent' }
  return { ok: true, value: { id: own.id, token, began: false, ...written } }
}

async function begin(
  given: readonly GivenAnswer[],
  origin: SaveOrigin,
): Promise<{ ok: true; value: SavedAnswers } | DraftRefusal> {
  const call = await readCallInBrief({ isCurrent: true })
  if (!call) return { ok: false, message: 'notOpen' }
  const state = callState(call, new Date())
  if (state !== 'open') return { ok: false, message: state === 'notOpen' ? 'notOpen' : 'closed' }
  if (!(await takeTurn(beginnings, origin.network)).given) return { ok: false, message: 'tooMany' }
  const formVersionId = knownFormVersion(call) ?? (await makeFormVersion(call.id))
  const { noticeVersion } = await readFormVersion(formVersionId)
  const id = randomUUID()
  const { token, row } = newKey(id, 'BROWSER')
  const thing = { kind: 'submission', id }
  const saved = await together<SavedAnswers['saved'][number]>(db, [
    Prisma.sql`
      INSERT INTO "Submission" ("id", "callId", "formVersionId", "noticeVersion", "quarantineReasons", "updatedAt")
      VALUES (${id}::uuid, ${call.id}::uuid, ${formVersionId}::uuid, ${noticeVersion}, ${origin.trapped ? ['trap'] : []}, now())`,
    row,
    deedRow({ actor: 'respondent', action: 'submission.begin', thing, callId: call.id }),
    Prisma.sql`
      INSERT INTO "DraftAnswer" ("submissionId", "field", "value", "version", "writer")
      SELECT ${id}::uuid, g."field", g."value", g."version", ${writtenBy(origin)} FROM ${rowsOf(given)}
      RETURNING "field", "version", "savedAt"`,
  ])
  return { ok: true, value: { id, token, began: true, saved, conflicts: [] } }
}

async function makeFormVersion(callId: string): Promise<string> {
  const call = await readCall({ id: callId })
  if (!call) throw new Error('A draft has no call.')
  return formVersionFor(call)
}

/** Notes that a field was filled in that nobody sees: what is sent then waits in the quarantine. */
async function noteTrap(id: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "Submission" SET "quarantineReasons" = array_append("quarantineReasons", 'trap')
    WHERE "id" = ${id}::uuid AND NOT coalesce('trap' = ANY("quarantineReasons"), false)`
}

const Value = z.union([z.string(), z.array(z.string())])

/**
 * Writes the fields that nobody else changed meanwhile, in one statement; the same page may go on from its own last
 * save, whose answer it may never have heard, and a late one of its saves changes nothing. Null when it is a draft no more.
 */
async function writeAnswers(tx: Transaction, id: string, given: readonly GivenAnswer[], origin: SaveOrigin) {
  const saved = await insertAnswers(tx, id, given, origin)
  if (saved.length === given.length) return { saved, conflicts: [] }
  const left = given.map(({ field }) => field).filter(field => !saved.some(row => row.field === field))
  const theirs = await tx.draftAnswer.findMany({
    where: { submissionId: id, field: { in: left } },
    select: { field: true, value: true, version: true, savedAt: true },
    orderBy: { field: 'asc' },
  })
  if (theirs.length < left.length) return null
  return { saved, conflicts: theirs.map(row => ({ ...row, value: Value.parse(row.value) })) }
}

/** The statement itself: answers the fields that it wrote. `also` is what must hold of the submission `s` besides. */
function insertAnswers(
  tx: Transaction,
  id: string,
  given: readonly GivenAnswer[],
  origin: SaveOrigin,
  also = Prisma.empty,
): Promise<SavedAnswers['saved']> {
  const { writer, turn } = origin
  // the lock is taken on columns of the row itself, so that whoever waited for a sending reads what it left
  return tx.$queryRaw<SavedAnswers['saved']>`
    WITH held AS (
      SELECT s."id" FROM "Submission" s
      WHERE s."id" = ${id}::uuid AND (s."status" = 'DRAFT' OR cardinality(s."answeredSteps") > 0) ${also}
      FOR NO KEY UPDATE
    )
    INSERT INTO "DraftAnswer" AS kept ("submissionId", "field", "value", "version", "writer")
    SELECT held."id", g."field", g."value", g."version", ${writtenBy(origin)} FROM held, ${rowsOf(given)}
    ON CONFLICT ("submissionId", "field") DO UPDATE SET
      "version" = CASE WHEN kept."value" = EXCLUDED."value" THEN kept."version" ELSE kept."version" + 1 END,
      "writer" = CASE WHEN kept."value" = EXCLUDED."value" THEN kept."writer" ELSE EXCLUDED."writer" END,
      "savedAt" = CASE WHEN kept."value" = EXCLUDED."value" THEN kept."savedAt" ELSE now() END,
      "value" = EXCLUDED."value"
    WHERE kept."version" = EXCLUDED."version" - 1 OR kept."value" = EXCLUDED."value"
      OR (split_part(kept."writer", ':', 1) = ${writer} AND kept."writer" <> ''
        AND split_part(kept."writer", ':', 2)::int <= ${turn}::int)
    RETURNING kept."field", kept."version", kept."savedAt"`
}

/** The fields as rows `g`. */
function rowsOf(given: readonly GivenAnswer[]): Prisma.Sql {
  const rows = given.map(({ field, value, base }) => ({
    field,
    value: Array.isArray(value) ? value.map(storable) : storable(value),
    version: base + 1,
  }))
  return Prisma.sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g("field" text, "value" jsonb, "version" int)`
}

function writtenBy({ writer, turn }: SaveOrigin): string {
  return writer ? `${writer}:${turn}` : ''
}

/** `first` is the first step that has no answer yet. */
export type Completed = { token: string; began: boolean; first: WizardStep; correcting: boolean }

/** A step as a page posts it: all of its fields, and the version of each that the page knew of. */
export type PostedStep = {
  step: StepName
  values: FormValues
  versions: Record<string, number>
  /** Fields where the respondent chose what the other page had saved. */
  keepTheirs?: readonly string[]
}

/**
 * Goes on from a step: keeps all of it as it was typed, then checks it. A draft is begun by answers that pass, whichever
 * step they belong to: what somebody wrote after losing the cookie is not lost.
 */
export async function completeStep(
  token: string | null,
  posted: PostedStep,
  origin: SaveOrigin,
): Promise<{ ok: true; value: Completed } | DraftRefusal> {
  const { step, values, versions, keepTheirs = [] } = posted
  const parsed = steps[step].safeParse(values)
  const own = knownOwn(token) ?? (await findOwn(token))
  if (!own && !parsed.success) return problems(parsed.error.issues)
  const given = stepFields(step).flatMap(field => {
    const value = values[field] ?? (isList(field) ? [] : '')
    return keepTheirs.includes(field) ? [] : [{ field, value, base: versions[field] ?? 0 }]
  })
  const result = (await saveAtOnce(token, given, origin)) ?? (await save(await findOwn(token), token, given, origin))
  if (!result.ok) return result
  const { conflicts, ...saved } = result.value
  if (conflicts.length > 0) return { ok: false, message: 'changedElsewhere', conflicts }
  const written = knownOwn(saved.token) ?? (await findOwn(saved.token))
  if (!written) return { ok: false, message: 'noDraft' }
  const standing = keepTheirs.length > 0 ? steps[step].safeParse(await valuesKept(written.id, step)) : parsed
  if (!standing.success) return problems(standing.error.issues)
  return markAnswered(written, saved, { [step]: standing.data }, step)
}

async function valuesKept(id: string, step: StepName): Promise<FormValues> {
  const select = { field: true, value: true, version: true, savedAt: true }
  return filledForm(step, readKept(await db.draftAnswer.findMany({ where: { submissionId: id }, select })))
}

/** Notes that a step that passes was gone on from, unless it names what its form does not offer. */
async function markAnswered(
  own: Own,
  { token, began }: { token: string; began: boolean },
  answered: Partial<AllAnswers>,
  step: StepName,
): Promise<{ ok: true; value: Completed } | DraftRefusal> {
  const offered = await formOf(own)
  const [unknown] = Object.entries(unknownChoices(answered, offered))
  if (unknown) return { ok: false, message: 'problems', fields: { [unknown[0]]: [unknown[1]] } }
  const noted = await noteAnswered(own.id, step, token)
  if (!noted) return { ok: false, message: 'sent' }
  const first = firstUnanswered(readAnswers(noted.kept, noted.steps, offered))
  return { ok: true, value: { token, began, first, correcting: own.correcting } }
}

/** The form that it was begun on, or for what is older the one that its call shows now. */
async function formOf(own: Own): Promise<FormContent> {
  if (own.formVersionId) return readFormVersion(own.formVersionId)
  const call = await readCall({ id: own.callId })
  if (!call) throw new Error('A draft has no call.')
  return currentForm(call)
}

/**
 * Adds a step to those answered, lets the browser's key live on from now, and answers what the draft holds. Null when it
 * was sent meanwhile: then nothing is noted, for a step noted on what was sent would open it for a correction.
 */
async function noteAnswered(id: string, step: StepName, token: string) {
  const rows = await db.$queryRaw<{ steps: string[]; answers: unknown }[]>`
    WITH extended AS (
      UPDATE "PrivateKey" SET "expiresAt" = now() + make_interval(days => ${keyDays.BROWSER}::int)
      WHERE "tokenHash" = ${hashOfToken(token)}
    )
    UPDATE "Submission" s SET "answeredSteps" = CASE WHEN coalesce(${step} = ANY(s."answeredSteps"), false)
      THEN s."answeredSteps" ELSE array_append(s."answeredSteps", ${step}) END
    WHERE s."id" = ${id}::uuid AND (s."status" = 'DRAFT' OR cardinality(s."answeredSteps") > 0)
    RETURNING s."answeredSteps" AS "steps", ${answersAsJson} AS "answers"`
  const [row] = rows
  return row ? { steps: row.steps, kept: readKept(AnswerRows.parse(row.answers ?? [])) } : null
}

function problems(issues: readonly { path: PropertyKey[]; message: string }[]): DraftRefusal {
  const fields: Record<string, string[]> = {}
  for (const { path, message } of issues) {
    const field = path.join('.')
    fields[field] = [...(fields[field] ?? []), message]
  }
  return { ok: false, message: 'problems', fields }
}

import * as z from 'zod/mini'

import { readFormVersion } from '@/lib/data/form-versions'
import { hashOfToken } from '@/lib/data/private-keys'
import { db } from '@/lib/db'
import { AnswerRows, readAnswers, readKept, type KeptAnswers } from '@/lib/domain/draft-answers'
import type { FormContent } from '@/lib/domain/form-version'
import type { AllAnswers } from '@/lib/domain/steps'
import { Prisma } from '@/prisma/generated/client'

/** Why an answer or a sending is refused: a key of the catalogue, `submit.refusals.<message>`; `fields` hold `FieldError`s. */
export type DraftRefusal = {
  ok: false
  message:
    'problems' | 'notOpen' | 'closed' | 'sent' | 'noDraft' | 'incomplete' | 'tooMany' | 'changedElsewhere' | 'analysed'
  fields?: Record<string, string[]>
  /** What another page saved meanwhile. */
  conflicts?: AnswerConflict[]
}

/** A field that two pages changed: what the other one saved, in which version. */
export type AnswerConflict = { field: string; value: string | string[]; version: number; savedAt: Date }

/** A respondent's own draft, or what they sent: known by the secret token in their browser's cookie and by nothing else. */
export type DraftView = {
  id: string
  /** Sent, and not being corrected. */
  sent: boolean
  /** Sent before, and open again for a correction. */
  correcting: boolean
  /** Only of what was sent. */
  reference: string | null
  /** Whether a receipt goes to an email address. */
  hasReceipt: boolean
  callSlug: string
  createdAt: Date
  savedAt: Date | null
  /** What it holds, as it was typed. */
  kept: KeptAnswers
  /** What was gone on from, checked. */
  answers: Partial<AllAnswers>
  /** The form that it was begun on; null for what came before forms were kept. */
  form: FormContent | null
}

const Row = z.object({
  id: z.string(),
  status: z.enum(['DRAFT', 'QUARANTINED', 'SUBMITTED', 'WITHDRAWN']),
  reference: z.nullable(z.string()),
  createdAt: z.date(),
  answeredSteps: z.nullable(z.array(z.string())),
  formVersionId: z.nullable(z.string()),
  slug: z.string(),
  hasReceipt: z.boolean(),
  answers: z.nullable(AnswerRows),
})

/** What a draft `s` holds, as `AnswerRows` reads it; null where that is nothing. */
export const answersAsJson = Prisma.sql`(
  SELECT json_agg(json_build_object('field', a."field", 'value', a."value", 'version', a."version", 'savedAt', a."savedAt"))
  FROM "DraftAnswer" a WHERE a."submissionId" = s."id")`

/** The draft or the submission of a browser's token. Null where there is none, or where it was withdrawn. */
export async function getDraft(token: string | null): Promise<DraftView | null> {
  const hash = hashOfToken(token)
  if (!hash) return null
  // one statement, because every page of the wizard begins with it
  const found = await db.$queryRaw<unknown[]>`
    SELECT s."id", s."status"::text, s."reference", s."createdAt", s."answeredSteps", s."formVersionId", c."slug",
      EXISTS (SELECT FROM "ContactDetails" d WHERE d."submissionId" = s."id" AND d."email" <> '') AS "hasReceipt",
      ${answersAsJson} AS "answers"
    FROM "PrivateKey" k JOIN "Submission" s ON s."id" = k."submissionId" JOIN "Call" c ON c."id" = s."callId"
    WHERE k."tokenHash" = ${hash} AND k."kind" = 'BROWSER' AND k."replacedAt" IS NULL AND k."expiresAt" > now()
      AND s."status" <> 'WITHDRAWN'`
  const [row] = z.array(Row).parse(found)
  if (!row) return null
  const rows = row.answers ?? []
  const kept = readKept(rows)
  const correcting = row.status !== 'DRAFT' && (row.answeredSteps ?? []).length > 0
  const form = row.formVersionId ? await readFormVersion(row.formVersionId) : null
  const newest = Math.max(0, ...rows.map(({ savedAt }) => savedAt.getTime()))
  return {
    id: row.id,
    sent: row.status !== 'DRAFT' && !correcting,
    correcting,
    reference: row.reference,
    hasReceipt: row.hasReceipt,
    callSlug: row.slug,
    createdAt: row.createdAt,
    savedAt: newest ? new Date(newest) : null,
    kept,
    answers: readAnswers(kept, row.answeredSteps ?? [], form),
    form,
  }
}

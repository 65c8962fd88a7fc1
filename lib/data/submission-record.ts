import { createHash, randomUUID } from 'node:crypto'

import type { Transaction } from '@/lib/db'
import { bareText } from '@/lib/domain/campaign'
import type { AllAnswers } from '@/lib/domain/steps'
import { answerFields } from '@/lib/domain/submission'
import type { Prisma } from '@/prisma/generated/client'

/** Columns that are written beside the answers. */
type Beside = Pick<
  Prisma.SubmissionUncheckedUpdateInput,
  | 'status'
  | 'reference'
  | 'submittedAt'
  | 'channel'
  | 'quarantineReasons'
  | 'textHash'
  | 'answeredSteps'
  | 'correctedAt'
  | 'correctedSettled'
>

/** Writes all answers of a response that has none yet, row by row of their tables, and revision 1 of what is not text. */
export async function writeAnswers(tx: Transaction, id: string, answers: AllAnswers, beside: Beside): Promise<void> {
  await tx.submission.update({ where: { id }, data: { ...columnsOf(answers), ...beside }, select: { id: true } })
  await writeChoices(tx, id, answers)
  await writeFirstTexts(tx, id, answers)
  await writeContact(tx, id, answers)
}

/** The texts with their first versions; of what was left empty there is none. */
async function writeFirstTexts(tx: Transaction, id: string, { story }: AllAnswers): Promise<void> {
  const fields = answerFields.filter(field => story[field] !== '')
  const ids = fields.map(() => randomUUID())
  await tx.$executeRaw`
    WITH given AS (
      SELECT * FROM unnest(${ids}::uuid[], ${fields}::text[], ${fields.map(field => story[field])}::text[]) AS g("id", "field", "body")
    ), texts AS (
      INSERT INTO "Text" ("id", "submissionId", "kind", "field") SELECT "id", ${id}::uuid, 'ANSWER', "field" FROM given
    )
    INSERT INTO "TextVersion" ("id", "textId", "number", "body") SELECT gen_random_uuid(), "id", 1, "body" FROM given`
}

/** The answers that are columns of the submission itself. */
export function columnsOf({ organisation, place, example }: AllAnswers) {
  return {
    organisationName: organisation.organisationName,
    organisationType: organisation.organisationType,
    practice: organisation.practice,
    practiceOf: organisation.practiceOf || null,
    communities: organisation.communities,
    neighbourhood: place.neighbourhood || null,
    title: example.title,
  }
}

/** Writes places, themes and links anew. Choices are named by their keys, also those that are offered no longer. */
export async function writeChoices(tx: Transaction, id: string, answers: AllAnswers): Promise<void> {
  const { place, example, material } = answers
  await tx.$executeRaw`
    WITH places AS (
      INSERT INTO "SubmissionPlace" ("submissionId", "placeId")
      SELECT s."id", p."id" FROM "Submission" s JOIN "Place" p ON p."callId" = s."callId"
      WHERE s."id" = ${id}::uuid AND p."key" = ANY(${place.places})
    ), prompts AS (
      INSERT INTO "SubmissionPrompt" ("submissionId", "promptId")
      SELECT s."id", p."id" FROM "Submission" s JOIN "Prompt" p ON p."callId" = s."callId"
      WHERE s."id" = ${id}::uuid AND p."key" = ANY(${example.prompts})
    )
    INSERT INTO "SubmissionLink" ("submissionId", "position", "url")
    SELECT ${id}::uuid, g."position", g."url" FROM unnest(${material.links}::text[]) WITH ORDINALITY AS g("url", "position")`
}

/** Writes who to ask, where anything of it was given. */
export async function writeContact(tx: Transaction, submissionId: string, { contact }: AllAnswers): Promise<void> {
  const details = {
    name: contact.contactName || null,
    email: contact.email || null,
    telephone: contact.telephone || null,
    bestTimes: contact.bestTimes || null,
  }
  if (Object.values(details).some(Boolean)) await tx.contactDetails.create({ data: { submissionId, ...details } })
}

/** What identical campaign texts have in common; null where no letter was written. */
export function textHashOf({ story }: AllAnswers): string | null {
  const bare = bareText(story)
  return bare ? createHash('sha256').update(bare).digest('hex') : null
}

import { createHash, randomUUID } from 'node:crypto'

import { languageOf } from '@/lib/data/submission-language'
import { searchVector } from '@/lib/data/submission-search'
import { together } from '@/lib/data/together'
import type { Transaction } from '@/lib/db'
import { bareText } from '@/lib/domain/campaign'
import type { AllAnswers } from '@/lib/domain/steps'
import { answerFields } from '@/lib/domain/submission'
import { Prisma } from '@/prisma/generated/client'

/** What becomes of the submission with its answers. */
type Beside = {
  status: 'SUBMITTED' | 'QUARANTINED'
  reference: string
  submittedAt: Date
  channel: string
  quarantineReasons: string[]
}

/** The statements that write all answers of a response that has none yet, and close its draft. */
export function answerStatements(id: string, answers: AllAnswers, beside: Beside): Prisma.Sql[] {
  return [
    submissionRow(id, answers, beside),
    ...choiceRows(id, answers),
    ...firstTextRows(id, answers),
    ...contactRow(id, answers),
    Prisma.sql`DELETE FROM "DraftAnswer" WHERE "submissionId" = ${id}::uuid`,
  ]
}

function submissionRow(id: string, answers: AllAnswers, beside: Beside): Prisma.Sql {
  const row = columnsOf(answers)
  const { place, story } = answers
  const said = answerFields.map(field => story[field]).join('\n')
  const search = searchVector({
    names: Prisma.sql`${`${row.organisationName} ${row.title}`}`,
    about: Prisma.sql`concat_ws(' ', ${row.practiceOf}::text, ${row.neighbourhood}::text, ${row.communities.join(' ')}::text,
      (SELECT string_agg(p."name", ' ' ORDER BY p."position") FROM "Place" p
        WHERE p."callId" = s."callId" AND p."key" = ANY(${place.places})))`,
    said: Prisma.sql`${said}`,
  })
  return Prisma.sql`
    UPDATE "Submission" s SET
      "status" = ${beside.status}::"SubmissionStatus", "reference" = ${beside.reference},
      "submittedAt" = ${beside.submittedAt}, "channel" = ${beside.channel},
      "quarantineReasons" = ${beside.quarantineReasons}, "answeredSteps" = '{}', "updatedAt" = now(),
      "organisationName" = ${row.organisationName}, "organisationType" = ${row.organisationType}::"OrganisationType",
      "practice" = ${row.practice}::"Practice", "practiceOf" = ${row.practiceOf}, "communities" = ${row.communities},
      "neighbourhood" = ${row.neighbourhood}, "title" = ${row.title}, "textHash" = ${textHashOf(answers)},
      "language" = ${languageOf(said)}, "search" = ${search}
    WHERE s."id" = ${id}::uuid`
}

/** The texts with their first versions; of what was left empty there is none. */
function firstTextRows(id: string, { story }: AllAnswers): Prisma.Sql[] {
  const fields = answerFields.filter(field => story[field] !== '')
  const ids = fields.map(() => randomUUID())
  return [
    Prisma.sql`
      INSERT INTO "Text" ("id", "submissionId", "kind", "field")
      SELECT g."id", ${id}::uuid, 'ANSWER', g."field" FROM unnest(${ids}::uuid[], ${fields}::text[]) AS g("id", "field")`,
    Prisma.sql`
      INSERT INTO "TextVersion" ("id", "textId", "number", "body")
      SELECT gen_random_uuid(), g."id", 1, g."body"
      FROM unnest(${ids}::uuid[], ${fields.map(field => story[field])}::text[]) AS g("id", "body")`,
  ]
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
  await together(tx, choiceRows(id, answers))
}

function choiceRows(id: string, { place, example, material }: AllAnswers): Prisma.Sql[] {
  return [
    Prisma.sql`
      INSERT INTO "SubmissionPlace" ("submissionId", "placeId")
      SELECT s."id", p."id" FROM "Submission" s JOIN "Place" p ON p."callId" = s."callId"
      WHERE s."id" = ${id}::uuid AND p."key" = ANY(${place.places})`,
    Prisma.sql`
      INSERT INTO "SubmissionPrompt" ("submissionId", "promptId")
      SELECT s."id", p."id" FROM "Submission" s JOIN "Prompt" p ON p."callId" = s."callId"
      WHERE s."id" = ${id}::uuid AND p."key" = ANY(${example.prompts})`,
    Prisma.sql`
      INSERT INTO "SubmissionLink" ("submissionId", "position", "url")
      SELECT ${id}::uuid, g."position", g."url" FROM unnest(${material.links}::text[]) WITH ORDINALITY AS g("url", "position")`,
  ]
}

/** Writes who to ask, where anything of it was given. */
export async function writeContact(tx: Transaction, submissionId: string, answers: AllAnswers): Promise<void> {
  await together(tx, contactRow(submissionId, answers))
}

function contactRow(submissionId: string, { contact }: AllAnswers): Prisma.Sql[] {
  const given = [contact.contactName, contact.email, contact.telephone, contact.bestTimes].map(text => text || null)
  if (!given.some(Boolean)) return []
  return [
    Prisma.sql`
      INSERT INTO "ContactDetails" ("submissionId", "name", "email", "telephone", "bestTimes")
      VALUES (${submissionId}::uuid, ${Prisma.join(given)})`,
  ]
}

/** What identical campaign texts have in common; null where no letter was written. */
export function textHashOf({ story }: AllAnswers): string | null {
  const bare = bareText(story)
  return bare ? createHash('sha256').update(bare).digest('hex') : null
}

import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Client } from 'pg'

import {
  answerStep,
  open,
  standingFields,
  stepOf,
  wholeResponse,
  type Fields,
  type Respondent,
} from '@/e2e/http-respondent'
import type { Stage } from './stage'

/** A draft of which only the sending is left: its row, and what the button of its check page sends. */
export type Template = { id: string; fields: Fields }

/** A draft, and the token that opens it. */
export type Draft = { id: string; token: string }

/** Answers all steps, up to the check page. */
export async function draftAtCheck({ database }: Stage, respondent: Respondent): Promise<Template> {
  let page = await open(respondent, '/submit')
  while (stepOf(page) !== 'check') page = await answerStep(respondent, page, wholeResponse(999_999))
  const token = respondent.cookies.get('draft') ?? ''
  const { rows } = await database.query<{ id: string }>(
    'SELECT "submissionId" AS id FROM "PrivateKey" WHERE "tokenHash" = $1',
    [hash(token)],
  )
  return { id: rows[0]?.id ?? '', fields: standingFields(page, 'Send your evidence') }
}

const hash = (token: string) => createHash('sha256').update(token).digest('hex')

/** As many drafts as are wanted, each like the template and begun ten minutes ago, by copying its rows. */
export async function cloneDrafts(
  database: Client,
  template: Template,
  many: number,
): Promise<{ drafts: Draft[]; template: Template }> {
  const drafts = Array.from({ length: many }, () => ({
    id: randomUUID(),
    token: randomBytes(32).toString('base64url'),
  }))
  const given = [template.id, drafts.map(({ id }) => id)]
  await database.query(
    `INSERT INTO "Submission" SELECT (jsonb_populate_record(s,
       jsonb_build_object('id', g.id, 'createdAt', now() - interval '10 minutes'))).*
     FROM "Submission" s, unnest($2::uuid[]) AS g(id) WHERE s."id" = $1`,
    given,
  )
  await database.query(
    `INSERT INTO "DraftAnswer" SELECT (jsonb_populate_record(a, jsonb_build_object('submissionId', g.id))).*
     FROM "DraftAnswer" a, unnest($2::uuid[]) AS g(id) WHERE a."submissionId" = $1`,
    given,
  )
  await database.query(
    `INSERT INTO "PrivateKey" ("id", "submissionId", "kind", "tokenHash", "expiresAt")
     SELECT gen_random_uuid(), g.id, 'BROWSER', g.hash, now() + interval '1 day'
     FROM unnest($1::uuid[], $2::text[]) AS g(id, hash)`,
    [given[1], drafts.map(({ token }) => hash(token))],
  )
  return { drafts, template }
}

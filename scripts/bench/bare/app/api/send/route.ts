import { createHash, randomBytes, randomUUID } from 'node:crypto'

import { newReference } from '@/lib/domain/reference'
import { pool } from '@/scripts/bench/bare/pool'

type Send = { id: string; callId: string; network: string; places: string[]; prompts: string[]; texts: string[] }

const fields = ['whatHappened', 'difference', 'learned']

/** The rows that the portal commits for the sending of a response: made here without looking at anything. */
export async function POST(request: Request) {
  const sent = (await request.json()) as Send
  const client = await pool().connect()
  try {
    await client.query('BEGIN')
    for (const [statement, given] of rowsOf(sent)) await client.query(statement, given)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
  return Response.json({ ok: true })
}

/** A statement for each table. */
function rowsOf({ id, callId, network, places, prompts, texts }: Send): [string, unknown[]][] {
  const ids = texts.map(() => randomUUID())
  const mail = randomUUID()
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  return [
    [`INSERT INTO "RateLimit" ("key", "windowStart", "hits") VALUES ($1, now(), 1)`, [hash(`${network}${id}`)]],
    [
      `UPDATE "Submission" SET "status" = 'SUBMITTED', "reference" = $2, "submittedAt" = now(), "updatedAt" = now(),
         "organisationName" = 'Measured', "organisationType" = 'NEIGHBOURHOOD', "practice" = 'OWN', "title" = 'Measured',
         "answeredSteps" = '{}', "textHash" = $3, "search" = to_tsvector('english', $4) WHERE "id" = $1`,
      [id, newReference(), hash(texts.join()), texts.join(' ')],
    ],
    [`INSERT INTO "SubmissionPlace" SELECT $1, unnest($2::uuid[])`, [id, places]],
    [`INSERT INTO "SubmissionPrompt" SELECT $1, unnest($2::uuid[])`, [id, prompts]],
    [`INSERT INTO "SubmissionLink" ("submissionId", "position", "url") VALUES ($1, 1, 'https://example.org/')`, [id]],
    [
      `INSERT INTO "Text" ("id", "submissionId", "kind", "field") SELECT t, $2, 'ANSWER', f FROM unnest($1::uuid[], $3::text[]) AS given(t, f)`,
      [ids, id, fields],
    ],
    [
      `INSERT INTO "TextVersion" ("id", "textId", "number", "body") SELECT gen_random_uuid(), t, 1, b FROM unnest($1::uuid[], $2::text[]) AS given(t, b)`,
      [ids, texts],
    ],
    [
      `INSERT INTO "ContactDetails" ("submissionId", "name", "email") VALUES ($1, 'Measured', 'measured@bare.example')`,
      [id],
    ],
    [
      `INSERT INTO "Consent" ("id", "submissionId", "kind", "answer", "wording", "wordingVersion", "channel")
       SELECT gen_random_uuid(), $1, k::"ConsentKind", 'NO', $2, '1', 'form' FROM unnest('{TELEPHONE,PUBLISH,TELL_OUTCOME,SHOW_BEFORE}'::text[]) AS k`,
      [id, 'The wording of a consent, as long as one of them usually is. '.repeat(4)],
    ],
    [`DELETE FROM "DraftAnswer" WHERE "submissionId" = $1`, [id]],
    [
      `INSERT INTO "AuditEntry" ("callId", "actorKind", "action", "thingKind", "thingId") VALUES ($1, 'respondent', 'submission.send', 'submission', $2)`,
      [callId, id],
    ],
    [
      `INSERT INTO "Mail" ("id", "key", "submissionId", "toAddress", "subject", "body", "linkKind", "status") VALUES ($1, $2, $3, 'measured@bare.example', 'Measured', $4, 'EVIDENCE', 'SENT')`,
      [mail, `bare:${id}`, id, 'The text of a receipt, as long as it usually is. '.repeat(24)],
    ],
    [
      `SELECT graphile_worker.add_job('send-mail', json_build_object('id', $1::text), job_key := $2, max_attempts := 12)`,
      [mail, `send-mail:${mail}`],
    ],
    [
      `INSERT INTO "PrivateKey" ("id", "submissionId", "kind", "tokenHash", "expiresAt") VALUES (gen_random_uuid(), $1, 'EVIDENCE', $2, now() + interval '2 years')`,
      [id, hash(randomBytes(32).toString('base64url'))],
    ],
  ]
}

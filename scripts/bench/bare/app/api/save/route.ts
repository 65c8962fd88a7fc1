import { pool } from '@/scripts/bench/bare/pool'

type Save = { submissionId: string; field: string; value: string; writer: string }

/** The row that the portal commits for the save of one answer. */
export async function POST(request: Request) {
  const { submissionId, field, value, writer } = (await request.json()) as Save
  await pool().query(
    `INSERT INTO "DraftAnswer" AS kept ("submissionId", "field", "value", "writer") VALUES ($1, $2, $3, $4)
     ON CONFLICT ("submissionId", "field") DO UPDATE SET
       "value" = EXCLUDED."value", "version" = kept."version" + 1, "writer" = EXCLUDED."writer", "savedAt" = now()`,
    [submissionId, field, JSON.stringify(value), writer],
  )
  return Response.json({ ok: true })
}

import { pool } from '@/scripts/bench/bare/pool'

/** One row, committed. */
export async function POST(request: Request) {
  const { body } = (await request.json()) as { body: string }
  await pool().query('INSERT INTO bench.row (body) VALUES ($1)', [body])
  return Response.json({ ok: true })
}

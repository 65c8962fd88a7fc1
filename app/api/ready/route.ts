import { connection } from 'next/server'

import { latestMigration } from '@/lib/data/health'

/** Ready: the database answers and is migrated. 503 while it is not. */
export async function GET() {
  await connection()
  const migration = await latestMigration().catch(() => null)
  const headers = { 'cache-control': 'no-store' }
  if (migration) return Response.json({ ready: true, migration }, { headers })
  return Response.json({ ready: false }, { status: 503, headers: { ...headers, 'retry-after': '5' } })
}

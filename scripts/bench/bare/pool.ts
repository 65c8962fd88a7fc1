import { Pool } from 'pg'

// as many connections and the same settings as lib/db.ts gives the portal
function connect(): Pool {
  const pool = new Pool({
    connectionString: process.env.DATABASE_URL,
    max: 10,
    options: '-c jit=off -c timezone=UTC',
  })
  pool.on('error', () => undefined)
  return pool
}

const kept = globalThis as typeof globalThis & { barePool?: Pool }

/** The database of the portal that is measured, by its driver alone. */
export function pool(): Pool {
  return (kept.barePool ??= connect())
}

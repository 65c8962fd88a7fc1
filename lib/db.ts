import { PrismaPg } from '@prisma/adapter-pg'

import { env } from '@/lib/env'
import { PrismaClient } from '@/prisma/generated/client'

const poolSize = 10

function connect() {
  const url = env().databaseUrl
  if (!url) throw new Error('DATABASE_URL is unset: start the portal with `npm start`, which starts PostgreSQL first.')
  const adapter = new PrismaPg({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
    options: '-c jit=off -c timezone=UTC',
  })
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 10_000 } })
}

// In development modules are loaded anew at each change; the pool must not be.
const kept = globalThis as typeof globalThis & { portalDatabase?: PrismaClient }

/** The database. Connected on first use, so that a build needs none. Only lib/data, the seed and tests import it. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_, property) {
    const client = (kept.portalDatabase ??= connect())
    const value: unknown = Reflect.get(client, property, client)
    return typeof value === 'function' ? value.bind(client) : value
  },
})

/** What a transaction is given: the same calls, all or nothing. */
export type Transaction = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>

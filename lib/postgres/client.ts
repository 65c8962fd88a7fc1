import { Client, DatabaseError } from 'pg'

/**
 * Connects, does `work`, and leaves, whatever happens. For the few places below Prisma: starting, migrating, test
 * databases. Waits at most `patience` milliseconds for the connection. Errors are those of `pg`.
 */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>, patience = 10_000): Promise<T> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: patience,
    application_name: 'portal set-up',
  })
  // without a listener, a server that dies would end this process; the query under way fails by itself
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** PostgreSQL's five-character code of an error, such as `42P04`; or the system's, such as `ECONNREFUSED`; or none. */
export function errorCode(error: unknown): string | undefined {
  if (error instanceof DatabaseError) return error.code
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** The same server and account, another database. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(database)}`
  return other.href
}

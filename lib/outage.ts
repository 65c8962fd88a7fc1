/** Codes of Prisma, PostgreSQL and the network for a database that is away or has no place left for now. */
const passing = /\b(?:P1001|P1002|P1008|P1017|P2024|57P0[1-3]|53300|08\d{3}|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)\b/
const saidOf =
  /Can't reach database|Connection terminated|Timed out|timeout exceeded|DatabaseNotReachable|ConnectionClosed|TooManyConnections/i

/** Whether a fault means that the database is out of reach for the moment, rather than that something is wrong with us. */
export function isOutOfReach(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause ? String(cause.code) : ''
    if (passing.test(code) || (/Prisma|^Error$/.test(cause.name) && saidOf.test(cause.message))) return true
  }
  return false
}

// The door and Next's own modules are loaded apart; what both must know lies in one place of the process.
const shared = globalThis as typeof globalThis & { portalDatabaseFailedAt?: number }

/** Notes that a request met a database out of reach. */
export function noteOutOfReach(): void {
  shared.portalDatabaseFailedAt = Date.now()
}

/** Whether a request has met a database out of reach since `time` (milliseconds, as `Date.now()` counts). */
export function databaseFailedSince(time: number): boolean {
  return (shared.portalDatabaseFailedAt ?? 0) >= time
}

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

const nextsOwn = /^    at .*(?:[(\s]node:|<anonymous>|[\\/]node_modules[\\/]next[\\/])/

/**
 * Whether a fault means that what was posted cannot be taken apart: a form cut short, or arguments of an action that
 * are none. Such a fault is thrown by Next alone, before any code of ours or of another package has run: what waited
 * for it, further down, does not matter.
 */
export function isUnreadablePost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const places = (error.stack ?? '').split('\n').filter(line => line.startsWith('    at '))
  const waited = places.findIndex(place => place.includes('processTicksAndRejections'))
  const thrown = waited < 0 ? places : places.slice(0, waited)
  return thrown.length > 0 && thrown.every(place => nextsOwn.test(place))
}

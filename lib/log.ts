type Level = 'info' | 'warn' | 'error'

/**
 * Writes one line of JSON to standard error. `facts` are ids, counts and names of things, never personal values:
 * no address, name, number, token or text that somebody typed.
 */
export function log(level: Level, event: string, facts: Record<string, string | number | boolean | null> = {}): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })}\n`)
}

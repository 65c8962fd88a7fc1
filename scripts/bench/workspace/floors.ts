import fs from 'node:fs'
import path from 'node:path'
import type { Client } from 'pg'

/** A floor: one statement of `scripts/bench/floors`, which gives the rows that the portal gives. */
export type Floor = { name: string; text: string; given: unknown[] }

const folder = path.join('scripts', 'bench', 'floors')
const plans = path.join('docs', 'figures', 'workspace-plans')

export function floorOf(name: string, given: unknown[]): Floor {
  return { name, text: fs.readFileSync(path.join(folder, `${name}.sql`), 'utf8'), given }
}

/** Runs it as a prepared statement, and answers its rows. */
export async function runFloor<R extends object>(database: Client, { name, text, given }: Floor): Promise<R[]> {
  return (await database.query<R>({ name, text, values: given })).rows
}

/** Keeps the plan of a floor beside the figures, as `EXPLAIN (ANALYZE, BUFFERS)` tells it; nothing that it writes stays. */
export async function keepPlan(database: Client, { name, text, given }: Floor, size: number): Promise<void> {
  await database.query('BEGIN')
  const explained = await database
    .query<{ 'QUERY PLAN': string }>({ text: `EXPLAIN (ANALYZE, BUFFERS) ${text}`, values: given })
    .finally(() => database.query('ROLLBACK'))
  fs.mkdirSync(plans, { recursive: true })
  const lines = explained.rows.map(row => row['QUERY PLAN'])
  fs.writeFileSync(path.join(plans, `${name}-${size}.txt`), `${lines.join('\n')}\n`)
}

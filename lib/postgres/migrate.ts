import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Client } from 'pg'
import { errorCode, withClient } from './client'
import { projectRoot } from './data-dir'

type Log = (line: string) => void
type Migration = { name: string; sql: string }
type LedgerRow = { migration_name: string; checksum: string; finished_at: Date | null }

/** The advisory lock that Prisma's engine takes, so that it and we wait for each other. */
const prismaLock = 72707369

/** The folder with the migrations, in Prisma's layout: `<name>/migration.sql`. */
export function migrationsFolder(): string {
  return path.join(/* turbopackIgnore: true */ projectRoot(), 'prisma', 'migrations')
}

/**
 * Brings the database at `url` up to date and answers the names of the migrations that it applied. Keeps Prisma's own
 * ledger, so `prisma migrate deploy` and this can be used on one database in any order, and several at once.
 *
 * A migration and its entry in the ledger are one transaction. What PostgreSQL refuses inside one, such as
 * `CREATE INDEX CONCURRENTLY`, has a file of its own. Throws a sentence that names the migration that failed. Logs each
 * one applied, and a warning for one that was changed after it was applied, or that this folder doesn't have.
 */
export async function migrate(url: string, options: { log?: Log; folder?: string } = {}): Promise<string[]> {
  const { log = () => {}, folder = migrationsFolder() } = options
  const migrations = readMigrations(folder)
  return withClient(url, async client => {
    await takeLock(client)
    const applied = await readLedger(client)
    warnOfDifferences(migrations, applied, log)
    const missing = migrations.filter(({ name }) => !applied.has(name))
    for (const migration of missing) {
      await apply(client, migration)
      log(`Applied the migration ${migration.name}`)
    }
    return missing.map(({ name }) => name)
  })
}

/** The names of the migrations in the folder that the database at `url` does not have yet. Changes nothing. */
export async function pendingMigrations(url: string, folder = migrationsFolder()): Promise<string[]> {
  return withClient(url, async client => {
    const { rows } = await client.query<{ there: boolean }>(
      `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`,
    )
    const applied = rows[0]?.there ? await readEntries(client) : new Map<string, string>()
    return readMigrations(folder).flatMap(({ name }) => (applied.has(name) ? [] : [name]))
  })
}

/** The migrations of a folder, in the order in which they are applied. */
export function readMigrations(folder: string): Migration[] {
  const names = fs
    .readdirSync(folder, { withFileTypes: true })
    .flatMap(entry => (entry.isDirectory() ? [entry.name] : []))
  return names.sort().map(name => {
    const file = path.join(folder, name, 'migration.sql')
    if (!fs.existsSync(file))
      throw new Error(`The migration ${name} has no file migration.sql: restore it, or delete its folder.`)
    return { name, sql: fs.readFileSync(file, 'utf8') }
  })
}

async function takeLock(client: Client): Promise<void> {
  try {
    await client.query(`SET lock_timeout = '120s'`)
    await client.query('SELECT pg_advisory_lock($1)', [prismaLock])
    await client.query('RESET lock_timeout')
  } catch (error) {
    if (errorCode(error) !== '55P03') throw error
    throw new Error(
      'Another program has been migrating this database for two minutes: wait for it or end it, then try again.',
    )
  }
}

/** Makes the ledger where there is none, as Prisma does, and reads which migrations are applied, with their checksums. */
async function readLedger(client: Client): Promise<Map<string, string>> {
  await client.query(`CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`)
  return readEntries(client)
}

async function readEntries(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<LedgerRow>(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  )
  const unfinished = rows.find(row => row.finished_at === null)?.migration_name
  if (unfinished) {
    throw new Error(
      `The migration ${unfinished} was begun and not finished, so the database may hold part of it: undo that part, then run "npx prisma migrate resolve --rolled-back ${unfinished}".`,
    )
  }
  return new Map(rows.map(row => [row.migration_name, row.checksum]))
}

function warnOfDifferences(migrations: Migration[], applied: Map<string, string>, log: Log): void {
  for (const { name, sql } of migrations) {
    const checksum = applied.get(name)
    if (checksum === undefined || writtenForms(sql).some(form => checksumOf(form) === checksum)) continue
    log(`Warning: the migration ${name} was changed after it was applied, and the change is not in the database.`)
  }
  const known = new Set(migrations.map(({ name }) => name))
  const strange = [...applied.keys()].filter(name => !known.has(name))
  if (strange.length === 0) return
  log(
    `Warning: the database has migrations that this version does not know: ${strange.join(', ')}. Use the newer version.`,
  )
}

/** Git may check a file out with either ending of lines; to Prisma and to us that is no change. */
function writtenForms(sql: string): string[] {
  const unix = sql.replaceAll('\r\n', '\n')
  return [sql, unix, unix.replaceAll('\n', '\r\n')]
}

/** The checksum that the ledger keeps of a migration: SHA-256 of its text, in hexadecimal. */
function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex')
}

async function apply(client: Client, migration: Migration): Promise<void> {
  const { name, sql } = migration
  try {
    await client.query('BEGIN')
    await client.query(sql)
    await enter(client, migration, 'now()')
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {}) // a lost connection has done so
    if (errorCode(error) === '25001') return applyAlone(client, migration)
    throw new Error(`The migration ${name} failed, and nothing of it was kept: ${reasonOf(error, sql)}`, {
      cause: error,
    })
  }
}

/** For what PostgreSQL refuses inside a transaction. The ledger shows it as begun until it is finished, as Prisma's does. */
async function applyAlone(client: Client, migration: Migration): Promise<void> {
  const { name, sql } = migration
  const id = await enter(client, migration, 'NULL')
  try {
    await client.query(sql)
  } catch (error) {
    await client.query('UPDATE "_prisma_migrations" SET logs = $2 WHERE id = $1', [id, reasonOf(error, sql)])
    throw new Error(
      `The migration ${name} failed, and part of it may be in the database, since it can't run in a transaction: ${reasonOf(error, sql)} Undo that part, then run "npx prisma migrate resolve --rolled-back ${name}".`,
      { cause: error },
    )
  }
  await client.query('UPDATE "_prisma_migrations" SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id])
}

async function enter(client: Client, { name, sql }: Migration, finished: 'now()' | 'NULL'): Promise<string> {
  const id = randomUUID()
  await client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, clock_timestamp(), ${finished}, ${finished === 'NULL' ? 0 : 1})`,
    [id, checksumOf(sql), name],
  )
  return id
}

function reasonOf(error: unknown, sql: string): string {
  if (!(error instanceof Error)) return String(error)
  const position = 'position' in error && Number(error.position)
  const line = position ? sql.slice(0, position - 1).split('\n').length : 0
  return `${error.message}${line ? ` (line ${line} of migration.sql)` : ''}.`
}

/**
 * Runs Prisma's commands, also without the internet: node --import tsx scripts/prisma.ts <command>
 *
 *   generate          writes the client to prisma/generated
 *   validate          checks prisma/schema.prisma
 *   migration NAME    writes the next migration, from what the schema says and the migrations don't yet
 *   drift             ends with 1 if the migrations make anything but what the schema says
 */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { withClient, withDatabase } from '@/lib/postgres/client'
import { projectRoot } from '@/lib/postgres/data-dir'
import { usePostgres } from '@/lib/postgres/embedded'
import { migrate, migrationsFolder, readMigrations } from '@/lib/postgres/migrate'

const schema = path.join('prisma', 'schema.prisma')

/** Runs Prisma itself and answers its exit code; `quiet` keeps what it prints from the terminal unless it fails. */
function runPrisma(args: string[], given: { databaseUrl?: string; quiet?: boolean } = {}): number {
  const cli = createRequire(import.meta.url).resolve('prisma/build/index.js')
  const result = spawnSync(process.execPath, [cli, ...args], {
    cwd: projectRoot(),
    stdio: given.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    encoding: 'utf8',
    env: {
      ...process.env,
      ...(given.databaseUrl ? { DATABASE_URL: given.databaseUrl } : {}),
      ...ownEngine(),
      CHECKPOINT_DISABLE: '1', // no call to Prisma's own server
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
  })
  const status = result.status ?? 1
  if (given.quiet && status !== 0 && status !== 2) process.stderr.write(`${result.stdout}${result.stderr}`)
  return status
}

/** Windows can't start a script as a program, so there Prisma downloads its engine. */
function ownEngine(): Record<string, string> {
  if (process.platform === 'win32' || process.env.PRISMA_SCHEMA_ENGINE_BINARY) return {}
  return { PRISMA_SCHEMA_ENGINE_BINARY: path.join(projectRoot(), 'scripts', 'schema-engine.mjs') }
}

/** The SQL that is missing between the migrations and the schema; empty when nothing is. Works in a database of its own. */
async function missingSql(): Promise<string> {
  const postgres = await usePostgres()
  const name = `portal_draft_${randomBytes(4).toString('hex')}`
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-migration-'))
  try {
    await withClient(postgres.url, client => client.query(`CREATE DATABASE ${name} TEMPLATE template0`))
    const url = withDatabase(postgres.url, name)
    await migrate(url)
    const output = path.join(folder, 'migration.sql')
    const args = ['migrate', 'diff', '--from-config-datasource', '--to-schema', schema, '--script', '--exit-code']
    const status = runPrisma([...args, '--output', output], { databaseUrl: url, quiet: true })
    if (status === 0) return ''
    if (status !== 2) throw new Error('Prisma could not compare the migrations with the schema.')
    return fs.readFileSync(output, 'utf8')
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
    await withClient(postgres.url, client => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
    await postgres.stop()
  }
}

async function writeMigration(name: string): Promise<number> {
  fs.mkdirSync(migrationsFolder(), { recursive: true })
  if (!/^[a-z0-9]+([_-][a-z0-9]+)*$/.test(name)) {
    console.error('Give the migration a name in small letters, for example: migration add_follow_ups')
    return 1
  }
  const sql = await missingSql()
  if (!sql) {
    console.log('The migrations already make what the schema says.')
    return 0
  }
  fs.writeFileSync(path.join(migrationsFolder(), 'migration_lock.toml'), 'provider = "postgresql"\n')
  const folder = path.join(migrationsFolder(), `${nextStamp()}_${name.replaceAll('-', '_')}`)
  fs.mkdirSync(folder)
  fs.writeFileSync(path.join(folder, 'migration.sql'), sql)
  console.log(
    `Wrote ${path.relative(projectRoot(), folder)}/migration.sql: read it, and add the checks that the schema can't say.`,
  )
  return 0
}

/** The time as Prisma writes it, moved past the last migration, since the names are the order. */
function nextStamp(): string {
  const now = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const last = readMigrations(migrationsFolder()).at(-1)?.name.slice(0, 14) ?? ''
  return last >= now ? String(BigInt(last) + 1n) : now
}

async function reportDrift(): Promise<number> {
  const sql = await missingSql()
  if (!sql) return 0
  console.error(`The migrations do not make what ${schema} says. What is missing:\n\n${sql}`)
  console.error('Write it with: npm run migration -- NAME')
  return 1
}

async function run([command, name = '']: string[]): Promise<number> {
  if (command === 'generate') return runPrisma(['generate', '--no-hints'], { quiet: true })
  if (command === 'validate') return runPrisma(['validate'], { quiet: true })
  if (command === 'migration') return writeMigration(name)
  if (command === 'drift') return reportDrift()
  console.error('Say one of: generate, validate, migration NAME, drift')
  return 1
}

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})

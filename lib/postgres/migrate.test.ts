import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { systemEnvironment } from '@/lib/env'
import { withClient, withDatabase } from './client'
import { dataDir, makeFolder, projectRoot } from './data-dir'
import { migrate, pendingMigrations } from './migrate'

const server = inject('testServer')
const name = `${server.prefix}migrate`
const url = withDatabase(server.url, name)
const folder = path.join(dataDir(), 'migrations')

const write = (migration: string, sql: string) => {
  makeFolder(path.join(folder, migration))
  fs.writeFileSync(path.join(folder, migration, 'migration.sql'), sql)
}
const rows = (sql: string) => withClient(url, async client => (await client.query(sql)).rows)
const ledger = () =>
  rows('SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM "_prisma_migrations"')

beforeEach(async () => {
  await withClient(server.url, client => client.query(`CREATE DATABASE ${name} TEMPLATE template0`))
  write('1_first', `CREATE TABLE one (id int);\nINSERT INTO one VALUES (1);\n`)
})
afterEach(async () => {
  fs.rmSync(folder, { recursive: true })
  await withClient(server.url, client => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
})

test('migrations are applied once, in order, by several at once', async () => {
  write('2_second', `ALTER TABLE one RENAME TO two; CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$;`)
  expect(await pendingMigrations(url, folder)).toEqual(['1_first', '2_second'])
  const answers = await Promise.all([1, 2, 3].map(() => migrate(url, { folder })))
  expect(answers.flat()).toEqual(['1_first', '2_second'])
  expect(await rows('SELECT * FROM two')).toEqual([{ id: 1 }])
  expect(await pendingMigrations(url, folder)).toEqual([])
})

test('a migration that fails says where, and leaves nothing', async () => {
  write('2_second', `CREATE TABLE two (id int);\nINSERT INTO two VALUES (1);\nCREATE TABEL three (id int);\n`)
  const sentence =
    /^The migration 2_second failed, and nothing of it was kept: syntax error at or near "TABEL" \(line 3 /
  await expect(migrate(url, { folder })).rejects.toThrow(sentence)
  expect(await rows(`SELECT to_regclass('two') AS two`)).toEqual([{ two: null }])
  expect(await ledger()).toEqual([{ name: '1_first', finished: true }])
  write('2_second', `CREATE TABLE two (id int);`)
  expect(await migrate(url, { folder })).toEqual(['2_second'])
})

describe('what can not be in a transaction', () => {
  test('has a file of its own', async () => {
    write('2_second', 'CREATE INDEX CONCURRENTLY one_id ON one (id);')
    expect(await migrate(url, { folder })).toEqual(['1_first', '2_second'])
    expect(await rows(`SELECT indisvalid FROM pg_index WHERE indexrelid = 'one_id'::regclass`)).toEqual([
      { indisvalid: true },
    ])
  })

  test('may leave a part when it fails, and is not tried again before someone has looked', async () => {
    write('2_second', 'INSERT INTO one VALUES (1);')
    write('3_third', 'CREATE UNIQUE INDEX CONCURRENTLY one_id ON one (id);')
    await expect(migrate(url, { folder })).rejects.toThrow(
      /3_third failed, and part of it may be .*resolve --rolled-back/,
    )
    await expect(migrate(url, { folder })).rejects.toThrow(/3_third was begun and not finished/)
  })
})

test('a migration that was changed after it was applied, or that is not known, is warned of', async () => {
  await migrate(url, { folder })
  const said: string[] = []
  const first = path.join(folder, '1_first', 'migration.sql')
  fs.writeFileSync(first, fs.readFileSync(first, 'utf8').replaceAll('\n', '\r\n'))
  await migrate(url, { folder, log: line => said.push(line) })
  expect(said).toEqual([])
  write('1_first', 'CREATE TABLE other (id int);')
  await migrate(url, { folder, log: line => said.push(line) })
  expect(said).toEqual([expect.stringContaining('1_first was changed after it was applied')])
  fs.renameSync(path.join(folder, '1_first'), path.join(folder, '0_before'))
  await migrate(url, { folder, log: line => said.push(line) })
  expect(said[1]).toContain('does not know: 1_first')
})

describe('Prisma agrees', () => {
  const prisma = (...args: string[]) => {
    const cli = path.join(projectRoot(), 'node_modules', 'prisma', 'build', 'index.js')
    const engine = path.join(projectRoot(), 'scripts', 'schema-engine.mjs')
    const config = path.join(projectRoot(), 'prisma.config.ts')
    return execFileSync(process.execPath, [cli, ...args, '--config', config], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: systemEnvironment({ DATABASE_URL: url, PRISMA_SCHEMA_ENGINE_BINARY: engine, CHECKPOINT_DISABLE: '1' }),
    })
  }

  test('that what we applied is up to date, with the right checksums', async () => {
    await migrate(url)
    expect(prisma('migrate', 'status')).toContain('Database schema is up to date')
    expect(prisma('migrate', 'deploy')).toContain('No pending migrations to apply')
  })

  test('and we agree with what it applied', async () => {
    expect(prisma('migrate', 'deploy')).toContain('successfully applied')
    const said: string[] = []
    expect(await migrate(url, { log: line => said.push(line) })).toEqual([])
    expect(said).toEqual([])
  })
}, 60_000)

import { createHash } from 'node:crypto'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { readEnv } from '@/lib/env'
import { prepareJobs } from '@/lib/jobs/worker'
import { errorCode, withClient, withDatabase } from '@/lib/postgres/client'
import { checkOutsideServer } from '@/lib/postgres/embedded'
import { isTaken } from '@/lib/postgres/process-identity'
import { migrate, migrationsFolder, readMigrations } from '@/lib/postgres/migrate'
import { joinServer } from '@/lib/postgres/server'
import { testingFolder } from './testing-folder'

declare module 'vitest' {
  interface ProvidedContext {
    /** A database of the test server that no test works in; the migrated one that each worker copies; how to name copies. */
    testServer: { url: string; template: string; prefix: string }
  }
}

/**
 * Before the tests: makes sure that a server runs (`DATABASE_URL`'s, whose own database is not touched, or one of our
 * own, apart from the portal's) and that it has a migrated template. The template is kept until the migrations change.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await testServer()
  const prefix = `portal_test_${process.pid}_`
  await dropLeftovers(server.url, server.embedded)
  const template = await prepareTemplate(server.url)
  project.provide('testServer', { url: server.url, template, prefix })
  return async () => {
    await dropDatabases(server.url, name => name.startsWith(prefix))
    await server.stop()
  }
}

async function testServer(): Promise<{ url: string; embedded: boolean; stop(): Promise<void> }> {
  const { databaseUrl } = readEnv(process.env)
  if (!databaseUrl) {
    return { ...(await joinServer(path.join(testingFolder(), 'postgres'), 'portal_tests')), embedded: true }
  }
  await checkOutsideServer(databaseUrl)
  return { url: databaseUrl, embedded: false, stop: async () => {} }
}

async function prepareTemplate(url: string): Promise<string> {
  const hash = createHash('sha256')
    .update(JSON.stringify([readMigrations(migrationsFolder()), 'with the queue of jobs']))
    .digest('hex')
  // the day is in the name so that templates of other versions, which another run may be using, go in the end
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '')
  const template = `portal_template_${day}_${hash.slice(0, 12)}`
  if ((await databaseNames(url)).includes(template)) return template
  await dropDatabases(url, name => name.startsWith('portal_template_') && !name.startsWith(`portal_template_${day}`))
  const draft = `portal_test_${process.pid}_template`
  await withClient(url, client => client.query(`CREATE DATABASE ${draft} TEMPLATE template0`))
  await migrate(withDatabase(url, draft))
  await prepareJobs(withDatabase(url, draft))
  await withClient(url, client => client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`)).catch(
    (error: unknown) => {
      if (errorCode(error) !== '42P04') throw error // another run was quicker
    },
  )
  return template
}

/** What runs that were killed left. On a server that other machines use too, a number of theirs means nothing here. */
async function dropLeftovers(url: string, embedded: boolean): Promise<void> {
  if (!embedded) return
  await dropDatabases(url, name => {
    const pid = /^portal_test_(\d+)_/.exec(name)?.[1]
    return pid !== undefined && !isTaken(Number(pid))
  })
}

async function dropDatabases(url: string, which: (name: string) => boolean): Promise<void> {
  const names = (await databaseNames(url)).filter(which)
  await withClient(url, async client => {
    for (const name of names)
      await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`)
  })
}

async function databaseNames(url: string): Promise<string[]> {
  const { rows } = await withClient(url, client => client.query<{ datname: string }>('SELECT datname FROM pg_database'))
  return rows.map(({ datname }) => datname)
}

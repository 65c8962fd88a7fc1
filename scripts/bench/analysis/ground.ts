import { randomUUID } from 'node:crypto'
import { Client } from 'pg'

import { testDataDir } from '@/e2e/portal'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { settleDatabase } from '@/lib/env'
import { prepareJobs } from '@/lib/jobs/worker'
import { withClient, withDatabase } from '@/lib/postgres/client'
import { usePostgres } from '@/lib/postgres/embedded'
import { migrate } from '@/lib/postgres/migrate'
import { firstContents } from '@/scripts/first-contents'

/** A database of its own with the demonstration's call, and how to make empty portals beside it. No portal runs. */
export type Ground = {
  url: string
  database: Client
  callId: string
  lead: Viewer
  /** An empty portal in the same server: its address. */
  emptyPortal(): Promise<string>
}

/** Makes the ground, has the work done and clears everything away, whatever happens. */
export async function onGround<T>(work: (ground: Ground) => Promise<T>): Promise<T> {
  process.env.DATA_DIR = testDataDir('bench-analysis', { fresh: true })
  Object.assign(process.env, { DEMO: 'on', DATABASE_URL: '' })
  const postgres = await usePostgres()
  try {
    await prepare(postgres.url)
    settleDatabase(postgres.url)
    await firstContents({ embedded: true, now: new Date() })
    const database = new Client(postgres.url)
    await database.connect()
    try {
      const { id: callId } = await db.call.findFirstOrThrow({ where: { isCurrent: true }, select: { id: true } })
      const lead = await leadOf()
      return await work({ url: postgres.url, database, callId, lead, emptyPortal: () => emptyPortal(postgres.url) })
    } finally {
      await database.end()
      await db.$disconnect()
    }
  } finally {
    await postgres.stop()
    testDataDir('bench-analysis', { fresh: true })
  }
}

async function prepare(url: string): Promise<void> {
  await migrate(url)
  await prepareJobs(url)
}

async function emptyPortal(url: string): Promise<string> {
  const name = `bench_${randomUUID().slice(0, 8)}`
  await withClient(url, client => client.query(`CREATE DATABASE ${name}`))
  const made = withDatabase(url, name)
  await prepare(made)
  return made
}

/** The first lead there is, as the data layer knows them. */
export async function leadOf(): Promise<Viewer> {
  const { team, ...person } = await db.person.findFirstOrThrow({
    where: { role: 'LEAD', disabledAt: null },
    select: {
      ...{ id: true, name: true, email: true, role: true },
      team: { select: { id: true, name: true, short: true } },
    },
    orderBy: { email: 'asc' },
  })
  return { ...person, team, sessionId: '' }
}

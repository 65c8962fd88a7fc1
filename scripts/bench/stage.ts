import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import type { Client } from 'pg'

import { openLine, type Line } from '@/e2e/http-line'
import { databaseOf, freePort, openDatabase, startPortal, testDataDir, type Portal } from '@/e2e/portal'
import { fingerprint, run } from '@/scripts/build'

/** What a suite measures: a portal with data of its own, the bare pages beside it, and the database that both use. */
export type Stage = { portal: Portal; bare: Line; database: Client; line(sockets: number): Line }

const place = 'scripts/bench/bare'

/** Sets the stage, has the work done, and clears everything away, whatever happens. */
export async function onStage<T>(work: (stage: Stage) => Promise<T>): Promise<T> {
  await buildBare()
  const undo: (() => unknown)[] = []
  const clearAll = async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step()
  }
  // once: whoever presses Ctrl-C waits for the same clearing as the work that fails by it
  let clearing: Promise<void> | undefined
  const clear = () => (clearing ??= clearAll())
  const stop = () => void clear().finally(() => process.exit(130))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  try {
    const portal = await startPortal({ dataDir: testDataDir('bench', { fresh: true }), port: await freePort() })
    undo.push(portal.stop)
    const database = await openDatabase(portal.dataDir)
    undo.push(() => database.end().catch(() => undefined))
    await database.query('CREATE SCHEMA bench; CREATE TABLE bench.row (id bigserial PRIMARY KEY, body text NOT NULL)')
    const { origin, process: server } = await startBare(databaseOf(portal.dataDir))
    undo.push(() => server.kill('SIGKILL'))
    const line = (sockets: number, at = portal.origin) => {
      const opened = openLine(at, { sockets })
      undo.push(opened.close)
      return opened
    }
    return await work({ portal, database, line, bare: line(64, origin) })
  } finally {
    await clear()
  }
}

async function buildBare(): Promise<void> {
  const made = `${place}/.next/made-from`
  const parts = ['app', 'pool.ts', 'next.config.js', 'tsconfig.json'].map(part => `${place}/${part}`)
  const wanted = fingerprint([...parts, 'package-lock.json'], [process.version])
  if (fs.existsSync(made) && fs.readFileSync(made, 'utf8') === wanted) return
  await run(process.execPath, ['node_modules/next/dist/bin/next', 'build', place], {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  })
  // Next leaves it, and with it the portal's types would take the bare routes for their own
  fs.rmSync(`${place}/next-env.d.ts`, { force: true })
  fs.writeFileSync(made, wanted)
}

async function startBare(database: string): Promise<{ origin: string; process: ChildProcess }> {
  const port = await freePort()
  const server = spawn(process.execPath, ['--import', 'tsx', `${place}/serve.ts`], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: database, PORT: String(port) },
  })
  const origin = `http://127.0.0.1:${port}`
  for (const patience = Date.now() + 60_000; Date.now() < patience;) {
    if (server.exitCode !== null) break
    if ((await fetch(origin).catch(() => null))?.ok) return { origin, process: server }
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  server.kill('SIGKILL')
  throw new Error('The bare pages did not answer.')
}

import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'

import { broken } from '@/lib/testing/invariants'
import { testingFolder } from '@/lib/testing/testing-folder'

/** A portal that runs as `npm start` runs it: a production build on loopback, with a data folder of its own. */
export type Portal = {
  origin: string
  dataDir: string
  process: ChildProcess
  stop(): Promise<void>
}

/** Where a portal for tests keeps its data; `fresh` empties it. No portal may be running there. */
export function testDataDir(name: string, { fresh }: { fresh: boolean }): string {
  const folder = path.join(testingFolder(), name)
  if (fresh) fs.rmSync(folder, { recursive: true, force: true })
  return folder
}

/** Starts a portal and waits until it answers. What it says goes to test-results. */
export async function startPortal(given: { dataDir: string; port: number }): Promise<Portal> {
  const portal = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATA_DIR: given.dataDir,
      DATABASE_URL: '',
      SMTP_URL: '',
      PUBLIC_URL: '',
      PORT: String(given.port),
      HOST: '127.0.0.1',
      DEMO: 'on',
      WORKER: 'on',
      TRUSTED_PROXIES: '127.0.0.1',
    },
  })
  const logFile = `test-results/${path.basename(given.dataDir)}.log`
  fs.mkdirSync('test-results', { recursive: true })
  for (const stream of [portal.stdout, portal.stderr])
    stream.on('data', (said: Buffer) => fs.appendFileSync(logFile, said))
  const origin = `http://127.0.0.1:${given.port}`
  await answers(`${origin}/api/ready`, portal, logFile)
  return { origin, dataDir: given.dataDir, process: portal, stop: () => stop(portal) }
}

async function answers(address: string, portal: ChildProcess, logFile: string): Promise<void> {
  for (const patience = Date.now() + 240_000; Date.now() < patience;) {
    if (portal.exitCode !== null) throw new Error(`The portal ended with ${portal.exitCode}: see ${logFile}.`)
    const response = await fetch(address).catch(() => null)
    if (response?.ok) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  portal.kill('SIGKILL')
  throw new Error(`The portal did not answer within four minutes: see ${logFile}.`)
}

async function stop(portal: ChildProcess): Promise<void> {
  if (portal.exitCode !== null || portal.signalCode !== null) return
  const ended = new Promise(resolve => portal.once('exit', resolve))
  portal.kill('SIGTERM')
  await ended
}

/** The address of the database of a portal that runs: what start-up wrote down beside it. */
export function databaseOf(dataDir: string): string {
  const home = path.join(dataDir, 'postgres')
  const password = fs.readFileSync(path.join(home, 'password'), 'utf8').trim()
  const port =
    fs
      .readFileSync(path.join(home, 'data', 'postmaster.pid'), 'utf8')
      .split('\n')[3]
      ?.trim() ?? ''
  return `postgresql://postgres:${password}@127.0.0.1:${port}/portal`
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 4179
}

/** Opens the database of a portal that runs. Close it with `end`. */
export async function openDatabase(dataDir: string): Promise<Client> {
  for (const patience = Date.now() + 60_000; ; await pause(200)) {
    try {
      const database = new Client(databaseOf(dataDir))
      database.on('error', () => undefined)
      await database.connect()
      return database
    } catch (error) {
      // whoever was killed a moment ago recovers first, and may listen elsewhere then
      if (Date.now() > patience || !isRecovering(error)) throw error
    }
  }
}

function isRecovering(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' && ['57P03', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT'].includes(code)
}

/** Throws unless everything holds that must hold in every portal's database. */
export async function expectWhole(dataDir: string): Promise<void> {
  const database = await openDatabase(dataDir)
  const found = await broken(statement => database.query(statement))
  await database.end()
  if (found.length > 0) throw new Error(`The database of ${dataDir} is not whole: ${found.join('; ')}`)
}

import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { clusterFolder, explainFailure } from './cluster'
import { pidFile, readPidFile } from './postmaster'
import type { Programs } from './programs'
import { serverEnvironment } from './run-program'
import { handOver, type ServerAccount } from './server-account'

/** Durable, for this machine only, and with nothing of what people write in the log. They win over PostgreSQL's own file. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // errors of statements quote what was in them; the portal is told of each and keeps its own log
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  logging_collector: 'off',
}

/** Where the server writes what it has to say. */
export function logFile(home: string): string {
  return path.join(home, 'postgres.log')
}

/** Keeps the log from growing: past `limit` bytes it becomes `postgres.log.1`, in the place of an older one. */
export function limitLog(home: string, limit = 2_000_000): void {
  const file = logFile(home)
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  if (!stat || stat.size <= limit) return
  // the server keeps the file open for appending, so it is emptied rather than renamed
  fs.rmSync(`${file}.1`, { force: true })
  fs.copyFileSync(file, `${file}.1`)
  fs.truncateSync(file)
}

/**
 * Starts the server of a prepared cluster and gives its port once it takes connections; call it under the lock. It
 * outlives this process. It takes the port of last time if that is free, so that addresses given out stay good.
 * Throws a sentence when it does not start.
 */
export async function launchServer(home: string, programs: Programs, account: ServerAccount): Promise<number> {
  limitLog(home)
  const deadline = Date.now() + 60_000
  let port = await choosePort(home)
  for (;;) {
    const failure = await tryLaunch(home, programs, account, port)
    if (failure === undefined) {
      fs.rmSync(portFile(home), { force: true }) // it may be another user's
      fs.writeFileSync(portFile(home), String(port))
      return port
    }
    // the children of a server that was killed need a moment to notice it; anyone may have taken the port since
    const passing = failure.killed || /pre-existing shared memory block|in use/i.test(failure.words)
    if (!passing || Date.now() > deadline) throw new Error(explain(home, failure.words))
    if (/could not bind/i.test(failure.words)) port = await freePort()
    await sleep(100)
  }
}

function explain(home: string, failure: string): string {
  const data = clusterFolder(home)
  if (/lock file .*already exists/.test(failure)) {
    return `PostgreSQL did not start because ${pidFile(data)} may belong to a running server: end that server; if you are sure that none runs, delete the file.`
  }
  return `${explainFailure('PostgreSQL did not start', data, failure)} Its log is ${logFile(home)}.`
}

type Failure = { words: string; killed: boolean }

/** Why it did not start, in its own words, and whether it was killed from outside; nothing when it did start. */
async function tryLaunch(
  home: string,
  programs: Programs,
  account: ServerAccount,
  port: number,
): Promise<Failure | undefined> {
  const data = clusterFolder(home)
  const log = fs.openSync(logFile(home), 'a', 0o600)
  handOver(logFile(home), account)
  const from = fs.fstatSync(log).size
  const args = [
    '-D',
    data,
    '-p',
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const child = spawn(programs.postgres, args, {
    ...account,
    cwd: '/',
    env: serverEnvironment(),
    stdio: ['ignore', log, log],
    detached: true, // Ctrl-C in a terminal is for us; the server is stopped in order
    windowsHide: true,
  })
  fs.closeSync(log)
  child.unref()
  const ended: Failure = { words: '', killed: false }
  child.on('error', error => (ended.words = error.message))
  child.on('exit', (code, signal) => {
    ended.words = signal ? `FATAL: it was killed by ${signal}` : `it ended with code ${code}`
    ended.killed = signal !== null
  })
  // no limit of time: after a power cut there may be much to recover, and a server that can't start ends by itself
  for (;;) {
    const server = readPidFile(data)
    if (server?.pid === child.pid && server?.status === 'ready') return undefined
    if (ended.words) {
      const said = fs.readFileSync(logFile(home)).subarray(from).toString()
      return { ...ended, words: `${ended.words}\n${said}` }
    }
    await sleep(10)
  }
}

function portFile(home: string): string {
  return path.join(home, 'port')
}

async function choosePort(home: string): Promise<number> {
  const last = fs.existsSync(portFile(home)) ? Number(fs.readFileSync(portFile(home), 'utf8')) : 0
  return last > 0 && last < 65536 && (await isFree(last)) ? last : freePort()
}

/** Below the ports that the system gives to outgoing connections, which would come and go on ours. */
async function freePort(): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    if (await isFree(port)) return port
  }
  throw new Error(
    'No port from 20000 to 32000 is free on 127.0.0.1 for PostgreSQL: end what holds them, or set DATABASE_URL.',
  )
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const probe = net.createServer()
    probe.on('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}

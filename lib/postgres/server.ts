import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode, withClient } from './client'
import { clusterFolder, clusterPassword, prepareCluster, resetPassword } from './cluster'
import { isRoot, makeFolder } from './data-dir'
import { launchServer, limitLog } from './launch'
import { readIdentity, withLock } from './lock'
import { isServerOf, pidFile, readPidFile, stopServer, whoAnswers } from './postmaster'
import { isStillRunning, ourIdentity } from './process-identity'
import { findPrograms } from './programs'
import { checkReach, serverAccount } from './server-account'

type Log = (line: string) => void

/** A share in a running server. `stop` gives it back; whoever gives back the last one stops the server. */
export type Share = { url: string; started: boolean; stop(): Promise<void> }

/**
 * Starts the embedded server of the folder `home`, or joins the one that runs there, and makes `database` if it is
 * missing. While the share is held, a server that dies is started again. Throws a sentence when it can't be had.
 */
export async function joinServer(home: string, database: string, log: Log = () => {}): Promise<Share> {
  const { port, started, member } = await startOrJoin(home, database).catch((error: unknown) => {
    throw explainRefusal(error, home)
  })
  log(`PostgreSQL ${started ? 'started' : 'joined'} on 127.0.0.1:${port}, data in ${clusterFolder(home)}`)
  const unwatch = watch(home, port, log)
  let left: Promise<void> | undefined
  const leave = async () => {
    await unwatch()
    await withLock(home, async () => {
      fs.rmSync(member, { force: true })
      if (!anyoneIn(home)) await stopServer(clusterFolder(home))
    })
  }
  return { url: urlOf(home, port, database), started, stop: () => (left ??= leave()) }
}

async function startOrJoin(home: string, database: string) {
  makeHome(home)
  return withLock(home, async () => {
    for (let tries = 1; ; tries++) {
      const server = await ensureServer(home)
      const url = urlOf(home, server.port)
      try {
        await makeDatabase(url, database)
        return { ...server, member: enter(home) }
      } catch (error) {
        // killed between its start and this
        if (tries === 5 || (await whoAnswers(url, clusterFolder(home))) === 'ours') throw error
      }
    }
  })
}

/** Turns what the file system refuses into a sentence. */
function explainRefusal(error: unknown, home: string): unknown {
  const code = errorCode(error) ?? ''
  if (code === 'ENOSPC' || code === '53100') {
    return new Error(`The disk that holds ${home} is full: free some space, then start again.`, { cause: error })
  }
  if (!['EACCES', 'EPERM', 'EROFS'].includes(code)) return error
  return new Error(
    `The database in ${home} can't be opened (${code}): start the portal as the user who did so before, or set DATA_DIR to a folder of your own.`,
    { cause: error },
  )
}

function makeHome(home: string): void {
  makeFolder(home)
  makeFolder(membersFolder(home))
  if (!isRoot()) return
  // ours, but perhaps made under a strict umask: let PostgreSQL's user walk through
  for (const folder of [path.dirname(home), home]) {
    const { mode, uid } = fs.statSync(folder)
    if (uid === 0 && !(mode & 0o001)) fs.chmodSync(folder, (mode & 0o777) | 0o011)
  }
}

/** The address of a database of the server in `home`. It holds the password. */
function urlOf(home: string, port: number, database = 'postgres'): string {
  return `postgresql://postgres:${clusterPassword(home)}@127.0.0.1:${port}/${encodeURIComponent(database)}`
}

/** Makes the server of `home` run; call it under the lock. `started` is false when it already did. */
async function ensureServer(home: string): Promise<{ port: number; started: boolean }> {
  const data = clusterFolder(home)
  const running = await findServer(home)
  if (running === 'locked') await stopServer(data)
  else if (running) return { port: running, started: false }
  const account = serverAccount(home)
  checkReach(home, account)
  const programs = await findPrograms(home, account)
  await prepareCluster(home, programs, account)
  if (running === 'locked') await resetPassword(home, programs, account)
  let port = await launchServer(home, programs, account)
  if ((await whoAnswers(urlOf(home, port), data)) === 'locked') {
    // the password file was lost, and a new one made
    await stopServer(data)
    await resetPassword(home, programs, account)
    port = await launchServer(home, programs, account)
  }
  return { port, started: true }
}

/**
 * The port of the server that runs in `home`; `locked` when it runs but refuses our password; nothing when none runs,
 * after clearing away what a dead one left. One that runs and answers nobody is ended.
 */
async function findServer(home: string): Promise<number | 'locked' | undefined> {
  const data = clusterFolder(home)
  for (const until = Date.now() + 15_000; ; await sleep(50)) {
    const server = readPidFile(data)
    if (!server) return undefined
    const its = isServerOf(server.pid, data)
    if (its === 'no') {
      fs.rmSync(pidFile(data), { force: true })
      return undefined
    }
    const answer = server.port ? await whoAnswers(urlOf(home, server.port), data) : 'silent'
    if (answer === 'ours') return server.port
    if (answer === 'locked' && its === 'yes') return 'locked'
    if (answer === 'busy' || Date.now() < until) continue
    if (its === 'unknown') {
      throw new Error(
        `${pidFile(data)} names process ${server.pid}, which may be PostgreSQL and does not answer: end it; if you are sure that it is another program, delete the file.`,
      )
    }
    await stopServer(data, 5000)
  }
}

async function makeDatabase(url: string, name: string): Promise<void> {
  await withClient(url, async client => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (rowCount) return
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  }).catch((error: unknown) => {
    if (errorCode(error) !== '42P04') throw error
  })
}

/** Starts a server that died again, on its old port, so that everyone's address stays good. Answers how to stop it. */
function watch(home: string, port: number, log: Log): () => Promise<void> {
  let looks = 0
  let work: Promise<void> | undefined
  const look = async () => {
    if (looks++ % 60 === 0) limitLog(home)
    const server = readPidFile(clusterFolder(home))
    if (server && isServerOf(server.pid, clusterFolder(home)) !== 'no') return
    const now = await withLock(home, () => ensureServer(home))
    if (now.started) log(`PostgreSQL had ended and was started again on 127.0.0.1:${now.port}`)
    if (now.port !== port) log(`Port ${port} was taken meanwhile: start the portal again to use the new one.`)
  }
  const timer = setInterval(() => {
    work ??= look()
      .catch((error: unknown) => log(error instanceof Error ? error.message : String(error)))
      .finally(() => (work = undefined))
  }, 1000)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await work
  }
}

function membersFolder(home: string): string {
  return path.join(home, 'members')
}

function enter(home: string): string {
  const member = path.join(membersFolder(home), `${process.pid}-${randomBytes(4).toString('hex')}`)
  fs.writeFileSync(member, JSON.stringify(ourIdentity()))
  return member
}

function anyoneIn(home: string): boolean {
  return fs.readdirSync(membersFolder(home)).some(name => {
    const member = path.join(membersFolder(home), name)
    const identity = readIdentity(fs.readFileSync(member, 'utf8'))
    if (identity && isStillRunning(identity)) return true
    fs.rmSync(member, { force: true })
    return false
  })
}

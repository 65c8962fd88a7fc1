import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { keptSecret } from '@/lib/secrets'
import { isRoot } from './data-dir'
import type { Programs } from './programs'
import { runProgram } from './run-program'
import { handOver, type ServerAccount } from './server-account'

/** The folder with PostgreSQL's own files, below the folder that we keep about it. */
export function clusterFolder(home: string): string {
  return path.join(home, 'data')
}

/** The password of PostgreSQL's account, generated when there is none yet, kept with mode 600. */
export function clusterPassword(home: string): string {
  return keptSecret(path.join(home, 'password'))
}

/**
 * Makes sure that `home` holds a cluster that `programs` can run; call it under the lock. A new one is made in a side
 * folder and renamed, so that a kill or a power cut half-way leaves nothing that looks like one. Throws a sentence
 * when the data is another major version's, or not ours to use.
 */
export async function prepareCluster(home: string, programs: Programs, account: ServerAccount): Promise<void> {
  const data = clusterFolder(home)
  for (const name of fs.readdirSync(home)) {
    if (name.startsWith('new-')) fs.rmSync(path.join(home, name), { recursive: true, force: true, maxRetries: 3 })
  }
  if (fs.existsSync(data)) return checkCluster(data, programs)
  const draft = path.join(home, `new-${randomBytes(4).toString('hex')}`)
  fs.mkdirSync(draft, { mode: 0o700 })
  const words = `${draft}-password`
  fs.writeFileSync(words, `${clusterPassword(home)}\n`, { mode: 0o600, flag: 'wx' })
  handOver(draft, account)
  handOver(words, account)
  const { ok, output } = await runProgram(
    programs.initdb,
    ['-D', draft, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${words}`, '-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'], // prettier-ignore
    account,
  )
  fs.rmSync(words, { force: true })
  if (!ok) {
    fs.rmSync(draft, { recursive: true, force: true })
    throw new Error(explainFailure('PostgreSQL could not set up its data', data, output))
  }
  fs.renameSync(draft, data)
  syncFolder(home)
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return // a folder can't be opened there
  const handle = fs.openSync(folder, 'r')
  fs.fsyncSync(handle)
  fs.closeSync(handle)
}

function checkCluster(data: string, programs: Programs): void {
  const owner = fs.statSync(data).uid
  if (process.getuid && !isRoot() && owner !== process.getuid()) {
    throw new Error(
      `The database in ${data} belongs to another user (number ${owner}): start the portal as that user or as root, or set DATA_DIR to a folder of your own.`,
    )
  }
  const versionFile = path.join(data, 'PG_VERSION')
  const version = fs.existsSync(versionFile) ? fs.readFileSync(versionFile, 'utf8').trim() : ''
  if (version === String(programs.major)) return
  throw new Error(
    version
      ? `The database in ${data} was made by PostgreSQL ${version} and this portal brings PostgreSQL ${programs.major}: make a backup with the portal's version that made it (npm run admin -- backup) and restore that here in a new DATA_DIR, or set DATABASE_URL to a PostgreSQL ${version} server.`
      : `The folder ${data} holds no database of PostgreSQL: move it away, or set DATA_DIR to another folder.`,
  )
}

/** Gives PostgreSQL's account the password that `home` keeps, for when the two have parted. The server must not run. */
export async function resetPassword(home: string, programs: Programs, account: ServerAccount): Promise<void> {
  const data = clusterFolder(home)
  const input = `ALTER ROLE postgres PASSWORD '${clusterPassword(home)}'\n`
  const { ok, output } = await runProgram(programs.postgres, ['--single', '-D', data, 'postgres'], {
    ...account,
    input,
  })
  if (!ok || /ERROR|FATAL/.test(output)) {
    throw new Error(explainFailure('The password of PostgreSQL could not be renewed', data, output))
  }
}

/** One sentence that says what failed, why as far as `output` tells, and what to do. */
export function explainFailure(what: string, place: string, output: string): string {
  if (/No space left on device/i.test(output))
    return `${what}: the disk that holds ${place} is full, so free some space and try again.`
  if (/Permission denied|Operation not permitted/i.test(output)) {
    return `${what}: it may not read or write ${place}, so set DATA_DIR to a folder that it may use (as root it runs as the user postgres).`
  }
  const lines = output.split('\n').filter(line => line.trim() !== '')
  const reason = lines.findLast(line => /FATAL|PANIC|error:/i.test(line)) ?? lines.at(-1) ?? 'it gave no reason'
  return `${what} in ${place}: ${reason.replace(/^.*?(FATAL|PANIC|error):\s*/i, '').trim()}.`
}

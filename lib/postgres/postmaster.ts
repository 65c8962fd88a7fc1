import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode, withClient } from './client'
import { isTaken } from './process-identity'

/** What a running server says of itself in its pid file. `status` is `ready`, `starting`, `stopping` ... or empty. */
export type Postmaster = { pid: number; port: number; status: string }

/** Reads `postmaster.pid` of a data folder; `undefined` when there is none or it says nothing. Proves nothing. */
export function readPidFile(data: string): Postmaster | undefined {
  try {
    // pid, data folder, start time, port, socket folder, address, shared memory, status
    const lines = fs.readFileSync(pidFile(data), 'utf8').split('\n')
    const pid = Number(lines[0])
    return pid > 0 ? { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? '').trim() } : undefined
  } catch {
    return undefined
  }
}

/** The file in which a server notes its process, and which a killed one leaves behind. */
export function pidFile(data: string): string {
  return path.join(data, 'postmaster.pid')
}

/** Whether a process is the PostgreSQL server of a data folder: yes or no when that can be proved, else unknown. */
export function isServerOf(pid: number, data: string): 'yes' | 'no' | 'unknown' {
  if (!isTaken(pid)) return 'no'
  if (process.platform === 'linux') return isServerOnLinux(pid, data)
  const onWindows = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`
  const [program, args] =
    process.platform === 'win32'
      ? (['powershell', ['-NoProfile', '-Command', onWindows]] as const)
      : (['ps', ['-p', String(pid), '-o', 'command=']] as const)
  try {
    const command = execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    if (!/postgres/i.test(command)) return 'no'
    return [`${data} `, `${data}"`].some(named => command.includes(named)) ? 'yes' : 'unknown'
  } catch {
    return isTaken(pid) ? 'unknown' : 'no'
  }
}

function isServerOnLinux(pid: number, data: string): 'yes' | 'no' | 'unknown' {
  try {
    // the server may only run as the owner of its data, and works inside that folder
    if (fs.statSync(`/proc/${pid}`).uid !== fs.statSync(data).uid) return 'no'
    if (fs.readlinkSync(`/proc/${pid}/cwd`) !== fs.realpathSync(data)) return 'no'
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres') ? 'yes' : 'no'
  } catch {
    return isTaken(pid) ? 'unknown' : 'no'
  }
}

/**
 * What answers at an address: `ours` when it is the server of this data folder; `busy` when it is starting, recovering
 * or stopping; `locked` when it refuses our password; `foreign` when it is another server; `silent` when nothing does.
 */
export async function whoAnswers(
  url: string,
  data: string,
): Promise<'ours' | 'busy' | 'locked' | 'foreign' | 'silent'> {
  try {
    return await withClient(
      url,
      async client => {
        const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
        const theirs = rows[0]?.data_directory
        return theirs && samePlace(theirs, data) ? 'ours' : 'foreign'
      },
      3000,
    )
  } catch (error) {
    const code = errorCode(error)
    if (code === '57P03' || code === '53300') return 'busy'
    if (code?.startsWith('28')) return 'locked'
    return 'silent'
  }
}

function samePlace(one: string, other: string): boolean {
  if (!fs.existsSync(one)) return false
  return fs.realpathSync(one) === fs.realpathSync(other)
}

/**
 * Ends the server of a data folder, if one runs: its sessions are ended, all is written, and it leaves (a "fast"
 * shutdown). One that is still there after `patience` milliseconds is killed, which loses nothing that was committed.
 */
export async function stopServer(data: string, patience = 60_000): Promise<void> {
  const server = readPidFile(data)
  if (!server || isServerOf(server.pid, data) !== 'yes') return
  for (const [signal, wait] of [
    ['SIGINT', patience],
    ['SIGKILL', 5000],
  ] as const) {
    try {
      process.kill(server.pid, signal)
    } catch {
      return // it was just going
    }
    for (const until = Date.now() + wait; Date.now() < until; await sleep(20)) {
      if (isServerOf(server.pid, data) === 'no') return
    }
  }
  throw new Error(`PostgreSQL (process ${server.pid}) in ${data} does not end: end it by hand, then try again.`)
}

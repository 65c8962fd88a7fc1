import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { systemEnvironment } from '@/lib/env'

/** One running program. The number alone is not enough: the system gives it to another program later. */
export type ProcessIdentity = { pid: number; started: string }

const unknown = 'unknown'

/** This process. */
export function ourIdentity(): ProcessIdentity {
  return { pid: process.pid, started: startedAt(process.pid) ?? unknown }
}

/** Whether a program still runs. False only when that is certain: it is gone, or its number belongs to another one. */
export function isStillRunning({ pid, started }: ProcessIdentity): boolean {
  if (!isTaken(pid)) return false
  const now = startedAt(pid)
  return now === unknown || started === unknown || now === started
}

/** Whether a number belongs to a process at all, whoever's it is. */
export function isTaken(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return startedAt(pid) !== undefined
  } catch (error) {
    // not ours to signal, but there
    return error instanceof Error && 'code' in error && error.code === 'EPERM' && startedAt(pid) !== undefined
  }
}

/** A text that no other process with this number ever shares; `undefined` when there is no such process, or only its remains. */
function startedAt(pid: number): string | undefined {
  return process.platform === 'linux' ? startedAtOnLinux(pid) : startedElsewhere(pid)
}

function startedAtOnLinux(pid: number): string | undefined {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    // the name in brackets may hold anything; after it: state, then 18 more, then the start in ticks since boot
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (state === 'Z' || state === 'X') return undefined
    return `${fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${rest[18]}`
  } catch {
    return unknown // hidden from us, or just gone; the next look will tell
  }
}

const asked = new Map<number, string>()

function startedElsewhere(pid: number): string | undefined {
  const own = asked.get(pid)
  if (own) return own
  const [program, args] =
    process.platform === 'win32'
      ? (['powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`]] as const)
      : (['ps', ['-o', 'lstart=', '-p', String(pid)]] as const)
  const env = systemEnvironment({ LC_ALL: 'C', TZ: 'UTC' })
  try {
    const answer = execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env }).trim()
    if (pid === process.pid && answer) asked.set(pid, answer)
    return answer || unknown
  } catch {
    return unknown
  }
}

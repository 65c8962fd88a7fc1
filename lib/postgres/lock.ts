import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode } from './client'
import { isStillRunning, ourIdentity, type ProcessIdentity } from './process-identity'

const free = 'free'

/**
 * Runs `work` while no other process runs work under the same folder's lock. Waits for its turn up to `patience`
 * milliseconds, then throws. A holder that was killed holds nothing, even if its number now belongs to another program.
 *
 * The lock is a row of numbered files, and whoever made the highest one holds it. Only a free or abandoned lock may be
 * followed by the next number, making a file is exclusive, and the highest number never goes away: so two processes
 * that find the same abandoned lock can't both take it, which deleting and making one file would allow.
 */
export async function withLock<T>(folder: string, work: () => Promise<T>, patience = 180_000): Promise<T> {
  const file = await takeLock(folder, Date.now() + patience)
  try {
    return await work()
  } finally {
    release(file)
  }
}

function release(file: string): void {
  try {
    fs.writeFileSync(file, free)
  } catch {
    // on a full disk the file is now empty, which means free after a while
  }
}

async function takeLock(folder: string, until: number): Promise<string> {
  for (;;) {
    const last = highest(folder)
    const holder = last === 0 ? free : readHolder(lockFile(folder, last))
    if (holder === free) {
      const file = tryNumber(folder, last + 1)
      if (file) return file
    } else if (Date.now() > until) {
      const who = holder === 'unwritten' ? 'Another command' : `Another command (process ${holder.pid})`
      throw new Error(
        `${who} has been busy with PostgreSQL in ${folder} for minutes: wait for it or end it, then try again.`,
      )
    }
    await sleep(20)
  }
}

function tryNumber(folder: string, number: number): string | undefined {
  const file = lockFile(folder, number)
  try {
    fs.writeFileSync(file, JSON.stringify(ourIdentity()), { flag: 'wx' })
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return undefined
    throw error
  }
  if (highest(folder) !== number) {
    fs.rmSync(file, { force: true }) // our look at the folder was old: others have come and gone since
    return undefined
  }
  for (const old of numbers(folder)) if (old < number) fs.rmSync(lockFile(folder, old), { force: true })
  return file
}

function readHolder(file: string): typeof free | 'unwritten' | ProcessIdentity {
  try {
    const text = fs.readFileSync(file, 'utf8')
    if (text === free) return free
    if (text === '') return Date.now() - fs.statSync(file).mtimeMs > 5000 ? free : 'unwritten' // killed between making and writing it
    const holder = readIdentity(text)
    return holder && isStillRunning(holder) ? holder : free
  } catch {
    return 'unwritten' // gone since we looked, so a higher one is there
  }
}

/** Reads a process's identity as `JSON.stringify` wrote it; `undefined` for anything else. */
export function readIdentity(text: string): ProcessIdentity | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('started' in value)) return undefined
    const { pid, started } = value
    return typeof pid === 'number' && typeof started === 'string' ? { pid, started } : undefined
  } catch {
    return undefined
  }
}

function lockFile(folder: string, number: number): string {
  return path.join(/* turbopackIgnore: true */ folder, `lock.${number}`)
}

function numbers(folder: string): number[] {
  return fs.readdirSync(folder).flatMap(name => {
    const number = /^lock\.(\d+)$/.exec(name)?.[1]
    return number ? [Number(number)] : []
  })
}

function highest(folder: string): number {
  return Math.max(0, ...numbers(folder))
}

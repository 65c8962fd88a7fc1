import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { firstClosedFolder, isRoot } from './data-dir'

/** The account that PostgreSQL runs as, by number; empty for our own. Spread it into the options of `spawn`. */
export type ServerAccount = { uid?: number; gid?: number }

/**
 * The account for the server that keeps its data below `home`. PostgreSQL refuses to run as root, so root uses the
 * owner of what is there, or else the user postgres, which is made where it is missing. Throws a sentence when that can't be done.
 */
export function serverAccount(home: string): ServerAccount {
  if (!isRoot()) return {}
  for (const place of [path.join(home, 'data'), home]) {
    const owner = fs.statSync(place, { throwIfNoEntry: false })
    if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  }
  const known = accountOf('postgres')
  if (known) return known
  for (const [program, ...args] of [
    ['useradd', '--system', '--user-group', '--no-create-home', 'postgres'],
    ['adduser', '-S', '-D', '-H', 'postgres'],
  ]) {
    if (program) tryProgram(program, args)
    const made = accountOf('postgres')
    if (made) return made
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and no user named postgres could be made: make one, run the portal as an ordinary user, or set DATABASE_URL.',
  )
}

function accountOf(name: string): ServerAccount | undefined {
  const [uid, gid] = ['-u', '-g'].map(flag => Number(tryProgram('id', [flag, name]) || Number.NaN))
  return uid && gid ? { uid, gid } : undefined
}

function tryProgram(program: string, args: string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}

/** Throws a sentence when the account can't get to `folder`. */
export function checkReach(folder: string, account: ServerAccount): void {
  const closed = account.uid === undefined ? undefined : firstClosedFolder(folder, account)
  if (!closed) return
  throw new Error(
    `As root, PostgreSQL runs as another user, who can't enter ${closed}: unset DATA_DIR, or set it to a folder that others can enter, for example DATA_DIR=/var/lib/evidence-portal.`,
  )
}

/** Gives a file or folder to the account; nothing to do when that is our own. */
export function handOver(entry: string, { uid, gid }: ServerAccount): void {
  if (uid !== undefined && gid !== undefined) fs.chownSync(entry, uid, gid)
}

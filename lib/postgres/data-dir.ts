import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { env } from '@/lib/env'

/**
 * The folder of this project: the nearest one at or above the working directory that holds a `package.json`.
 * Not taken from the place of this file, which a build moves.
 */
export function projectRoot(): string {
  const start = process.cwd()
  for (let folder = start; ; folder = path.dirname(folder)) {
    if (fs.existsSync(path.join(/* turbopackIgnore: true */ folder, 'package.json'))) return folder
    if (folder === path.dirname(folder)) return start
  }
}

/**
 * Where all state is kept, as an absolute path: `DATA_DIR`; else `.data` in the project; but for root below a folder
 * that others can't enter, `/var/lib/evidence-portal/<hash of the project's path>`, because PostgreSQL refuses to run
 * as root and its own user has to get there. The folder may not exist yet: see `makeFolder`.
 */
export function dataDir(): string {
  return chooseDataDir({ chosen: env().dataDir, root: projectRoot(), asRoot: isRoot() })
}

/** The choice that `dataDir` makes, from what it depends on. Only looks at the modes of the folders above `root`. */
export function chooseDataDir(given: { chosen: string | undefined; root: string; asRoot: boolean }): string {
  const { chosen, root, asRoot } = given
  if (chosen) return path.resolve(/* turbopackIgnore: true */ root, chosen)
  if (asRoot && firstClosedFolder(root)) {
    const hash = createHash('sha256').update(root).digest('hex').slice(0, 12)
    return path.join(/* turbopackIgnore: true */ '/var/lib/evidence-portal', hash)
  }
  return path.join(/* turbopackIgnore: true */ root, '.data')
}

/** Whether this process is root. False where there is no such thing. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/**
 * The highest folder on the way to `folder` (itself included) that an account, or just anybody, can't enter; those not
 * there yet are passed over.
 */
export function firstClosedFolder(folder: string, account: { uid?: number; gid?: number } = {}): string | undefined {
  const above = path.dirname(folder)
  const closed = above === folder ? undefined : firstClosedFolder(above, account)
  if (closed) return closed
  const stat = fs.statSync(/* turbopackIgnore: true */ folder, { throwIfNoEntry: false })
  if (!stat) return undefined
  const mayEnter = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001
  return stat.mode & mayEnter ? undefined : folder
}

/**
 * Makes a folder and those above it where they are missing. What it makes, only we can read; but as root, others can
 * walk through it (not list it), so that PostgreSQL's user gets to its own folder. The umask plays no part.
 */
export function makeFolder(folder: string): void {
  if (fs.existsSync(/* turbopackIgnore: true */ folder)) return
  makeFolder(path.dirname(folder))
  try {
    fs.mkdirSync(/* turbopackIgnore: true */ folder)
  } catch (error) {
    // another process may have been quicker
    if (!fs.existsSync(/* turbopackIgnore: true */ folder)) throw error
  }
  fs.chmodSync(/* turbopackIgnore: true */ folder, isRoot() ? 0o711 : 0o700)
}

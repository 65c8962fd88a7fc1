import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'

import { dataDir, makeFolder } from '@/lib/postgres/data-dir'

const staleAfter = 86_400_000

/** Where files are kept that are no longer on their way. */
export function filesFolder(): string {
  return path.join(/* turbopackIgnore: true */ dataDir(), 'files')
}

function partsFolder(): string {
  return path.join(/* turbopackIgnore: true */ filesFolder(), 'parts')
}

/** The path of a new file on its way in. It is not there yet; whoever asked removes what came of it. */
export function newPart(): string {
  makeFolder(partsFolder())
  return path.join(/* turbopackIgnore: true */ partsFolder(), `${randomUUID()}.part`)
}

/** Removes a file on its way, if it is there. */
export async function dropPart(part: string | null): Promise<void> {
  if (part) await fs.rm(/* turbopackIgnore: true */ part, { force: true })
}

/** Removes what was on its way when a server died: parts that nobody has written to for a day. Answers how many. */
export async function dropStaleParts(now: Date): Promise<number> {
  const names = await fs.readdir(/* turbopackIgnore: true */ partsFolder()).catch(() => [])
  let dropped = 0
  for (const name of names) {
    const part = path.join(/* turbopackIgnore: true */ partsFolder(), name)
    const stat = await fs.stat(/* turbopackIgnore: true */ part).catch(() => null)
    if (!stat || now.getTime() - stat.mtimeMs < staleAfter) continue
    await dropPart(part)
    dropped += 1
  }
  return dropped
}

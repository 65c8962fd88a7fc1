import fs from 'node:fs/promises'
import path from 'node:path'

import { dataDir } from '@/lib/postgres/data-dir'

/** Where mails are written when no SMTP server is set. */
export function mailFolder(): string {
  return path.join(/* turbopackIgnore: true */ dataDir(), 'mail')
}

/** The file of a mail below `mailFolder`. */
export function mailFileName(id: string): string {
  return `${id}.eml`
}

/** Removes what was written of mails, also what a server that died left half written. What was never written is no fault. */
export async function removeMailFiles(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const file = path.join(/* turbopackIgnore: true */ mailFolder(), mailFileName(id))
    await fs.rm(/* turbopackIgnore: true */ file, { force: true })
    await fs.rm(/* turbopackIgnore: true */ `${file}.part`, { force: true })
  }
}

/** The ids of all mails that something was written of. */
export async function writtenMails(): Promise<string[]> {
  const names = await fs.readdir(/* turbopackIgnore: true */ mailFolder()).catch(noFolder)
  return [...new Set(names.flatMap(name => /^([\da-f-]{36})\.eml(?:\.part)?$/.exec(name)?.[1] ?? []))]
}

function noFolder(error: unknown): string[] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
  throw error
}

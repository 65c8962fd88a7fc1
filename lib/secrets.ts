import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { env } from '@/lib/env'
import { dataDir, makeFolder } from '@/lib/postgres/data-dir'

/** The secret that signs sessions: `SESSION_SECRET`, or one of our own in `DATA_DIR/session.secret`. */
export function sessionSecret(): string {
  return env().sessionSecret ?? keptSecret(path.join(/* turbopackIgnore: true */ dataDir(), 'session.secret'))
}

/**
 * The secret that a file keeps: 43 characters, safe in an address. Made with mode 600 where there is none; several
 * processes at once get the same. Throws when the file holds something shorter than 32 characters.
 */
export function keptSecret(file: string): string {
  if (!fs.existsSync(/* turbopackIgnore: true */ file)) writeSecret(file)
  const secret = fs.readFileSync(/* turbopackIgnore: true */ file, 'utf8').trim()
  if (secret.length < 32) {
    throw new Error(
      `${file} holds no secret of 32 characters or more: delete it, and a new one is made at the next start.`,
    )
  }
  return secret
}

function writeSecret(file: string): void {
  makeFolder(path.dirname(file))
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`
  try {
    fs.writeFileSync(/* turbopackIgnore: true */ draft, randomBytes(32).toString('base64url'), {
      mode: 0o600,
      flag: 'wx',
      flush: true,
    })
    // a link, unlike a rename, never replaces what another process wrote first
    fs.linkSync(/* turbopackIgnore: true */ draft, file)
  } catch (error) {
    if (!fs.existsSync(/* turbopackIgnore: true */ file)) throw error
  } finally {
    fs.rmSync(/* turbopackIgnore: true */ draft, { force: true })
  }
}

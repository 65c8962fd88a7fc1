import path from 'node:path'
import { env } from '@/lib/env'
import { errorCode, withClient } from './client'
import { dataDir } from './data-dir'
import { joinServer } from './server'

/** A PostgreSQL server to work with. `embedded` is whether it is our own; `started`, whether this call started it. */
export type PostgresInUse = { url: string; embedded: boolean; started: boolean; stop(): Promise<void> }

/**
 * The database of the portal. With `DATABASE_URL` set that server is used, once it has answered and its version is 15
 * to 18; else the server of our own in `DATA_DIR/postgres` is started or joined, with `database` (default `portal`) in
 * it, and started again if it dies. Call `stop` at the end: whoever leaves last stops it. Throws a sentence when there
 * is no server to be had.
 */
export async function usePostgres(
  options: { database?: string; log?: (line: string) => void } = {},
): Promise<PostgresInUse> {
  const { databaseUrl } = env()
  if (databaseUrl) {
    await checkOutsideServer(databaseUrl)
    return { url: databaseUrl, embedded: false, started: false, stop: async () => {} }
  }
  const home = path.join(/* turbopackIgnore: true */ dataDir(), 'postgres')
  return { ...(await joinServer(home, options.database ?? 'portal', options.log)), embedded: true }
}

/** Throws a sentence unless a PostgreSQL server of version 15 to 18 answers at `url`. The sentence holds no password. */
export async function checkOutsideServer(url: string): Promise<void> {
  const { host, pathname } = new URL(url)
  const database = decodeURIComponent(pathname.slice(1))
  const version = await withClient(url, async client => {
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num')
    return Math.floor(Number(rows[0]?.server_version_num) / 10_000)
  }).catch((error: unknown) => {
    throw new Error(whyNoAnswer(error, host, database), { cause: error })
  })
  if (version >= 15 && version <= 18) return
  throw new Error(
    `DATABASE_URL names a PostgreSQL ${version} server at ${host}, and the portal works with versions 15 to 18.`,
  )
}

function whyNoAnswer(error: unknown, host: string, database: string): string {
  const code = errorCode(error)
  if (code === '3D000')
    return `DATABASE_URL names the database "${database}", which does not exist at ${host}: make it, or correct the name.`
  if (code?.startsWith('28'))
    return `DATABASE_URL names a user or password that the server at ${host} refuses: correct them.`
  const reason = (error instanceof Error && error.message) || code || 'no answer'
  return `DATABASE_URL names a server at ${host} that does not answer (${reason}): start it, or correct the address.`
}

import { readFileSync } from 'node:fs'

import { startPortal, type Portal } from './portal'

export const killable = ['portal', 'database', 'both'] as const
export type Killable = (typeof killable)[number]

/** Kills the portal, its PostgreSQL, or both, as `kill -9` does, and starts again what does not come back by itself. */
export async function killAndRevive(portal: Portal, what: Killable): Promise<Portal> {
  kill(portal, what)
  if (what === 'database') return portal
  return startPortal({ dataDir: portal.dataDir, port: Number(new URL(portal.origin).port) })
}

function kill(portal: Portal, what: Killable) {
  if (what !== 'database') portal.process.kill('SIGKILL')
  if (what === 'portal') return
  try {
    const [pid] = readFileSync(`${portal.dataDir}/postgres/data/postmaster.pid`, 'utf8').split('\n')
    process.kill(Number(pid), 'SIGKILL')
  } catch (error) {
    // still down from the kill before
    if (!(error instanceof Error && 'code' in error && (error.code === 'ESRCH' || error.code === 'ENOENT'))) throw error
  }
}

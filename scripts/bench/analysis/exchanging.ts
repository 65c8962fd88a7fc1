import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import type { Figure } from '@/scripts/bench/figure'
import type { Ground } from './ground'

/** What a process that did one thing says of it: seconds, and the most memory that it held. */
type Told = { seconds: number; megabytes: number }

/**
 * The whole project as a `.qdpx` and into an empty portal, each in a process of its own, so that the most it held is
 * known; beside it a process that only starts and asks the database once.
 */
export async function measureExchanging(
  { url, emptyPortal }: Ground,
  size: number,
  say: (figure: Figure) => void,
): Promise<Told> {
  const file = path.join(os.tmpdir(), `bench-${process.pid}-${size}.qdpx`)
  try {
    const idle = await alone('nothing', url, file)
    const out = await alone('export', url, file)
    say({ name: `analysis/export-${size}`, value: out.seconds, unit: 's' })
    say({ name: `analysis/export-${size}-memory`, value: out.megabytes, unit: 'MB', floor: idle.megabytes })
    say({ name: `analysis/export-${size}-file`, value: fs.statSync(file).size / 1024 / 1024, unit: 'MB' })
    const into = await alone('import', await emptyPortal(), file)
    say({ name: `analysis/import-${size}`, value: into.seconds, unit: 's' })
    say({ name: `analysis/import-${size}-memory`, value: into.megabytes, unit: 'MB', floor: idle.megabytes })
    return out
  } finally {
    fs.rmSync(file, { force: true })
  }
}

function alone(what: 'nothing' | 'export' | 'import', url: string, file: string): Promise<Told> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/bench/analysis/alone.ts', what, file], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code => {
      if (code !== 0) return reject(new Error(`The ${what} failed.`))
      const [seconds = NaN, megabytes = NaN] = (said.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
      resolve({ seconds, megabytes })
    })
  })
}

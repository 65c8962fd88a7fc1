import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

import { dataDir } from '@/lib/postgres/data-dir'
import { withLock } from '@/lib/postgres/lock'
import { keptSecret } from '@/lib/secrets'
import { faultsOf, readLock } from './lock'

const sources = ['app', 'components', 'lib', 'prisma', 'public']
const settings = ['next.config.js', 'tsconfig.json', 'package.json', 'package-lock.json', 'instrumentation.ts']
const notBuilt = /(?:^|\/)(?:generated|migrations|testing|seed)(?:\/|$)|\.test\.tsx?$/

function* filesOf(place: string): Generator<string> {
  const stat = fs.statSync(place, { throwIfNoEntry: false })
  if (!stat || notBuilt.test(place)) return
  if (!stat.isDirectory()) return void (yield place)
  for (const name of fs.readdirSync(place).sort()) yield* filesOf(`${place}/${name}`)
}

/** SHA-256 over names and contents of files and folders, and over `also`. */
export function fingerprint(places: string[], also: string[] = []): string {
  const hash = createHash('sha256')
  for (const place of places)
    for (const file of filesOf(place)) hash.update(`${file}\0`).update(fs.readFileSync(file)).update('\0')
  for (const value of also) hash.update(`${value}\0`)
  return hash.digest('hex')
}

/** Runs another program to its end with the environment given, and throws unless it succeeds. */
export function run(program: string, given: string[], environment: NodeJS.ProcessEnv = process.env): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, given, { stdio: 'inherit', env: environment })
    child.on('error', reject)
    child.on('exit', (code, signal) =>
      code === 0
        ? resolve()
        : reject(new Error(`${path.basename(program)} ${given.join(' ')} ended with ${signal ?? code}.`)),
    )
  })
}

const isKept = (file: string, value: string) => fs.existsSync(file) && fs.readFileSync(file, 'utf8') === value

/** One at a time in this clone: whoever waited finds the work done. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  const folder = 'node_modules/.cache/evidence-portal'
  fs.mkdirSync(folder, { recursive: true })
  return withLock(folder, work, 600_000)
}

/** Makes the database client from the schema, unless the one that is there was made from this schema. */
export function ensureClient(): Promise<void> {
  return alone(makeClient)
}

async function makeClient(): Promise<void> {
  const made = 'prisma/generated/.made-from'
  const wanted = fingerprint(['prisma/schema.prisma', 'node_modules/prisma/package.json'])
  if (isKept(made, wanted)) return
  await run(process.execPath, ['--import', 'tsx', 'scripts/prisma.ts', 'generate'])
  fs.writeFileSync(made, wanted)
}

/** Builds the portal, unless the build that is there was made from these sources, settings and versions. Answers whether it built. */
export function ensureBuild(log: (line: string) => void): Promise<boolean> {
  return alone(() => build(log))
}

async function build(log: (line: string) => void): Promise<boolean> {
  const made = '.next/made-from'
  const wanted = fingerprint([...sources, ...settings], [process.version])
  if (isKept(made, wanted) && fs.existsSync('.next/BUILD_ID')) return false
  const faults = faultsOf(readLock())
  if (faults.length > 0) throw new Error(`The lock file is not one to build from. ${faults.join(' ')}`)
  log('Building the portal: about a minute, the first time only.')
  fs.rmSync(made, { force: true })
  await run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    // the names of forms' actions hang on it: a page that was opened before a new version can still be sent
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? actionsKey(),
  })
  fs.writeFileSync(made, wanted)
  return true
}

function actionsKey(): string {
  const secret = keptSecret(path.join(dataDir(), 'actions.secret'))
  return Buffer.from(secret, 'base64url').toString('base64')
}

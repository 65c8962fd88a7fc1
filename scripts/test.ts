import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { createServer } from 'node:net'

import { ensureBuild, ensureClient } from './build'
import { findChromium } from './chromium'

const node = process.execPath
const results = 'test-results'
const long = process.argv.includes('long')

type Step = { name: string; run: () => Promise<void> }

/** Runs one of our tools to its end; what it says goes on the screen. */
function tool(file: string, ...given: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [file, ...given], { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'test' } })
    child.on('error', reject)
    child.on('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`${file} ended with ${signal ?? code}.`)),
    )
  })
}

const withTypes = (file: string, ...given: string[]) => tool('--import', 'tsx', file, ...given)
const nextProgram = 'node_modules/next/dist/bin/next'

const steps: Step[] = [
  { name: 'database client', run: ensureClient },
  { name: 'format, types and lint', run: readCode },
  { name: 'migrations match the schema', run: () => withTypes('scripts/prisma.ts', 'drift') },
  {
    name: 'unit and integration tests',
    run: () =>
      tool(
        'node_modules/vitest/vitest.mjs',
        'run',
        '--config=lib/testing/vitest.config.ts',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${results}/unit.json`,
      ),
  },
  { name: 'production build', run: async () => void (await ensureBuild(console.log)) },
  { name: 'end-to-end tests', run: endToEnd },
]

/** Each of the three takes one processor for a good part of its time: together they take hardly longer than the longest. */
async function readCode() {
  await tool(nextProgram, 'typegen')
  const read = await Promise.allSettled([
    tool('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
    tool('node_modules/typescript/bin/tsc', '--noEmit'),
    tool('node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0'),
  ])
  const faults = read.filter(result => result.status === 'rejected').map(({ reason }) => String(reason))
  if (faults.length > 0) throw new Error(faults.join('\n'))
}

async function endToEnd() {
  process.env.CHROMIUM = findChromium(console.log)
  process.env.E2E_PORT = String(await freePort())
  if (long) process.env.LONG = 'on'
  await withTypes('node_modules/@playwright/test/cli.js', 'test', '--config=e2e/playwright.config.ts', ...chosen())
}

/** What follows `long` on the command line chooses among the journeys. */
function chosen(): string[] {
  return long ? ['--grep', '@long'] : []
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 4178))
    })
  })
}

/** Tests passed and failed by what the two runners wrote down; a step that failed without a test counts as one. */
function tally(failedSteps: number): { passed: number; failed: number } {
  const unit = readJson(`${results}/unit.json`)
  const e2e = readJson(`${results}/e2e.json`)
  const passed = number(unit.numPassedTests) + number(section(e2e.stats).expected)
  const failed = number(unit.numFailedTests) + number(section(e2e.stats).unexpected) + number(section(e2e.stats).flaky)
  return { passed, failed: Math.max(failed, failedSteps) }
}

function readJson(file: string): Record<string, unknown> {
  return fs.existsSync(file) ? section(JSON.parse(fs.readFileSync(file, 'utf8'))) : {}
}

function section(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

async function testAll() {
  fs.rmSync(results, { recursive: true, force: true })
  fs.mkdirSync(results, { recursive: true })
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  const needed = long ? steps.filter(step => /client|build|end-to-end/.test(step.name)) : steps
  const failures: string[] = []
  for (const { name, run } of needed) {
    const began = Date.now()
    console.log(`\n── ${name}`)
    await run().catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      failures.push(name)
    })
    console.log(
      `── ${name}: ${failures.includes(name) ? 'FAILED' : 'ok'} in ${((Date.now() - began) / 1000).toFixed(1)} s`,
    )
    // What comes after stands on these two.
    if (failures.includes('database client') || failures.includes('production build')) break
  }
  const { passed, failed } = tally(failures.length)
  if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`)
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exit(failures.length > 0 || passed === 0 ? 1 : 0)
}

void testAll()

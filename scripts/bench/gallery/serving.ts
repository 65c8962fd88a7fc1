import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { openLine, type Line } from '@/e2e/http-line'
import { freePort } from '@/e2e/portal'
import { percentile, type Figure } from '@/scripts/bench/figure'
import { rateOf } from '@/scripts/bench/rate'
import type { Stage } from '@/scripts/bench/stage'

const hands = 16
const span = { warm: 2, counted: 8 }

type Page = { name: string; path: string; accept: string }

/**
 * Requests a second and the 99th percentile of what readers ask for most, by 16 hands, each beside three floors taken in
 * the same minute: a prerendered page of its size from Next, a bare page of its size that is made anew with the same
 * policy header, and node:http with the same bytes.
 */
export async function measureServing(stage: Stage, size: number, say: (figure: Figure) => void): Promise<void> {
  const pages: Page[] = [
    { name: 'list', path: '/case-studies', accept: 'text/html' },
    { name: 'case-study', path: `/case-studies/synthetic-case-study-${size - 1}`, accept: 'text/html' },
    { name: 'api', path: '/api/v1/case-studies', accept: 'application/json' },
  ]
  const line = stage.line(hands)
  for (const page of pages) {
    const { status, body } = await line.ask({ path: page.path, headers: { accept: page.accept } })
    if (status === 404 && page.name === 'api') console.error(`  ${page.path} is not there yet: not measured.`)
    else if (status !== 200) throw new Error(`${page.path} answered ${status}.`)
    else await measurePage(stage, line, page, body, say)
  }
}

async function measurePage(stage: Stage, line: Line, page: Page, body: string, say: (figure: Figure) => void) {
  const bytes = Buffer.byteLength(body)
  const waits: number[] = []
  const ask = (from: Line, path: string, kept?: number[]) => async () => {
    const { status, ms } = await from.ask({ path, headers: { accept: page.accept } })
    if (status !== 200) throw new Error(`${path} answered ${status}.`)
    kept?.push(ms)
  }
  const bytesLine = await serveBytes(body)
  try {
    const prerendered = await rateOf(ask(stage.bare, `/same-size/${bytes}`), hands, span)
    const value = await rateOf(ask(line, page.path, waits), hands, span)
    const dynamic = await rateOf(ask(stage.bare, `/made-anew/${bytes}`), hands, span)
    const plain = await rateOf(ask(bytesLine.line, '/'), hands, span)
    for (const [name, floor] of Object.entries({ prerendered, dynamic, plain }))
      say({ name: `gallery/${page.name}-beside-${name}`, value, unit: 'requests/s', floor })
  } finally {
    bytesLine.close()
  }
  for (const hundredths of [50, 99])
    say({ name: `gallery/${page.name}-p${hundredths}`, value: percentile(waits, hundredths), unit: 'ms' })
  say({ name: `gallery/${page.name}-bytes`, value: bytes / 1024, unit: 'kB' })
}

async function serveBytes(body: string): Promise<{ line: Line; close(): void }> {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'bench-bytes-')), 'body')
  fs.writeFileSync(file, body)
  const port = await freePort()
  const server = spawn(process.execPath, ['--import', 'tsx', 'scripts/bench/bare/bytes.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, BYTES: file, PORT: String(port) },
  })
  const line = openLine(`http://127.0.0.1:${port}`, { sockets: hands })
  const close = () => {
    line.close()
    server.kill('SIGKILL')
    fs.rmSync(path.dirname(file), { recursive: true, force: true })
  }
  for (const patience = Date.now() + 60_000; Date.now() < patience;) {
    const answer = await line.ask({ path: '/' }).catch(() => null)
    if (answer?.status === 200) return { line, close }
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  close()
  throw new Error('The bytes were not served.')
}

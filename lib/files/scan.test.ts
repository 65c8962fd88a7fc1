import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'

import { scan, scans } from './scan'

// Settings are read once and kept: this file's own are put in place of what `env` answers.
let clamdUrl: string | undefined
vi.mock(import('@/lib/env'), async original => {
  const real = await original()
  return { ...real, env: () => ({ ...real.env(), clamdUrl }) }
})
afterEach(() => (clamdUrl = undefined))

const clean = () => Readable.from([Buffer.from('a report of a pantry')])
const virus = () => Readable.from([Buffer.alloc(200_000, 'a'), Buffer.from('PORTAL-TEST-VIRUS'), Buffer.alloc(1_000)])
const installed = spawnSync('clamd', ['--version']).status === 0
if (!installed)
  console.log('clamd is not installed: scanning by a real one is passed over (apt-get install clamav-daemon).')

test('where no scanner is set nothing is read', async () => {
  expect(scans()).toBe(false)
  const read = vi.fn(clean)
  expect(await scan(read)).toBe('UNSCANNED')
  expect(read).not.toHaveBeenCalled()
})

test('a scanner that is away leaves it unscanned', async () => {
  for (const url of ['tcp://127.0.0.1:9', 'unix:/nowhere/clamd.ctl']) {
    clamdUrl = url
    expect(await scan(clean)).toBe('UNSCANNED')
  }
})

describe('a scanner that does not do as it should', () => {
  let server: Server | null = null
  afterEach(() => void server?.close())

  test.each<[string, (socket: Socket) => void, string]>([
    ['hangs up', socket => void socket.once('data', () => socket.destroy()), 'UNSCANNED'],
    ['says that it is too much', socket => void socket.once('data', () => socket.end('INSTREAM size limit exceeded. ERROR\0')), 'UNSCANNED'], // prettier-ignore
    ['says something else', socket => void socket.once('data', () => socket.end('stream: OK maybe\0')), 'UNSCANNED'],
    ['has seen enough', socket => void socket.once('data', () => socket.end('stream: Bad FOUND\0')), 'INFECTED'],
  ])('%s', async (_told, answer, said) => {
    server = createServer(socket => {
      socket.on('error', () => undefined)
      answer(socket)
    })
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'scan-'))
    await new Promise<void>(resolve => server?.listen(path.join(folder, 's'), resolve))
    clamdUrl = `unix:${folder}/s`
    expect(await scan(() => Readable.from(Array.from({ length: 200 }, () => Buffer.alloc(65_536))))).toBe(said)
    fs.rmSync(folder, { recursive: true })
  })
})

describe.skipIf(!installed)('a real clamd', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clamd-'))
  const socket = path.join(folder, 'clamd.ctl')
  let clamd: ChildProcess | null = null

  beforeAll(async () => {
    const signature = Buffer.from('PORTAL-TEST-VIRUS').toString('hex')
    fs.mkdirSync(path.join(folder, 'signatures'))
    fs.writeFileSync(path.join(folder, 'signatures', 'portal.ndb'), `Portal.Test:0:*:${signature}\n`)
    fs.writeFileSync(
      path.join(folder, 'clamd.conf'),
      `Foreground yes\nLocalSocket ${socket}\nDatabaseDirectory ${folder}/signatures\nTemporaryDirectory ${folder}\n`,
    )
    clamd = spawn('clamd', ['--config-file', path.join(folder, 'clamd.conf')], { stdio: 'ignore' })
    await vi.waitUntil(() => fs.existsSync(socket), { timeout: 25_000, interval: 50 })
  }, 30_000)
  afterAll(() => {
    clamd?.kill()
    fs.rmSync(folder, { recursive: true, force: true })
  })

  test('finds what its signatures name, and nothing in what is clean', async () => {
    clamdUrl = `unix:${socket}`
    expect(scans()).toBe(true)
    expect(await scan(virus)).toBe('INFECTED')
    expect(await scan(clean)).toBe('CLEAN')
    expect(await scan(() => Readable.from([Buffer.alloc(10_485_760)]))).toBe('CLEAN')
    expect(await Promise.all(Array.from({ length: 10 }, (_, at) => scan(at % 2 ? virus : clean)))).toContain('INFECTED')
  })
})

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { withClient } from './client'
import { dataDir } from './data-dir'
import { pidFile, readPidFile, stopServer } from './postmaster'
import { joinServer, type Share } from './server'
import { handOver, serverAccount } from './server-account'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }) // for machines that are busy

// Each test takes the folder as the last one left it, stopped, with one row in it; so only the first waits for initdb.
const home = path.join(dataDir(), 'postgres')
const data = path.join(home, 'data')
const shares: Share[] = []
const others: ChildProcess[] = []

async function join(folder = home): Promise<Share> {
  const share = await joinServer(folder, 'portal')
  shares.push(share)
  return share
}

/** Another command that starts or joins the server, says where it is, and stays until it is killed. */
function startCommand(folder = home): ChildProcess {
  const code = `
    import { joinServer } from './lib/postgres/server.ts'
    const share = await joinServer(${JSON.stringify(folder)}, 'portal')
    console.log(JSON.stringify(share))
    setInterval(() => {}, 1000)`
  const command = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  others.push(command)
  return command
}

async function whatItSays(command: ChildProcess): Promise<unknown> {
  if (!command.stdout) return undefined
  const [words] = await once(command.stdout, 'data')
  return JSON.parse(String(words))
}

async function kill(command: ChildProcess): Promise<void> {
  command.kill('SIGKILL')
  if (command.exitCode === null && command.signalCode === null) await once(command, 'exit')
}

function killServer(): void {
  process.kill(readPidFile(data)?.pid ?? Number.NaN, 'SIGKILL')
}

async function rowsAt(url: string): Promise<number> {
  return withClient(url, async client => {
    await client.query('CREATE TABLE IF NOT EXISTS kept (id int PRIMARY KEY)')
    await client.query('INSERT INTO kept VALUES (1) ON CONFLICT DO NOTHING')
    return (await client.query('SELECT FROM kept')).rowCount ?? 0
  })
}

beforeEach(async () => {
  if (!fs.existsSync(data)) await rowsAt((await join()).url)
  await leaveAll()
})
afterEach(leaveAll)
afterAll(() => stopServer(data))

async function leaveAll(): Promise<void> {
  for (const other of others.splice(0)) await kill(other)
  for (const share of shares.splice(0)) await share.stop()
}

test('two commands at once start one server, and share it', async () => {
  const commands = [startCommand(), startCommand()]
  const said = await Promise.all(commands.map(whatItSays))
  expect(said).toEqual(expect.arrayContaining([expect.objectContaining({ started: true }), expect.objectContaining({ started: false })])) // prettier-ignore
  const third = await join()
  expect(said).toContainEqual({ url: third.url, started: false })
})

test('a server whose commands were killed is joined, and stopped by the next to leave', async () => {
  const command = startCommand()
  await whatItSays(command)
  await kill(command)
  const next = await join()
  expect(next.started).toBe(false)
  await next.stop()
  expect(readPidFile(data)).toBeUndefined()
})

test('a server that is killed is started again at the same address, while it is in use', async () => {
  const { url } = await join()
  await rowsAt(url)
  killServer()
  for (const until = Date.now() + 30_000; ; await sleep(50)) {
    const rows = await rowsAt(url).catch(() => undefined)
    if (rows === 1) break
    if (Date.now() > until) throw new Error('It was not started again.')
  }
})

test('when both are killed, the next command starts it with all that was committed', async () => {
  const command = startCommand()
  await whatItSays(command)
  await kill(command)
  killServer()
  const next = await join()
  expect(next.started).toBe(true)
  expect(await rowsAt(next.url)).toBe(1)
})

test.each(['the command', 'the command and initdb'])(
  'killed in the middle of the first set-up: %s',
  async whom => {
    const folder = path.join(dataDir(), `first-${whom.length}`)
    const command = startCommand(folder)
    const draft = await waitFor(
      () => fs.existsSync(folder) && fs.readdirSync(folder).find(name => /^new-\w+$/.test(name)),
    )
    await waitFor(() => fs.existsSync(path.join(folder, draft, 'base')))
    await kill(command)
    if (whom.includes('initdb')) killProgramsOf(path.join(folder, draft))
    const { url, started } = await join(folder)
    expect(started).toBe(true)
    expect(await rowsAt(url)).toBe(1)
    expect(fs.readdirSync(folder).filter(name => name.startsWith('new-'))).toEqual([])
  },
  20_000,
)

async function waitFor<T>(look: () => T | undefined | false): Promise<T> {
  for (const until = Date.now() + 30_000; Date.now() < until; await sleep(5)) {
    const found = look()
    if (found) return found
  }
  throw new Error('It did not happen.')
}

function killProgramsOf(folder: string): void {
  for (const pid of fs.readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    const file = `/proc/${pid}/cmdline`
    if (fs.existsSync(file) && fs.readFileSync(file, 'utf8').includes(folder)) process.kill(Number(pid), 'SIGKILL')
  }
}

test('a pid file that names another program does not stand in the way', async () => {
  const stranger = spawn('sleep', ['60'], serverAccount(home))
  others.push(stranger)
  fs.writeFileSync(pidFile(data), `${stranger.pid}\n${data}\n1\n5432\n\n127.0.0.1\n\nready\n`)
  handOver(pidFile(data), serverAccount(home))
  const { started } = await join()
  expect(started).toBe(true)
  expect(stranger.exitCode).toBeNull()
})

test('a port that was taken meanwhile is left to its taker', async () => {
  const port = Number(fs.readFileSync(path.join(home, 'port'), 'utf8'))
  const taker = net.createServer().listen(port, '127.0.0.1')
  await once(taker, 'listening')
  const { url } = await join()
  expect(new URL(url).port).not.toBe(String(port))
  taker.close()
})

test('a password file that was lost is made anew, and the data is still there', async () => {
  fs.rmSync(path.join(home, 'password'))
  const { url } = await join()
  expect(await rowsAt(url)).toBe(1)
  fs.rmSync(path.join(home, 'password'))
  expect(await rowsAt((await join()).url)).toBe(1) // also while it runs
})

test('data of another major version is left alone, with a sentence that says what to do', async () => {
  const version = path.join(data, 'PG_VERSION')
  const before = fs.readFileSync(version, 'utf8')
  fs.writeFileSync(version, '17\n')
  await expect(join()).rejects.toThrow(/was made by PostgreSQL 17 and this portal brings PostgreSQL 18: make a backup/)
  fs.rmSync(version)
  await expect(join()).rejects.toThrow(/holds no database of PostgreSQL: move it away/)
  fs.writeFileSync(version, before)
  handOver(version, serverAccount(home))
  expect(await rowsAt((await join()).url)).toBe(1)
})

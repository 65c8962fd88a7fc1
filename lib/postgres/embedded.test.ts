import fs from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { withClient, withDatabase } from './client'
import { dataDir } from './data-dir'
import { checkOutsideServer, usePostgres } from './embedded'
import { limitLog, logFile } from './launch'
import { readPidFile } from './postmaster'
import { joinServer } from './server'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }) // for machines that are busy

const home = path.join(dataDir(), 'postgres')
const data = path.join(home, 'data')

test('the server is durable, on loopback only, keeps its password to itself, and stops with its last user', async () => {
  const said: string[] = []
  const first = await usePostgres({ log: line => said.push(line) })
  expect(first).toMatchObject({ embedded: true, started: true })
  expect(said.join()).toContain(data)

  const { rows } = await withClient(first.url, client =>
    client.query(
      `SELECT current_database() AS database, (SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) FROM pg_settings
       WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'jit', 'TimeZone')) AS settings`,
    ),
  )
  expect(rows).toEqual([
    {
      database: 'portal',
      settings: 'TimeZone=UTC fsync=on full_page_writes=on jit=off listen_addresses=127.0.0.1 synchronous_commit=on',
    },
  ])
  expect(fs.statSync(path.join(home, 'password')).mode & 0o777).toBe(0o600)
  expect(fs.statSync(data).mode & 0o777).toBe(0o700)
  expect(fs.statSync(logFile(home)).mode & 0o777).toBe(0o600)
  const guess = new URL(first.url)
  guess.password = 'password'
  await expect(checkOutsideServer(guess.href)).rejects.toThrow('refuses')

  const [second, third] = await Promise.all([joinServer(home, 'portal'), joinServer(home, 'another')])
  expect([second.started, third.started]).toEqual([false, false])
  expect(third.url).toBe(withDatabase(first.url, 'another'))
  await Promise.all([first.stop(), first.stop(), third.stop()])
  await withClient(second.url, client => client.query('SELECT 1'))
  await second.stop()
  expect(readPidFile(data)).toBeUndefined()
  expect(fs.readdirSync(path.join(home, 'members'))).toEqual([])

  const again = await usePostgres()
  expect(again).toEqual({ ...first, stop: expect.any(Function) }) // the same port too
  await again.stop()
})

test('what is written stays out of the log', async () => {
  const server = await usePostgres()
  await withClient(server.url, async client => {
    await client.query('CREATE TABLE person (email text UNIQUE)')
    const save = () => client.query(`INSERT INTO person VALUES ('canary@example.org')`)
    await save()
    await expect(save()).rejects.toThrow('duplicate key')
  })
  await server.stop()
  expect(fs.readFileSync(logFile(home), 'utf8')).not.toContain('canary')
})

test('the log does not grow for ever', () => {
  const folder = path.join(dataDir(), 'logs')
  fs.mkdirSync(folder)
  const [now, before] = [logFile(folder), `${logFile(folder)}.1`]
  for (const words of ['one, ', 'two, ', 'three, ', 'four']) {
    fs.appendFileSync(now, words)
    limitLog(folder, 5)
  }
  expect([before, now].map(file => fs.readFileSync(file, 'utf8'))).toEqual(['three, ', 'four'])
})

test('an outside server that does not answer is named without its password', async () => {
  const asked = checkOutsideServer('postgresql://me:canary@127.0.0.1:1/portal')
  await expect(asked).rejects.toThrow(
    /^DATABASE_URL names a server at 127\.0\.0\.1:1 that does not answer .*ECONNREFUSED/,
  )
  await expect(asked).rejects.toThrow(expect.not.stringContaining('canary'))
})

test('a database that an outside server does not have is named', async () => {
  const server = await usePostgres()
  await checkOutsideServer(server.url)
  await expect(checkOutsideServer(withDatabase(server.url, 'elsewhere'))).rejects.toThrow(
    '"elsewhere", which does not exist',
  )
  await server.stop()
})

import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, expect, test } from 'vitest'
import { dataDir, makeFolder } from './data-dir'
import { withLock } from './lock'
import { isStillRunning, ourIdentity } from './process-identity'

let folder = ''
beforeEach(({ task }) => {
  folder = path.join(dataDir(), task.id)
  makeFolder(folder)
})

test('only one at a time works under the lock, in many processes', async () => {
  const counter = path.join(folder, 'counter')
  fs.writeFileSync(counter, '0')
  const code = `
    import fs from 'node:fs'
    import { withLock } from './lib/postgres/lock.ts'
    const [folder, counter] = ${JSON.stringify([folder, counter])}
    for (let i = 0; i < 25; i++) await withLock(folder, async () => {
      const before = Number(fs.readFileSync(counter, 'utf8'))
      await new Promise(resolve => setTimeout(resolve, Math.random() * 3))
      fs.writeFileSync(counter, String(before + 1))
    })`
  const work = () => promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code])
  await Promise.all([work(), work(), work(), work()])
  expect(fs.readFileSync(counter, 'utf8')).toBe('100')
}, 60_000)

test('a lock is given back when the work fails', async () => {
  await expect(withLock(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await withLock(folder, async () => 'yes', 0)).toBe('yes')
})

test('a lock that is held is waited for, and then named', async () => {
  let release = () => {}
  const held = withLock(folder, () => new Promise<void>(resolve => (release = resolve)))
  await expect(withLock(folder, async () => 'no', 50)).rejects.toThrow(`process ${process.pid}`)
  release()
  await held
})

test('whoever was killed holds nothing, even if the number is now that of another program', async () => {
  const gone = spawn('true')
  await once(gone, 'exit')
  for (const identity of [
    { pid: gone.pid, started: ourIdentity().started },
    { pid: process.pid, started: 'some other time' },
  ]) {
    fs.writeFileSync(path.join(folder, 'lock.7'), JSON.stringify(identity))
    expect(await withLock(folder, async () => fs.readdirSync(folder), 0)).toEqual(['lock.8'])
    fs.rmSync(path.join(folder, 'lock.8'))
  }
})

test('a lock file that was never written is passed over once it is old', async () => {
  const file = path.join(folder, 'lock.1')
  fs.writeFileSync(file, '')
  await expect(withLock(folder, async () => 'no', 50)).rejects.toThrow('Another command')
  fs.utimesSync(file, 0, 0)
  expect(await withLock(folder, async () => 'yes', 0)).toBe('yes')
})

test('a process is known by its number and its start', async () => {
  expect(isStillRunning(ourIdentity())).toBe(true)
  expect(isStillRunning({ ...ourIdentity(), started: 'unknown' })).toBe(true)
  expect(isStillRunning({ ...ourIdentity(), started: 'some other time' })).toBe(false)
  expect(isStillRunning({ pid: 0, started: 'unknown' })).toBe(false)
})

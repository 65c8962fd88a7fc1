import fs from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { chooseDataDir, dataDir, firstClosedFolder, isRoot, makeFolder, projectRoot } from './data-dir'

const open = path.join(fs.mkdtempSync('/tmp/data-dir-'), 'open')
const closed = path.join(path.dirname(open), 'closed')
fs.chmodSync(path.dirname(open), 0o755)
for (const [folder, mode] of [
  [open, 0o755],
  [closed, 0o700],
] as const) {
  fs.mkdirSync(path.join(folder, 'clone'), { recursive: true })
  fs.chmodSync(path.join(folder, 'clone'), 0o755)
  fs.chmodSync(folder, mode)
}
afterAll(() => fs.rmSync(path.dirname(open), { recursive: true }))

describe('where the data is kept', () => {
  test.each([
    ['an ordinary user, in the project', { root: open, asRoot: false, chosen: undefined }, `${open}/.data`],
    ['an ordinary user, in a home of their own', { root: `${closed}/clone`, asRoot: false, chosen: undefined }, `${closed}/clone/.data`], // prettier-ignore
    ['root, in the project', { root: `${open}/clone`, asRoot: true, chosen: undefined }, `${open}/clone/.data`],
    ['a folder that was chosen', { root: `${closed}/clone`, asRoot: true, chosen: '/srv/portal' }, '/srv/portal'],
    ['a folder below the project', { root: open, asRoot: false, chosen: 'kept' }, `${open}/kept`],
  ])('%s', (_, given, expected) => {
    expect(chooseDataDir(given)).toBe(expected)
  })

  test('root, where others can not enter, with a folder for each project', () => {
    const given = { root: `${closed}/clone`, asRoot: true, chosen: undefined }
    expect(chooseDataDir(given)).toMatch(/^\/var\/lib\/evidence-portal\/[0-9a-f]{12}$/)
    expect(chooseDataDir({ ...given, root: closed })).not.toBe(chooseDataDir(given))
  })

  test('the project is found from a folder below it', () => {
    expect(fs.existsSync(path.join(projectRoot(), 'package.json'))).toBe(true)
    expect(path.isAbsolute(dataDir())).toBe(true)
  })
})

test('the folder that keeps others out is named, and one that is not there yet keeps nobody out', () => {
  expect(firstClosedFolder(`${closed}/clone`)).toBe(closed)
  expect(firstClosedFolder(`${closed}/clone`, { uid: fs.statSync(closed).uid })).toBeUndefined()
  expect(firstClosedFolder(`${open}/clone/not/yet`)).toBeUndefined()
})

test('a folder is made for us alone, whatever the umask is', () => {
  const before = fs.statSync(open).mode
  makeFolder(path.join(open, 'a', 'b'))
  for (const name of ['a', 'a/b']) {
    expect(fs.statSync(path.join(open, name)).mode & 0o777).toBe(isRoot() ? 0o711 : 0o700)
  }
  expect(fs.statSync(open).mode).toBe(before)
})

import fs from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { dataDir, isRoot, makeFolder } from './data-dir'
import { findPrograms, packagedPrograms } from './programs'
import { serverAccount } from './server-account'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }) // for machines that are busy

const home = path.join(dataDir(), 'postgres')
makeFolder(home)

/** The package as npm leaves it when install scripts are off: without the links. */
function installPackage(name: string, version: string): string {
  const folder = path.join(dataDir(), name)
  const native = path.join(folder, 'native')
  fs.cpSync(packagedPrograms(), native, { recursive: true, filter: file => !fs.lstatSync(file).isSymbolicLink() })
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ version }))
  return native
}

test('the links that the package lists are made', async () => {
  const native = installPackage('open', '1.2.2')
  fs.chmodSync(path.dirname(native), 0o755)
  expect(await findPrograms(home, serverAccount(home), native)).toMatchObject({
    postgres: path.join(native, 'bin/postgres'),
  })
  const links: { target: string }[] = JSON.parse(fs.readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'))
  expect(links.filter(({ target }) => !fs.existsSync(path.join(native, '..', target)))).toEqual([])
})

test('a package that is out of reach is copied once, to a folder that only we can write', async () => {
  const native = installPackage('closed', '1.2.3')
  // root's server runs as another user, who can't enter; an ordinary user's can't make the links
  if (isRoot()) fs.chmodSync(path.dirname(native), 0o700)
  else fs.chmodSync(path.join(native, 'lib'), 0o500)
  const copy = path.join(home, 'programs-1.2.3')
  fs.mkdirSync(path.join(home, 'programs-1.2.2'))
  expect(await findPrograms(home, serverAccount(home), native)).toMatchObject({
    major: 18,
    initdb: path.join(copy, 'bin/initdb'),
  })
  expect(fs.readdirSync(home)).toEqual(['programs-1.2.3'])
  expect(fs.statSync(copy).mode & 0o022).toBe(0)

  const made = fs.statSync(copy).ino
  await findPrograms(home, serverAccount(home), native)
  expect(fs.statSync(copy).ino).toBe(made)
  fs.truncateSync(path.join(copy, 'bin', 'postgres'), 1000) // as a power cut may leave it
  expect(await findPrograms(home, serverAccount(home), native)).toMatchObject({ major: 18 })
  fs.chmodSync(path.join(native, 'lib'), 0o755)
})

test('programs that do not run on this machine are named, with what to do', async () => {
  const native = installPackage('broken', '1.2.4')
  fs.writeFileSync(path.join(native, 'bin', 'postgres'), 'no program')
  await expect(findPrograms(home, serverAccount(home), native)).rejects.toThrow(
    /does not run on this machine .* set DATABASE_URL/,
  )
})

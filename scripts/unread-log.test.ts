import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const here = pathToFileURL(path.join(import.meta.dirname, 'unread-log.ts')).href

/** Speaks on both streams, also of what went wrong, as the portal does; ends well after a second. */
function talking(prepare: string) {
  const code = `${prepare}
    let faults = 0
    process.on('uncaughtException', fault => { faults += 1; console.error(fault); if (faults > 20) process.exit(7) })
    process.stdout.write('ready')
    setInterval(() => { console.log('a line'); console.error('a fault') }, 20)
    setTimeout(() => process.exit(0), 1_000)`
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], { stdio: 'pipe' })
}

async function endUnread(prepare: string): Promise<number> {
  const child = talking(prepare)
  await once(child.stdout, 'data')
  child.stdout.destroy()
  child.stderr.destroy()
  const [code] = (await once(child, 'exit')) as [number]
  return code
}

test('a process whose log nobody reads any more goes on', async () => {
  expect(await endUnread(`(await import('${here}')).outliveUnreadLog()`)).toBe(0)
})

test('one that does not expect it never ends saying that it could not say something', async () => {
  expect(await endUnread('')).toBe(7)
})

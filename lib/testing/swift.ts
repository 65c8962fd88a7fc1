import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A real server that speaks S3: OpenStack's object store, all of it on this machine, with one disk. */
export type Swift = { endpoint: string; accessKey: string; secretKey: string; stop(): void }

const parts = ['account', 'container', 'object'] as const

/** Whether what it needs is installed: Debian's swift-proxy, swift-account, swift-container, swift-object and memcached. */
export function hasSwift(): boolean {
  const programs = [
    'swift-ring-builder',
    'swift-proxy-server',
    ...parts.map(part => `swift-${part}-server`),
    'memcached',
  ]
  return process.getuid?.() === 0 && programs.every(program => spawnSync('which', [program]).status === 0)
}

/** Starts one with nothing in it, in a folder of its own. */
export async function startSwift(): Promise<Swift> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'swift-'))
  const [proxy = 0, cache = 0, ...ports] = await freePorts(2 + parts.length)
  const running: ChildProcess[] = []
  const run = (program: string, given: string[]) =>
    running.push(spawn(program, given, { stdio: 'ignore', cwd: folder }))
  fs.mkdirSync(path.join(folder, 'disk', 'one'), { recursive: true })
  for (const [index, part] of parts.entries()) {
    makeRing(folder, part, ports[index] ?? 0)
    const settings = {
      bind_port: ports[index] ?? 0,
      devices: `${folder}/disk`,
      mount_check: 'false',
      pipeline: `${part}-server`,
    }
    fs.writeFileSync(
      path.join(folder, `${part}.conf`),
      configuration(folder, settings, `[app:${part}-server]\nuse = egg:swift#${part}`),
    )
    run(`swift-${part}-server`, [path.join(folder, `${part}.conf`)])
  }
  fs.writeFileSync(
    path.join(folder, 'proxy.conf'),
    configuration(folder, { bind_port: proxy, pipeline: 'cache s3api tempauth proxy-server' }, proxyFilters(cache)),
  )
  run('memcached', ['-u', 'root', '-l', '127.0.0.1', '-p', String(cache)])
  run('swift-proxy-server', [path.join(folder, 'proxy.conf')])
  const endpoint = `http://127.0.0.1:${proxy}`
  for (const port of [cache, ...ports, proxy]) await listening(port)
  return {
    endpoint,
    accessKey: 'portal:portal',
    secretKey: 'testing',
    stop() {
      for (const child of running) child.kill()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

function configuration(
  folder: string,
  { pipeline, ...settings }: Record<string, string | number>,
  rest: string,
): string {
  const lines = Object.entries({ bind_ip: '127.0.0.1', user: 'root', swift_dir: folder, workers: 0, ...settings })
  return `[DEFAULT]\n${lines.map(([name, value]) => `${name} = ${value}`).join('\n')}\n[pipeline:main]\npipeline = ${pipeline}\n${rest}\n`
}

function proxyFilters(cache: number): string {
  return [
    '[app:proxy-server]\nuse = egg:swift#proxy\naccount_autocreate = true',
    `[filter:cache]\nuse = egg:swift#memcache\nmemcache_servers = 127.0.0.1:${cache}`,
    '[filter:s3api]\nuse = egg:swift#s3api\nlocation = us-east-1',
    '[filter:tempauth]\nuse = egg:swift#tempauth\nuser_portal_portal = testing .admin',
  ].join('\n')
}

function makeRing(folder: string, part: string, port: number): void {
  const build = (...given: string[]) => spawnSync('swift-ring-builder', [`${part}.builder`, ...given], { cwd: folder })
  build('create', '4', '1', '0')
  build('add', `r1z1-127.0.0.1:${port}/one`, '1')
  build('rebalance')
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  await Promise.all(servers.map(server => new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))))
  const ports = servers.map(server => (server.address() as AddressInfo).port)
  await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))))
  return ports
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (await accepts(port)) return
    await pause(200)
  }
  throw new Error('The object store did not start.')
}

function accepts(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    const answer = (accepted: boolean) => {
      socket.destroy()
      resolve(accepted)
    }
    socket.once('connect', () => answer(true))
    socket.once('error', () => answer(false))
  })
}

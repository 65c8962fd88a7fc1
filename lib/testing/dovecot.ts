import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Whether Debian's dovecot can be started here with a configuration of our own: it needs root to become its own users. */
export function hasDovecot(): boolean {
  return process.getuid?.() === 0 && spawnSync('dovecot', ['--version']).status === 0
}

/** A real IMAP server on loopback with one account, `call@example.org`, whose mailbox is empty. */
export async function startDovecot(): Promise<{ imapUrl: string; restart(): Promise<void>; stop(): Promise<void> }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dovecot-'))
  fs.chmodSync(folder, 0o755)
  for (const name of ['mail', 'home']) {
    fs.mkdirSync(path.join(folder, name))
    spawnSync('chown', ['mail:mail', path.join(folder, name)])
  }
  const port = await freePort()
  const settings = path.join(folder, 'dovecot.conf')
  fs.writeFileSync(settings, configuration(folder, port))
  let server = await run(settings, port)
  return {
    imapUrl: `imap://call%40example.org:secret@127.0.0.1:${port}/INBOX`,
    async restart() {
      await end(server)
      server = await run(settings, port)
    },
    async stop() {
      await end(server)
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

function configuration(folder: string, port: number): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${folder}/mail
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${folder}/home
}
first_valid_gid = 1
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`
}

async function run(settings: string, port: number): Promise<ChildProcess> {
  const server = spawn('dovecot', ['-F', '-c', settings], { stdio: 'ignore' })
  for (let tries = 0; tries < 100; tries += 1) {
    if (await answers(port)) return server
    await pause(100)
  }
  throw new Error('dovecot did not start.')
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = new Promise(resolve => server.once('exit', resolve))
  server.kill('SIGTERM')
  await ended
}

function answers(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = net.connect(port, '127.0.0.1')
    socket.once('data', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
    setTimeout(() => socket.destroy(), 1_000).unref()
  })
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

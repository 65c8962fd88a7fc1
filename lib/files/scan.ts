import { createReadStream } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

import { env } from '@/lib/env'
import { log } from '@/lib/log'

/** What the virus scanner says; `UNSCANNED` where none is set, or where it is away or at a loss. */
export type Scan = 'CLEAN' | 'INFECTED' | 'UNSCANNED'

const patience = 60_000
const chunkBytes = 65_536

/** Whether files are opened only once they were scanned. */
export function scans(): boolean {
  return env().clamdUrl !== undefined
}

/** Lets clamd look through a file on its way in. */
export function scanPart(part: string): Promise<Scan> {
  return scan(() => createReadStream(/* turbopackIgnore: true */ part, { highWaterMark: chunkBytes }))
}

/** Lets clamd look through bytes, which are read only where there is a clamd to read them to. */
export async function scan(read: () => Readable): Promise<Scan> {
  const { clamdUrl } = env()
  if (!clamdUrl) return 'UNSCANNED'
  const socket = dial(clamdUrl)
  try {
    return verdict(await ask(socket, read))
  } catch (error) {
    log('warn', 'scan.away', { fault: error instanceof Error && 'code' in error ? String(error.code) : 'silent' })
    return 'UNSCANNED'
  } finally {
    socket.destroy()
  }
}

function dial(url: string): Socket {
  if (url.startsWith('unix:')) return connect(url.slice('unix:'.length))
  const { hostname, port } = new URL(url)
  return connect(Number(port), hostname.replace(/^\[|\]$/g, ''))
}

/** INSTREAM: chunks, each after its length in four bytes, and a length of 0 at the end. Answers what clamd says. */
async function ask(socket: Socket, read: () => Readable): Promise<string> {
  socket.setTimeout(patience, () => socket.destroy(new Error('clamd is silent')))
  let said = ''
  socket.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
  const closed = once(socket, 'close')
  closed.catch(() => undefined)
  await once(socket, 'connect')
  await send(socket, Buffer.from('zINSTREAM\0'))
  const bytes = read()
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      if (said || socket.destroyed) break // it has seen enough, or will not take more
      await send(socket, lengthOf(chunk.length))
      await send(socket, chunk)
    }
  } finally {
    bytes.destroy()
  }
  if (!said) await send(socket, lengthOf(0))
  await closed
  return said
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

function send(socket: Socket, chunk: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(chunk, error => (error ? reject(error) : resolve()))
  })
}

function verdict(said: string): Scan {
  const answer = said.replace(/[\0\n]+$/, '')
  if (answer === 'stream: OK') return 'CLEAN'
  if (answer.endsWith(' FOUND')) return 'INFECTED'
  log('warn', 'scan.atALoss')
  return 'UNSCANNED'
}

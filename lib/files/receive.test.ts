import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'

import { fileLimits } from '@/lib/domain/material'
import { newPart } from './part'
import { receiveFile } from './receive'

const partsFolder = newPart().replace(/[^/]+$/, '')
const boundary = 'portal'
type Piece = { field: string; name?: string; content: Buffer | string }

function form(pieces: Piece[], end = `--${boundary}--\r\n`): Buffer {
  const parts = pieces.flatMap(({ field, name, content }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${field}"${name === undefined ? '' : `; filename="${name}"`}\r\n` +
        `${name === undefined ? '' : 'Content-Type: application/octet-stream\r\n'}\r\n`,
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([...parts, Buffer.from(end)])
}

/** Sends it in pieces, as a network does. */
function receive(body: Buffer, headers: Record<string, string> = {}, signal?: AbortSignal) {
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < body.length; at += 65_536) controller.enqueue(body.subarray(at, at + 65_536))
      controller.close()
    },
  })
  const type = `multipart/form-data; boundary=${boundary}`
  return receiveFile({ headers: new Headers({ 'content-type': type, ...headers }), body: stream, signal })
}

afterEach(() => fs.rm(partsFolder, { recursive: true, force: true }))

test('a file arrives whole, with its length, its hash and what came along', async () => {
  const bytes = randomBytes(300_000)
  const received = await receive(
    form([
      { field: 'alt', content: 'A pantry’s shelves' },
      { field: 'file', name: 'Überblick.pdf', content: bytes },
    ]),
  )
  if (!received.ok) throw new Error(received.fault)
  expect(received).toMatchObject({
    name: 'Überblick.pdf',
    bytes: 300_000,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    fields: { alt: 'A pantry’s shelves' },
  })
  expect(await fs.readFile(received.part)).toEqual(bytes)
  expect((await fs.stat(received.part)).mode & 0o777).toBe(0o600)
})

test('10 MB are taken, and one byte more is not', async () => {
  const most = Buffer.alloc(fileLimits.bytes)
  expect(await receive(form([{ field: 'file', name: 'a', content: most }]))).toMatchObject({
    ok: true,
    bytes: fileLimits.bytes,
  })
  await fs.rm(partsFolder, { recursive: true })
  const more = Buffer.alloc(fileLimits.bytes + 1)
  expect(await receive(form([{ field: 'file', name: 'a', content: more }]))).toMatchObject({
    ok: false,
    fault: 'large',
  })
  expect(await fs.readdir(partsFolder)).toEqual([])
})

const small = { field: 'file', name: 'a.pdf', content: '%PDF-' }
test.each<[string, Buffer, string]>([
  ['nothing chosen', form([{ field: 'file', name: '', content: '' }]), 'missing'],
  ['zero bytes', form([{ field: 'file', name: 'a.pdf', content: '' }]), 'empty'],
  ['another field', form([{ ...small, field: 'other' }]), 'missing'],
  ['no file', form([{ field: 'alt', content: 'x' }]), 'missing'],
  ['two files', form([small, small]), 'several'],
  [
    'a form that was cut in the file',
    form([{ ...small, content: Buffer.alloc(200_000) }], '').subarray(0, 150_000),
    'cut',
  ],
  ['a form that was cut after it', form([small], ''), 'cut'],
  ['no form', Buffer.from('hello'), 'cut'],
  ['nothing', Buffer.alloc(0), 'cut'],
])('%s has its own sentence and leaves nothing', async (_told, body, fault) => {
  expect(await receive(body)).toMatchObject({ ok: false, fault })
  expect(await fs.readdir(partsFolder).catch(() => [])).toEqual([])
})

test('what is no form of that kind is not read', async () => {
  for (const type of ['text/plain', 'multipart/form-data', 'application/json'])
    expect(await receive(form([small]), { 'content-type': type })).toMatchObject({ ok: false, fault: 'missing' })
})

test('who hangs up leaves nothing', async () => {
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(form([{ ...small, content: Buffer.alloc(200_000) }], '').subarray(0, 100_000))
    },
  })
  const type = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const receiving = receiveFile({ headers: new Headers(type), body: stream, signal: AbortSignal.timeout(200) })
  expect(await receiving).toMatchObject({ ok: false, fault: 'cut' })
  expect(await fs.readdir(partsFolder)).toEqual([])
})

test('a disk that takes nothing is a fault, and nobody waits', async () => {
  await fs.rm(partsFolder, { recursive: true, force: true })
  const body = form([{ ...small, content: Buffer.alloc(3_000_000) }])
  newPart()
  await fs.rm(partsFolder, { recursive: true })
  await fs.writeFile(partsFolder.slice(0, -1), 'a file where a folder should be')
  await expect(receive(body)).rejects.toThrow('ENOTDIR')
  await fs.rm(partsFolder.slice(0, -1))
})

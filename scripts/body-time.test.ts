import { createServer, type IncomingMessage } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { hurryBody } from './body-time'

const pace = { within: 1_200, every: 200, bytes: 5 }
const server = createServer((request: IncomingMessage, response) => {
  hurryBody(request, pace)
  request.resume().on('end', () => response.end('thank you'))
})
let port = 0
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => void server.close())

/** Sends a body of 100 bytes, so many every 100 ms, and answers what came back: nothing where the line was cut. */
async function sendSlowly(each: number): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let said = ''
  let cut = false
  socket.on('data', (chunk: Buffer) => (said += chunk.toString()))
  socket.on('close', () => (cut = true))
  socket.on('error', () => (cut = true))
  socket.write('POST /api/draft/files HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n')
  for (let sent = 0; sent < 100 && !cut; sent += each) {
    socket.write('x'.repeat(each))
    await pause(100)
  }
  await pause(50)
  socket.destroy()
  return said
}

test('a slow line that moves has its time', async () => {
  expect(await sendSlowly(20)).toContain('thank you')
})

test('one that hardly moves is cut', async () => {
  expect(await sendSlowly(1)).toBe('')
})

test('one that takes too long altogether is cut, however well it moves', async () => {
  expect(await sendSlowly(7)).toBe('')
})

test('one that the server itself holds back is not cut', async () => {
  const holding = createServer((request: IncomingMessage, response) => {
    hurryBody(request, pace)
    setTimeout(() => request.resume().on('end', () => response.end('thank you')), 1_500)
  })
  await new Promise<void>(resolve => holding.listen(0, '127.0.0.1', resolve))
  const socket = connect((holding.address() as AddressInfo).port, '127.0.0.1')
  let said = ''
  socket.on('data', (chunk: Buffer) => (said += chunk.toString()))
  socket.on('error', () => undefined)
  const bytes = 20_000_000
  socket.write(`POST /api/intake/messages HTTP/1.1\r\nHost: x\r\nContent-Length: ${bytes}\r\n\r\n`)
  socket.write(Buffer.alloc(bytes))
  await pause(2_300)
  socket.destroy()
  holding.close()
  expect(said).toContain('thank you')
})

import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'

import { filesIn } from './files-in'

const part = (name: string, content: string) =>
  `--x\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: message/rfc822\r\n\r\n${content}\r\n`

/** A form that comes in pieces; after them it ends, breaks off, or waits. */
function form(pieces: string[], after: 'ends' | 'breaks' | 'waits') {
  const state = { cancelled: false }
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces.shift()
      if (piece !== undefined) controller.enqueue(Buffer.from(piece))
      else if (after === 'ends') controller.close()
      else if (after === 'breaks') controller.error(new Error('The line was cut.'))
    },
    cancel() {
      state.cancelled = true
    },
  })
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  const request = new Request('http://portal.example/', {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
  } as RequestInit)
  return { request, state }
}

test('each file in its turn', async () => {
  const { request } = form([part('a.eml', 'One'), part('b.eml', 'Two'), '--x--\r\n'], 'ends')
  const read: string[] = []
  for await (const { stream, name } of filesIn(request)) read.push(`${name}: ${await text(stream)}`)
  expect(read).toEqual(['a.eml: One', 'b.eml: Two'])
})

test('a form that breaks off in a file that nobody reads yet is an error of this request alone', async () => {
  const { request } = form([part('a.eml', 'One'), part('b.eml', 'x'.repeat(1_000)).slice(0, 600)], 'breaks')
  const reading = async () => {
    for await (const { stream } of filesIn(request)) {
      await pause(50)
      await text(stream)
    }
  }
  await expect(reading()).rejects.toThrow()
  await pause(50)
})

test('whoever stops asking leaves nothing open', async () => {
  const { request, state } = form([part('a.eml', 'One'), part('b.eml', 'Two')], 'waits')
  for await (const { stream } of filesIn(request)) {
    await text(stream)
    break
  }
  await pause(50)
  expect(state.cancelled).toBe(true)
})

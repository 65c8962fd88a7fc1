import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { CodingDeed } from './coding-deeds'
import { CodingQueue } from './coding-queue'

/** Locks as a browser has them: one holder of a name, the others after it in their order. */
function locks() {
  const last = new Map<string, Promise<unknown>>()
  return {
    request(name: string, { signal }: { signal?: AbortSignal }, work: () => unknown) {
      const turn = (last.get(name) ?? Promise.resolve()).then(() => {
        signal?.throwIfAborted()
        return work()
      })
      last.set(
        name,
        turn.catch(() => undefined),
      )
      return turn
    },
  }
}

function storage() {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  }
}

let online: boolean
let sent: string[]
let windows: (() => void)[]
beforeEach(() => {
  ;[online, sent, windows] = [true, [], []]
  vi.stubGlobal('window', { addEventListener: () => undefined, removeEventListener: () => undefined })
  vi.stubGlobal('navigator', { locks: locks() })
  vi.stubGlobal('localStorage', storage())
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
    if (!online) throw new TypeError('Failed to fetch')
    sent.push(`${path.split('/').at(-1)} ${body}`)
    return Response.json({ ok: true })
  })
})
afterEach(() => {
  for (const close of windows) close()
  vi.unstubAllGlobals()
})

function open() {
  const queue = new CodingQueue(
    'WM-1',
    'codings:me:WM-1',
    () => undefined,
    () => undefined,
  )
  const close = queue.start()
  windows.push(close)
  return { queue, close }
}
const remove = (codingId: string): CodingDeed => ({ kind: 'remove', codingId })
const putBack = (codingId: string): CodingDeed => ({ kind: 'putBack', codingId })
const settled = () => new Promise(resolve => setTimeout(resolve, 20))
const ids = () => sent.map(each => each.split(' ')[0])

test('two windows of one person lose nothing of each other, and send each their own once', async () => {
  online = false
  const one = open()
  one.queue.add(remove('a'))
  const other = open()
  other.queue.add(remove('b'))
  one.queue.add(remove('c'))
  await settled()
  expect(localStorage.length).toBe(2)
  online = true
  one.queue.wake()
  await settled()
  // taken off, and put back again: the second window must not take it off anew
  one.queue.add(putBack('a'))
  await settled()
  other.queue.wake()
  await settled()
  expect(ids()).toEqual(['a', 'c', 'a', 'b'])
  expect(localStorage.length).toBe(0)
})

test('what a window that is gone left is sent by the next, and by one that was open, once', async () => {
  online = false
  const one = open()
  one.queue.add(remove('a'))
  await settled()
  const other = open()
  const third = open()
  await settled()
  one.close()
  online = true
  await settled()
  expect(ids()).toEqual(['a'])
  for (const { queue } of [other, third]) queue.wake()
  open()
  await settled()
  expect([ids(), localStorage.length]).toEqual([['a'], 0])
})

test('what a reload interrupted is sent by the page that comes', async () => {
  online = false
  const { queue, close } = open()
  queue.add(remove('a'))
  queue.add(putBack('a'))
  close()
  online = true
  open()
  await settled()
  expect(ids()).toEqual(['a', 'a'])
})

test('a browser without locks keeps and sends what waits all the same', async () => {
  vi.stubGlobal('navigator', {})
  online = false
  const { queue, close } = open()
  queue.add(remove('a'))
  await settled()
  close()
  online = true
  open()
  await settled()
  expect([ids(), localStorage.length]).toEqual([['a'], 0])
})

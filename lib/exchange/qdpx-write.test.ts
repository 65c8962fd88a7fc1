import { setTimeout as pause } from 'node:timers/promises'
import { buffer } from 'node:stream/consumers'

import { expect, test } from 'vitest'

import { zipProject } from './qdpx-write'

async function* project() {
  yield '<Project/>'
}

test('a zip of many texts holds on to none that was written', async () => {
  let most = 0
  async function* texts() {
    for (let number = 0; number < 300; number += 1) {
      most = Math.max(most, zip.listenerCount('close'))
      yield { guid: `text-${number}`, text: 'words '.repeat(100) }
    }
  }
  const zip = zipProject(project(), texts(), new Date())
  const bytes = await buffer(zip)
  expect(bytes.toString('latin1').match(/PK\u0001\u0002/g)).toHaveLength(301)
  expect(most).toBeLessThan(10)
})

test('where nobody takes it any more, nothing more is read; what fails breaks the whole off', async () => {
  let [read, ended] = [0, false]
  async function* endless() {
    try {
      for (; read < 1_000_000; read += 1) yield { guid: `text-${read}`, text: 'words' }
    } finally {
      ended = true
    }
  }
  const zip = zipProject(project(), endless(), new Date())
  zip.once('data', () => zip.destroy())
  while (!ended) await pause(5)
  expect(read).toBeLessThan(1_000)
  async function* failing() {
    yield { guid: 'one', text: 'words' }
    throw new Error('The database is gone.')
  }
  await expect(buffer(zipProject(project(), failing(), new Date()))).rejects.toThrow('The database is gone.')
})

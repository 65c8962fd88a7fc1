import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { fromBuffer } from 'yauzl'

import { zipOf } from './zip'

async function namesAndContents(zip: Buffer): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  await new Promise<void>((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (error, file) => {
      if (error) return reject(error)
      file.on('entry', entry =>
        file.openReadStream(entry, (fault, stream) => {
          if (fault) return reject(fault)
          buffer(stream).then(content => {
            found[entry.fileName] = content.toString()
            file.readEntry()
          }, reject)
        }),
      )
      file.on('end', resolve).on('error', reject)
      file.readEntry()
    })
  })
  return found
}

test('texts and files are packed in their order; what is gone is left out', async () => {
  const opened: string[] = []
  const file = (name: string, content: string | null) => ({
    name,
    open: async () => {
      opened.push(name)
      return content === null ? null : Readable.from([Buffer.from(content)])
    },
  })
  const zip = zipOf(
    [{ name: 'data.json', bytes: Buffer.from('{}') }],
    [file('files/1 Łódź.pdf', 'one'), file('files/2.pdf', null), file('files/3.pdf', 'three')],
  )
  expect(await namesAndContents(await buffer(zip))).toEqual({
    'data.json': '{}',
    'files/1 Łódź.pdf': 'one',
    'files/3.pdf': 'three',
  })
  expect(opened).toEqual(['files/1 Łódź.pdf', 'files/2.pdf', 'files/3.pdf'])
})

test('a file that breaks off breaks the whole off, instead of passing for whole', async () => {
  const broken = new Readable({
    read() {
      this.destroy(new Error('the store is gone'))
    },
  })
  const zip = zipOf([], [{ name: 'files/1.pdf', open: async () => broken }])
  await expect(buffer(zip)).rejects.toThrow('the store is gone')
})

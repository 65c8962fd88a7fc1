import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import fs from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { hasSwift, startSwift, type Swift } from '@/lib/testing/swift'
import { localStore } from './local-store'
import { dropStaleParts, filesFolder, newPart } from './part'
import { s3Store } from './s3-store'
import { checkedKey, newStorageKey } from './storage-key'
import type { FileStore } from './store'

async function part(bytes: string | Buffer): Promise<string> {
  const file = newPart()
  await fs.writeFile(file, bytes)
  return file
}

async function bytesOf(store: FileStore, key: string): Promise<Buffer | null> {
  const stream = await store.open(key)
  if (!stream) return null
  const chunks: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function keys(store: FileStore): Promise<string[]> {
  const found: string[] = []
  for await (const { key } of store.list()) found.push(key)
  return found.sort()
}

async function keepsAndForgets(store: FileStore) {
  const key = newStorageKey()
  expect(await store.exists(key)).toBe(false)
  expect(await store.open(key)).toBeNull()
  const file = await part(Buffer.alloc(3_000_000, 'evidence'))
  await store.put(key, file)
  expect(await fs.stat(file).catch(() => null)).toBeNull()
  expect(await store.exists(key)).toBe(true)
  expect((await bytesOf(store, key))?.equals(Buffer.alloc(3_000_000, 'evidence'))).toBe(true)
  const other = newStorageKey()
  await store.put(other, await part('other'))
  expect(await keys(store)).toEqual([key, other].sort())
  for await (const { changedAt } of store.list())
    expect(Math.abs(Date.now() - changedAt.getTime())).toBeLessThan(60_000)
  await store.remove(key)
  await store.remove(key)
  expect(await bytesOf(store, key)).toBeNull()
  expect(await keys(store)).toEqual([other])
  await expect(store.open('../../etc/passwd')).rejects.toThrow('no key')
}

test.each(['', 'a', '../x', 'ab/../../x', `ab/${'a'.repeat(37)}`, '/etc/passwd'])('%j is no key', key => {
  expect(() => checkedKey(key)).toThrow('no key')
})

describe('a folder', () => {
  test('keeps and forgets', () => keepsAndForgets(localStore()))

  test('holds what only we can read', async () => {
    const key = newStorageKey()
    await localStore().put(key, await part('x'))
    expect((await fs.stat(`${filesFolder()}/${key}`)).mode & 0o777).toBe(0o600)
  })
})

test('parts that a dead server left go after a day, and no sooner', async () => {
  const [old, fresh] = [await part('old'), await part('fresh')]
  const now = new Date()
  await fs.utimes(old, now, new Date(now.getTime() - 25 * 3_600_000))
  expect(await dropStaleParts(now)).toBe(1)
  expect(await fs.readFile(fresh, 'utf8')).toBe('fresh')
})

const installed = hasSwift()
if (!installed) console.log('No object store is installed: S3 is passed over (apt-get install swift-proxy swift-account swift-container swift-object memcached).') // prettier-ignore

describe.skipIf(!installed)('a real store that speaks S3', () => {
  let swift: Swift
  beforeAll(async () => {
    swift = await startSwift()
    const { endpoint, accessKey: accessKeyId, secretKey: secretAccessKey } = swift
    const client = new S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true, credentials: { accessKeyId, secretAccessKey } }) // prettier-ignore
    await client.send(new CreateBucketCommand({ Bucket: 'evidence' }))
    await client.send(new PutObjectCommand({ Bucket: 'evidence', Key: 'what others keep here', Body: 'x' }))
  }, 45_000)
  afterAll(() => swift?.stop())

  const open = (changes: Partial<Parameters<typeof s3Store>[0]> = {}) =>
    s3Store({ ...swift, region: 'us-east-1', bucket: 'evidence', pathStyle: true, ...changes })

  test('keeps and forgets, and sees nothing of what is not ours', () => keepsAndForgets(open()), 20_000)

  test('a wrong secret opens nothing, and a part stays where it was', async () => {
    const file = await part('x')
    await expect(open({ secretKey: 'wrong' }).put(newStorageKey(), file)).rejects.toThrow()
    expect(await fs.readFile(file, 'utf8')).toBe('x')
  }, 20_000)
})

import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import { Readable } from 'node:stream'

import { dropPart } from './part'
import { checkedKey, isStorageKey } from './storage-key'
import type { FileStore, Stored } from './store'

/** How to reach a store that speaks S3. `pathStyle`: the bucket stands in the path, not in the name of the server. */
export type S3Settings = {
  endpoint: string
  region: string
  bucket: string
  accessKey: string
  secretKey: string
  pathStyle: boolean
}

/** Files in a bucket. The bucket is there already; nothing of ours makes it or opens it to the public. */
export function s3Store({ endpoint, region, bucket: Bucket, accessKey, secretKey, pathStyle }: S3Settings): FileStore {
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: pathStyle,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    maxAttempts: 3,
    // Servers that are not Amazon's refuse bodies in chunks that end with a checksum.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
  })
  const place = (key: string) => ({ Bucket, Key: checkedKey(key) })
  return {
    async put(key, part) {
      const { size } = await fs.stat(/* turbopackIgnore: true */ part)
      const Body = createReadStream(/* turbopackIgnore: true */ part)
      await client
        .send(new PutObjectCommand({ ...place(key), Body, ContentLength: size }))
        .finally(() => Body.destroy())
      await dropPart(part)
    },
    async open(key) {
      const found = await client.send(new GetObjectCommand(place(key))).catch(orNothing)
      return found?.Body instanceof Readable ? found.Body : null
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand(place(key))).catch(orNothing)
    },
    async exists(key) {
      return (await client.send(new HeadObjectCommand(place(key))).catch(orNothing)) !== null
    },
    list: () => list(client, Bucket),
  }
}

async function* list(client: S3Client, Bucket: string): AsyncIterable<Stored> {
  for (let ContinuationToken: string | undefined; ;) {
    const page = await client.send(
      new ListObjectsV2Command({ Bucket, ...(ContinuationToken ? { ContinuationToken } : {}) }),
    )
    for (const { Key, LastModified } of page.Contents ?? []) {
      if (Key && LastModified && isStorageKey(Key)) yield { key: Key, changedAt: LastModified }
    }
    ContinuationToken = page.NextContinuationToken
    if (!page.IsTruncated || !ContinuationToken) return
  }
}

function orNothing(error: unknown): null {
  if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null
  throw error
}

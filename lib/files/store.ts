import type { Readable } from 'node:stream'

import { env } from '@/lib/env'
import { localStore } from './local-store'

/** A stored thing as a store lists it. */
export type Stored = { key: string; changedAt: Date }

/** Where bytes are kept, by a key that says nothing of whose they are. */
export type FileStore = {
  /** Keeps a whole file under a key, durably, and takes it away from where it was. */
  put(key: string, part: string): Promise<void>
  /** The bytes as a stream that is open already; null where there is nothing. */
  open(key: string): Promise<Readable | null>
  /** Removing what is not there is no fault. */
  remove(key: string): Promise<void>
  exists(key: string): Promise<boolean>
  list(): AsyncIterable<Stored>
}

let kept: Promise<FileStore> | undefined

/** The store that the settings name: S3 where `S3_*` are set, else `DATA_DIR/files`. */
export function fileStore(): Promise<FileStore> {
  kept ??= openStore()
  return kept
}

async function openStore(): Promise<FileStore> {
  const { s3 } = env()
  if (!s3) return localStore()
  // a client of some weight, for those who use it
  const { s3Store } = await import('./s3-store')
  return s3Store(s3)
}

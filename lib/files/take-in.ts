import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'

import { fileLimits, isPicture, safeFileName, type FileFault, type FileType } from '@/lib/domain/material'
import { dropPart, newPart } from './part'
import { redraw } from './photograph'
import { recognise } from './recognise'
import { scanPart, type Scan } from './scan'
import { newStorageKey } from './storage-key'
import { fileStore } from './store'

/** A file that was looked through and lies in the store, but belongs to nothing yet: `lib/data/files.ts` gives it a row, or `dropTaken` removes it. */
export type TakenFile = {
  storageKey: string
  name: string
  type: FileType
  bytes: number
  sha256: string
  width: number | null
  height: number | null
  scan: Scan
}
export type Taking = { ok: true; file: TakenFile } | { ok: false; fault: FileFault }

/**
 * Takes in a file of up to 10 MB that lies in a part: recognised by its content, a picture drawn anew, looked through
 * for viruses where clamd is set, and kept in the store under a new key. The part is gone afterwards, whatever comes of
 * it. `name` may be anything.
 */
export async function takeIn(part: string, name: string): Promise<Taking> {
  const parts = [part]
  try {
    if ((await fs.stat(/* turbopackIgnore: true */ part)).size > fileLimits.bytes) return { ok: false, fault: 'large' }
    const recognised = await recognise(part)
    if (!recognised.ok) return recognised
    const scan = await scanPart(part)
    if (scan === 'INFECTED') return { ok: false, fault: 'infected' }
    if (!isPicture(recognised.type)) return await keep(part, name, { type: recognised.type, scan })
    const drawn = await redraw(part, recognised.type)
    if (!drawn.ok) return drawn
    parts.push(drawn.part)
    return await keep(drawn.part, name, { type: drawn.type, scan, width: drawn.width, height: drawn.height })
  } finally {
    for (const each of parts) await dropPart(each)
  }
}

/** Takes in what lies in memory, such as what came with a mail. */
export async function takeInBytes(bytes: Uint8Array, name: string): Promise<Taking> {
  const part = newPart()
  try {
    await fs.writeFile(/* turbopackIgnore: true */ part, bytes, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    await dropPart(part)
    throw error
  }
  return takeIn(part, name)
}

/** Keeps bytes in the store as they are, for the portal's own use: whole messages. Answers their key. */
export async function keepBytes(bytes: Uint8Array): Promise<string> {
  const part = newPart()
  try {
    await fs.writeFile(/* turbopackIgnore: true */ part, bytes, { mode: 0o600, flag: 'wx' })
    const key = newStorageKey()
    await (await fileStore()).put(key, part)
    return key
  } finally {
    await dropPart(part)
  }
}

/** Removes a file that was taken in and found no place. */
export async function dropTaken(file: TakenFile): Promise<void> {
  await (await fileStore()).remove(file.storageKey)
}

type Found = { type: FileType; scan: Scan; width?: number; height?: number }

async function keep(part: string, name: string, { type, scan, width, height }: Found): Promise<Taking> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(/* turbopackIgnore: true */ part), hash)
  const { size: bytes } = await fs.stat(/* turbopackIgnore: true */ part)
  const storageKey = newStorageKey()
  await (await fileStore()).put(storageKey, part)
  return {
    ok: true,
    file: {
      storageKey,
      name: safeFileName(name, type),
      type,
      bytes,
      sha256: hash.digest('hex'),
      width: width ?? null,
      height: height ?? null,
      scan,
    },
  }
}

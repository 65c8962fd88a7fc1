import fs from 'node:fs/promises'
import path from 'node:path'

import { makeFolder } from '@/lib/postgres/data-dir'
import { filesFolder } from './part'
import { checkedKey, isStorageKey } from './storage-key'
import type { FileStore, Stored } from './store'

/**
 * Files below a folder of this machine, `DATA_DIR/files` unless another is given: one is there whole or not at all, also
 * after a power cut. Parts lie on the same disk, so that keeping one is a rename.
 */
export function localStore(folder = filesFolder()): FileStore {
  const place = (key: string) => path.join(/* turbopackIgnore: true */ folder, checkedKey(key))
  return {
    async put(key, part) {
      const target = place(key)
      makeFolder(path.dirname(target))
      await fs.chmod(/* turbopackIgnore: true */ part, 0o600)
      await sync(part)
      await fs.rename(/* turbopackIgnore: true */ part, target)
      await sync(path.dirname(target))
    },
    async open(key) {
      const handle = await fs.open(/* turbopackIgnore: true */ place(key), 'r').catch(orNothing)
      return handle ? handle.createReadStream() : null
    },
    async remove(key) {
      await fs.rm(/* turbopackIgnore: true */ place(key), { force: true })
    },
    async exists(key) {
      return (await fs.stat(/* turbopackIgnore: true */ place(key)).catch(orNothing)) !== null
    },
    list: () => list(folder),
  }
}

async function* list(folder: string): AsyncIterable<Stored> {
  for (const group of await fs.readdir(/* turbopackIgnore: true */ folder).catch(() => [])) {
    if (!/^[0-9a-f]{2}$/.test(group)) continue
    const names = await fs.readdir(path.join(/* turbopackIgnore: true */ folder, group)).catch(() => [])
    for (const name of names) {
      const stat = await fs.stat(path.join(/* turbopackIgnore: true */ folder, group, name)).catch(orNothing)
      if (stat && isStorageKey(`${group}/${name}`)) yield { key: `${group}/${name}`, changedAt: stat.mtime }
    }
  }
}

/** What was written is on the disk, and not only on its way there. */
async function sync(place: string): Promise<void> {
  const handle = await fs.open(/* turbopackIgnore: true */ place, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function orNothing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

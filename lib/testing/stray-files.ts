import { withoutRow } from '@/lib/data/file-keeping'
import { db } from '@/lib/db'
import { fileStore } from '@/lib/files/store'

/** Keys of bytes without a row, and of rows without their bytes: both empty where rows and store tell the same. */
export async function strayFiles(): Promise<{ bytes: string[]; rows: string[] }> {
  const store = await fileStore()
  const keys: string[] = []
  for await (const { key } of store.list()) keys.push(key)
  const files = await db.storedFile.findMany({ where: { scan: { not: 'INFECTED' } }, select: { storageKey: true } })
  const pictures = await db.pictureFile.findMany({ select: { storageKey: true } })
  const exported = await db.export.findMany({ where: { status: 'DONE' }, select: { storageKey: true } })
  const rows = [...files, ...pictures, ...exported]
    .flatMap(({ storageKey }) => storageKey ?? [])
    .filter(key => !keys.includes(key))
  return { bytes: await withoutRow(keys), rows }
}

import { record } from '@/lib/data/audit'
import { removeStored } from '@/lib/data/files'
import { db } from '@/lib/db'
import { dropStaleParts } from '@/lib/files/part'
import { scan, scans } from '@/lib/files/scan'
import { fileStore } from '@/lib/files/store'

const day = 86_400_000
const batch = 200

/**
 * Looks through what came while clamd was away; nobody could open it meanwhile. What holds a virus loses its bytes and
 * keeps its row, which says so. Stops at the first that cannot be scanned: clamd is still away. Answers how many it
 * scanned. Safe to run twice, and side by side.
 */
export async function scanWaitingFiles(): Promise<number> {
  if (!scans()) return 0
  const select = { id: true, storageKey: true, submission: { select: { callId: true } } }
  const waiting = await db.storedFile.findMany({
    where: { scan: 'UNSCANNED' },
    select,
    orderBy: { createdAt: 'asc' },
    take: batch,
  })
  const store = await fileStore()
  let scanned = 0
  for (const { id, storageKey, submission } of waiting) {
    const stream = await store.open(storageKey)
    if (!stream) continue
    const found = await scan(() => stream)
    stream.destroy()
    if (found === 'UNSCANNED') break
    await noteScan(id, found, submission?.callId)
    if (found === 'INFECTED') await removeStored([storageKey])
    scanned += 1
  }
  return scanned
}

async function noteScan(id: string, found: 'CLEAN' | 'INFECTED', callId: string | undefined): Promise<void> {
  await db.$transaction(async tx => {
    const { count } = await tx.storedFile.updateMany({ where: { id, scan: 'UNSCANNED' }, data: { scan: found } })
    if (count === 0 || found === 'CLEAN') return
    const thing = { kind: 'file', id }
    await record(tx, { actor: 'portal', action: 'submission.refuseFile', thing, ...(callId ? { callId } : {}) })
  })
}

/** What a sweep removed: rows of responses that were deleted, bytes without a row, parts that a dead server left. */
export type Swept = { rows: number; stored: number; parts: number }

/**
 * Removes what belongs to nothing, once it is a day old: until then a row may still be on its way to its bytes. Safe to
 * run twice, and side by side.
 */
export async function sweepFiles(now = new Date()): Promise<Swept> {
  const before = new Date(now.getTime() - day)
  const { count: rows } = await db.storedFile.deleteMany({
    where: { submissionId: null, incomingMailId: null, createdAt: { lt: before } },
  })
  let stored = 0
  let keys: string[] = []
  const sweep = async () => {
    const strays = await withoutRow(keys)
    await removeStored(strays)
    stored += strays.length
    keys = []
  }
  for await (const { key, changedAt } of (await fileStore()).list()) {
    if (changedAt < before) keys.push(key)
    if (keys.length >= batch) await sweep()
  }
  await sweep()
  return { rows, stored, parts: await dropStaleParts(now) }
}

/** Which of these keys no row knows: of files, of the messages that they came with, of pictures, exports, or projects on their way. */
export async function withoutRow(keys: string[]): Promise<string[]> {
  if (keys.length === 0) return []
  const where = { storageKey: { in: keys } }
  const select = { storageKey: true }
  const [files, mails, pictures, exported, projects] = await Promise.all([
    db.storedFile.findMany({ where, select }),
    db.incomingMail.findMany({ where, select }),
    db.pictureFile.findMany({ where, select }),
    db.export.findMany({ where, select }),
    db.exchangeRun.findMany({ where, select }),
  ])
  const all = [...files, ...mails, ...pictures, ...exported, ...projects]
  const known = new Set(all.map(({ storageKey }) => storageKey))
  return keys.filter(key => !known.has(key))
}

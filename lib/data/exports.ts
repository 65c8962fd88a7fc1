import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { setImmediate as breath } from 'node:timers/promises'

import { record } from '@/lib/data/audit'
import { makeFile } from '@/lib/data/export-making'
import {
  claimExport,
  exporterOf,
  hearExport,
  setExportAside,
  staleSql,
  type ClaimedExport,
} from '@/lib/data/export-standing'
import { openTable } from '@/lib/data/export-table'
import { readFacetValues } from '@/lib/data/facet-values'
import { removeStored } from '@/lib/data/files'
import { db, type Transaction } from '@/lib/db'
import {
  canHold,
  ExportFilters,
  mostUnderWay,
  rowsAtOnce,
  type ExportFormat,
  type ExportKind,
  type ExportWish,
} from '@/lib/domain/export'
import { readSelection } from '@/lib/domain/export-filter'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { fileStore } from '@/lib/files/store'
import { queueJob } from '@/lib/jobs/queue'
import { log } from '@/lib/log'
import { notThere, ok, refused, refusedAt, type Result } from '@/lib/result'
import type { RunStatus } from '@/prisma/generated/client'

/** One's own export. Times are ISO strings. */
export type ExportView = {
  id: string
  what: ExportKind
  format: ExportFormat
  status: RunStatus
  /** Per cent. */
  progress: number
  rows: number
  bytes: number | null
  createdAt: string
  expiresAt: string | null
  /** The list that it was made of, as it was narrowed; null where it was ticked. */
  list: string | null
}

const noSuchExport = 'There is no such export.'

/** The viewer's own exports in a call that have not expired, the newest first: a hundred at most. */
export async function listExports(viewer: Viewer, callId: string, now = new Date()): Promise<ExportView[] | null> {
  if (!may(viewer, 'exportSubmissions')) return null
  const rows = await db.export.findMany({
    where: { callId, personId: viewer.id, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    select: {
      ...{ id: true, what: true, format: true, status: true, progress: true },
      ...{ rows: true, bytes: true, createdAt: true, expiresAt: true, filters: true },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
  })
  return rows.map(({ filters, ...row }) => ({
    ...row,
    list: listOf(row.what, ExportFilters.parse(filters)),
    bytes: row.bytes === null ? null : Number(row.bytes),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
  }))
}

const lists: Record<ExportKind, string> = {
  SUBMISSIONS: 'submissions',
  CODINGS: 'submissions',
  COMMENTS: 'submissions',
  PASSAGES: 'passages',
  GRID: 'grid',
  FOLLOW_UPS: 'follow-ups',
}

function listOf(what: ExportKind, { query, references }: ExportFilters): string | null {
  return references.length > 0 ? null : `/workspace/${lists[what]}${query ? `?${query}` : ''}`
}

const again = 10_000

/**
 * Asks for an export. What is small is made at once, and can be fetched when this answers; what is large is made in the
 * background, and its reader is told by mail. The same asked for twice within some seconds is one.
 */
export async function askForExport(
  viewer: Viewer,
  callId: string,
  wish: ExportWish,
  origin: string,
): Promise<Result<{ id: string; ready: boolean }>> {
  if (!may(viewer, 'exportSubmissions')) return notThere(noSuchExport)
  if (!canHold(wish.format, wish.what)) return refusedAt('form', 'Documents hold passages. Choose another format.')
  const { known } = await readFacetValues(viewer, callId)
  const { selection, fault } = readSelection(wish.what, wish.filters.query, known)
  if (fault) return refusedAt('query', fault)
  const table = await openTable(viewer, callId, selection, wish.filters)
  if (!table) return notThere(noSuchExport)
  const background = table.total > rowsAtOnce[wish.format]
  const digest = createHash('sha256')
    .update(JSON.stringify([callId, wish]))
    .digest('hex')
  const asked = await db.$transaction(async tx => {
    const same = await findSame(tx, viewer, digest)
    if (same) return ok({ id: same.id, ready: same.status === 'DONE', begun: false })
    const under = await tx.export.count({ where: { personId: viewer.id, status: { in: ['WAITING', 'RUNNING'] } } })
    if (under >= mostUnderWay)
      return refused(`You have ${mostUnderWay} exports under way. Wait for one of them, or cancel it.`)
    const { what, format, filters } = wish
    const { id } = await tx.export.create({
      data: { callId, personId: viewer.id, what, format, filters, digest, origin, background },
      select: { id: true },
    })
    if (background) await queueJob(tx, 'make-export', id)
    await recordOn(tx, viewer, 'export.ask', { id, callId, what, format })
    return ok({ id, ready: false, begun: true })
  })
  if (!asked.ok) return asked
  const { id, ready, begun } = asked.value
  if (background || !begun) return ok({ id, ready })
  // a fault stands in the list, where it can be asked for again
  await workOnExport(id).catch(async () => {
    log('error', 'export-fault')
    await setExportAside(id, false)
  })
  return ok({ id, ready: (await db.export.count({ where: { id, status: 'DONE' } })) > 0 })
}

/** One that is under way or was just made. Two presses wait for each other here. */
async function findSame(tx: Transaction, viewer: Viewer, digest: string) {
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ${viewer.id}::uuid FOR NO KEY UPDATE`
  return tx.export.findFirst({
    where: {
      personId: viewer.id,
      digest,
      OR: [
        { status: { in: ['WAITING', 'RUNNING'] } },
        { status: 'DONE', finishedAt: { gt: new Date(Date.now() - again) } },
      ],
    },
    select: { id: true, status: true },
    orderBy: { createdAt: 'desc' },
  })
}

type Exported = { id: string; callId: string; what: ExportKind; format: ExportFormat }

function recordOn(tx: Transaction, viewer: Viewer, action: string, { id, callId, what, format }: Exported) {
  return record(tx, { actor: viewer, action, thing: { kind: 'export', id }, callId, details: { what, format } })
}

/**
 * Works on an export until it is done; throws where that fails, where it is cancelled, and where `stopping` says so. Does
 * nothing where somebody else is at it, or it is done. Other work gets its turn every few milliseconds.
 */
export async function workOnExport(id: string, stopping?: AbortSignal): Promise<void> {
  const claimed = await claimExport(id)
  if (!claimed) return
  const viewer = await exporterOf(claimed.personId)
  if (!viewer) throw new Error('Who asked may not export any more.')
  const cancelled = new AbortController()
  const pulse = setInterval(() => void beat(claimed, cancelled), 2_000)
  try {
    const signal = stopping ? AbortSignal.any([cancelled.signal, stopping]) : cancelled.signal
    await makeFile(viewer, claimed, { signal, tell: progressOf(id, cancelled) })
  } finally {
    clearInterval(pulse)
  }
}

/** Keeps it from being taken for stranded while a store takes its bytes, and hears that it was cancelled. */
async function beat({ id }: ClaimedExport, cancelled: AbortController): Promise<void> {
  const there = await hearExport(id, null).catch(() => true)
  if (!there) cancelled.abort(new Error('The export was cancelled.'))
}

/** Writes progress down, once a second at most, and lets others work. */
function progressOf(id: string, cancelled: AbortController): (percent: number) => Promise<void> {
  let [written, rested] = [0, Date.now()]
  return async percent => {
    const now = Date.now()
    if (now - written >= 1_000) {
      written = now
      if (!(await hearExport(id, percent))) cancelled.abort(new Error('The export was cancelled.'))
    }
    cancelled.signal.throwIfAborted()
    if (now - rested < 10) return
    await breath()
    rested = Date.now()
  }
}

/** Cancels an export that is under way, or deletes one that is done: nothing stays of it. */
export async function dropExport(viewer: Viewer, id: string): Promise<Result> {
  const dropped = await db.$transaction(async tx => {
    if (!may(viewer, 'exportSubmissions')) return null
    const rows = await tx.$queryRaw<(Exported & { status: RunStatus; storageKey: string | null })[]>`
      DELETE FROM "Export" WHERE "id" = ${id}::uuid AND "personId" = ${viewer.id}::uuid
      RETURNING "id", "callId", "what"::text, "format"::text, "status"::text, "storageKey"`
    const [row] = rows
    if (!row) return null
    const under = row.status === 'WAITING' || row.status === 'RUNNING'
    await recordOn(tx, viewer, under ? 'export.cancel' : 'export.delete', row)
    return row
  })
  if (!dropped) return notThere(noSuchExport)
  if (dropped.storageKey) await removeStored([dropped.storageKey])
  return ok()
}

const types: Record<string, string> = {
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

type Opened = { name: string; type: string; bytes: number; stream: Readable }

/**
 * Opens the file for who asked for it, as long as they may export, it has not expired, and nobody took back since what it
 * holds. Each time is written down.
 */
export async function openExport(viewer: Viewer, id: string, now = new Date()): Promise<Result<Opened>> {
  if (!may(viewer, 'exportSubmissions')) return notThere(noSuchExport)
  const [row] = await db.$queryRaw<(Exported & { fileName: string; key: string; bytes: bigint; stale: boolean })[]>`
    SELECT x."id", x."callId", x."what"::text, x."format"::text, x."fileName", x."storageKey" AS "key", x."bytes", ${staleSql} AS "stale"
    FROM "Export" x
    WHERE x."id" = ${id}::uuid AND x."personId" = ${viewer.id}::uuid AND x."status" = 'DONE' AND x."expiresAt" > ${now}`
  if (!row) return notThere(noSuchExport)
  if (row.stale)
    return refused('Respondents have taken something back since this was made. Delete it, and export again.')
  const stream = await (await fileStore()).open(row.key)
  if (!stream) return notThere(noSuchExport)
  await db.$transaction(tx => recordOn(tx, viewer, 'export.download', row))
  const ending = row.fileName.split('.').at(-1) ?? ''
  return ok({ name: row.fileName, type: types[ending] ?? 'application/octet-stream', bytes: Number(row.bytes), stream })
}

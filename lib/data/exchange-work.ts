import { createWriteStream } from 'node:fs'
import fs from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import * as z from 'zod/mini'

import { importProject } from '@/lib/data/project-import'
import { writeWholeProject } from '@/lib/data/project-export'
import { stageProject } from '@/lib/data/project-staging'
import { db } from '@/lib/db'
import { ExchangeReport } from '@/lib/domain/exchange'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { dropPart, newPart } from '@/lib/files/part'
import { newStorageKey } from '@/lib/files/storage-key'
import { fileStore } from '@/lib/files/store'
import { queueJob } from '@/lib/jobs/queue'

import { keptDays } from './exchange-runs'

const quiet = 60_000
const day = 86_400_000

/** Queues again what nobody has worked on for a minute: the process that did was killed. For the worker. */
export async function requeueStrandedExchanges(): Promise<void> {
  const before = new Date(Date.now() - quiet)
  const stranded = await db.exchangeRun.findMany({
    where: {
      status: { in: ['WAITING', 'RUNNING'] },
      OR: [{ heardAt: { lt: before } }, { heardAt: null, createdAt: { lt: before } }],
    },
    select: { id: true },
  })
  await db.$transaction(async tx => {
    for (const { id } of stranded) await queueJob(tx, 'exchange-project', id)
  })
}

/** Files of exports, and what waits of files that were read, go after seven days. For the worker. */
export async function dropOldExchanges(now = new Date()): Promise<void> {
  const old = await db.exchangeRun.findMany({
    where: { createdAt: { lt: new Date(now.getTime() - keptDays * day) }, status: { in: ['READ', 'DONE', 'FAILED'] } },
    select: { id: true, storageKey: true },
  })
  await db.exchangeRun.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } })
  for (const { storageKey } of old) if (storageKey) await (await fileStore()).remove(storageKey)
}

/** Work failed, or (`again`) was stopped and waits to be begun anew. For the worker. */
export async function setExchangeAside(id: string, again: boolean): Promise<void> {
  await db.exchangeRun.updateMany({
    where: { id, status: 'RUNNING' },
    data: again
      ? { status: 'WAITING', progress: 0, heardAt: null }
      : { status: 'FAILED', progress: 0, finishedAt: new Date() },
  })
}

const People = z.record(z.string(), z.string())
type Claimed = NonNullable<Awaited<ReturnType<typeof claim>>>

/**
 * Writes an export, reads a file that arrived, or imports one that somebody looked at; until it is done, or `stopping` says
 * so (then it throws). Does nothing where somebody else is at it.
 */
export async function workOnExchange(id: string, stopping?: AbortSignal): Promise<void> {
  const run = await claim(id)
  if (!run) return
  const tell = progressOf(id, stopping)
  if (run.kind === 'EXPORT') await writeExport(run, tell)
  else if (run.people === null) await readFile(run, tell)
  else await importFile(run, People.parse(run.people), tell)
}

async function claim(id: string) {
  const [claimed] = await db.exchangeRun.updateManyAndReturn({
    where: {
      id,
      status: { in: ['WAITING', 'RUNNING'] },
      OR: [{ heardAt: null }, { heardAt: { lt: new Date(Date.now() - quiet) } }],
    },
    data: { status: 'RUNNING', progress: 0, heardAt: new Date() },
    select: { id: true, callId: true, personId: true, kind: true, people: true, storageKey: true, report: true },
  })
  return claimed ?? null
}

function progressOf(id: string, stopping?: AbortSignal): (share: number) => Promise<void> {
  let written = 0
  return async share => {
    stopping?.throwIfAborted()
    const now = Date.now()
    if (now - written < 1_000) return
    written = now
    const data = { progress: Math.min(99, Math.floor(share * 100)), heardAt: new Date(now) }
    const { count } = await db.exchangeRun.updateMany({ where: { id, status: 'RUNNING' }, data })
    if (count === 0) throw new Error('The exchange is gone.')
  }
}

/** Who asked for it, as they are now. Throws where they may not any more. */
async function viewerOf(personId: string): Promise<Viewer> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      disabledAt: true,
      team: { select: { id: true, name: true, short: true } },
    },
  })
  const viewer: Viewer = { ...person, sessionId: '' }
  if (person.disabledAt || !may(viewer, 'exchangeProjects')) throw new Error('They may not exchange projects any more.')
  return viewer
}

async function writeExport(run: Claimed, tell: (share: number) => Promise<void>): Promise<void> {
  const viewer = await viewerOf(run.personId)
  const call = await db.call.findUniqueOrThrow({ where: { id: run.callId }, select: { id: true, name: true } })
  const part = newPart()
  try {
    await writeWholeProject(viewer, call, tell, stream =>
      pipeline(stream, createWriteStream(/* turbopackIgnore: true */ part, { mode: 0o600, flags: 'wx' })),
    )
    const { size: bytes } = await fs.stat(/* turbopackIgnore: true */ part)
    const storageKey = newStorageKey()
    await (await fileStore()).put(storageKey, part)
    const { count } = await db.exchangeRun.updateMany({
      where: { id: run.id, status: 'RUNNING' },
      data: { status: 'DONE', progress: 100, storageKey, bytes, finishedAt: new Date() },
    })
    if (count === 0) await (await fileStore()).remove(storageKey)
  } finally {
    await dropPart(part)
  }
}

async function readFile(run: Claimed, tell: (share: number) => Promise<void>): Promise<void> {
  const stream = run.storageKey ? await (await fileStore()).open(run.storageKey) : null
  if (!stream || !run.storageKey) throw new Error('Its file is gone.')
  const part = newPart()
  try {
    await pipeline(stream, createWriteStream(/* turbopackIgnore: true */ part, { mode: 0o600, flags: 'wx' }))
    const report = await stageProject(run, part, tell)
    const done = report.faults.length > 0
    await db.exchangeRun.updateMany({
      where: { id: run.id, status: 'RUNNING' },
      data: {
        ...{ status: done ? 'FAILED' : 'READ', progress: 100, report, storageKey: null },
        ...(done ? { finishedAt: new Date() } : {}),
      },
    })
    await (await fileStore()).remove(run.storageKey)
  } finally {
    await dropPart(part)
  }
}

async function importFile(
  run: Claimed,
  people: Record<string, string>,
  tell: (share: number) => Promise<void>,
): Promise<void> {
  await viewerOf(run.personId)
  const before = ExchangeReport.parse(run.report)
  const result = await importProject({ ...run, people }, tell, async (tx, counts) => {
    const done = Object.entries(counts).map(([what, count]) => ({ what, count }))
    const { count } = await tx.exchangeRun.updateMany({
      where: { id: run.id, status: 'RUNNING' },
      data: { status: 'DONE', progress: 100, finishedAt: new Date(), report: { ...before, done } },
    })
    await tx.exchangeRow.deleteMany({ where: { runId: run.id } })
    return count === 1
  })
  if (!result.ok) throw new Error(result.message)
}

import type { Readable } from 'node:stream'

import { record } from '@/lib/data/audit'
import { readExportPlan } from '@/lib/data/project-export'
import { db } from '@/lib/db'
import { ExchangeReport } from '@/lib/domain/exchange'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { fileStore } from '@/lib/files/store'
import { newStorageKey } from '@/lib/files/storage-key'
import { queueJob } from '@/lib/jobs/queue'
import { notThere, ok, refused, type Result } from '@/lib/result'
import type { ExchangeKind, ExchangeStatus } from '@/prisma/generated/client'

const leadsOnly = 'Only a lead can exchange projects.'
const noSuchRun = 'There is no such file any more.'
export const keptDays = 7

/** An export or an import. `report` once there is one; `file`: the viewer’s own export, whose file can be fetched. */
export type ExchangeRunView = {
  id: string
  kind: ExchangeKind
  status: ExchangeStatus
  /** Per cent. */
  progress: number
  name: string
  bytes: number | null
  by: string
  createdAt: string
  file: boolean
  /** Whether somebody said that it shall be imported. */
  confirmed: boolean
  report: ExchangeReport | null
}

const shown = {
  id: true,
  kind: true,
  status: true,
  progress: true,
  name: true,
  bytes: true,
  storageKey: true,
  people: true,
  report: true,
  createdAt: true,
  personId: true,
  person: { select: { name: true } },
} as const

type Row = {
  id: string
  kind: ExchangeKind
  status: ExchangeStatus
  progress: number
  name: string
  bytes: number | null
  storageKey: string | null
  people: unknown
  report: unknown
  createdAt: Date
  personId: string
  person: { name: string }
}

function viewOf(
  viewer: Viewer,
  { storageKey, people, report, person, personId, createdAt, ...row }: Row,
): ExchangeRunView {
  const parsed = ExchangeReport.safeParse(report)
  return {
    ...row,
    by: person.name,
    createdAt: createdAt.toISOString(),
    file: row.kind === 'EXPORT' && row.status === 'DONE' && storageKey !== null && personId === viewer.id,
    confirmed: people !== null,
    report: parsed.success ? parsed.data : null,
  }
}

/** The latest exports and imports of a call, twenty at most. */
export async function listExchanges(viewer: Viewer, callId: string): Promise<ExchangeRunView[]> {
  if (!may(viewer, 'exchangeProjects')) return []
  const rows = await db.exchangeRun.findMany({
    where: { callId },
    select: shown,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 20,
  })
  return rows.map(row => viewOf(viewer, row))
}

/** One of them. Null where there is none, or it is not the viewer's to see. */
export async function getExchange(viewer: Viewer, callId: string, id: string): Promise<ExchangeRunView | null> {
  if (!may(viewer, 'exchangeProjects')) return null
  const row = await db.exchangeRun.findFirst({ where: { id, callId }, select: shown })
  return row ? viewOf(viewer, row) : null
}

/** Begins to write the whole project as it is, in the background. What it will not hold is kept with it. */
export async function startExport(viewer: Viewer, call: { id: string; slug: string }): Promise<Result<{ id: string }>> {
  const plan = await readExportPlan(viewer, call.id)
  if (!plan) return refused(leadsOnly)
  return db.$transaction(async tx => {
    const under: ExchangeStatus[] = ['WAITING', 'RUNNING']
    if ((await tx.exchangeRun.count({ where: { callId: call.id, kind: 'EXPORT', status: { in: under } } })) > 0)
      return refused('An export is under way already. Wait until it has finished.')
    const name = `${call.slug}-${new Date().toISOString().slice(0, 10)}.qdpx`
    const report: ExchangeReport = {
      origin: '',
      counts: plan.counts,
      faults: [],
      losses: plan.losses,
      users: [],
      done: [],
    }
    const run = await tx.exchangeRun.create({
      data: { callId: call.id, personId: viewer.id, kind: 'EXPORT', name, report },
      select: { id: true },
    })
    await queueJob(tx, 'exchange-project', run.id)
    await recordOn(tx, viewer, run.id, { callId: call.id, action: 'project.export' })
    return ok(run)
  })
}

type Tx = Parameters<typeof record>[0]

function recordOn(tx: Tx, viewer: Viewer, id: string, { callId, action }: { callId: string; action: string }) {
  return record(tx, { actor: viewer, action, thing: { kind: 'exchangeRun', id }, callId })
}

/** Keeps a file that arrived, to be read in the background. `part` is gone afterwards. */
export async function keepProject(
  viewer: Viewer,
  callId: string,
  { part, name, bytes }: { part: string; name: string; bytes: number },
): Promise<Result<{ id: string }>> {
  if (!may(viewer, 'exchangeProjects')) return refused(leadsOnly)
  const storageKey = newStorageKey()
  await (await fileStore()).put(storageKey, part)
  return db.$transaction(async tx => {
    const run = await tx.exchangeRun.create({
      data: { callId, personId: viewer.id, kind: 'IMPORT', name: name.slice(0, 200), storageKey, bytes },
      select: { id: true },
    })
    await queueJob(tx, 'exchange-project', run.id)
    await recordOn(tx, viewer, run.id, { callId, action: 'project.readFile' })
    return ok(run)
  })
}

/** Says that a file shall be imported, and whose account each of its users is; who is not named is kept as a name. */
export function confirmImport(
  viewer: Viewer,
  callId: string,
  { id, people }: { id: string; people: Record<string, string> },
): Promise<Result> {
  return db.$transaction(async tx => {
    if (!may(viewer, 'exchangeProjects')) return notThere(noSuchRun)
    const coders = await tx.person.count({
      where: { id: { in: [...new Set(Object.values(people))] }, role: { in: ['RESEARCHER', 'LEAD'] } },
    })
    if (coders < new Set(Object.values(people)).size) return refused('Choose people of the research teams.')
    const { count } = await tx.exchangeRun.updateMany({
      where: { id, callId, kind: 'IMPORT', status: 'READ' },
      data: { status: 'WAITING', people, progress: 0, heardAt: null, personId: viewer.id },
    })
    if (count === 0) return notThere(noSuchRun)
    await queueJob(tx, 'exchange-project', id)
    return ok()
  })
}

/** Takes a file and what was read of it away. What was imported stays. */
export async function forgetExchange(viewer: Viewer, callId: string, id: string): Promise<Result> {
  if (!may(viewer, 'exchangeProjects')) return notThere(noSuchRun)
  const where = { id, callId, status: { in: ['READ', 'DONE', 'FAILED'] as ExchangeStatus[] } }
  const row = await db.exchangeRun.findFirst({ where, select: { storageKey: true } })
  if (!row) return notThere(noSuchRun)
  await db.$transaction(async tx => {
    await tx.exchangeRun.deleteMany({ where })
    await recordOn(tx, viewer, id, { callId, action: 'project.forget' })
  })
  if (row.storageKey) await (await fileStore()).remove(row.storageKey)
  return ok()
}

/** Stops what is under way: nothing of it stays, and an import that has begun is undone whole. */
export async function cancelExchange(viewer: Viewer, callId: string, id: string): Promise<Result> {
  if (!may(viewer, 'exchangeProjects')) return notThere(noSuchRun)
  const under: ExchangeStatus[] = ['WAITING', 'RUNNING']
  const where = { id, callId, status: { in: under } }
  const row = await db.exchangeRun.findFirst({ where, select: { storageKey: true } })
  const count = row
    ? await db.$transaction(async tx => {
        const gone = await tx.exchangeRun.deleteMany({ where })
        if (gone.count > 0) await recordOn(tx, viewer, id, { callId, action: 'project.cancel' })
        return gone.count
      })
    : 0
  if (count === 0) return notThere('It has finished already, or is gone.')
  if (row?.storageKey) await (await fileStore()).remove(row.storageKey)
  return ok()
}

/** The file of an export. Null where there is none (any more). That it was fetched is written down. */
export async function openExport(
  viewer: Viewer,
  callId: string,
  id: string,
): Promise<{ name: string; bytes: number; stream: Readable } | null> {
  if (!may(viewer, 'exchangeProjects')) return null
  const where = { id, callId, kind: 'EXPORT', status: 'DONE' } as const
  const row = await db.exchangeRun.findFirst({
    where,
    select: { name: true, bytes: true, storageKey: true, personId: true },
  })
  // what its maker could see of blind work is theirs alone
  if (!row?.storageKey || row.bytes === null || row.personId !== viewer.id) return null
  const stream = await (await fileStore()).open(row.storageKey)
  if (!stream) return null
  await recordOn(db, viewer, id, { callId, action: 'project.fetch' })
  return { name: row.name, bytes: row.bytes, stream }
}

/** People whom the users of a file can be: everybody who codes. */
export async function listCoders(viewer: Viewer): Promise<{ id: string; name: string; team: string }[]> {
  if (!may(viewer, 'exchangeProjects')) return []
  const people = await db.person.findMany({
    where: { role: { in: ['RESEARCHER', 'LEAD'] }, teamId: { not: null } },
    select: { id: true, name: true, team: { select: { short: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return people.map(({ id, name, team }) => ({ id, name, team: team?.short ?? '' }))
}

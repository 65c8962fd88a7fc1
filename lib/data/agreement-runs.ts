import { setImmediate as breath } from 'node:timers/promises'

import { countDoubleCoded, listCompared, readCodings, type Compared, type Stray } from '@/lib/data/agreement-source'
import { record } from '@/lib/data/audit'
import { codePlaces } from '@/lib/data/code-places'
import { db } from '@/lib/db'
import { prepare } from '@/lib/domain/agreement-figures'
import { intervalsOf } from '@/lib/domain/agreement-intervals'
import {
  AgreementOptions,
  AgreementReport,
  leftOutReasons,
  reportOf,
  type CodeInReport,
} from '@/lib/domain/agreement-report'
import { countSubmission, newTally, type Tally } from '@/lib/domain/agreement-tally'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { queueJob } from '@/lib/jobs/queue'
import { ok, refused, type Result } from '@/lib/result'
import type { RunStatus } from '@/prisma/generated/client'

export type { DoubleCoded } from '@/lib/data/agreement-source'

/** A measurement. `report` is there once it is done, and where what was kept can still be read. */
export type AgreementRunView = {
  id: string
  status: RunStatus
  /** Per cent. */
  progress: number
  options: AgreementOptions
  requestedBy: string
  createdAt: string
  finishedAt: string | null
  report: AgreementReport | null
}

/** The same without its figures, for lists. */
export type AgreementRunInBrief = Omit<AgreementRunView, 'report'>

const brief = {
  id: true,
  status: true,
  progress: true,
  options: true,
  createdAt: true,
  finishedAt: true,
  requestedBy: { select: { name: true } },
} as const

type BriefRow = {
  id: string
  status: RunStatus
  progress: number
  options: unknown
  createdAt: Date
  finishedAt: Date | null
  requestedBy: { name: string }
}

function briefOf(row: BriefRow): AgreementRunInBrief {
  const options = AgreementOptions.safeParse(row.options)
  return {
    id: row.id,
    status: row.status,
    progress: row.progress,
    options: options.success ? options.data : { resamples: 0, seed: '' },
    requestedBy: row.requestedBy.name,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}

/** How much is coded by two in a call, in numbers that say nothing of what blind coders do. Null for who may not know. */
export async function readDoubleCoded(viewer: Viewer, callId: string) {
  return may(viewer, 'readAgreement') ? countDoubleCoded(callId) : null
}

/** The latest measurements of a call, the newest first: fifty at most. */
export async function listRuns(viewer: Viewer, callId: string): Promise<AgreementRunInBrief[]> {
  if (!may(viewer, 'readAgreement')) return []
  const rows = await db.agreementRun.findMany({
    where: { callId },
    select: brief,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 50,
  })
  return rows.map(briefOf)
}

/** One measurement of a call with its figures; null where it is not there, or not the viewer's. */
export async function getRun(viewer: Viewer, callId: string, id: string): Promise<AgreementRunView | null> {
  if (!may(viewer, 'readAgreement')) return null
  const row = await db.agreementRun.findFirst({ where: { id, callId }, select: { ...brief, result: true } })
  if (!row) return null
  const report = AgreementReport.safeParse(row.result)
  return { ...briefOf(row), report: report.success ? report.data : null }
}

/** Begins a measurement in the background. One at a time in a call. */
export function measureAgreement(
  viewer: Viewer,
  callId: string,
  options: AgreementOptions,
): Promise<Result<{ id: string }>> {
  return db.$transaction(async tx => {
    if (!may(viewer, 'measureAgreement')) return refused('Only a lead can measure agreement.')
    const calls = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Call" WHERE "id" = ${callId}::uuid FOR NO KEY UPDATE`
    if (calls.length === 0) return refused('There is no such call.')
    const under = await tx.agreementRun.count({ where: { callId, status: { in: ['WAITING', 'RUNNING'] } } })
    if (under > 0) return refused('A measurement is under way already. Wait until it has finished.')
    if ((await countDoubleCoded(callId)).compared === 0)
      return refused('There is nothing to compare yet: no submission has been finished by two coders.')
    const run = await tx.agreementRun.create({
      data: { callId, requestedById: viewer.id, options },
      select: { id: true },
    })
    await queueJob(tx, 'measure-agreement', run.id)
    await record(tx, {
      actor: viewer,
      action: 'agreement.measure',
      thing: { kind: 'agreementRun', id: run.id },
      callId,
      details: { resamples: options.resamples },
    })
    return ok(run)
  })
}

const quiet = 30_000

/** Queues again what nobody has worked on for half a minute: the process that did was killed. For the worker. */
export async function requeueStrandedRuns(): Promise<void> {
  const before = new Date(Date.now() - quiet)
  const stranded = await db.agreementRun.findMany({
    where: {
      status: { in: ['WAITING', 'RUNNING'] },
      OR: [{ heardAt: { lt: before } }, { heardAt: null, createdAt: { lt: before } }],
    },
    select: { id: true },
  })
  await db.$transaction(async tx => {
    for (const { id } of stranded) await queueJob(tx, 'measure-agreement', id)
  })
}

/** A measurement failed, or (`again`) was stopped and waits to be begun anew. For the worker. */
export async function setRunAside(id: string, again: boolean): Promise<void> {
  await db.agreementRun.updateMany({
    where: { id, status: 'RUNNING' },
    data: again
      ? { status: 'WAITING', progress: 0, heardAt: null }
      : { status: 'FAILED', progress: 0, finishedAt: new Date() },
  })
}

/**
 * Works on a measurement until it is done, or `stopping` says so (then it throws). Does nothing where somebody else is at
 * it, or it is done. Memory grows by some hundred bytes a coding; other work gets its turn every few milliseconds.
 */
export async function workOnRun(id: string, stopping?: AbortSignal): Promise<void> {
  const run = await claim(id)
  if (!run) return
  const { callId } = run
  const options = AgreementOptions.parse(run.options)
  const tell = progressOf(id, stopping)
  const [codes, compared, { leftOut }] = await Promise.all([
    listCodesFor(callId),
    listCompared(callId),
    countDoubleCoded(callId),
  ])
  const reading = options.resamples > 0 ? 30 : 95
  const { tally, strays } = await readAll(compared, codes, done => tell(done * reading))
  const prepared = prepare(tally)
  const steps = intervalsOf(prepared, options.resamples, options.seed)
  let step = steps.next()
  while (!step.done) {
    await tell(reading + (step.value / options.resamples) * (98 - reading))
    step = steps.next()
  }
  const report = reportOf(prepared, step.value, {
    pairs: new Set(compared.map(({ first, second }) => first + second)).size,
    leftOut,
    codes: codes.map((code, at) => ({ ...code, leftOut: reasonsOf(strays, at) })),
  })
  await db.agreementRun.updateMany({
    where: { id },
    data: { status: 'DONE', progress: 100, result: report, finishedAt: new Date() },
  })
}

async function claim(id: string) {
  const [claimed] = await db.agreementRun.updateManyAndReturn({
    where: {
      id,
      status: { in: ['WAITING', 'RUNNING'] },
      OR: [{ heardAt: null }, { heardAt: { lt: new Date(Date.now() - quiet) } }],
    },
    data: { status: 'RUNNING', progress: 0, heardAt: new Date() },
    select: { callId: true, options: true },
  })
  return claimed ?? null
}

/** Writes progress down, once a second at most, and lets others work. */
function progressOf(id: string, stopping?: AbortSignal): (percent: number) => Promise<void> {
  let [written, rested] = [0, Date.now()]
  return async percent => {
    stopping?.throwIfAborted()
    const now = Date.now()
    if (now - written >= 1_000) {
      written = now
      const data = { progress: Math.floor(percent), heardAt: new Date(now) }
      const { count } = await db.agreementRun.updateMany({ where: { id, status: 'RUNNING' }, data })
      if (count === 0) throw new Error('The measurement is gone.')
    }
    if (now - rested < 10) return
    await breath()
    rested = Date.now()
  }
}

async function listCodesFor(callId: string): Promise<Omit<CodeInReport, 'leftOut'>[]> {
  const [codes, places] = await Promise.all([
    db.code.findMany({ where: { callId }, select: { id: true, name: true, colour: true, retiredAt: true } }),
    codePlaces(callId),
  ])
  const inOrder = codes.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
  return inOrder.map(({ id, name, colour, retiredAt }) => ({ codeId: id, name, colour, retired: retiredAt !== null }))
}

const atOnce = 250

async function readAll(
  compared: readonly Compared[],
  codes: readonly { codeId: string }[],
  tell: (done: number) => Promise<void>,
): Promise<{ tally: Tally; strays: Map<string, number> }> {
  const codeIds = codes.map(({ codeId }) => codeId)
  const tally = newTally(codes.length)
  const strays = new Map<string, number>()
  const read = (from: number) => readCodings(compared.slice(from, from + atOnce), codeIds)
  let next = read(0)
  for (let from = 0; from < compared.length; from += atOnce) {
    const found = await next
    // PostgreSQL looks up the next ones while these are counted.
    next = from + atOnce < compared.length ? read(from + atOnce) : next
    next.catch(() => undefined)
    for (const submission of found.submissions) countSubmission(tally, submission)
    for (const stray of found.strays) strays.set(keyOf(stray), (strays.get(keyOf(stray)) ?? 0) + 1)
    await tell(Math.min(1, (from + atOnce) / compared.length))
  }
  return { tally, strays }
}

const keyOf = ({ code, reason }: Stray) => `${reason} ${code}`

function reasonsOf(strays: ReadonlyMap<string, number>, code: number) {
  return leftOutReasons.flatMap(reason => {
    const count = strays.get(keyOf({ code, reason })) ?? 0
    return count > 0 ? [{ reason, count }] : []
  })
}

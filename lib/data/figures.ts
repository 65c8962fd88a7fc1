import { record } from '@/lib/data/audit'
import { db, type Transaction } from '@/lib/db'
import { AnalysisView } from '@/lib/domain/analysis'
import { viewKept, type FigureEdit, type NewFigure } from '@/lib/domain/figure'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { ok, refused, type Result } from '@/lib/result'
import type { Prisma } from '@/prisma/generated/client'

/** A view that was kept for the report, and who kept it. What it says is counted when it is looked at. */
export type FigureView = {
  id: string
  title: string
  note: string
  view: AnalysisView
  version: number
  owner: string
  createdAt: string
  changeable: boolean
}

const noSuchFigure = 'There is no such figure.'
const keptDeleted = 86_400_000 // a day
/** A report of more figures than this is read by nobody. */
const mostFigures = 500

const shown = {
  id: true,
  title: true,
  note: true,
  view: true,
  version: true,
  createdAt: true,
  ownerId: true,
  owner: { select: { name: true } },
} satisfies Prisma.FigureSelect

type Row = Prisma.FigureGetPayload<{ select: typeof shown }>

function viewOf(viewer: Viewer, { ownerId, owner, createdAt, view, ...row }: Row): FigureView {
  return {
    ...row,
    // what a later version of the portal does not know of it is the default
    view: AnalysisView.parse(view),
    owner: owner.name,
    createdAt: createdAt.toISOString(),
    changeable: may(viewer, 'changeFigure', { ownerId }),
  }
}

/** The figures of a call, the first kept first. None for who may not read the analysis. */
export async function listFigures(viewer: Viewer, callId: string): Promise<FigureView[]> {
  if (!may(viewer, 'readAnalysis')) return []
  const rows = await db.figure.findMany({
    where: { callId, deletedAt: null },
    select: shown,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: mostFigures,
  })
  return rows.map(row => viewOf(viewer, row))
}

/** One figure of a call. Null where there is none, or for who may not read it. */
export async function getFigure(viewer: Viewer, callId: string, id: string): Promise<FigureView | null> {
  if (!may(viewer, 'readAnalysis')) return null
  const row = await db.figure.findUnique({ where: { id, callId, deletedAt: null }, select: shown })
  return row && viewOf(viewer, row)
}

/** The title of a figure that was deleted lately and that the viewer may bring back; null for any other. */
export async function getDeletedFigure(viewer: Viewer, id: string): Promise<{ id: string; title: string } | null> {
  const row = await db.figure.findUnique({
    where: { id, deletedAt: { not: null } },
    select: { title: true, ownerId: true },
  })
  return row && may(viewer, 'changeFigure', row) ? { id, title: row.title } : null
}

/** Keeps a view as a figure. What was deleted more than a day ago goes for good. */
export async function keepFigure(viewer: Viewer, callId: string, input: NewFigure): Promise<Result<{ id: string }>> {
  if (!may(viewer, 'keepFigure')) return refused('Figures are kept by researchers.')
  return db.$transaction(async tx => {
    if ((await tx.figure.count({ where: { callId, deletedAt: null } })) >= mostFigures)
      return refused(`There are ${mostFigures} figures. Delete one before you keep another.`)
    await tx.figure.deleteMany({ where: { callId, deletedAt: { lt: new Date(Date.now() - keptDeleted) } } })
    const { title, note } = input
    const data = { callId, ownerId: viewer.id, title, note, view: viewKept(input) }
    const made = await tx.figure.create({ data, select: { id: true } })
    await writeDown(tx, viewer, 'figure.keep', { id: made.id, callId })
    return ok(made)
  })
}

/** Gives a figure another title and note. */
export function changeFigure(viewer: Viewer, { id, version, title, note }: FigureEdit): Promise<Result> {
  return changing(viewer, { id, deleted: false }, async (tx, before) => {
    if (before.version !== version)
      return refused('Somebody changed this figure meanwhile. Reload the page before you change it again.')
    await tx.figure.update({ where: { id }, data: { title, note, version: { increment: 1 } }, select: { id: true } })
    await writeDown(tx, viewer, 'figure.change', before)
    return ok()
  })
}

/** Deletes a figure. It can be brought back for a day. */
export function deleteFigure(viewer: Viewer, id: string): Promise<Result> {
  return changing(viewer, { id, deleted: false }, async (tx, before) => {
    await tx.figure.update({ where: { id }, data: { deletedAt: new Date() }, select: { id: true } })
    await writeDown(tx, viewer, 'figure.delete', before)
    return ok()
  })
}

/** Brings back what was deleted. */
export function restoreFigure(viewer: Viewer, id: string): Promise<Result> {
  return changing(viewer, { id, deleted: true }, async (tx, before) => {
    await tx.figure.update({ where: { id }, data: { deletedAt: null }, select: { id: true } })
    await writeDown(tx, viewer, 'figure.restore', before)
    return ok()
  })
}

type Held = { id: string; callId: string; ownerId: string; version: number }

function changing(
  viewer: Viewer,
  { id, deleted }: { id: string; deleted: boolean },
  deed: (tx: Transaction, figure: Held) => Promise<Result>,
): Promise<Result> {
  return db.$transaction(async tx => {
    const [locked] = await tx.$queryRaw<Held[]>`
      SELECT "id", "callId", "ownerId", "version" FROM "Figure"
      WHERE "id" = ${id}::uuid AND ("deletedAt" IS NOT NULL) = ${deleted} FOR UPDATE`
    if (!locked || !may(viewer, 'changeFigure', locked)) return refused(noSuchFigure)
    return deed(tx, locked)
  })
}

function writeDown(tx: Transaction, actor: Viewer, action: string, { id, callId }: { id: string; callId: string }) {
  return record(tx, { actor, action, thing: { kind: 'figure', id }, callId })
}

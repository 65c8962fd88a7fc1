import { record } from '@/lib/data/audit'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { ok, refused, refusedAt, type Result } from '@/lib/result'
import { Prisma } from '@/prisma/generated/client'

/** Filters under a name. `query` is what stands after the `?` of the list's address. */
export type SavedViewView = { id: string; name: string; query: string; shared: boolean; mine: boolean; owner: string }

const noSuchView = 'There is no such view.'
const nameTaken = 'You have a view of this name already'

/** The viewer's own views and what others share, by name. None for who may keep none. */
export async function listViews(viewer: Viewer, callId: string): Promise<SavedViewView[]> {
  if (!may(viewer, 'saveView')) return []
  const rows = await db.savedView.findMany({
    where: { callId, OR: [{ ownerId: viewer.id }, { shared: true }] },
    select: { id: true, name: true, query: true, shared: true, ownerId: true, owner: { select: { name: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 200,
  })
  return rows.map(({ ownerId, owner, ...row }) => ({ ...row, mine: ownerId === viewer.id, owner: owner.name }))
}

/** Keeps filters under a name that is new among the viewer's own. `query` has been read and written as a filter. */
export async function saveView(
  viewer: Viewer,
  callId: string,
  input: { name: string; query: string; shared: boolean },
): Promise<Result<{ id: string }>> {
  if (!may(viewer, 'saveView')) return refused('You cannot keep views.')
  if (input.query.length > 2000) return refused('These are too many filters to keep. Take some off.')
  return takingName(
    db.$transaction(async tx => {
      const made = await tx.savedView.create({ data: { ...input, callId, ownerId: viewer.id }, select: { id: true } })
      const thing = { kind: 'savedView', id: made.id }
      await record(tx, { actor: viewer, action: 'view.save', thing, callId, details: { shared: input.shared } })
      return ok(made)
    }),
  )
}

/** Gives one of the viewer's own views another name, shares it or takes it back. */
export async function changeView(
  viewer: Viewer,
  input: { id: string; name: string; shared: boolean },
): Promise<Result> {
  return takingName(
    db.$transaction(async tx => {
      const view = await tx.savedView.findUnique({ where: { id: input.id }, select: { ownerId: true, callId: true } })
      if (!view || !may(viewer, 'changeView', view)) return refused(noSuchView)
      await tx.savedView.update({ where: { id: input.id }, data: { name: input.name, shared: input.shared } })
      const thing = { kind: 'savedView', id: input.id }
      const details = { shared: input.shared }
      await record(tx, { actor: viewer, action: 'view.change', thing, callId: view.callId, details })
      return ok()
    }),
  )
}

/** Deletes one of the viewer's own views. */
export function deleteView(viewer: Viewer, id: string): Promise<Result> {
  return db.$transaction(async tx => {
    const view = await tx.savedView.findUnique({ where: { id }, select: { ownerId: true, callId: true } })
    if (!view || !may(viewer, 'changeView', view)) return refused(noSuchView)
    await tx.savedView.delete({ where: { id } })
    await record(tx, { actor: viewer, action: 'view.delete', thing: { kind: 'savedView', id }, callId: view.callId })
    return ok()
  })
}

async function takingName<T>(deed: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await deed
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      return refusedAt('name', nameTaken)
    throw error
  }
}

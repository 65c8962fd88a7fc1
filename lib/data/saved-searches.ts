import { record } from '@/lib/data/audit'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { ok, refused, refusedAt, type Result } from '@/lib/result'
import { Prisma } from '@/prisma/generated/client'

/** Filters of the library under a name. `query` is what stands after the `?` of its address; `mail`: new finds are told. */
export type SavedSearchView = { id: string; name: string; query: string; mail: boolean }

const noSuchSearch = 'There is no such search.'
const nameTaken = 'You have a search of this name already'
const most = 50

/** The viewer's own searches of a call's library, by name. */
export async function listSearches(viewer: Viewer, callId: string): Promise<SavedSearchView[]> {
  if (!may(viewer, 'gatherInLibrary')) return []
  const rows = await db.savedSearch.findMany({
    where: { callId, ownerId: viewer.id },
    select: { id: true, name: true, query: true, mailFrom: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: most,
  })
  return rows.map(({ mailFrom, ...row }) => ({ ...row, mail: mailFrom !== null }))
}

/** Keeps filters under a name that is new among the viewer's own. `query` has been read and written as a choice. */
export async function saveSearch(
  viewer: Viewer,
  callId: string,
  input: { name: string; query: string; mail: boolean },
): Promise<Result<{ id: string }>> {
  if (!may(viewer, 'gatherInLibrary')) return refused('Searches are kept by WMCA staff.')
  if (input.query.length > 2000) return refused('These are too many filters to keep. Take some off.')
  return takingName(
    db.$transaction(async tx => {
      const own = await tx.savedSearch.count({ where: { callId, ownerId: viewer.id } })
      if (own >= most) return refused(`You have ${most} searches. Delete one before you save another.`)
      const { name, query, mail } = input
      const data = { name, query, callId, ownerId: viewer.id, mailFrom: mail ? new Date() : null }
      const made = await tx.savedSearch.create({ data, select: { id: true } })
      const thing = { kind: 'savedSearch', id: made.id }
      await record(tx, { actor: viewer, action: 'search.save', thing, callId, details: { mail } })
      return ok(made)
    }),
  )
}

/** Switches the mails of one of the viewer's own searches on, from now, or off. */
export function mailSearch(viewer: Viewer, input: { id: string; mail: boolean }): Promise<Result> {
  return db.$transaction(async tx => {
    const found = await tx.savedSearch.findUnique({
      where: { id: input.id },
      select: { ownerId: true, callId: true, mailFrom: true },
    })
    if (!found || !may(viewer, 'changeSearch', found)) return refused(noSuchSearch)
    const mailFrom = input.mail ? (found.mailFrom ?? new Date()) : null
    await tx.savedSearch.update({ where: { id: input.id }, data: { mailFrom } })
    const thing = { kind: 'savedSearch', id: input.id }
    await record(tx, {
      actor: viewer,
      action: 'search.change',
      thing,
      callId: found.callId,
      details: { mail: input.mail },
    })
    return ok()
  })
}

/** Deletes one of the viewer's own searches. */
export function deleteSearch(viewer: Viewer, id: string): Promise<Result> {
  return db.$transaction(async tx => {
    const found = await tx.savedSearch.findUnique({ where: { id }, select: { ownerId: true, callId: true } })
    if (!found || !may(viewer, 'changeSearch', found)) return refused(noSuchSearch)
    await tx.savedSearch.delete({ where: { id } })
    const thing = { kind: 'savedSearch', id }
    await record(tx, { actor: viewer, action: 'search.delete', thing, callId: found.callId })
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

import type { ReleaseCard } from '@/lib/data/gallery'
import { cardOf, releaseCard } from '@/lib/data/gallery'
import { inLibrary } from '@/lib/data/library'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'

/** A collection in a list. `count` is of what can be read of it today. */
export type CollectionCard = {
  id: string
  name: string
  note: string
  shared: boolean
  mine: boolean
  owner: string
  count: number
  updatedAt: string
}

/** `study` is null where it has left the library: then nothing is said of it, its note neither. */
export type CollectionItemView = { id: string; note: string; study: ReleaseCard | null }

export type CollectionView = Omit<CollectionCard, 'count'> & {
  sharedAt: string | null
  version: number
  items: CollectionItemView[]
}

const shown = { caseStudy: { release: { is: inLibrary } } }

/** The viewer's own collections and those that others share, the latest changed first. */
export async function listCollections(viewer: Viewer, callId: string): Promise<CollectionCard[]> {
  if (!may(viewer, 'gatherInLibrary')) return []
  const rows = await db.collection.findMany({
    where: { callId, deletedAt: null, OR: [{ ownerId: viewer.id }, { sharedAt: { not: null } }] },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: 500,
    select: {
      id: true,
      name: true,
      note: true,
      sharedAt: true,
      ownerId: true,
      updatedAt: true,
      owner: { select: { name: true } },
      _count: { select: { items: { where: shown } } },
    },
  })
  return rows.map(({ ownerId, owner, sharedAt, updatedAt, _count, ...row }) => ({
    ...row,
    shared: sharedAt !== null,
    mine: ownerId === viewer.id,
    owner: owner.name,
    count: _count.items,
    updatedAt: updatedAt.toISOString(),
  }))
}

/** One collection with what is in it, in its order. Null where there is none, or where it is not the viewer's to read. */
export async function getCollection(viewer: Viewer, id: string): Promise<CollectionView | null> {
  const found = await db.collection.findUnique({
    where: { id, deletedAt: null },
    include: {
      owner: { select: { name: true } },
      items: {
        orderBy: [{ position: 'asc' }, { addedAt: 'asc' }],
        select: {
          caseStudyId: true,
          note: true,
          caseStudy: { select: { status: true, release: { select: releaseCard } } },
        },
      },
    },
  })
  if (!found || !may(viewer, 'readCollection', { ownerId: found.ownerId, shared: found.sharedAt !== null })) return null
  const { name, note, version, ownerId, owner, sharedAt, updatedAt, items } = found
  return {
    id,
    name,
    note,
    version,
    shared: sharedAt !== null,
    sharedAt: sharedAt?.toISOString() ?? null,
    mine: ownerId === viewer.id,
    owner: owner.name,
    updatedAt: updatedAt.toISOString(),
    items: items.map(({ caseStudyId, caseStudy, note: about }) => {
      const { status, release } = caseStudy
      const study = release && (status === 'APPROVED' || status === 'PUBLISHED') ? cardOf(release) : null
      return { id: caseStudyId, note: study ? about : '', study }
    }),
  }
}

/** The name of a collection of the viewer's that was deleted lately; null for any other. */
export async function getDeletedCollection(viewer: Viewer, id: string): Promise<{ id: string; name: string } | null> {
  const found = await db.collection.findUnique({
    where: { id, deletedAt: { not: null } },
    select: { id: true, name: true, ownerId: true },
  })
  if (!found || !may(viewer, 'changeCollection', found)) return null
  return { id: found.id, name: found.name }
}

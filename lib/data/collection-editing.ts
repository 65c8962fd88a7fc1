import { record } from '@/lib/data/audit'
import { inLibrary } from '@/lib/data/library'
import { db, type Transaction } from '@/lib/db'
import { mostCollected, mostCollections, type CollectionEdit, type NewCollection } from '@/lib/domain/collection'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { ok, refused, type Result } from '@/lib/result'

const noSuchCollection = 'There is no such collection.'
const full = `A collection holds ${mostCollected} case studies at most. Begin another one.`
const keptDeleted = 86_400_000 // a day

/** A new collection, private unless it is shared, with the first case studies in it. Answers its id. */
export async function makeCollection(
  viewer: Viewer,
  callId: string,
  input: NewCollection,
): Promise<Result<{ id: string }>> {
  if (!may(viewer, 'gatherInLibrary')) return refused('Collections are kept by WMCA staff.')
  return db.$transaction(async tx => {
    const own = await tx.collection.count({ where: { ownerId: viewer.id, deletedAt: null } })
    if (own >= mostCollections)
      return refused(`You have ${mostCollections} collections. Delete one before you begin another.`)
    const { name, note } = input
    const sharedAt = input.shared === 'yes' ? new Date() : null
    const made = await tx.collection.create({
      data: { callId, ownerId: viewer.id, name, note, sharedAt },
      select: { id: true },
    })
    await put(tx, made.id, input.with, 0)
    await writeDown(tx, viewer, 'collection.make', { id: made.id, callId }, { shared: sharedAt !== null })
    return ok({ id: made.id })
  })
}

/** Another name or note for one of the viewer's own, or shares it or takes it back. */
export function editCollection(viewer: Viewer, input: CollectionEdit): Promise<Result> {
  return changing(viewer, input.id, async (tx, before) => {
    if (before.version !== input.version)
      return refused('You changed this collection elsewhere meanwhile. Reload the page before you change it again.')
    const { name, note } = input
    const sharedAt = input.shared === 'yes' ? (before.sharedAt ?? new Date()) : null
    await tx.collection.update({ where: { id: input.id }, data: { name, note, sharedAt, version: { increment: 1 } } })
    await writeDown(tx, viewer, 'collection.edit', before, { shared: sharedAt !== null })
    return ok()
  })
}

/** Deletes one of the viewer's own. It can be brought back for a day. */
export function deleteCollection(viewer: Viewer, id: string): Promise<Result> {
  return changing(viewer, id, async (tx, before) => {
    await tx.collection.update({ where: { id }, data: { deletedAt: new Date() } })
    await writeDown(tx, viewer, 'collection.delete', before)
    return ok()
  })
}

/** Brings back what was deleted. */
export function restoreCollection(viewer: Viewer, id: string): Promise<Result> {
  return changing(
    viewer,
    id,
    async (tx, before) => {
      await tx.collection.update({ where: { id }, data: { deletedAt: null } })
      await writeDown(tx, viewer, 'collection.restore', before)
      return ok()
    },
    true,
  )
}

/** Puts case studies of the library at the end of a collection. Those that are in it stay where they are. */
export function addToCollection(
  viewer: Viewer,
  input: { id: string; with: string[] },
): Promise<Result<{ added: number }>> {
  return changing(viewer, input.id, async (tx, before) => {
    const items = await itemsOf(tx, input.id)
    const added = await put(tx, input.id, input.with, items.length)
    if (items.length + added > mostCollected) throw new Full()
    if (added > 0) {
      await touch(tx, input.id)
      await writeDown(tx, viewer, 'collection.add', before, { added })
    }
    return ok({ added })
  })
}

/** What it takes to put a case study back that was taken out. */
export type TakenOut = { item: string; note: string; to: number }

/** Takes a case study out of a collection. */
export function removeFromCollection(viewer: Viewer, input: { id: string; item: string }): Promise<Result<TakenOut>> {
  return changing(viewer, input.id, async (tx, before) => {
    const items = await itemsOf(tx, input.id)
    const at = items.findIndex(({ caseStudyId }) => caseStudyId === input.item)
    const gone = items[at]
    if (!gone) return refused('It is not in this collection any more.')
    await tx.collectionItem.delete({ where: { collectionId_caseStudyId: keyOf(input) } })
    await touch(tx, input.id)
    await writeDown(tx, viewer, 'collection.remove', before, { caseStudy: input.item })
    // the note of what has left the library is nobody's to read
    return ok({ item: input.item, note: (await isShown(tx, input.item)) ? gone.note : '', to: at })
  })
}

/** Puts one back as it stood. */
export function returnToCollection(viewer: Viewer, input: TakenOut & { id: string }): Promise<Result> {
  return changing(viewer, input.id, async (tx, before) => {
    const items = await itemsOf(tx, input.id)
    if (items.some(({ caseStudyId }) => caseStudyId === input.item)) return ok()
    if (!(await isShown(tx, input.item))) return refused('It has left the library meanwhile.')
    if (items.length >= mostCollected) return refused(full)
    const order = items.map(({ caseStudyId }) => caseStudyId)
    order.splice(input.to, 0, input.item)
    await tx.collectionItem.create({ data: { ...keyOf(input), note: input.note, position: input.to } })
    await arrange(tx, input.id, order)
    await writeDown(tx, viewer, 'collection.add', before, { added: 1 })
    return ok()
  })
}

/** What somebody of the staff says about a case study in a collection. */
export function noteInCollection(viewer: Viewer, input: { id: string; item: string; note: string }): Promise<Result> {
  return changing(viewer, input.id, async (tx, before) => {
    if (!(await isShown(tx, input.item))) return refused('It has left the library: take it out of the collection.')
    const where = { collectionId: input.id, caseStudyId: input.item }
    const { count } = await tx.collectionItem.updateMany({ where, data: { note: input.note } })
    if (count === 0) return refused('It is not in this collection any more.')
    await touch(tx, input.id)
    await writeDown(tx, viewer, 'collection.edit', before, { caseStudy: input.item })
    return ok()
  })
}

/** Moves a case study to another place in its collection; `to` counts from 0. */
export function moveInCollection(viewer: Viewer, input: { id: string; item: string; to: number }): Promise<Result> {
  return changing(viewer, input.id, async (tx, before) => {
    const order = (await itemsOf(tx, input.id)).map(({ caseStudyId }) => caseStudyId)
    if (!order.includes(input.item)) return refused('It is not in this collection any more.')
    const others = order.filter(id => id !== input.item)
    others.splice(input.to, 0, input.item)
    await arrange(tx, input.id, others)
    await writeDown(tx, viewer, 'collection.edit', before, { caseStudy: input.item })
    return ok()
  })
}

/** Deletes for good what its owner deleted a day ago. For the worker. */
export async function dropDeletedCollections(now = new Date()): Promise<number> {
  const { count } = await db.collection.deleteMany({
    where: { deletedAt: { lt: new Date(now.getTime() - keptDeleted) } },
  })
  return count
}

class Full extends Error {}

type Before = { id: string; callId: string; ownerId: string; version: number; sharedAt: Date | null }

/** Holds the collection's row, so that two windows change it one after the other. */
async function changing<T>(
  viewer: Viewer,
  id: string,
  change: (tx: Transaction, before: Before) => Promise<Result<T>>,
  deleted = false,
): Promise<Result<T>> {
  try {
    return await db.$transaction(async tx => {
      await tx.$queryRaw`SELECT 1 FROM "Collection" WHERE "id" = ${id}::uuid FOR UPDATE`
      const before = await tx.collection.findUnique({
        where: { id, deletedAt: deleted ? { not: null } : null },
        select: { id: true, callId: true, ownerId: true, version: true, sharedAt: true },
      })
      if (!before || !may(viewer, 'changeCollection', before)) return refused(noSuchCollection)
      return change(tx, before)
    })
  } catch (fault) {
    if (fault instanceof Full) return refused(full)
    throw fault
  }
}

function itemsOf(tx: Transaction, collectionId: string) {
  return tx.collectionItem.findMany({
    where: { collectionId },
    orderBy: [{ position: 'asc' }, { addedAt: 'asc' }],
    select: { caseStudyId: true, note: true },
  })
}

const keyOf = ({ id, item }: { id: string; item: string }) => ({ collectionId: id, caseStudyId: item })

async function isShown(tx: Transaction, caseStudyId: string): Promise<boolean> {
  return (await tx.release.count({ where: { caseStudyId, ...inLibrary } })) > 0
}

async function put(tx: Transaction, collectionId: string, slugs: readonly string[], from: number): Promise<number> {
  const found = await tx.release.findMany({
    where: { slug: { in: [...slugs] }, ...inLibrary },
    select: { slug: true, caseStudyId: true },
  })
  const ordered = found.toSorted((one, other) => slugs.indexOf(one.slug) - slugs.indexOf(other.slug))
  const data = ordered.map(({ caseStudyId }, index) => ({ collectionId, caseStudyId, position: from + index }))
  return (await tx.collectionItem.createMany({ data, skipDuplicates: true })).count
}

async function arrange(tx: Transaction, collectionId: string, order: readonly string[]): Promise<void> {
  for (const [position, caseStudyId] of order.entries())
    await tx.collectionItem.update({
      where: { collectionId_caseStudyId: { collectionId, caseStudyId } },
      data: { position },
    })
  await touch(tx, collectionId)
}

async function touch(tx: Transaction, id: string): Promise<void> {
  await tx.collection.update({ where: { id }, data: { updatedAt: new Date() } })
}

function writeDown(
  tx: Transaction,
  viewer: Viewer,
  action: string,
  { id, callId }: { id: string; callId: string },
  details = {},
) {
  return record(tx, { actor: viewer, action, thing: { kind: 'collection', id }, callId, details })
}

import { record, type Deed } from '@/lib/data/audit'
import type { Transaction } from '@/lib/db'
import type { ChangeKind, CodeChange } from '@/lib/domain/codebook-change'
import { siblingsOf, type Place, type TreeCode } from '@/lib/domain/codebook-tree'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { refusedAt } from '@/lib/result'

export const noSuchCode = 'There is no such code.'
export const notYours = 'Only a lead can change the codebook.'

/** What every change of a code needs of it. */
export const heldFields = {
  id: true,
  callId: true,
  parentId: true,
  position: true,
  name: true,
  colour: true,
  definition: true,
  whenToUse: true,
  whenNot: true,
  example: true,
  retiredAt: true,
  mergedIntoId: true,
  version: true,
} as const

/** Changes of one codebook come one after the other, so that names and places can be looked at first. False where there is no such call. */
export async function holdCodebook(tx: Transaction, callId: string): Promise<boolean> {
  const calls = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Call" WHERE "id" = ${callId}::uuid FOR NO KEY UPDATE`
  return calls.length > 0
}

/** A code, with its codebook held until the transaction ends. Null where there is none, or the viewer may not change it. */
export async function heldCode(tx: Transaction, viewer: Viewer, codeId: string) {
  if (!may(viewer, 'editCodebook')) return null
  const found = await tx.code.findUnique({ where: { id: codeId }, select: { callId: true } })
  if (!found) return null
  await holdCodebook(tx, found.callId)
  return tx.code.findUnique({ where: { id: codeId }, select: heldFields })
}
export type HeldCode = NonNullable<Awaited<ReturnType<typeof heldCode>>>

/**
 * Waits for whoever is applying one of these codes just now, and lets nobody begin to until the transaction ends: a code
 * that is going out of use takes all its codings along. Whoever applies a code reads it `FOR SHARE`.
 */
export async function closeCodes(tx: Transaction, ids: string[]): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Code" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`
}

/** Whether a code is in use; it stays so until the transaction ends. A code that is merged or retired in the same moment waits for us. */
export async function holdForUse(tx: Transaction, codeId: string): Promise<boolean> {
  const living = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Code" WHERE "id" = ${codeId}::uuid AND "retiredAt" IS NULL FOR SHARE`
  return living.length > 0
}

/** The codes in use, with their places. */
export function codesInUse(tx: Transaction, callId: string): Promise<TreeCode[]> {
  return tx.code.findMany({
    where: { callId, retiredAt: null },
    select: { id: true, parentId: true, position: true, name: true },
  })
}

/** Puts codes under a parent, in the place asked for, and numbers all that stand there. The index counts those that stand there besides. */
export async function standAt(tx: Transaction, codes: readonly TreeCode[], ids: string[], place: Place): Promise<void> {
  const others = siblingsOf(codes, place.parentId).filter(code => !ids.includes(code.id))
  const order = others.map(code => code.id).toSpliced(place.index, 0, ...ids)
  await tx.code.updateMany({ where: { id: { in: ids } }, data: { parentId: place.parentId } })
  await tx.$executeRaw`
    UPDATE "Code" c SET "position" = o.place::int FROM unnest(${order}::uuid[]) WITH ORDINALITY AS o(id, place)
    WHERE c."id" = o.id AND c."position" <> o.place`
}

/** The place after all that stand under a parent. */
export function lastPlace(codes: readonly TreeCode[], parentId: string | null): Place {
  return { parentId, index: siblingsOf(codes, parentId).length }
}

/** Whether a code in use has the name, as `Code_one_of_a_name` compares them: `mode: 'insensitive'` would read % and _ as wildcards. */
export async function nameTaken(tx: Transaction, callId: string, name: string, exceptId?: string): Promise<boolean> {
  const others = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Code" WHERE "callId" = ${callId}::uuid AND "retiredAt" IS NULL AND lower("name") = lower(${name})`
  return others.some(other => other.id !== exceptId)
}

export function nameRefused(field = 'name') {
  return refusedAt(field, 'Enter a name that no other code has')
}

/** Adds to the history of the codebook. Answers the change's id. `at` is given where other rows carry the same time. */
export async function keepChange(
  tx: Transaction,
  viewer: Viewer,
  code: { id: string; callId: string },
  kind: ChangeKind,
  content: Partial<CodeChange> = {},
  at = new Date(),
): Promise<string> {
  const { id } = await tx.codebookChange.create({
    data: { callId: code.callId, codeId: code.id, personId: viewer.id, kind, content, createdAt: at },
    select: { id: true },
  })
  return id
}

/** Writes a deed upon a code into the audit. */
export function recordOn(
  tx: Transaction,
  viewer: Viewer,
  code: { id: string; callId: string },
  action: string,
  details: NonNullable<Deed['details']> = {},
): Promise<void> {
  return record(tx, { actor: viewer, action, thing: { kind: 'code', id: code.id }, callId: code.callId, details })
}

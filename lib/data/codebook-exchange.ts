import { createHash, randomUUID } from 'node:crypto'

import { db, type Transaction } from '@/lib/db'
import { definingFields } from '@/lib/domain/codebook-change'
import {
  CodebookFile,
  planImport,
  type ExistingCode,
  type ImportPlan,
  type PlannedCode,
} from '@/lib/domain/codebook-import'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { ok, refused, type Result } from '@/lib/result'
import type { Prisma } from '@/prisma/generated/client'

import { record } from './audit'
import { listCodes, type CodeView } from './codes'
import { holdCodebook, notYours } from './codebook-holding'
import { longTransaction } from './coding-moves'

const noSuchImport = 'This file is not waiting any more. Choose it again.'

/** A file that waits to be imported, and what that would do. `seen`: what the plan was made of. */
export type ImportView = ImportPlan & { id: string; name: string; notes: string[]; seen: string }

/** The whole codebook, for a file of `format`. Null for who may not read it. That it was taken is in the audit. */
export async function exportCodebook(
  viewer: Viewer,
  callId: string,
  format: 'csv' | 'qdc',
): Promise<CodeView[] | null> {
  if (!may(viewer, 'readCodebook')) return null
  await record(db, {
    actor: viewer,
    action: 'codebook.export',
    thing: { kind: 'call', id: callId },
    callId,
    details: { format },
  })
  return listCodes(viewer, callId)
}

/** Keeps a file that was read, for its owner to look at what importing it would do. Their earlier one is forgotten. */
export function keepImport(
  viewer: Viewer,
  callId: string,
  file: { name: string; content: CodebookFile },
): Promise<Result<{ id: string }>> {
  return db.$transaction(async tx => {
    if (!may(viewer, 'editCodebook')) return refused(notYours)
    await tx.codebookImport.deleteMany({ where: { personId: viewer.id } })
    const made = await tx.codebookImport.create({
      data: { callId, personId: viewer.id, name: file.name, content: file.content },
      select: { id: true },
    })
    await record(tx, {
      actor: viewer,
      action: 'codebook.readFile',
      thing: { kind: 'codebookImport', id: made.id },
      callId,
      details: { codes: file.content.codes.length, faults: file.content.faults.length },
    })
    return ok(made)
  })
}

/** What importing a file of the viewer's own would do to the codebook as it is now. Null where none waits. */
export async function readImport(viewer: Viewer, id: string): Promise<ImportView | null> {
  if (!may(viewer, 'editCodebook')) return null
  return viewOf(db, viewer, id)
}

/** Forgets a file that waits. */
export async function dropImport(viewer: Viewer, id: string): Promise<Result> {
  if (!may(viewer, 'editCodebook')) return refused(noSuchImport)
  await db.codebookImport.deleteMany({ where: { id, personId: viewer.id } })
  return ok()
}

/**
 * Imports a file in one go: adds and changes codes, and takes none away. Refused where the codebook has changed since
 * the viewer was shown what it would do (`seen`).
 */
export function applyImport(
  viewer: Viewer,
  { id, seen }: { id: string; seen: string },
): Promise<Result<{ added: number; changed: number }>> {
  return db.$transaction(async tx => {
    if (!may(viewer, 'editCodebook')) return refused(noSuchImport)
    const waiting = await tx.codebookImport.findFirst({ where: { id, personId: viewer.id }, select: { callId: true } })
    if (!waiting || !(await holdCodebook(tx, waiting.callId))) return refused(noSuchImport)
    const view = await viewOf(tx, viewer, id)
    if (!view) return refused(noSuchImport)
    if (view.faults.length > 0) return refused('Nothing was imported: the file has faults. Mend them first.')
    if (view.seen !== seen) return refused('The codebook has changed meanwhile. Look again at what would be imported.')
    const [added, changed] = ['add' as const, 'change' as const].map(kind =>
      view.codes.filter(code => code.kind === kind),
    )
    await writeCodes(tx, viewer, waiting.callId, { added: added ?? [], changed: changed ?? [] })
    await tx.codebookImport.delete({ where: { id }, select: { id: true } })
    const counts = { added: added?.length ?? 0, changed: changed?.length ?? 0 }
    const thing = { kind: 'call', id: waiting.callId }
    await record(tx, { actor: viewer, action: 'codebook.import', thing, callId: waiting.callId, details: counts })
    return ok(counts)
  }, longTransaction)
}

async function viewOf(tx: Transaction, viewer: Viewer, id: string): Promise<ImportView | null> {
  const waiting = await tx.codebookImport.findFirst({
    where: { id, personId: viewer.id },
    select: { callId: true, name: true, content: true },
  })
  if (!waiting) return null
  const file = CodebookFile.parse(waiting.content)
  const existing = await existingIn(tx, waiting.callId)
  const plan = planImport(existing, file.codes)
  return {
    id,
    name: waiting.name,
    notes: file.notes,
    codes: plan.codes,
    faults: file.faults.length > 0 ? file.faults : plan.faults,
    seen: createHash('sha256').update(JSON.stringify(existing)).digest('hex'),
  }
}

/** The codes of a call as an import is planned over them. */
export async function existingIn(tx: Transaction, callId: string): Promise<ExistingCode[]> {
  const rows = await tx.code.findMany({
    where: { callId },
    select: {
      id: true,
      parentId: true,
      name: true,
      colour: true,
      definition: true,
      whenToUse: true,
      whenNot: true,
      example: true,
      retiredAt: true,
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ retiredAt, ...code }) => ({ ...code, retired: retiredAt !== null }))
}

/** Adds and changes codes as planned, in the caller's transaction, with the codebook held. Answers the ids of what it adds by their `ref`. */
export async function writeCodes(
  tx: Transaction,
  viewer: { id: string },
  callId: string,
  { added, changed }: { added: PlannedCode[]; changed: PlannedCode[] },
): Promise<Map<string, string>> {
  const ids = await idsFor(tx, added)
  const idOf = (ref: string | null) => (ref === null ? null : (ids.get(ref) ?? ref))
  const places = await placesIn(tx, callId)
  const at = new Date()
  const placed = [...added, ...changed.filter(code => code.moved)].map(code => {
    const parentId = idOf(code.parentRef)
    return { code, parentId, position: code.retired ? 1 : places(parentId) }
  })
  const standing = new Map(placed.map(({ code, parentId, position }) => [code, { parentId, position }]))
  await tx.code.createMany({
    data: added.map(code => ({
      ...code.words,
      id: ids.get(code.ref) ?? randomUUID(),
      callId,
      position: 1,
      ...standing.get(code),
      retiredAt: code.retired ? at : null,
    })),
  })
  for (const code of changed) {
    const anew = definingFields.some(field => field in code.fields)
    await tx.code.update({
      where: { id: code.ref },
      data: { ...code.words, ...standing.get(code), version: { increment: 1 }, ...(anew ? { definedAt: at } : {}) },
      select: { id: true },
    })
  }
  const changes = [...added, ...changed].map((code): Prisma.CodebookChangeCreateManyInput => ({
    callId,
    codeId: idOf(code.ref) ?? code.ref,
    personId: viewer.id,
    kind: 'import',
    createdAt: at,
    content: {
      fields: code.fields,
      added: code.kind === 'add',
      ...(standing.has(code) ? { to: standing.get(code) } : {}),
    },
  }))
  await tx.codebookChange.createMany({ data: changes })
  return ids
}

/** The file's own ids for what it adds, where no code of any call has them yet. */
async function idsFor(tx: Transaction, added: PlannedCode[]): Promise<Map<string, string>> {
  const wanted = added.flatMap(code => code.fileId ?? [])
  const taken = await tx.code.findMany({ where: { id: { in: wanted } }, select: { id: true } })
  const free = new Set(wanted.filter(id => !taken.some(code => code.id === id)))
  return new Map(added.map(code => [code.ref, code.fileId && free.has(code.fileId) ? code.fileId : randomUUID()]))
}

/** Gives one place after the other at the end of those under a parent. */
async function placesIn(tx: Transaction, callId: string): Promise<(parentId: string | null) => number> {
  const last = await tx.code.groupBy({
    by: ['parentId'],
    where: { callId, retiredAt: null },
    _max: { position: true },
  })
  const next = new Map(last.map(({ parentId, _max }) => [parentId, _max.position ?? 0]))
  return parentId => {
    const position = (next.get(parentId) ?? 0) + 1
    next.set(parentId, position)
    return position
  }
}

import { db, type Transaction } from '@/lib/db'
import { CodeChange } from '@/lib/domain/codebook-change'
import { placeFault, siblingsOf, type Place, type TreeCode } from '@/lib/domain/codebook-tree'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { ok, refused, type Result } from '@/lib/result'

import {
  closeCodes,
  codesInUse,
  heldCode,
  keepChange,
  nameTaken,
  recordOn,
  standAt,
  type HeldCode,
} from './codebook-holding'
import { allowLong, longTransaction, putCodingsBack, tellOfMoves } from './coding-moves'
import { standing } from './open-work'

const noSuchChange = 'There is no such change, or it was undone already.'

/**
 * Undoes a merge or a move of passages: every coding goes back whose code is still what the change made it. A merged code
 * is in use again, with the codes that stood under it; a code that was split off is retired where nothing has it any more.
 * Answers the code that it was done to.
 */
export function undoChange(viewer: Viewer, changeId: string): Promise<Result<{ codeId: string }>> {
  return db.$transaction(async tx => {
    await allowLong(tx)
    if (!may(viewer, 'editCodebook')) return refused(noSuchChange)
    const found = await tx.codebookChange.findUnique({ where: { id: changeId }, select: { codeId: true } })
    const code = found && (await heldCode(tx, viewer, found.codeId))
    const change = await tx.codebookChange.findFirst({
      where: { id: changeId, kind: { in: ['merge', 'split'] }, undoneAt: null },
      select: { kind: true, content: true },
    })
    if (!code || !change) return refused(noSuchChange)
    const content = CodeChange.parse(change.content)
    await closeCodes(tx, [code.id, ...content.toIds])
    const hindered = change.kind === 'merge' ? await unmerge(tx, code, content) : mergedSince(code)
    if (hindered) return refused(hindered)
    const at = new Date()
    await putCodingsBack(tx, viewer, changeId, at)
    await retireEmpty(tx, viewer, content.madeIds, at)
    await tx.codebookChange.update({ where: { id: changeId }, data: { undoneAt: at }, select: { id: true } })
    const undone = change.kind === 'merge' ? 'merge' : 'split'
    await keepChange(tx, viewer, code, 'undo', { changeId, undone, toIds: content.toIds }, at)
    await recordOn(tx, viewer, code, 'code.undo', { changeId })
    await tellOfMoves(tx, viewer, changeId)
    return ok({ codeId: code.id })
  }, longTransaction)
}

function mergedSince(code: HeldCode): string | null {
  return code.mergedIntoId ? `“${code.name}” was merged since. Undo that first.` : null
}

/** Brings a merged code back with the codes under it. What hinders it, as a sentence. */
async function unmerge(tx: Transaction, code: HeldCode, content: CodeChange): Promise<string | null> {
  if (code.mergedIntoId && !content.toIds.includes(code.mergedIntoId)) return mergedSince(code)
  if (code.retiredAt && (await nameTaken(tx, code.callId, code.name)))
    return `There is another code named “${code.name}” now. Rename one of them first.`
  await tx.code.update({ where: { id: code.id }, data: { retiredAt: null, mergedIntoId: null }, select: { id: true } })
  if (code.retiredAt) await standAgain(tx, code, content)
  return null
}

/** Where it stood, if it may still stand there with those under it that have not been moved since; else on top. */
async function standAgain(tx: Transaction, code: HeldCode, content: CodeChange): Promise<void> {
  const codes = await codesInUse(tx, code.callId)
  const back = content.childIds.filter(id =>
    codes.some(other => other.id === id && content.toIds.includes(other.parentId ?? '')),
  )
  // looked at as it will be: the code on top, with its own under it again
  const tried = codes.map(other =>
    other.id === code.id
      ? { ...other, parentId: null }
      : back.includes(other.id)
        ? { ...other, parentId: code.id }
        : other,
  )
  const place = placeFor(tried, code, content)
  await standAt(tx, codes, [code.id], place)
  if (back.length > 0) await standAt(tx, codes, back, { parentId: code.id, index: 0 })
}

function placeFor(codes: TreeCode[], code: HeldCode, { from }: CodeChange): Place {
  const parentId = from && !placeFault(codes, code.id, from.parentId) ? from.parentId : null
  const index = from && parentId === from.parentId ? from.position - 1 : siblingsOf(codes, parentId, code.id).length
  return { parentId, index: Math.max(0, index) }
}

async function retireEmpty(tx: Transaction, viewer: Viewer, ids: string[], at: Date): Promise<void> {
  const empty = await tx.code.findMany({
    where: { id: { in: ids }, retiredAt: null, codings: { none: standing }, children: { none: { retiredAt: null } } },
    select: { id: true, callId: true, parentId: true, position: true },
  })
  for (const { parentId, position, ...code } of empty) {
    await tx.code.update({ where: { id: code.id }, data: { retiredAt: at }, select: { id: true } })
    await keepChange(tx, viewer, code, 'retire', { from: { parentId, position } }, at)
  }
}

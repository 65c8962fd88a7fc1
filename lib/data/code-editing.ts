import { db } from '@/lib/db'
import type { CodeInput } from '@/lib/domain/codebook'
import { codeFieldNames, codeFields, definingFields, differencesOf } from '@/lib/domain/codebook-change'
import { depthOf, mostDepth, placeFaults, siblingsOf } from '@/lib/domain/codebook-tree'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { conflicted, ok, refused, refusedAt, type Result } from '@/lib/result'

import {
  closeCodes,
  codesInUse,
  heldCode,
  holdCodebook,
  keepChange,
  lastPlace,
  nameRefused,
  nameTaken,
  noSuchCode,
  notYours,
  recordOn,
  standAt,
} from './codebook-holding'

/** Adds a code at the end: of those on top, or of those under `parentId`. */
export function addCode(
  viewer: Viewer,
  callId: string,
  input: CodeInput & { parentId?: string | null },
): Promise<Result<{ id: string }>> {
  return db.$transaction(async tx => {
    if (!may(viewer, 'editCodebook')) return refused(notYours)
    if (!(await holdCodebook(tx, callId))) return refused('There is no such call.')
    const { parentId = null, ...words } = input
    if (await nameTaken(tx, callId, words.name)) return nameRefused()
    const codes = await codesInUse(tx, callId)
    if (parentId && !codes.some(code => code.id === parentId)) return refusedAt('parentId', placeFaults.gone)
    if (depthOf(codes, parentId) >= mostDepth) return refusedAt('parentId', placeFaults.deep)
    const position = lastPosition(siblingsOf(codes, parentId)) + 1
    const made = await tx.code.create({ data: { ...words, parentId, callId, position }, select: { id: true } })
    await keepChange(tx, viewer, { id: made.id, callId }, 'create', {
      fields: differencesOf({}, words),
      to: { parentId, position },
    })
    await recordOn(tx, viewer, { id: made.id, callId }, 'code.create')
    return ok(made)
  })
}

/** Rewrites a code. Where somebody else did since `version` was read, nothing is written: the refusal shows both. */
export function editCode(
  viewer: Viewer,
  codeId: string,
  version: number,
  input: CodeInput,
): Promise<Result<{ version: number }>> {
  return db.$transaction(async tx => {
    const code = await heldCode(tx, viewer, codeId)
    if (!code) return refused(noSuchCode)
    const changed = codeFieldNames.filter(field => code[field] !== input[field])
    // nothing to lose: it was sent again, or somebody else wrote the same
    if (changed.length === 0) return ok({ version: code.version })
    if (code.version !== version) {
      return conflicted('Somebody else saved this code while you were working.', {
        version: code.version,
        changes: changed.map(field => ({
          label: codeFields[field],
          theirs: String(code[field]),
          yours: String(input[field]),
        })),
      })
    }
    if (!code.retiredAt && (await nameTaken(tx, code.callId, input.name, code.id))) return nameRefused()
    const anew = changed.some(field => definingFields.includes(field))
    const saved = await tx.code.update({
      where: { id: code.id },
      data: { ...input, version: { increment: 1 }, ...(anew ? { definedAt: new Date() } : {}) },
      select: { version: true },
    })
    await keepChange(tx, viewer, code, 'edit', { fields: differencesOf(code, input) })
    await recordOn(tx, viewer, code, 'code.edit', { fields: changed, version: saved.version })
    return ok(saved)
  })
}

/** Takes a code out of use. Its codings stay, and the codes under it move up into its place. Doing it twice changes nothing. */
export function retireCode(viewer: Viewer, codeId: string): Promise<Result> {
  return db.$transaction(async tx => {
    const code = await heldCode(tx, viewer, codeId)
    if (!code) return refused(noSuchCode)
    if (code.retiredAt) return ok()
    await closeCodes(tx, [code.id])
    const codes = await codesInUse(tx, code.callId)
    const childIds = siblingsOf(codes, code.id).map(child => child.id)
    const index = siblingsOf(codes, code.parentId).findIndex(sibling => sibling.id === code.id)
    await tx.code.update({ where: { id: code.id }, data: { retiredAt: new Date() }, select: { id: true } })
    const others = codes.filter(other => other.id !== code.id)
    if (childIds.length > 0) await standAt(tx, others, childIds, { parentId: code.parentId, index })
    await keepChange(tx, viewer, code, 'retire', {
      childIds,
      from: { parentId: code.parentId, position: code.position },
    })
    await recordOn(tx, viewer, code, 'code.retire')
    return ok()
  })
}

/** Brings a code back to the end of those under the parent that it had; on top where that is out of use or too deep by now. */
export function restoreCode(viewer: Viewer, codeId: string): Promise<Result> {
  return db.$transaction(async tx => {
    const code = await heldCode(tx, viewer, codeId)
    if (!code) return refused(noSuchCode)
    if (!code.retiredAt) return ok()
    if (await nameTaken(tx, code.callId, code.name))
      return refused(`There is another code named “${code.name}” now. Rename one of them first.`)
    const codes = await codesInUse(tx, code.callId)
    const stands = codes.some(other => other.id === code.parentId) && depthOf(codes, code.parentId) < mostDepth
    const place = lastPlace(codes, stands ? code.parentId : null)
    await tx.code.update({
      where: { id: code.id },
      data: { retiredAt: null, mergedIntoId: null },
      select: { id: true },
    })
    await standAt(tx, codes, [code.id], place)
    await keepChange(tx, viewer, code, 'restore', { to: { parentId: place.parentId, position: place.index + 1 } })
    await recordOn(tx, viewer, code, 'code.restore')
    return ok()
  })
}

function lastPosition(siblings: { position: number }[]) {
  return siblings.reduce((most, { position }) => Math.max(most, position), 0)
}

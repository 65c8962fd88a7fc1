import { db, type Transaction } from '@/lib/db'
import {
  dropPlace,
  placeFault,
  placeFaults,
  siblingsOf,
  stepPlace,
  type Drop,
  type Place,
  type Step,
  type TreeCode,
} from '@/lib/domain/codebook-tree'
import type { Viewer } from '@/lib/domain/person'
import { ok, refused, refusedAt, type Result } from '@/lib/result'

import {
  codesInUse,
  heldCode,
  keepChange,
  lastPlace,
  noSuchCode,
  recordOn,
  standAt,
  type HeldCode,
} from './codebook-holding'

/** Where a code stands after a move, in words. */
export type MovedView = { name: string; said: string }

/**
 * Moves a code in use, with all under it: a step by keyboard, or to where it is dropped. Where there is nowhere to go
 * nothing changes.
 */
export function moveCode(viewer: Viewer, codeId: string, move: Step | Drop): Promise<Result<MovedView>> {
  return db.$transaction(async tx => {
    const code = await heldCode(tx, viewer, codeId)
    if (!code || code.retiredAt) return refused(noSuchCode)
    const codes = await codesInUse(tx, code.callId)
    const place = typeof move === 'string' ? stepPlace(codes, code.id, move) : dropPlace(codes, code.id, move)
    if (!place || standsThere(codes, code, place)) return ok(stays(code))
    const fault = placeFault(codes, code.id, place.parentId)
    if (fault) return refused(placeFaults[fault])
    return ok(await stand(tx, viewer, code, place))
  })
}

/** Moves a code in use, with all under it, to the end of those under a parent, or of those on top. */
export function placeCode(viewer: Viewer, codeId: string, parentId: string | null): Promise<Result<MovedView>> {
  return db.$transaction(async tx => {
    const code = await heldCode(tx, viewer, codeId)
    if (!code || code.retiredAt) return refused(noSuchCode)
    const codes = await codesInUse(tx, code.callId)
    const fault = placeFault(codes, code.id, parentId)
    if (fault) return refusedAt('parentId', placeFaults[fault])
    if (parentId === code.parentId) return ok(stays(code))
    return ok(await stand(tx, viewer, code, lastPlace(codes, parentId)))
  })
}

function standsThere(codes: readonly TreeCode[], code: HeldCode, place: Place) {
  const at = siblingsOf(codes, code.parentId).findIndex(sibling => sibling.id === code.id)
  return place.parentId === code.parentId && place.index === at
}

function stays({ name }: HeldCode): MovedView {
  return { name, said: `${name} stays where it is.` }
}

async function stand(tx: Transaction, viewer: Viewer, code: HeldCode, place: Place): Promise<MovedView> {
  const codes = await codesInUse(tx, code.callId)
  await standAt(tx, codes, [code.id], place)
  await keepChange(tx, viewer, code, 'place', {
    from: { parentId: code.parentId, position: code.position },
    to: { parentId: place.parentId, position: place.index + 1 },
  })
  await recordOn(tx, viewer, code, 'code.move', { parentId: place.parentId ?? '', position: place.index + 1 })
  const parent = codes.find(other => other.id === place.parentId)
  const count = siblingsOf(codes, place.parentId, code.id).length + 1
  const where = parent ? `under ${parent.name}` : 'at the top'
  return { name: code.name, said: `${code.name} is now ${place.index + 1} of ${count} ${where}.` }
}

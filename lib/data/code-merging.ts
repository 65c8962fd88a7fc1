import { db, type Transaction } from '@/lib/db'
import { codeColours } from '@/lib/domain/codebook'
import { differencesOf } from '@/lib/domain/codebook-change'
import { depthOf, heightUnder, mostDepth, siblingsOf, standsUnder } from '@/lib/domain/codebook-tree'
import type { Viewer } from '@/lib/domain/person'
import { ok, refused, refusedAt, type Result } from '@/lib/result'

import { allowLong, longTransaction, moveCodings, tellOfMoves } from './coding-moves'
import {
  closeCodes,
  codesInUse,
  heldCode,
  keepChange,
  lastPlace,
  nameRefused,
  nameTaken,
  noSuchCode,
  recordOn,
  standAt,
  type HeldCode,
} from './codebook-holding'
import { openCodings, standing } from './open-work'

/**
 * Merges a code into another: its codings get the other code, the codes under it go under the other, and it is retired.
 * All of it can be undone.
 */
export function mergeCodes(viewer: Viewer, codeId: string, intoId: string): Promise<Result<{ changeId: string }>> {
  return db.$transaction(async tx => {
    await allowLong(tx)
    const code = await heldCode(tx, viewer, codeId)
    if (!code || code.retiredAt) return refused(noSuchCode)
    const codes = await codesInUse(tx, code.callId)
    const into = codes.find(other => other.id === intoId)
    if (!into || into.id === code.id) return refusedAt('intoId', 'Select another code that is in use')
    if (standsUnder(codes, into.id, code.id))
      return refusedAt(
        'intoId',
        `“${into.name}” stands under “${code.name}”. Move it out first, or merge it the other way.`,
      )
    if (depthOf(codes, into.id) + heightUnder(codes, code.id) > mostDepth)
      return refusedAt(
        'intoId',
        `The codes under “${code.name}” would stand deeper than ${mostDepth} there. Move them up first.`,
      )
    await closeCodes(tx, [code.id, into.id])
    const childIds = siblingsOf(codes, code.id).map(child => child.id)
    if (childIds.length > 0) await standAt(tx, codes, childIds, lastPlace(codes, into.id))
    const at = new Date()
    await tx.code.update({
      where: { id: code.id },
      data: { retiredAt: at, mergedIntoId: into.id },
      select: { id: true },
    })
    const changeId = await keepChange(
      tx,
      viewer,
      code,
      'merge',
      {
        toIds: [into.id],
        childIds,
        from: { parentId: code.parentId, position: code.position },
      },
      at,
    )
    await moveCodings(tx, { viewer, changeId, fromId: code.id, toId: into.id, at })
    await tellOfMoves(tx, viewer, changeId)
    await recordOn(tx, viewer, code, 'code.merge', { intoId: into.id, changeId })
    return ok({ changeId })
  }, longTransaction)
}

/** Where passages go: to a code in use, or to a new one beside theirs. */
export type PassageTarget = { codeId: string } | { name: string }

/**
 * Moves passages of a code to another, or splits them off into a new one, that stands beside it. Each must still have
 * the code, and be known to the viewer: else none is moved. Answers the code that they have now.
 */
export function movePassages(
  viewer: Viewer,
  input: { codeId: string; codingIds: string[]; to: PassageTarget },
): Promise<Result<{ id: string; name: string }>> {
  return db.$transaction(async tx => {
    await allowLong(tx)
    const code = await heldCode(tx, viewer, input.codeId)
    if (!code) return refused(noSuchCode)
    const codingIds = [...new Set(input.codingIds)]
    if (codingIds.length === 0) return refusedAt('codingId', 'Select the passages to move')
    if (!(await haveCode(tx, viewer, code, codingIds)))
      return refused('Some of these passages do not have this code any more. Choose again.')
    const at = new Date()
    const made = 'name' in input.to
    const target =
      'name' in input.to
        ? await splitOff(tx, viewer, code, input.to.name, new Date(at.getTime() - 1))
        : await standingCode(tx, code, input.to.codeId)
    if (!target) return made ? nameRefused() : refusedAt('toId', 'Select another code that is in use')
    await closeCodes(tx, [code.id, target.id])
    const changeId = await keepChange(
      tx,
      viewer,
      code,
      'split',
      { toIds: [target.id], madeIds: made ? [target.id] : [] },
      at,
    )
    await moveCodings(tx, { viewer, changeId, fromId: code.id, toId: target.id, at }, codingIds)
    await tellOfMoves(tx, viewer, changeId)
    await recordOn(tx, viewer, code, 'code.split', { toId: target.id, changeId, passages: codingIds.length })
    return ok(target)
  }, longTransaction)
}

async function haveCode(tx: Transaction, viewer: Viewer, code: HeldCode, codingIds: string[]) {
  const found = await tx.coding.count({
    where: {
      id: { in: codingIds },
      codeId: code.id,
      ...standing,
      submission: { status: 'SUBMITTED' },
      AND: [openCodings(viewer)],
    },
  })
  return found === codingIds.length
}

async function standingCode(tx: Transaction, code: HeldCode, id: string) {
  if (id === code.id) return null
  return tx.code.findFirst({ where: { id, callId: code.callId, retiredAt: null }, select: { id: true, name: true } })
}

/** A new code beside one that is in use, or on top; null where another has the name. `at` is before its passages come. */
async function splitOff(tx: Transaction, viewer: Viewer, code: HeldCode, name: string, at: Date) {
  if (await nameTaken(tx, code.callId, name)) return null
  const codes = await codesInUse(tx, code.callId)
  const own = siblingsOf(codes, code.parentId).findIndex(sibling => sibling.id === code.id)
  const place = code.retiredAt ? lastPlace(codes, null) : { parentId: code.parentId, index: own + 1 }
  const words = { name, colour: (code.colour % codeColours.length) + 1 }
  const made = await tx.code.create({
    data: { ...words, callId: code.callId, parentId: place.parentId, position: place.index + 1 },
    select: { id: true, name: true },
  })
  await standAt(tx, codes, [made.id], place)
  const to = { parentId: place.parentId, position: place.index + 1 }
  const content = { fromId: code.id, fields: differencesOf({}, words), to }
  await keepChange(tx, viewer, { id: made.id, callId: code.callId }, 'create', content, at)
  await recordOn(tx, viewer, { id: made.id, callId: code.callId }, 'code.create')
  return made
}

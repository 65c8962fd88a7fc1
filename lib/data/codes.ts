import { record, type Deed } from '@/lib/data/audit'
import { openCodings, standing } from '@/lib/data/open-work'
import { db, type Transaction } from '@/lib/db'
import type { CodeInput } from '@/lib/domain/codebook'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { conflicted, ok, refused, refusedAt, type Result } from '@/lib/result'

/** A code of the codebook. `uses` counts codings by everybody that the viewer may know of. */
export type CodeView = CodeInput & { id: string; retired: boolean; version: number; uses: number }

const shown = {
  id: true,
  callId: true,
  name: true,
  colour: true,
  definition: true,
  whenToUse: true,
  whenNot: true,
  example: true,
  position: true,
  retiredAt: true,
  version: true,
} as const

const written = ['name', 'colour', 'definition', 'whenToUse', 'whenNot', 'example'] as const
const labels: Record<(typeof written)[number], string> = {
  name: 'Name',
  colour: 'Colour',
  definition: 'Definition',
  whenToUse: 'When to use',
  whenNot: 'When not to use',
  example: 'Example',
}

const noSuchCode = 'There is no such code.'
const notYours = 'Only a lead can change the codebook.'

/** The call's codes in their order, retired ones last. None for who may not read the codebook. */
export async function listCodes(viewer: Viewer, callId: string): Promise<CodeView[]> {
  if (!may(viewer, 'readCodebook')) return []
  const codes = await db.code.findMany({
    where: { callId },
    select: { ...shown, _count: { select: { codings: { where: { ...standing, ...openCodings(viewer) } } } } },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  })
  const views = codes.map(({ _count, retiredAt, position: _, callId: __, ...code }) => ({
    ...code,
    retired: retiredAt !== null,
    uses: _count.codings,
  }))
  return [...views.filter(code => !code.retired), ...views.filter(code => code.retired)]
}

/** Adds a code at the end. */
export function addCode(viewer: Viewer, callId: string, input: CodeInput): Promise<Result<{ id: string }>> {
  return db.$transaction(async tx => {
    if (!may(viewer, 'editCodebook')) return refused(notYours)
    if (!(await holdCodebook(tx, callId))) return refused('There is no such call.')
    if (await nameTaken(tx, callId, input.name)) return nameRefused()
    const { _max } = await tx.code.aggregate({ where: { callId }, _max: { position: true } })
    const made = await tx.code.create({
      data: { ...input, callId, position: (_max.position ?? 0) + 1 },
      select: { id: true },
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
    const changed = written.filter(field => code[field] !== input[field])
    if (code.version !== version) {
      return conflicted('Somebody else saved this code while you were working.', {
        version: code.version,
        changes: changed.map(field => ({
          label: labels[field],
          theirs: String(code[field]),
          yours: String(input[field]),
        })),
      })
    }
    if (changed.length === 0) return ok({ version })
    if (!code.retiredAt && (await nameTaken(tx, code.callId, input.name, code.id))) return nameRefused()
    const saved = await tx.code.update({
      where: { id: code.id },
      data: { ...input, version: { increment: 1 } },
      select: { version: true },
    })
    await recordOn(tx, viewer, code, 'code.edit', { fields: changed, version: saved.version })
    return ok(saved)
  })
}

/** Takes a code out of use, or brings it back to the end of the list. Codings that use it stay. Doing it twice changes nothing. */
export function retireCode(viewer: Viewer, codeId: string, retired: boolean): Promise<Result> {
  return db.$transaction(async tx => {
    const code = await heldCode(tx, viewer, codeId)
    if (!code) return refused(noSuchCode)
    if ((code.retiredAt !== null) === retired) return ok()
    if (!retired && (await nameTaken(tx, code.callId, code.name)))
      return refused(`There is another code named “${code.name}” now. Rename one of them first.`)
    const { _max } = await tx.code.aggregate({ where: { callId: code.callId }, _max: { position: true } })
    await tx.code.update({
      where: { id: code.id },
      data: retired ? { retiredAt: new Date() } : { retiredAt: null, position: (_max.position ?? 0) + 1 },
    })
    await recordOn(tx, viewer, code, retired ? 'code.retire' : 'code.restore')
    return ok()
  })
}

/** Moves a code in use one place up or down. At the end of the list nothing changes. */
export function moveCode(viewer: Viewer, codeId: string, direction: 'up' | 'down'): Promise<Result> {
  return db.$transaction(async tx => {
    const code = await heldCode(tx, viewer, codeId)
    if (!code || code.retiredAt) return refused(noSuchCode)
    const order = await tx.code.findMany({
      where: { callId: code.callId, retiredAt: null },
      select: { id: true, position: true },
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
    })
    const from = order.findIndex(other => other.id === code.id)
    const neighbour = order[direction === 'up' ? from - 1 : from + 1]
    if (!neighbour) return ok()
    const moved = order.filter(other => other.id !== code.id)
    moved.splice(direction === 'up' ? from - 1 : from + 1, 0, { id: code.id, position: code.position })
    for (const [index, other] of moved.entries()) {
      if (other.position !== index + 1) await tx.code.update({ where: { id: other.id }, data: { position: index + 1 } })
    }
    await recordOn(tx, viewer, code, 'code.move', { direction })
    return ok()
  })
}

// Changes of one codebook come one after the other, so that names and positions can be looked at first.
async function holdCodebook(tx: Transaction, callId: string) {
  const calls = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Call" WHERE "id" = ${callId}::uuid FOR NO KEY UPDATE`
  return calls.length > 0
}

async function heldCode(tx: Transaction, viewer: Viewer, codeId: string) {
  if (!may(viewer, 'editCodebook')) return null
  const found = await tx.code.findUnique({ where: { id: codeId }, select: { callId: true } })
  if (!found) return null
  await holdCodebook(tx, found.callId)
  return tx.code.findUnique({ where: { id: codeId }, select: shown })
}

async function nameTaken(tx: Transaction, callId: string, name: string, exceptId?: string) {
  // As the index compares them (`Code_one_of_a_name`): `mode: 'insensitive'` would read % and _ as wildcards.
  const others = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Code" WHERE "callId" = ${callId}::uuid AND "retiredAt" IS NULL AND lower("name") = lower(${name})`
  return others.some(other => other.id !== exceptId)
}

function nameRefused() {
  return refusedAt('name', 'Enter a name that no other code has')
}

function recordOn(
  tx: Transaction,
  viewer: Viewer,
  code: { id: string; callId: string },
  action: string,
  details: NonNullable<Deed['details']> = {},
) {
  return record(tx, { actor: viewer, action, thing: { kind: 'code', id: code.id }, callId: code.callId, details })
}

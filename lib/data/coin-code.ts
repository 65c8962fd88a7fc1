import { record } from '@/lib/data/audit'
import { lockSubmission, noSuchSubmission } from '@/lib/data/live-submission'
import { db } from '@/lib/db'
import { codeColours } from '@/lib/domain/codebook'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { notThere, ok, type Result } from '@/lib/result'

/**
 * Makes a code of a name while somebody codes, last of the top codes and in the colour that is used least; a lead gives
 * it a definition and a place. Where a living code has the name, that one is answered.
 */
export function coinCode(
  viewer: Viewer,
  input: { reference: string; name: string },
): Promise<Result<{ id: string; name: string; colour: number }>> {
  return db.$transaction(async tx => {
    const submission = await lockSubmission(tx, input.reference)
    if (!submission || !may(viewer, 'readSubmission', submission) || !may(viewer, 'coinCode'))
      return notThere(noSuchSubmission)
    const { callId } = submission
    await tx.$queryRaw`SELECT 1 FROM "Call" WHERE "id" = ${callId}::uuid FOR NO KEY UPDATE`
    const living = await tx.$queryRaw<{ id: string; name: string; colour: number; position: number; isTop: boolean }[]>`
      SELECT "id", "name", "colour", "position", "parentId" IS NULL AS "isTop" FROM "Code"
      WHERE "callId" = ${callId}::uuid AND "retiredAt" IS NULL`
    const same = living.find(code => code.name.toLowerCase() === input.name.toLowerCase())
    if (same) return ok({ id: same.id, name: same.name, colour: same.colour })
    const uses = (colour: number) => living.filter(code => code.colour === colour).length
    const colour = [...codeColours].sort((a, b) => uses(a) - uses(b))[0] ?? 1
    const position = Math.max(0, ...living.filter(code => code.isTop).map(code => code.position)) + 1
    const made = await tx.code.create({
      data: { callId, name: input.name, colour, position },
      select: { id: true, name: true, colour: true },
    })
    await tx.codebookChange.create({
      data: { callId, codeId: made.id, personId: viewer.id, kind: 'create' },
      select: { id: true },
    })
    await record(tx, { actor: viewer, action: 'code.coin', thing: { kind: 'code', id: made.id }, callId })
    return ok(made)
  })
}

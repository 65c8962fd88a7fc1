import { record } from '@/lib/data/audit'
import { codingGround, settledAlready } from '@/lib/data/coding-ground'
import { tellLive } from '@/lib/data/live-events'
import { lockSubmission, type LockedSubmission } from '@/lib/data/live-submission'
import { standing } from '@/lib/data/open-work'
import { db, type Transaction } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { notThere, ok, refused, type Result } from '@/lib/result'

type Which = { reference: string; codingId: string }

/** The same answer for what is not there, what is a colleague's, and what may not be known of. */
export const noSuchCoding = 'There is no such coding.'

/** Takes off one's own coding of words, or puts it back as it was. Doing it twice changes nothing. */
export function setRemoved(viewer: Viewer, input: Which & { removed: boolean }): Promise<Result> {
  return db.$transaction(async tx => {
    const held = await ownCoding(tx, viewer, input)
    if (!held.ok) return held
    const { coding, submission } = held.value
    if ((coding.removedAt !== null) === input.removed) return ok()
    const twin = input.removed ? null : await sameWords(tx, coding)
    if (twin) return ok()
    if (!input.removed && coding.code.retiredAt) return refused('This code was retired meanwhile.')
    await tx.coding.update({
      where: { id: coding.id },
      data: input.removed ? { removedAt: new Date(), removedById: viewer.id } : { removedAt: null, removedById: null },
      select: { id: true },
    })
    await note(tx, viewer, submission, input.removed ? 'coding.remove' : 'coding.putBack', coding.id)
    return ok()
  })
}

/** Rewrites the memo of one's own coding. */
export function writeMemo(viewer: Viewer, input: Which & { memo: string }): Promise<Result> {
  return db.$transaction(async tx => {
    const held = await ownCoding(tx, viewer, input)
    if (!held.ok) return held
    const { coding, submission } = held.value
    if (coding.removedAt) return notThere(noSuchCoding)
    if (coding.memo === input.memo) return ok()
    await tx.coding.update({ where: { id: coding.id }, data: { memo: input.memo }, select: { id: true } })
    await note(tx, viewer, submission, 'coding.writeMemo', coding.id)
    return ok()
  })
}

/** With its submission held. Refused where the viewer may not change it, where one of two has finished, or it is settled. */
async function ownCoding(tx: Transaction, viewer: Viewer, { reference, codingId }: Which) {
  const submission = await lockSubmission(tx, reference)
  if (!submission) return notThere(noSuchCoding)
  const coding = await tx.coding.findFirst({
    where: { id: codingId, submissionId: submission.id, textVersionId: { not: null } },
    select: {
      id: true,
      personId: true,
      agreed: true,
      codeId: true,
      textVersionId: true,
      spanStart: true,
      spanEnd: true,
      memo: true,
      removedAt: true,
      code: { select: { retiredAt: true } },
    },
  })
  const ground = await codingGround(tx, viewer, submission)
  const { status } = submission
  if (!coding || !may(viewer, 'changeCoding', { status, personId: coding.personId, agreed: coding.agreed }))
    return notThere(noSuchCoding)
  if (ground.stage === 'SETTLED') return refused(settledAlready)
  if (!may(viewer, 'codeSubmission', ground)) return notThere(noSuchCoding)
  return ok({ coding, submission: { ...submission, blind: ground.blind } })
}

type OwnCoding = {
  codeId: string
  personId: string
  textVersionId: string | null
  spanStart: number | null
  spanEnd: number | null
}

function sameWords(tx: Transaction, { codeId, personId, textVersionId, spanStart, spanEnd }: OwnCoding) {
  return tx.coding.findFirst({
    where: { codeId, personId, textVersionId, spanStart, spanEnd, agreed: false, ...standing },
    select: { id: true },
  })
}

async function note(
  tx: Transaction,
  viewer: Viewer,
  submission: LockedSubmission & { blind: boolean },
  action: string,
  codingId: string,
): Promise<void> {
  const thing = { kind: 'submission', id: submission.id }
  await record(tx, { actor: viewer, action, thing, callId: submission.callId, details: { codingId } })
  await tellLive(tx, { kind: 'coding', submissionId: submission.id, actorId: viewer.id, hidden: submission.blind })
}

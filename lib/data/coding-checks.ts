import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { ok, refused, type Result } from '@/lib/result'

import { record } from './audit'
import { tellLive } from './live-events'
import { openCodings, standing } from './open-work'

/**
 * Says of a coding that it still fits, though its code was defined anew since: one's own, or for a lead any that they may
 * know of.
 */
export function checkCoding(viewer: Viewer, codingId: string): Promise<Result> {
  return db.$transaction(async tx => {
    const coding = await tx.coding.findFirst({
      where: { id: codingId, ...standing, AND: [openCodings(viewer)] },
      select: {
        id: true,
        personId: true,
        codeId: true,
        submission: { select: { id: true, callId: true, status: true, blind: true } },
      },
    })
    if (!coding || !may(viewer, 'checkCoding', { status: coding.submission.status, personId: coding.personId }))
      return refused('There is no such coding.')
    const { submission } = coding
    await tx.coding.update({ where: { id: coding.id }, data: { checkedAt: new Date() }, select: { id: true } })
    await record(tx, {
      actor: viewer,
      action: 'coding.check',
      thing: { kind: 'submission', id: submission.id },
      callId: submission.callId,
      details: { codingId: coding.id, codeId: coding.codeId },
    })
    await tellLive(tx, { kind: 'coding', submissionId: submission.id, actorId: viewer.id, hidden: submission.blind })
    return ok()
  })
}

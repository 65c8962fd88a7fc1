import { openWork } from '@/lib/data/coding-plan'
import { unmerged } from '@/lib/data/merging'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'

/** A submission whose coding nobody will finish: it is somebody's whose account is disabled, or one of two places is empty. */
export type StrandedView = { reference: string; title: string; formerly: string | null }

/** What could not be handed on, the longest waiting first. None for who does not plan the coding. */
export async function listStrandedWork(viewer: Viewer, callId: string): Promise<StrandedView[]> {
  if (!may(viewer, 'planCoding')) return []
  const rows = await db.submission.findMany({
    where: {
      callId,
      status: 'SUBMITTED',
      stage: { not: 'SETTLED' },
      AND: [unmerged, { OR: [{ assignments: { some: leftBehind } }, { blind: true }] }],
    },
    select: {
      reference: true,
      title: true,
      blind: true,
      assignments: {
        select: { double: true, doneAt: true, person: { select: { name: true, disabledAt: true } } },
      },
    },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap(({ reference, title, blind, assignments }) => {
    const gone = assignments.find(({ doneAt, person }) => doneAt === null && person.disabledAt !== null)
    const vacant = blind && assignments.filter(({ double }) => double).length < 2
    return reference && (gone || vacant) ? [{ reference, title: title ?? '', formerly: gone?.person.name ?? null }] : []
  })
}

const leftBehind = { doneAt: openWork.doneAt, person: { disabledAt: { not: null } } } as const

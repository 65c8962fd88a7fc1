import { record } from '@/lib/data/audit'
import { lockSubmission, noSuchSubmission } from '@/lib/data/live-submission'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { ok, refused, refusedAt, type Result } from '@/lib/result'
import { Prisma } from '@/prisma/generated/client'

/**
 * The condition that `"Submission" s` stands for itself: it was not merged into another, or that one is there no more.
 * Lists and figures ask it; whoever opens a merged one by its reference still reads it.
 */
export const standsForItself = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM "Submission" into_it WHERE into_it."id" = s."mergedIntoId" AND into_it."status" = 'SUBMITTED')`

/** The same for Prisma's filters. */
export const unmerged: Prisma.SubmissionWhereInput = {
  OR: [{ mergedIntoId: null }, { mergedInto: { status: { not: 'SUBMITTED' } } }],
}

/**
 * Says that one submission is the same evidence as another: it is read and counted with that one, and both stay as they
 * were sent. No chains: into one that is itself merged nothing can be merged, and what others were merged into stays.
 */
export function mergeSubmission(viewer: Viewer, input: { reference: string; into: string }): Promise<Result> {
  return db.$transaction(async tx => {
    // in the order of their references, so that two leads who merge the same pair the other way do not wait for each other
    const asked = [input.reference, input.into].toSorted()
    for (const each of asked) await lockSubmission(tx, each)
    const [merged, into] = [await lockSubmission(tx, input.reference), await lockSubmission(tx, input.into)]
    if (!merged || !into || !may(viewer, 'mergeSubmissions', { status: merged.status, into }))
      return refused(noSuchSubmission)
    if (merged.id === into.id) return refusedAt('into', 'Choose two different submissions')
    if (merged.callId !== into.callId) return refusedAt('into', 'Both must belong to the same call')
    const rows = await tx.submission.findMany({
      where: { id: { in: [merged.id, into.id] } },
      select: { id: true, mergedIntoId: true, merged: { select: { id: true }, take: 1 } },
    })
    const row = new Map(rows.map(each => [each.id, each]))
    if (row.get(merged.id)?.mergedIntoId === into.id) return ok()
    if (row.get(merged.id)?.mergedIntoId)
      return refused('This submission is merged into another already. Part them first.')
    if (row.get(into.id)?.mergedIntoId) return refused('The other submission is merged into a third. Choose that one.')
    if ((row.get(merged.id)?.merged.length ?? 0) > 0)
      return refused('Others are merged into this submission. Merge the other way, or part them first.')
    await tx.submission.update({ where: { id: merged.id }, data: { mergedIntoId: into.id } })
    const thing = { kind: 'submission', id: merged.id }
    await record(tx, {
      actor: viewer,
      action: 'submission.merge',
      thing,
      callId: merged.callId,
      details: { into: into.id },
    })
    return ok()
  })
}

/** Parts a submission from the one that it was merged into. Twice is once. */
export function unmergeSubmission(viewer: Viewer, reference: string): Promise<Result> {
  return db.$transaction(async tx => {
    const merged = await lockSubmission(tx, reference)
    if (!merged || !may(viewer, 'mergeSubmissions', { status: merged.status, into: merged }))
      return refused(noSuchSubmission)
    const { count } = await tx.submission.updateMany({
      where: { id: merged.id, mergedIntoId: { not: null } },
      data: { mergedIntoId: null },
    })
    if (count === 0) return ok()
    const thing = { kind: 'submission', id: merged.id }
    await record(tx, { actor: viewer, action: 'submission.unmerge', thing, callId: merged.callId })
    return ok()
  })
}

import { standsForItself } from '@/lib/data/merging'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'

/** A submission whose coding nobody will finish: it is somebody's whose account is disabled, or one of two places is empty. */
export type StrandedView = { reference: string; title: string; formerly: string | null }

const shown = 50

/** What could not be handed on, the longest waiting first, fifty at most. None for who does not plan the coding. */
export async function listStrandedWork(viewer: Viewer, callId: string): Promise<StrandedView[]> {
  if (!may(viewer, 'planCoding')) return []
  return db.$queryRaw<StrandedView[]>`
    SELECT s."reference", coalesce(s."title", '') AS "title", gone."name" AS "formerly"
    FROM "Submission" s LEFT JOIN LATERAL (
      SELECT p."name" FROM "Assignment" a JOIN "Person" p ON p."id" = a."personId" AND p."disabledAt" IS NOT NULL
      WHERE a."submissionId" = s."id" AND a."doneAt" IS NULL ORDER BY a."assignedAt", a."personId" LIMIT 1
    ) gone ON true
    WHERE s."callId" = ${callId}::uuid AND s."status" = 'SUBMITTED' AND s."stage" <> 'SETTLED' AND ${standsForItself}
      AND (gone."name" IS NOT NULL OR (s."blind" AND (
        SELECT count(*) FROM "Assignment" a WHERE a."submissionId" = s."id" AND a."double") < 2))
    ORDER BY s."submittedAt", s."id" LIMIT ${shown}`
}

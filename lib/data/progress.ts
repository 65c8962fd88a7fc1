import { standsForItself } from '@/lib/data/merging'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { noneYet, type StageCounts } from '@/lib/domain/progress'
import type { Stage } from '@/lib/domain/submission'
import { Prisma } from '@/prisma/generated/client'

/** How far a team is with what is assigned to its people; what two teams share counts with both. */
export type TeamProgress = { id: string; name: string; mine: boolean; counts: StageCounts }

export type ProgressView = {
  all: StageCounts
  /** The viewer's team; for leads every team, their own first. */
  teams: TeamProgress[]
  /** Of nobody yet. */
  unassigned: number
  closesAt: Date | null
}

type Row = { team: string | null; stage: Stage; count: number }

/** How far the work on a call is. Null for who has none of it. */
export async function readProgress(viewer: Viewer, callId: string): Promise<ProgressView | null> {
  if (!may(viewer, 'listSubmissions')) return null
  const live = Prisma.sql`s."callId" = ${callId}::uuid AND s."status" = 'SUBMITTED' AND ${standsForItself}`
  const [call, teams, rows, all, [free]] = await Promise.all([
    db.call.findUnique({ where: { id: callId }, select: { analysisClosesAt: true } }),
    db.team.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } }),
    db.$queryRaw<Row[]>`
      SELECT p."teamId" AS "team", s."stage"::text, count(DISTINCT s."id")::int AS "count" FROM "Submission" s
      JOIN "Assignment" a ON a."submissionId" = s."id" JOIN "Person" p ON p."id" = a."personId"
      WHERE ${live} GROUP BY 1, 2`,
    db.$queryRaw<Row[]>`
      SELECT NULL AS "team", s."stage"::text, count(*)::int AS "count" FROM "Submission" s WHERE ${live} GROUP BY 2`,
    db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS "count" FROM "Submission" s WHERE ${live} AND s."stage" <> 'SETTLED'
        AND NOT EXISTS (SELECT 1 FROM "Assignment" a WHERE a."submissionId" = s."id")`,
  ])
  const shown = teams.filter(team => team.id === viewer.team?.id || viewer.role === 'LEAD')
  const views = shown.map(team => ({
    ...team,
    mine: team.id === viewer.team?.id,
    counts: countsOf(rows.filter(row => row.team === team.id)),
  }))
  return {
    all: countsOf(all),
    teams: views.toSorted((one, other) => Number(other.mine) - Number(one.mine)),
    unassigned: free?.count ?? 0,
    closesAt: call?.analysisClosesAt ?? null,
  }
}

function countsOf(rows: Row[]): StageCounts {
  return { ...noneYet, ...Object.fromEntries(rows.map(({ stage, count }) => [stage, count])) }
}

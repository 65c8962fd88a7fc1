import { placesWithin, readHeard } from '@/lib/data/heard'
import { standsForItself } from '@/lib/data/merging'
import { db } from '@/lib/db'
import type { CoverageValue, DayCount, Dimension, Target, Together } from '@/lib/domain/coverage'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { organisationTypeNames, organisationTypes } from '@/lib/domain/submission'
import { Prisma } from '@/prisma/generated/client'

/**
 * Who was heard from so far. Responses that were merged count with the one that they were merged into; every sender of
 * a campaign's text counts, and `campaign` says how many those are; withdrawn ones, drafts and the quarantine do not.
 */
export type CoverageView = {
  responses: number
  /** By their names, without regard to capitals and spaces. */
  organisations: number
  campaign: { senders: number; texts: number }
  values: Record<Dimension, CoverageValue[]>
  /** How many name a value, by its key; a place holds those within it, each response once. */
  heard: Record<Dimension, Record<string, number>>
  together: Together[]
  days: DayCount[]
  targets: Target[]
  /** Of the targets, raised by each change. */
  version: number
}

type Count = { key: string; heard: number }

/** Counts afresh. Null for who has none of it, and for a call that is not there. */
export async function readCoverage(viewer: Viewer, callId: string): Promise<CoverageView | null> {
  if (!may(viewer, 'readCoverage')) return null
  const [call, places, prompts, targets] = await Promise.all([
    db.call.findUnique({ where: { id: callId }, select: { communities: true, targetsVersion: true } }),
    db.place.findMany({
      where: { callId },
      select: { key: true, name: true, kind: true, retiredAt: true, parent: { select: { key: true } } },
      orderBy: { name: 'asc' },
    }),
    db.prompt.findMany({
      where: { callId },
      select: { key: true, theme: true, retiredAt: true },
      orderBy: { position: 'asc' },
    }),
    readTargetsOf(callId),
  ])
  if (!call) return null
  const counts = await countAll(callId)
  const { PLACE, TYPE, THEME, COMMUNITY, ...figures } = counts
  const known = new Set(call.communities)
  const former = Object.keys(COMMUNITY).filter(name => !known.has(name))
  return {
    ...figures,
    heard: { PLACE, TYPE, THEME, COMMUNITY },
    values: {
      PLACE: places.map(({ key, name, kind, retiredAt, parent }) => ({
        ...plain(key, name, retiredAt === null),
        within: parent?.key ?? null,
        authority: kind === 'AUTHORITY',
      })),
      TYPE: organisationTypes.map(type => plain(type, organisationTypeNames[type])),
      THEME: prompts.map(({ key, theme, retiredAt }) => plain(key, theme, retiredAt === null)),
      COMMUNITY: [...call.communities.map(name => plain(name, name)), ...former.map(name => plain(name, name, false))],
    },
    targets,
    version: call.targetsVersion,
  }
}

const plain = (key: string, name: string, offered = true) => ({ key, name, offered, within: null, authority: false })

function readTargetsOf(callId: string): Promise<Target[]> {
  return db.coverageTarget.findMany({ where: { callId }, select: { kind: true, key: true, target: true } })
}

async function countAll(callId: string) {
  const live = Prisma.sql`s."callId" = ${callId}::uuid AND s."status" = 'SUBMITTED' AND ${standsForItself}`
  const [heard, organisations, campaign, types, themes, communities, together, days] = await Promise.all([
    readHeard(callId),
    db.$queryRaw<{ count: number }[]>`
      SELECT count(DISTINCT lower(regexp_replace(btrim(s."organisationName"), '\\s+', ' ', 'g')))::int AS "count"
      FROM "Submission" s WHERE ${live}`,
    db.$queryRaw<{ senders: number; texts: number }[]>`
      SELECT coalesce(sum(t.n), 0)::int AS "senders", count(*)::int AS "texts" FROM (
        SELECT count(*) AS n FROM "Submission" s WHERE ${live} AND s."textHash" IS NOT NULL
        GROUP BY s."textHash" HAVING count(*) > 1) t`,
    db.$queryRaw<Count[]>`
      SELECT s."organisationType"::text AS "key", count(*)::int AS "heard" FROM "Submission" s
      WHERE ${live} AND s."organisationType" IS NOT NULL GROUP BY 1`,
    db.$queryRaw<Count[]>`
      SELECT p."key", count(*)::int AS "heard" FROM "Submission" s
      JOIN "SubmissionPrompt" named ON named."submissionId" = s."id" JOIN "Prompt" p ON p."id" = named."promptId"
      WHERE ${live} GROUP BY 1`,
    db.$queryRaw<Count[]>`
      SELECT c."key", count(DISTINCT s."id")::int AS "heard" FROM "Submission" s, unnest(s."communities") c("key")
      WHERE ${live} GROUP BY 1 ORDER BY 1`,
    db.$queryRaw<Together[]>`
      ${placesWithin(callId)}
      SELECT place."key" AS "place", s."organisationType"::text AS "type", count(DISTINCT s."id")::int AS "heard"
      FROM "Place" place JOIN within ON within.outer_id = place."id"
      JOIN "SubmissionPlace" named ON named."placeId" = within.inner_id
      JOIN "Submission" s ON s."id" = named."submissionId"
      WHERE ${live} AND s."organisationType" IS NOT NULL GROUP BY 1, 2`,
    db.$queryRaw<DayCount[]>`
      SELECT to_char(s."submittedAt" AT TIME ZONE 'Europe/London', 'YYYY-MM-DD') AS "day", count(*)::int AS "heard"
      FROM "Submission" s WHERE ${live} AND s."submittedAt" IS NOT NULL GROUP BY 1 ORDER BY 1`,
  ])
  return {
    responses: heard.submissions,
    organisations: organisations[0]?.count ?? 0,
    campaign: campaign[0] ?? { senders: 0, texts: 0 },
    PLACE: heard.places,
    TYPE: byKey(types),
    THEME: byKey(themes),
    COMMUNITY: byKey(communities),
    together,
    days,
  }
}

function byKey(counts: Count[]): Record<string, number> {
  return Object.fromEntries(counts.map(({ key, heard }) => [key, heard]))
}

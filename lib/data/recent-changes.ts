import { unmerged } from '@/lib/data/merging'
import { openCodingsSql, openComments, standingSql } from '@/lib/data/open-work'
import { db } from '@/lib/db'
import { deedInWords } from '@/lib/domain/audit-sentence'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'

/** What somebody else did to a submission that is assigned to the viewer, in words. The time is an ISO string. */
export type ChangeView = { at: string; who: string; what: string; reference: string; title: string }

/** Told as they stand in the audit trail. Codings and comments are not among them: who may know of those, their own tables say. */
const told = [
  ...['submission.assign', 'submission.unassign', 'submission.move', 'submission.decide', 'submission.correct'],
  ...['submission.merge', 'submission.unmerge', 'submission.settleCorrection', 'submission.language', 'consent.change'],
]

const shown = 12
const since = 21 * 86_400_000

/**
 * The last that colleagues and respondents did to the viewer's submissions in three weeks, the newest first: without what is
 * coded or written blind.
 */
export async function recentChanges(viewer: Viewer, callId: string): Promise<ChangeView[]> {
  if (!may(viewer, 'listSubmissions')) return []
  const mine = await db.submission.findMany({
    where: { callId, status: 'SUBMITTED', assignments: { some: { personId: viewer.id } }, ...unmerged },
    select: { id: true, reference: true, title: true },
    orderBy: { updatedAt: 'desc' },
    take: 1_000,
  })
  const ids = mine.map(({ id }) => id)
  if (ids.length === 0) return []
  const after = new Date(Date.now() - since)
  const parts = await Promise.all([
    readDeeds(viewer, ids, after),
    readCodings(viewer, ids, after),
    readComments(viewer, ids, after),
  ])
  const named = new Map(mine.map(submission => [submission.id, submission]))
  return parts
    .flat()
    .toSorted((one, other) => other.at.getTime() - one.at.getTime())
    .slice(0, shown)
    .map(({ at, who, what, submissionId }) => ({
      at: at.toISOString(),
      who,
      what,
      reference: named.get(submissionId)?.reference ?? '',
      title: named.get(submissionId)?.title ?? '',
    }))
}

type Change = { at: Date; who: string; what: string; submissionId: string }

async function readDeeds(viewer: Viewer, ids: string[], after: Date): Promise<Change[]> {
  const entries = await db.auditEntry.findMany({
    where: {
      thingKind: 'submission',
      thingId: { in: ids },
      action: { in: told },
      at: { gt: after },
      OR: [{ actorId: null }, { actorId: { not: viewer.id } }],
    },
    orderBy: { id: 'desc' },
    take: shown,
    select: { at: true, actorId: true, actorKind: true, action: true, thingId: true },
  })
  const people = await db.person.findMany({
    where: { id: { in: entries.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return entries.map(({ at, actorId, actorKind, action, thingId }) => ({
    at,
    who: names.get(actorId ?? '') ?? (actorKind === 'respondent' ? 'The respondent' : 'The portal'),
    what: deedInWords(action),
    submissionId: thingId,
  }))
}

async function readCodings(viewer: Viewer, ids: string[], after: Date): Promise<Change[]> {
  const rows = await db.$queryRaw<{ at: Date; who: string; count: number; submissionId: string }[]>`
    SELECT max(c."createdAt") AS "at", p."name" AS "who", count(*)::int AS "count", s."id" AS "submissionId"
    FROM "Submission" s JOIN "Coding" c ON c."submissionId" = s."id" JOIN "Person" p ON p."id" = c."personId"
    WHERE s."id" = ANY(${ids}::uuid[]) AND c."personId" <> ${viewer.id}::uuid AND c."createdAt" > ${after}::timestamptz
      AND ${standingSql} AND ${openCodingsSql(viewer)}
    GROUP BY s."id", p."id" ORDER BY 1 DESC LIMIT ${shown}`
  return rows.map(({ count, ...row }) => ({ ...row, what: count === 1 ? 'made 1 coding' : `made ${count} codings` }))
}

async function readComments(viewer: Viewer, ids: string[], after: Date): Promise<Change[]> {
  const rows = await db.comment.findMany({
    where: {
      AND: [
        openComments(viewer),
        { submissionId: { in: ids }, authorId: { not: viewer.id }, createdAt: { gt: after } },
      ],
    },
    orderBy: { createdAt: 'desc' },
    take: shown,
    select: { createdAt: true, submissionId: true, author: { select: { name: true } } },
  })
  return rows.map(({ createdAt, submissionId, author }) => ({
    at: createdAt,
    who: author.name,
    what: 'wrote a comment',
    submissionId,
  }))
}

import { createHash } from 'node:crypto'

import { recordAll, record } from '@/lib/data/audit'
import { openWork } from '@/lib/data/coding-plan'
import { doubleUp } from '@/lib/data/double-coding'
import { tellLiveOfMany } from '@/lib/data/live-events'
import { standsForItself } from '@/lib/data/merging'
import { db, type Transaction } from '@/lib/db'
import { drawAssignments, type Draw, type DrawInput, type Waiting } from '@/lib/domain/assignment-draw'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { ok, refused, refusedAt, type Result } from '@/lib/result'
import { Prisma } from '@/prisma/generated/client'

/** Somebody who can take part in a draw, with what they have open. */
export type DrawPersonView = { id: string; name: string; team: string; lead: boolean; open: number }

/** What a lead sees before a draw. `waiting`: not assigned, and nobody has coded it; `coded`: not assigned, but coded. */
export type AssigningView = {
  waiting: number
  coded: number
  people: DrawPersonView[]
  /** The last draws, the newest first. Times are ISO strings. */
  draws: { id: string; at: string; by: string; share: number; seed: string; assigned: number; doubled: number }[]
}

/** What a draw would do. `digest` stands for all of it: the same draw is done, or none. */
export type DrawPreview = {
  digest: string
  assigned: number
  doubled: number
  /** Fewer than the share are coded by two, because no two may have them. */
  short: number
  /** Nobody who takes part may have these. */
  left: number
  /** By team, then name: what each gets, how much of it with a second coder, and what is open then. */
  people: { id: string; name: string; team: string; given: number; doubled: number; open: number }[]
}

const notYours = 'Only a lead assigns by rule.'
const shownDraws = 5

/** Reads what waits for somebody; null for who may not assign it. */
export async function readAssigning(viewer: Viewer, callId: string): Promise<AssigningView | null> {
  if (!may(viewer, 'planCoding')) return null
  const [counts, people, draws] = await Promise.all([
    db.$queryRaw<{ coded: boolean; count: number }[]>`
      SELECT ${isCoded} AS "coded", count(*)::int AS "count" FROM "Submission" s WHERE ${unassigned(callId)} GROUP BY 1`,
    readPeople(db),
    db.codingDraw.findMany({
      where: { callId },
      select: {
        id: true,
        createdAt: true,
        share: true,
        seed: true,
        assigned: true,
        doubled: true,
        person: { select: { name: true } },
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: shownDraws,
    }),
  ])
  const countOf = (coded: boolean) => counts.find(row => row.coded === coded)?.count ?? 0
  return {
    waiting: countOf(false),
    coded: countOf(true),
    people,
    draws: draws.map(({ createdAt, person, ...draw }) => ({ ...draw, at: createdAt.toISOString(), by: person.name })),
  }
}

/** What a draw would do now; nothing is written. */
export async function previewDraw(viewer: Viewer, callId: string, input: DrawInput): Promise<Result<DrawPreview>> {
  if (!may(viewer, 'planCoding')) return refused(notYours)
  const drawn = await drawNow(db, callId, input)
  return drawn.ok ? ok(previewOf(drawn.value)) : drawn
}

/**
 * Assigns what waits, all or nothing, and keeps the draw. Refused where it would not be what `digest` stands for: a
 * submission arrived, or somebody was assigned, since that was looked at.
 */
export function assignByRule(
  viewer: Viewer,
  callId: string,
  input: DrawInput & { digest: string },
): Promise<Result<{ assigned: number; doubled: number }>> {
  return db.$transaction(
    async tx => {
      if (!may(viewer, 'planCoding')) return refused(notYours)
      await tx.$queryRaw`
        SELECT 1 FROM "Submission" s WHERE ${unassigned(callId)} AND NOT ${isCoded} ORDER BY s."id" FOR NO KEY UPDATE OF s`
      const drawn = await drawNow(tx, callId, input)
      if (!drawn.ok) return drawn
      const preview = previewOf(drawn.value)
      if (preview.digest !== input.digest)
        return refused('Something changed since you looked at this draw. Look at it again, then assign.')
      if (preview.assigned === 0) return refused('There is nothing to assign.')
      await write(tx, viewer, callId, { input, drawn: drawn.value, preview })
      return ok({ assigned: preview.assigned, doubled: preview.doubled })
    },
    { timeout: 60_000 },
  )
}

type Drawn = { draw: Draw; people: DrawPersonView[] }

async function drawNow(tx: Transaction, callId: string, input: DrawInput): Promise<Result<Drawn>> {
  const people = (await readPeople(tx)).filter(({ id }) => input.people.includes(id))
  if (people.length !== input.people.length) return refusedAt('people', 'Select who takes part')
  const submissions = await tx.$queryRaw<Waiting[]>`
    SELECT s."id", coalesce((SELECT array_agg(i."personId"::text) FROM "ConflictOfInterest" i
      WHERE i."submissionId" = s."id"), '{}') AS "conflicts"
    FROM "Submission" s WHERE ${unassigned(callId)} AND NOT ${isCoded}`
  const given = people.map(({ id, team, open }) => ({ id, teamId: team, open }))
  return ok({ draw: drawAssignments({ submissions, people: given }, input), people })
}

function previewOf({ draw, people }: Drawn): DrawPreview {
  const rows = new Map(people.map(({ lead: _, ...person }) => [person.id, { ...person, given: 0, doubled: 0 }]))
  for (const { personIds } of draw.assigned)
    for (const id of personIds) {
      const row = rows.get(id)
      if (!row) continue
      row.given += 1
      row.open += 1
      if (personIds.length > 1) row.doubled += 1
    }
  return {
    digest: createHash('sha256').update(JSON.stringify(draw.assigned)).digest('hex').slice(0, 32),
    assigned: draw.assigned.length,
    doubled: draw.assigned.filter(({ personIds }) => personIds.length > 1).length,
    short: draw.short,
    left: draw.left.length,
    people: [...rows.values()],
  }
}

type Writing = { input: DrawInput; drawn: Drawn; preview: DrawPreview }

async function write(tx: Transaction, viewer: Viewer, callId: string, { input, drawn, preview }: Writing) {
  const { assigned, doubled } = preview
  const { share, seed } = input
  const draw = await tx.codingDraw.create({
    data: { callId, personId: viewer.id, share, seed, assigned, doubled },
    select: { id: true },
  })
  const [pairs, singles] = [
    drawn.draw.assigned.filter(({ personIds }) => personIds.length > 1),
    drawn.draw.assigned.filter(({ personIds }) => personIds.length === 1),
  ]
  await doubleUp(tx, pairs)
  await tx.assignment.createMany({
    data: singles.flatMap(({ submissionId, personIds }) => personIds.map(personId => ({ submissionId, personId }))),
  })
  await record(tx, {
    actor: viewer,
    action: 'submission.draw',
    thing: { kind: 'codingDraw', id: draw.id },
    callId,
    details: { share, assigned, doubled },
  })
  await recordAll(
    tx,
    drawn.draw.assigned.map(({ submissionId, personIds }) => ({
      actor: viewer,
      action: personIds.length > 1 ? 'submission.codeByTwo' : 'submission.assign',
      thing: { kind: 'submission', id: submissionId },
      callId,
      details: { personIds, drawId: draw.id },
    })),
  )
  await tellLiveOfMany(
    tx,
    drawn.draw.assigned.map(({ submissionId }) => ({
      kind: 'progress',
      submissionId,
      actorId: viewer.id,
      hidden: false,
    })),
  )
}

/** Of `"Submission" s`: nobody is assigned to it, and its coding is not over. */
function unassigned(callId: string): Prisma.Sql {
  return Prisma.sql`s."callId" = ${callId}::uuid AND s."status" = 'SUBMITTED' AND s."stage" IN ('NEW', 'CODING')
    AND s."doubleCodedAt" IS NULL AND ${standsForItself}
    AND NOT EXISTS (SELECT 1 FROM "Assignment" a WHERE a."submissionId" = s."id")`
}

/** Of `"Submission" s`: somebody coded it, in the open, since it is nobody's. */
const isCoded = Prisma.sql`EXISTS (
  SELECT 1 FROM "Coding" c WHERE c."submissionId" = s."id" AND c."removedAt" IS NULL AND c."lostAt" IS NULL)`

async function readPeople(tx: Transaction): Promise<DrawPersonView[]> {
  const people = await tx.person.findMany({
    where: { disabledAt: null, teamId: { not: null }, role: { in: ['RESEARCHER', 'LEAD'] } },
    select: {
      id: true,
      name: true,
      role: true,
      team: { select: { short: true } },
      _count: { select: { assignments: { where: openWork } } },
    },
    orderBy: [{ team: { name: 'asc' } }, { name: 'asc' }, { id: 'asc' }],
  })
  return people.map(({ id, name, role, team, _count }) => ({
    id,
    name,
    team: team?.short ?? '',
    lead: role === 'LEAD',
    open: _count.assignments,
  }))
}

import { record } from '@/lib/data/audit'
import { ableToCode, coderOrder } from '@/lib/data/coding-plan'
import { tellLive } from '@/lib/data/live-events'
import { lockSubmission, noSuchSubmission } from '@/lib/data/live-submission'
import { db } from '@/lib/db'
import type { TeamRef, Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { ok, refused, refusedAt, type Result } from '@/lib/result'

/** Somebody who works, or may work, on a submission. `removable` says whether the viewer may take them off. */
export type AssigneeView = { id: string; name: string; team: string; removable: boolean }

/** The same of somebody who is assigned: whether they are one of two, and have finished. Nothing of what they did. */
export type AssignedView = AssigneeView & { double: boolean; finished: boolean; disabled: boolean }

const shown = { id: true, name: true, teamId: true, team: { select: { short: true } } } as const

type ShownRow = { id: string; name: string; teamId: string | null; team: { short: string } | null }

function viewOf(viewer: Viewer, person: ShownRow): AssigneeView {
  return {
    id: person.id,
    name: person.name,
    team: person.team?.short ?? '',
    removable: may(viewer, 'assignSubmission', { status: 'SUBMITTED', assignee: person }),
  }
}

/** The research teams, by name. None for who may see neither submissions nor accounts. */
export async function listTeams(viewer: Viewer): Promise<TeamRef[]> {
  if (!may(viewer, 'listSubmissions') && !may(viewer, 'managePeople')) return []
  return db.team.findMany({ select: { id: true, name: true, short: true }, orderBy: { name: 'asc' } })
}

/** Whom the viewer may assign: leads anyone of the teams, researchers their own team. By team, then name. */
export async function listAssignable(viewer: Viewer): Promise<AssigneeView[]> {
  const people = await db.person.findMany({
    where: { disabledAt: null, teamId: { not: null } },
    select: shown,
    orderBy: [{ team: { name: 'asc' } }, { name: 'asc' }],
  })
  return people.map(person => viewOf(viewer, person)).filter(person => person.removable)
}

/** Who works on a live submission, in the order in which they came to it; no one where it is not the viewer's. */
export async function listAssignees(viewer: Viewer, reference: string): Promise<AssignedView[]> {
  if (!may(viewer, 'readSubmission', { status: 'SUBMITTED' })) return []
  const rows = await db.assignment.findMany({
    where: { submission: { reference, status: 'SUBMITTED' } },
    select: { double: true, doneAt: true, person: { select: { ...shown, disabledAt: true } } },
    orderBy: coderOrder,
  })
  return rows.map(({ double, doneAt, person }) => {
    const view = viewOf(viewer, person)
    const removable = view.removable && !double
    return { ...view, removable, double, finished: doneAt !== null, disabled: person.disabledAt !== null }
  })
}

/**
 * Gives a submission to somebody, or takes it from them. Doing it twice changes nothing. Nobody is given one that they
 * declared a conflict of interest on; who the two are that code one blind is for `lib/data/double-coding.ts`.
 */
export function assignSubmission(
  viewer: Viewer,
  input: { reference: string; personId: string; assigned: boolean },
): Promise<Result> {
  return db.$transaction(async tx => {
    const submission = await lockSubmission(tx, input.reference)
    if (!submission || !may(viewer, 'readSubmission', submission)) return refused(noSuchSubmission)
    const person = await tx.person.findUnique({
      where: { id: input.personId },
      select: { id: true, teamId: true },
    })
    const allowed = person && may(viewer, 'assignSubmission', { status: submission.status, assignee: person })
    const where = { id: input.personId, ...ableToCode(submission.id) }
    if (!allowed || (input.assigned && !(await tx.person.findFirst({ where, select: { id: true } }))))
      return refusedAt('personId', 'Select a person of your team')
    const { doubleCodedAt } = await tx.submission.findUniqueOrThrow({
      where: { id: submission.id },
      select: { doubleCodedAt: true },
    })
    if (doubleCodedAt) return refused('Two people code this submission. A lead says who they are.')
    const key = { submissionId: submission.id, personId: person.id }
    const { count } = input.assigned
      ? await tx.assignment.createMany({ data: [key], skipDuplicates: true })
      : await tx.assignment.deleteMany({ where: key })
    if (count > 0) {
      await record(tx, {
        actor: viewer,
        action: input.assigned ? 'submission.assign' : 'submission.unassign',
        thing: { kind: 'submission', id: submission.id },
        callId: submission.callId,
        details: { personId: person.id },
      })
      await tellLive(tx, { kind: 'progress', submissionId: submission.id, actorId: viewer.id, hidden: false })
    }
    return ok()
  })
}

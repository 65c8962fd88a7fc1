import { listAssignees, type AssignedView } from '@/lib/data/assignments'
import { ableToCode, planOf, settlingRefusal } from '@/lib/data/coding-plan'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { readReference } from '@/lib/domain/reference'

type Named = { id: string; name: string; team: string }

/** Who codes a submission, as this viewer may know it. Of the two who code one blind: that they have finished, and nothing else. */
export type CodingPlanView = {
  double: boolean
  blind: boolean
  assigned: AssignedView[]
  /** Where the viewer is one of them. */
  own: { finished: boolean; mayTakeBack: boolean } | null
  /** What the viewer declared. */
  interest: { reason: string } | null
  /** For leads: everything that was declared, and who can be given a place; null for others. */
  lead: { interests: { name: string; team: string; reason: string }[]; candidates: Named[]; mayDouble: boolean } | null
  maySettle: boolean
  /** Whom a conflict of interest keeps from being assigned. */
  conflicted: string[]
}

/** Reads who codes a live submission; null where it is not the viewer's. */
export async function readCodingPlan(viewer: Viewer, typed: string): Promise<CodingPlanView | null> {
  const reference = readReference(typed)
  const found =
    reference &&
    (await db.submission.findUnique({ where: { reference }, select: { id: true, status: true, stage: true } }))
  if (!reference || !found || !may(viewer, 'readSubmission', found)) return null
  const leads = may(viewer, 'planCoding')
  const [plan, assigned, interests, candidates, refusal] = await Promise.all([
    planOf(db, found.id),
    listAssignees(viewer, reference),
    db.conflictOfInterest.findMany({
      where: { submissionId: found.id },
      select: { personId: true, reason: true, person: { select: { name: true, team: { select: { short: true } } } } },
      orderBy: { declaredAt: 'asc' },
    }),
    leads
      ? db.person.findMany({
          where: ableToCode(found.id),
          select: { id: true, name: true, team: { select: { short: true } } },
          orderBy: [{ team: { name: 'asc' } }, { name: 'asc' }],
        })
      : [],
    settlingRefusal(db, viewer, found),
  ])
  const own = assigned.find(({ id }) => id === viewer.id)
  const declared = interests.find(({ personId }) => personId === viewer.id)
  return {
    double: plan.double,
    blind: plan.blind,
    assigned,
    own: own ? { finished: own.finished, mayTakeBack: found.stage !== 'SETTLED' && (!own.double || plan.blind) } : null,
    interest: declared ? { reason: declared.reason } : null,
    lead: leads
      ? {
          interests: interests.map(({ reason, person }) => ({
            name: person.name,
            team: person.team?.short ?? '',
            reason,
          })),
          candidates: candidates.map(({ id, name, team }) => ({ id, name, team: team?.short ?? '' })),
          mayDouble: !plan.double && (found.stage === 'NEW' || found.stage === 'CODING'),
        }
      : null,
    maySettle: refusal === null,
    conflicted: interests.map(({ personId }) => personId),
  }
}

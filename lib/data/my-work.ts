import { unmerged } from '@/lib/data/merging'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import type { Stage } from '@/lib/domain/submission'
import type { Prisma } from '@/prisma/generated/client'

type Study = { id: string; title: string }

/** What waits for somebody. A part is null where it is none of their business. */
export type MyWork = {
  /** Submissions assigned to the viewer that are not settled, the longest waiting first. */
  assigned: { reference: string; title: string; stage: Stage }[] | null
  /** Of the assigned ones those that the viewer codes as one of two and has not finished. */
  toFinish: { reference: string; title: string; stage: Stage }[]
  byStage: { stage: Stage; count: number }[]
  /** How many submissions nobody has begun to code. */
  fresh: number | null
  /** Case studies of other teams that this team has not said anything about in their present version. */
  toReview: Study[] | null
  /** Case studies of this team that a reviewer wants changed. */
  toChange: Study[] | null
  /** For leads: how many submissions are coded and not settled, and which case studies are approved and not published. */
  toSettle: number | null
  toPublish: Study[] | null
  /** How many responses wait in the quarantine. */
  heldBack: number | null
  failedMail: number | null
}

const shown = 10

/** Reads what waits for the viewer in one call. */
export async function getMyWork(viewer: Viewer, callId: string): Promise<MyWork> {
  const researches = may(viewer, 'listSubmissions')
  const teamId = viewer.team?.id
  const live = { callId, status: 'SUBMITTED', ...unmerged } as const
  const mine = { ...live, assignments: { some: { personId: viewer.id } } }
  const authoredHere = { some: { person: { teamId: teamId ?? null } } }
  const leads = viewer.role === 'LEAD'
  const [assigned, toFinish, byStage, fresh, toReview, toChange, toSettle, toPublish, heldBack, failedMail] =
    await Promise.all([
      researches ? readAssigned(mine) : null,
      researches ? readAssigned({ ...live, assignments: { some: unfinished(viewer) } }) : [],
      researches ? db.submission.groupBy({ by: ['stage'], where: mine, _count: true }) : [],
      researches ? db.submission.count({ where: { ...live, stage: 'NEW' } }) : null,
      researches && teamId ? readReviews(callId, teamId) : null,
      researches && teamId ? readStudies({ callId, status: 'CHANGES_REQUESTED', authors: authoredHere }) : null,
      leads ? db.submission.count({ where: { ...live, stage: 'CODED' } }) : null,
      leads ? readStudies({ callId, status: 'APPROVED' }) : null,
      may(viewer, 'readQuarantine') ? db.submission.count({ where: { callId, status: 'QUARANTINED' } }) : null,
      may(viewer, 'readMail') ? db.mail.count({ where: { status: 'FAILED' } }) : null,
    ])
  return {
    assigned,
    toFinish,
    byStage: byStage.map(({ stage, _count }) => ({ stage, count: _count })),
    fresh,
    toReview,
    toChange,
    toSettle,
    toPublish,
    heldBack,
    failedMail,
  }
}

const unfinished = (viewer: Viewer) => ({ personId: viewer.id, double: true, doneAt: null })

async function readAssigned(mine: Prisma.SubmissionWhereInput) {
  const rows = await db.submission.findMany({
    where: { ...mine, stage: { not: 'SETTLED' } },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    take: shown,
    select: { reference: true, title: true, stage: true },
  })
  return rows.flatMap(({ reference, title, stage }) => (reference ? { reference, title: title ?? '', stage } : []))
}

type Wanted = { callId: string; status: 'CHANGES_REQUESTED' | 'APPROVED'; authors?: object }

function readStudies(where: Wanted): Promise<Study[]> {
  return db.caseStudy.findMany({ where, orderBy: { updatedAt: 'asc' }, take: shown, select: { id: true, title: true } })
}

async function readReviews(callId: string, teamId: string): Promise<Study[]> {
  const studies = await db.caseStudy.findMany({
    where: { callId, status: 'IN_REVIEW', authors: { none: { person: { teamId } } } },
    orderBy: { updatedAt: 'asc' },
    select: { id: true, title: true, version: true, reviews: { where: { teamId }, select: { version: true } } },
  })
  return studies
    .filter(study => study.reviews.every(review => review.version !== study.version))
    .slice(0, shown)
    .map(({ id, title }) => ({ id, title }))
}

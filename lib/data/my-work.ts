import { unmerged } from '@/lib/data/merging'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import type { Stage } from '@/lib/domain/submission'
import type { Prisma } from '@/prisma/generated/client'

type Study = { id: string; title: string }

/** A submission that waits for somebody. */
export type WaitingView = { reference: string; title: string; stage: Stage }

/** What waits for somebody. A part is null where it is none of their business. */
export type MyWork = {
  /** Submissions that are the viewer's alone to code, and that they have not finished; the longest waiting first, as in all lists. */
  toCode: WaitingView[] | null
  /** What the viewer has finished, and nobody has settled. */
  finished: WaitingView[]
  /** Submissions that the viewer codes as one of two, and has not finished. */
  toFinish: WaitingView[]
  /** For leads: double codings that both have finished and that the viewer may settle. */
  toCompare: WaitingView[]
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
  const own = { personId: viewer.id }
  const mine = { ...live, assignments: { some: own } }
  const authoredHere = { some: { person: { teamId: teamId ?? null } } }
  const leads = viewer.role === 'LEAD'
  const [
    toCode,
    finished,
    toFinish,
    toCompare,
    byStage,
    fresh,
    toReview,
    toChange,
    toSettle,
    toPublish,
    heldBack,
    failedMail,
  ] = await Promise.all([
    researches ? readWaiting({ ...live, assignments: { some: { ...own, doneAt: null, double: false } } }) : null,
    researches ? readWaiting({ ...live, assignments: { some: { ...own, doneAt: { not: null } } } }) : [],
    researches ? readWaiting({ ...live, assignments: { some: { ...own, doneAt: null, double: true } } }) : [],
    leads ? readWaiting({ ...live, ...bothFinished(viewer) }) : [],
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
    toCode,
    finished,
    toFinish,
    toCompare,
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

/**
 * What the viewer codes next: the longest waiting of their submissions that they have not finished, other than the one
 * they have before them; null where nothing is left.
 */
export async function getNextToCode(viewer: Viewer, callId: string, reference: string): Promise<WaitingView | null> {
  if (!may(viewer, 'listSubmissions')) return null
  const [next] = await readWaiting({
    ...{ callId, status: 'SUBMITTED', ...unmerged },
    reference: { not: reference },
    assignments: { some: { personId: viewer.id, doneAt: null } },
  })
  return next ?? null
}

/** What a lead may settle, as `settlingRefusal` says it of one. */
const bothFinished = (viewer: Viewer) => ({
  stage: 'CODED' as const,
  doubleCodedAt: { not: null },
  blind: false,
  assignments: { none: { personId: viewer.id, double: true } },
  interests: { none: { personId: viewer.id } },
})

async function readWaiting(these: Prisma.SubmissionWhereInput) {
  const rows = await db.submission.findMany({
    where: { stage: { not: 'SETTLED' }, ...these },
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

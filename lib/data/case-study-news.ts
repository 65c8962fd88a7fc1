import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import type { Prisma } from '@/prisma/generated/client'

/** A case study that waits for somebody, and why in a few words. */
export type CaseStudyNews = { id: string; title: string; what: string }

const shown = 10

/**
 * What respondents and the clock brought to the case studies of the viewer's team (for leads: to all): answers on what
 * they were shown, evidence or consents taken back, plans that came to nothing. Empty for who does no research.
 */
export async function listCaseStudyNews(viewer: Viewer, callId: string): Promise<CaseStudyNews[]> {
  if (!may(viewer, 'listCaseStudies')) return []
  const ours: Prisma.CaseStudyWhereInput = {
    callId,
    ...(viewer.role === 'LEAD' ? {} : { authors: { some: { person: { teamId: viewer.team?.id ?? null } } } }),
  }
  const [answered, tookBack, plans] = await Promise.all([readAnswered(ours), readTookBack(ours), readPlans(ours)])
  return [...plans, ...tookBack, ...answered].slice(0, shown)
}

const words = {
  YES: 'A respondent has said yes to it.',
  CHANGE: 'A respondent has asked for a change.',
  NO: 'A respondent has said no to it.',
} as const

async function readAnswered(ours: Prisma.CaseStudyWhereInput): Promise<CaseStudyNews[]> {
  const studies = await db.caseStudy.findMany({
    where: { ...ours, status: { in: ['IN_REVIEW', 'APPROVED', 'DRAFT', 'CHANGES_REQUESTED'] } },
    select: {
      id: true,
      title: true,
      version: true,
      showings: { where: { how: 'page' }, select: { version: true, answer: true }, orderBy: { answeredAt: 'desc' } },
    },
    orderBy: { updatedAt: 'desc' },
  })
  return studies.flatMap(({ id, title, version, showings }) => {
    const answer = showings.find(showing => showing.version === version)?.answer
    return answer ? [{ id, title, what: words[answer] }] : []
  })
}

async function readTookBack(ours: Prisma.CaseStudyWhereInput): Promise<CaseStudyNews[]> {
  const refused = { kind: 'PUBLISH', answer: 'NO', supersededAt: null } as const
  const submission: Prisma.SubmissionWhereInput = { OR: [{ status: 'WITHDRAWN' }, { consents: { some: refused } }] }
  const studies = await db.caseStudy.findMany({
    where: { ...ours, status: { not: 'WITHDRAWN' }, sources: { some: { submission } } },
    select: { id: true, title: true },
    orderBy: { updatedAt: 'desc' },
    take: shown,
  })
  return studies.map(study => ({ ...study, what: 'A respondent has taken back evidence that it rests on.' }))
}

async function readPlans(ours: Prisma.CaseStudyWhereInput): Promise<CaseStudyNews[]> {
  const plans = await db.publicationPlan.findMany({
    where: { refusal: { not: null }, caseStudy: ours },
    select: { caseStudy: { select: { id: true, title: true } } },
    orderBy: { at: 'desc' },
    take: shown,
  })
  return plans.map(({ caseStudy }) => ({ ...caseStudy, what: 'It was not published at the time that was set.' }))
}

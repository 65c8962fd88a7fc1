import { recordInclude } from '@/lib/data/case-study-record'
import { releasedFields } from '@/lib/data/releases'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { readReviewed, reviewedWords, whatChanged, type FieldChange } from '@/lib/domain/what-changed'

/** What changed in a case study since somebody reviewed it. */
export type ReviewChanges = {
  reviewer: string
  verdict: 'APPROVE' | 'REQUEST_CHANGES'
  createdAt: Date
  changes: FieldChange[]
}

/** The words that changed since a review; null where there is no such review, or where what was read was not kept. */
export async function readReviewChanges(
  viewer: Viewer,
  caseStudyId: string,
  reviewId: string,
): Promise<ReviewChanges | null> {
  if (!may(viewer, 'readCaseStudy')) return null
  const [study, review] = await Promise.all([
    db.caseStudy.findUnique({ where: { id: caseStudyId }, include: recordInclude }),
    db.review.findFirst({
      where: { id: reviewId, caseStudyId },
      select: { verdict: true, createdAt: true, reviewed: true, reviewer: { select: { name: true } } },
    }),
  ])
  const before = readReviewed(review?.reviewed)
  if (!study || !review || !before) return null
  const { verdict, createdAt, reviewer } = review
  const changes = whatChanged(before, reviewedWords(releasedFields(study)))
  return { reviewer: reviewer.name, verdict, createdAt, changes }
}

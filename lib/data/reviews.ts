import {
  approvalsOf,
  changedMeanwhile,
  lockCaseStudy,
  noSuchCaseStudy,
  otherTeams,
  recordDeed,
  studyOf,
  type CaseStudyRecord,
} from '@/lib/data/case-study-record'
import { undecided } from '@/lib/data/redaction-record'
import { releaseByApproval } from '@/lib/data/redactions'
import { consentRefusal, releasedFields, writeRelease } from '@/lib/data/releases'
import { tellSearchersLater } from '@/lib/data/search-mails'
import { db, type Transaction } from '@/lib/db'
import {
  approvalsNeeded,
  missingForReview,
  tooFewTeams,
  writtenOf,
  type CaseStudyDeedInput,
  type CaseStudyStatus,
  type ReviewInput,
} from '@/lib/domain/case-study'
import { statusAfter } from '@/lib/domain/case-study-states'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { reviewedWords } from '@/lib/domain/what-changed'
import { ok, refused, refusedAt, type Result } from '@/lib/result'

/** Sends a whole case study, which consent allows, to the reviewers of other teams. */
export async function sendForReview(viewer: Viewer, input: CaseStudyDeedInput): Promise<Result> {
  return db.$transaction(async tx => {
    const study = await lockCaseStudy(tx, input.id)
    if (!study || !may(viewer, 'readCaseStudy')) return refused(noSuchCaseStudy)
    const status = statusAfter(study.status, 'sendForReview')
    if (!status) return refused('This case study has been sent for review already.')
    if (!may(viewer, 'sendForReview', studyOf(study)))
      return refused('Only its authors’ teams and leads can send this case study for review.')
    if (study.version !== input.version) return refused(changedMeanwhile)
    const missing = missingForReview({ ...writtenOf(study), places: study.places, themes: study.prompts })
    if (Object.keys(missing).length > 0)
      return refused('There is something to add before others can review it.', missing)
    const refusal = consentRefusal(study)
    if (refusal) return refused(refusal.message, refusal.field ? { [refusal.field]: [refusal.message] } : undefined)
    const waiting = undecided(study)
    if (waiting) return refused(waiting)
    const others = await otherTeams(tx, studyOf(study).authorTeamIds)
    const tooFew = tooFewTeams(others, study.outsideReaders.length)
    if (tooFew) return refused(tooFew)
    await tx.caseStudy.update({ where: { id: study.id }, data: { status } })
    await recordDeed(tx, viewer, 'caseStudy.sendForReview', study)
    return ok()
  })
}

/**
 * A reviewer's word on the version they read; a second word replaces their first. The approval that makes two other teams
 * approves the case study, and makes what readers get. Answers the status that follows.
 */
export async function reviewCaseStudy(
  viewer: Viewer,
  input: ReviewInput,
): Promise<Result<{ status: CaseStudyStatus }>> {
  return db.$transaction(async tx => {
    const study = await lockCaseStudy(tx, input.id)
    if (!study || !viewer.team || !may(viewer, 'readCaseStudy')) return refused(noSuchCaseStudy)
    if (study.status !== 'IN_REVIEW') return refused('This case study is not in review.')
    if (!may(viewer, 'reviewCaseStudy', studyOf(study)))
      return refused('Your team wrote this case study: only people of other teams can review it.')
    if (study.version !== input.version) return refused(changedMeanwhile)
    if (input.verdict === 'REQUEST_CHANGES' && !input.note && !(await hasCommented(tx, viewer, study)))
      return refusedAt('note', 'Enter what should change')
    const refusal = input.verdict === 'APPROVE' ? consentRefusal(study) : null
    if (refusal) return refused(refusal.message)
    const waits = input.verdict === 'APPROVE' ? await releaseByApproval(tx, viewer, study) : null
    if (waits) return refused(waits)

    const word = {
      verdict: input.verdict,
      note: input.note,
      teamId: viewer.team.id,
      createdAt: new Date(),
      reviewed: reviewedWords(releasedFields(study)),
    }
    const key = { caseStudyId: study.id, version: study.version, reviewerId: viewer.id }
    await tx.review.upsert({
      where: { caseStudyId_version_reviewerId: key },
      create: { ...key, ...word },
      update: word,
    })
    const status = await takeWord(tx, study, input.verdict)
    const deed = input.verdict === 'APPROVE' ? 'caseStudy.approve' : 'caseStudy.requestChanges'
    await recordDeed(tx, viewer, deed, study, { to: status })
    return ok({ status })
  })
}

/** What a reviewer's word makes of a case study, once it is written down. The approval that makes two makes what readers get. */
export async function takeWord(
  tx: Transaction,
  study: CaseStudyRecord,
  verdict: ReviewInput['verdict'],
): Promise<CaseStudyStatus> {
  const { authorTeamIds } = studyOf(study)
  const reviews = await tx.review.findMany({ where: { caseStudyId: study.id, version: study.version } })
  const outsideReaders = await tx.outsideReader.findMany({
    where: { caseStudyId: study.id },
    include: { namedBy: { select: { name: true } } },
  })
  const others = await otherTeams(tx, authorTeamIds)
  const approvals = approvalsOf({ ...study, outsideReaders }, reviews, authorTeamIds, others)
  const event = eventOf(verdict, approvals)
  const status = statusAfter(study.status, event) ?? study.status
  if (event === 'lastApproval') {
    await writeRelease(tx, study)
    await tellSearchersLater(tx, study.callId)
  }
  await tx.caseStudy.update({ where: { id: study.id }, data: { status } })
  return status
}

/** Whether a reviewer has said at a passage of this version what should change. */
async function hasCommented(tx: Transaction, viewer: Viewer, study: CaseStudyRecord): Promise<boolean> {
  const where = { caseStudyId: study.id, version: study.version, authorId: viewer.id, parentId: null }
  return (await tx.passageComment.count({ where })) > 0
}

function eventOf(verdict: ReviewInput['verdict'], approvals: number) {
  if (verdict === 'REQUEST_CHANGES') return 'requestChanges'
  return approvals >= approvalsNeeded ? 'lastApproval' : 'approve'
}

import {
  askedToSeeIt,
  changedMeanwhile,
  lockCaseStudy,
  noSuchCaseStudy,
  otherTeams,
  recordDeed,
  studyOf,
} from '@/lib/data/case-study-record'
import { consentRefusal, writeRelease } from '@/lib/data/releases'
import { tellSearchersLater } from '@/lib/data/search-mails'
import { db } from '@/lib/db'
import {
  approvalsNeeded,
  approvingTeams,
  missingForReview,
  statusAfter,
  tooFewTeams,
  writtenOf,
  type CaseStudyDeedInput,
  type CaseStudyStatus,
  type RespondentsYesInput,
  type ReviewInput,
} from '@/lib/domain/case-study'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
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
    const others = await otherTeams(tx, studyOf(study).authorTeamIds)
    const tooFew = tooFewTeams(others)
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
    if (input.verdict === 'REQUEST_CHANGES' && !input.note) {
      return refusedAt('note', 'Enter what should change')
    }
    const refusal = input.verdict === 'APPROVE' ? consentRefusal(study) : null
    if (refusal) return refused(refusal.message)

    const word = { verdict: input.verdict, note: input.note, teamId: viewer.team.id, createdAt: new Date() }
    const key = { caseStudyId: study.id, version: study.version, reviewerId: viewer.id }
    await tx.review.upsert({
      where: { caseStudyId_version_reviewerId: key },
      create: { ...key, ...word },
      update: word,
    })
    const reviews = await tx.review.findMany({ where: { caseStudyId: study.id, version: study.version } })
    const approvals = approvingTeams(reviews, study.version, studyOf(study).authorTeamIds).length
    const event = eventOf(input.verdict, approvals)
    const status = statusAfter(study.status, event) ?? study.status
    if (event === 'lastApproval') {
      await writeRelease(tx, study)
      await tellSearchersLater(tx, study.callId)
    }
    await tx.caseStudy.update({ where: { id: study.id }, data: { status } })
    const deed = input.verdict === 'APPROVE' ? 'caseStudy.approve' : 'caseStudy.requestChanges'
    await recordDeed(tx, viewer, deed, study, { to: status })
    return ok({ status })
  })
}

/** Writes down that the respondent who asked to see it first has said yes to this version, when, and by which way. */
export async function recordRespondentsYes(viewer: Viewer, input: RespondentsYesInput): Promise<Result> {
  const on = new Date(`${input.on}T12:00:00Z`)
  if (on.getTime() > Date.now() + 12 * 3_600_000) {
    return refusedAt('on', 'The day on which they said yes must be today or in the past')
  }
  return db.$transaction(async tx => {
    const study = await lockCaseStudy(tx, input.id)
    if (!study || !may(viewer, 'readCaseStudy')) return refused(noSuchCaseStudy)
    if (!may(viewer, 'recordRespondentsYes', studyOf(study))) return refused('A withdrawn case study stays as it is.')
    if (askedToSeeIt(study) === 0) return refused('No respondent asked to see this case study first.')
    if (study.version !== input.version) return refused(changedMeanwhile)
    await tx.caseStudy.update({
      where: { id: study.id },
      data: { respondentYesTo: study.version, respondentYesAt: on },
    })
    await recordDeed(tx, viewer, 'caseStudy.respondentsYes', study, { how: input.how, on: input.on })
    return ok()
  })
}

function eventOf(verdict: ReviewInput['verdict'], approvals: number) {
  if (verdict === 'REQUEST_CHANGES') return 'requestChanges'
  return approvals >= approvalsNeeded ? 'lastApproval' : 'approve'
}

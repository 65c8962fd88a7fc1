import { writerElsewhere } from '@/lib/data/case-study-lock'
import {
  changedMeanwhile,
  lockCaseStudy,
  noSuchCaseStudy,
  publishAnswer,
  recordDeed,
  studyOf,
  type CaseStudyRecord,
} from '@/lib/data/case-study-record'
import { lockSubmission, noSuchSubmission } from '@/lib/data/live-submission'
import { retireRelease } from '@/lib/data/releases'
import { db, type Transaction } from '@/lib/db'
import { statusAfter } from '@/lib/domain/case-study-states'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { ok, refused, refusedAt, type Result } from '@/lib/result'

/** A submission that a case study could rest on too. */
export type SourceChoice = { reference: string; title: string }

type SourceInput = { id: string; version: number; reference: string }
const mostChoices = 200

/** Shortlisted submissions of the call that may be published and that it does not rest on yet; none where the viewer may not edit it. */
export async function listSourceChoices(viewer: Viewer, id: string): Promise<SourceChoice[]> {
  if (!may(viewer, 'readCaseStudy') || !may(viewer, 'listSubmissions')) return []
  const study = await db.caseStudy.findUnique({ where: { id }, select: { callId: true } })
  if (!study) return []
  const found = await db.submission.findMany({
    where: {
      callId: study.callId,
      status: 'SUBMITTED',
      decision: 'SHORTLISTED',
      sources: { none: { caseStudyId: id } },
      consents: { some: { kind: 'PUBLISH', supersededAt: null, answer: { in: ['WITH_NAME', 'WITHOUT_NAME'] } } },
    },
    orderBy: { title: 'asc' },
    take: mostChoices,
    select: { reference: true, title: true },
  })
  return found.flatMap(({ reference, title }) => (reference ? [{ reference, title: title ?? '' }] : []))
}

/** Lets a case study rest on another submission. Its strictest consent counts from now on, and approvals are taken back. */
export async function addSource(viewer: Viewer, input: SourceInput): Promise<Result> {
  return changeSources(viewer, input, 'caseStudy.addSource', async (tx, study) => {
    const locked = await lockSubmission(tx, input.reference)
    if (!locked || locked.callId !== study.callId || !may(viewer, 'readSubmission', locked))
      return refusedAt('reference', noSuchSubmission)
    if (study.sources.some(source => source.submissionId === locked.id))
      return refusedAt('reference', 'The case study rests on this submission already')
    if (!may(viewer, 'startCaseStudy', locked)) return refusedAt('reference', 'Shortlist this submission first')
    const consents = await tx.consent.findMany({
      where: { submissionId: locked.id, supersededAt: null, kind: 'PUBLISH' },
      select: { kind: true, answer: true },
    })
    if ((publishAnswer(consents) ?? 'NO') === 'NO')
      return refusedAt('reference', 'The respondent has not agreed to publication')
    await tx.caseStudySource.create({ data: { caseStudyId: study.id, submissionId: locked.id } })
    return ok({ submissionId: locked.id })
  })
}

/** Lets a case study rest on a submission no more. The last one stays: then there is nothing to write from. */
export async function removeSource(viewer: Viewer, input: SourceInput): Promise<Result> {
  return changeSources(viewer, input, 'caseStudy.removeSource', async (tx, study) => {
    const source = study.sources.find(({ submission }) => submission.reference === input.reference)
    if (!source) return refused('The case study does not rest on this submission.')
    if (study.sources.length === 1) return refused('A case study rests on one submission at least.')
    const { submissionId } = source
    await tx.caseStudySource.delete({
      where: { caseStudyId_submissionId: { caseStudyId: study.id, submissionId } },
    })
    return ok({ submissionId })
  })
}

async function changeSources(
  viewer: Viewer,
  input: SourceInput,
  deed: string,
  carryOut: (tx: Transaction, study: CaseStudyRecord) => Promise<Result<{ submissionId: string }>>,
): Promise<Result> {
  return db.$transaction(async tx => {
    const study = await lockCaseStudy(tx, input.id)
    if (!study || !may(viewer, 'readCaseStudy')) return refused(noSuchCaseStudy)
    const status = statusAfter(study.status, 'edit')
    if (!status || !may(viewer, 'editCaseStudy', studyOf(study)))
      return refused('Only its authors’ teams and leads can change what it rests on.')
    const writer = await writerElsewhere(tx, study.id, viewer)
    if (writer) return refused(`${writer} is writing this case study now.`)
    if (study.version !== input.version) return refused(changedMeanwhile)
    const done = await carryOut(tx, study)
    if (!done.ok) return done
    await tx.caseStudy.update({ where: { id: study.id }, data: { status, version: { increment: 1 } } })
    await retireRelease(tx, study.id)
    const details = { submission: done.value.submissionId, from: study.status, to: status, version: study.version + 1 }
    await recordDeed(tx, viewer, deed, study, details)
    return ok()
  })
}

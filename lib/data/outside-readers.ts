import {
  changedMeanwhile,
  lockCaseStudy,
  noSuchCaseStudy,
  otherTeams,
  recordDeed,
  studyOf,
} from '@/lib/data/case-study-record'
import { consentRefusal } from '@/lib/data/releases'
import { releaseByApproval } from '@/lib/data/redactions'
import { takeWord } from '@/lib/data/reviews'
import { db } from '@/lib/db'
import { approvalsNeeded, type CaseStudyStatus } from '@/lib/domain/case-study'
import { readersThatCount, type NameReaderInput, type ReaderWordInput } from '@/lib/domain/outside-reader'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { ok, refused, refusedAt, type Result } from '@/lib/result'

/**
 * Names somebody outside the teams as a reader, for a case study that fewer than two other teams can review, or that a
 * second author's team would leave so. Who is of another team reviews it for their team.
 */
export async function nameReader(viewer: Viewer, input: NameReaderInput): Promise<Result> {
  return db.$transaction(async tx => {
    const study = await lockCaseStudy(tx, input.id)
    if (!study || !may(viewer, 'readCaseStudy')) return refused(noSuchCaseStudy)
    if (!may(viewer, 'nameReader', studyOf(study)))
      return refused('A lead can name a reader while the case study is being written or reviewed.')
    if (study.outsideReaders.some(({ name }) => name.toLowerCase() === input.name.toLowerCase()))
      return refusedAt('name', 'This reader is named already')
    if (study.outsideReaders.length >= approvalsNeeded)
      return refused('Two readers are named already: no more would count.')
    const { name, standing } = input
    await tx.outsideReader.create({ data: { caseStudyId: study.id, name, standing, namedById: viewer.id } })
    await recordDeed(tx, viewer, 'caseStudy.nameReader', study)
    return ok()
  })
}

/** Writes down the word of a named reader on the version that they read. It counts where fewer than two other teams can review it. */
export async function recordReadersWord(
  viewer: Viewer,
  input: ReaderWordInput,
): Promise<Result<{ status: CaseStudyStatus }>> {
  return db.$transaction(async tx => {
    const study = await lockCaseStudy(tx, input.id)
    if (!study || !may(viewer, 'readCaseStudy')) return refused(noSuchCaseStudy)
    if (study.status !== 'IN_REVIEW') return refused('This case study is not in review.')
    if (!may(viewer, 'nameReader', studyOf(study))) return refused('Only a lead can do this.')
    const reader = study.outsideReaders.find(({ id }) => id === input.reader)
    if (!reader) return refused('There is no such reader.')
    if (study.version !== input.version) return refused(changedMeanwhile)
    if (readersThatCount((await otherTeams(tx, studyOf(study).authorTeamIds)).length) === 0)
      return refused(
        'Two other teams can review this case study: their word is needed, not that of a reader outside them.',
      )
    const refusal = input.verdict === 'APPROVE' ? consentRefusal(study) : null
    if (refusal) return refused(refusal.message)
    const waits = input.verdict === 'APPROVE' ? await releaseByApproval(tx, viewer, study) : null
    if (waits) return refused(waits)
    const { verdict, note } = input
    await tx.outsideReader.update({
      where: { id: reader.id },
      data: { verdict, note, version: study.version, heardAt: new Date(), recordedById: viewer.id },
    })
    const status = await takeWord(tx, study, verdict)
    await recordDeed(tx, viewer, 'caseStudy.readersWord', study, { reader: reader.id, verdict, to: status })
    return ok({ status })
  })
}

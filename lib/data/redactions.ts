import {
  changedMeanwhile,
  lockCaseStudy,
  noSuchCaseStudy,
  recordDeed,
  studyOf,
  type CaseStudyRecord,
} from '@/lib/data/case-study-record'
import { findingOf, redactedOf, redactionRefusal, undecided, type Redacted } from '@/lib/data/redaction-record'
import { retireRelease } from '@/lib/data/releases'
import { db, type Transaction } from '@/lib/db'
import { statusAfter } from '@/lib/domain/case-study-states'
import type { FindingKind } from '@/lib/domain/finding-kinds'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import {
  decisionFault,
  type RedactionAnswer,
  type RedactionChoice,
  type RedactionInput,
  type RedactionReleaseInput,
} from '@/lib/domain/redaction-decision'
import { ok, refused, type Result } from '@/lib/result'

type Taken = { kind: FindingKind; words: string; choice: RedactionChoice; reason: string; replacement: string }

/**
 * Decides what is to become of words that were found; findings left without a choice stay open. Where others have judged
 * the text already it gets a new version, as by an edit: what they said was of what readers would have got before.
 */
export async function decideRedactions(viewer: Viewer, input: RedactionInput): Promise<Result<{ open: number }>> {
  return db.$transaction(async tx => {
    const study = await lockCaseStudy(tx, input.id)
    if (!study || !may(viewer, 'readCaseStudy')) return refused(noSuchCaseStudy)
    const status = statusAfter(study.status, 'edit')
    if (!status) return refused('A withdrawn case study stays as it is.')
    if (!may(viewer, 'decideRedactions', studyOf(study)))
      return refused('Only its authors’ teams and leads can decide this.')
    const redacted = redactedOf(study)
    const taken = takenFrom(input.decisions, redacted)
    if (!taken.ok) return taken
    if (taken.value.length === 0) return ok({ open: redacted.open.length })

    for (const decision of taken.value) await keepDecision(tx, viewer, study.id, decision)
    const version = await followDecisions(tx, study, status)
    await recordDeed(tx, viewer, 'caseStudy.redact', study, {
      version,
      from: study.status,
      to: version === study.version ? study.status : status,
      decided: taken.value.map(({ kind, choice }) => `${kind} ${choice}`),
    })
    const after = await lockCaseStudy(tx, study.id)
    return ok({ open: after ? redactedOf(after).open.length : 0 })
  })
}

/** The answers that say something new. One about words that are not there is of a page that is out of date. */
function takenFrom(answers: RedactionAnswer[], redacted: Redacted): Result<Taken[]> {
  const fields: Record<string, string[]> = {}
  const taken: Taken[] = []
  for (const { number, words, choice, ...given } of answers) {
    if (choice === '') continue
    const finding = findingOf(redacted, words)
    if (!finding) return refused(changedMeanwhile)
    const reason = choice === 'KEEP' ? given.reason : ''
    const replacement = choice === 'REPLACE' ? given.replacement : ''
    const before = redacted.decisions.get(words)
    if (before?.choice === choice && before.reason === reason && before.replacement === replacement) continue
    const fault = decisionFault({ choice, reason, replacement }, finding, redacted.known)
    if (fault) fields[`${fault.field}-${number}`] = [fault.message]
    else taken.push({ kind: finding.kind, words, choice, reason, replacement })
  }
  return Object.keys(fields).length > 0 ? refused('There is something to correct.', fields) : ok(taken)
}

/** The case study's row is held meanwhile, so nobody else decides the same words. */
async function keepDecision(tx: Transaction, viewer: Viewer, caseStudyId: string, taken: Taken): Promise<void> {
  const { words, ...decision } = taken
  const made = { ...decision, decidedById: viewer.id, decidedAt: new Date() }
  const { count } = await tx.redaction.updateMany({ where: { caseStudyId, words }, data: made })
  if (count === 0) await tx.redaction.create({ data: { caseStudyId, words, ...made } })
}

/** The version that follows: the same while nobody has judged the text. */
async function followDecisions(
  tx: Transaction,
  study: CaseStudyRecord,
  status: CaseStudyRecord['status'],
): Promise<number> {
  const judged = [...study.reviews, ...study.outsideReaders, ...study.showings].some(
    ({ version }) => version === study.version,
  )
  if (!judged && status === study.status) return study.version
  await tx.caseStudy.update({
    where: { id: study.id },
    data: { status, version: { increment: 1 } },
  })
  await retireRelease(tx, study.id)
  return study.version + 1
}

/** Lets a text go out as it would be published: the word of a second person, for exactly what they read. */
export async function releaseRedactions(viewer: Viewer, input: RedactionReleaseInput): Promise<Result> {
  return db.$transaction(async tx => {
    const study = await lockCaseStudy(tx, input.id)
    if (!study || !may(viewer, 'readCaseStudy')) return refused(noSuchCaseStudy)
    const redacted = redactedOf(study)
    if (redacted.digest !== input.digest) return refused(changedMeanwhile)
    const waiting = undecided(study)
    if (waiting) return refused(waiting)
    if (!may(viewer, 'releaseRedactions', { ...studyOf(study), deciderIds: redacted.deciderIds }))
      return refused('You decided some of this yourself: somebody else must release it.')
    if (!redacted.released) await clear(tx, viewer, study)
    return ok()
  })
}

/**
 * What an approval says of it, in the transaction of the approval: why it has to wait, or null. Where nothing was found
 * the reviewer, or who writes a reader's word down, is the second person.
 */
export async function releaseByApproval(
  tx: Transaction,
  viewer: Viewer,
  study: CaseStudyRecord,
): Promise<string | null> {
  const { findings, released } = redactedOf(study)
  if (findings.length === 0 && !released) {
    await clear(tx, viewer, study)
    return null
  }
  return redactionRefusal(study)
}

async function clear(tx: Transaction, viewer: Viewer, study: CaseStudyRecord): Promise<void> {
  const given = { digest: redactedOf(study).digest, releasedById: viewer.id, releasedAt: new Date() }
  await tx.clearance.upsert({
    where: { caseStudyId: study.id },
    create: { caseStudyId: study.id, ...given },
    update: given,
  })
  await recordDeed(tx, viewer, 'caseStudy.releaseRedactions', study)
}

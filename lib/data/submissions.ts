import { record } from '@/lib/data/audit'
import { followStage, moveRefusal } from '@/lib/data/coding-plan'
import { tellLive } from '@/lib/data/live-events'
import { lockSubmission, noSuchSubmission, type LockedSubmission } from '@/lib/data/live-submission'
import { db, type Transaction } from '@/lib/db'
import type { CaseStudyStatus } from '@/lib/domain/case-study'
import type { ConsentAnswer, ConsentKind } from '@/lib/domain/consent'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { readReference } from '@/lib/domain/reference'
import {
  answerFields,
  decisionNames,
  stageNames,
  type AnswerField,
  type Decision,
  type OrganisationType,
  type Practice,
  type Stage,
} from '@/lib/domain/submission'
import { conflicted, ok, refused, refusedAt, type Conflict, type Result } from '@/lib/result'

/** One submission as researchers read it: the evidence, never who to telephone. Times are ISO strings. */
export type SubmissionView = {
  reference: string
  title: string
  organisationName: string
  organisationType: OrganisationType
  practice: Practice
  practiceOf: string | null
  communities: string[]
  places: string[]
  neighbourhood: string | null
  themes: string[]
  links: string[]
  answers: { field: AnswerField; body: string; version: number }[]
  consents: { kind: ConsentKind; answer: ConsentAnswer; givenAt: string }[]
  hasContact: boolean
  stage: Stage
  decision: Decision | null
  decisionReason: string | null
  version: number
  submittedAt: string
  /** When the respondent last corrected it; `unseenCorrection`: that was after settling, and no lead has looked since. */
  correctedAt: string | null
  unseenCorrection: boolean
  caseStudies: { id: string; title: string; status: CaseStudyStatus }[]
  /** What this viewer may do to it. */
  allows: { settle: boolean; startCaseStudy: boolean; settleCorrection: boolean }
}

/**
 * Who to ask, as the respondent gave it: personal data, for this viewer's eyes now, and while `stamp` is what
 * `contactStamp` answers.
 */
export type ContactView = { name: string; email: string; telephone: string; bestTimes: string; stamp: string }

/** A live submission by its reference as people type it. Null where there is none, or none for this viewer. */
export async function getSubmission(viewer: Viewer, typed: string): Promise<SubmissionView | null> {
  const reference = readReference(typed)
  if (!reference) return null
  const found = await db.submission.findUnique({
    where: { reference },
    select: {
      status: true,
      title: true,
      organisationName: true,
      organisationType: true,
      practice: true,
      practiceOf: true,
      communities: true,
      neighbourhood: true,
      stage: true,
      decision: true,
      decisionReason: true,
      version: true,
      submittedAt: true,
      correctedAt: true,
      correctedSettled: true,
      places: { select: { place: { select: { name: true } } }, orderBy: { place: { position: 'asc' } } },
      prompts: { select: { prompt: { select: { theme: true } } }, orderBy: { prompt: { position: 'asc' } } },
      links: { select: { url: true }, orderBy: { position: 'asc' } },
      texts: {
        where: { kind: 'ANSWER' },
        select: {
          field: true,
          versions: { select: { number: true, body: true }, orderBy: { number: 'desc' }, take: 1 },
        },
      },
      consents: { where: { supersededAt: null }, select: { kind: true, answer: true, givenAt: true } },
      contact: { select: { submissionId: true } },
      sources: { select: { caseStudy: { select: { id: true, title: true, status: true, createdAt: true } } } },
    },
  })
  if (!found?.organisationType || !found.practice || !found.submittedAt || !may(viewer, 'readSubmission', found))
    return null
  const newest = new Map(found.texts.map(text => [text.field, text.versions[0]]))
  return {
    reference,
    title: found.title ?? '',
    organisationName: found.organisationName ?? '',
    organisationType: found.organisationType,
    practice: found.practice,
    practiceOf: found.practiceOf,
    communities: found.communities,
    places: found.places.map(({ place }) => place.name),
    neighbourhood: found.neighbourhood,
    themes: found.prompts.map(({ prompt }) => prompt.theme),
    links: found.links.map(link => link.url),
    answers: answerFields.flatMap(field => {
      const text = newest.get(field)
      return text?.body ? { field, body: text.body, version: text.number } : []
    }),
    consents: found.consents.map(({ kind, answer, givenAt }) => ({ kind, answer, givenAt: givenAt.toISOString() })),
    hasContact: found.contact !== null,
    stage: found.stage,
    decision: found.decision,
    decisionReason: found.decisionReason,
    version: found.version,
    submittedAt: found.submittedAt.toISOString(),
    correctedAt: found.correctedAt?.toISOString() ?? null,
    unseenCorrection: found.correctedSettled,
    caseStudies: found.sources
      .map(source => source.caseStudy)
      .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
      .map(({ id, title, status }) => ({ id, title, status })),
    allows: {
      settle: may(viewer, 'moveSubmission', { status: found.status, from: 'SETTLED', to: 'SETTLED' }),
      startCaseStudy: may(viewer, 'startCaseStudy', found),
      settleCorrection: found.correctedSettled && may(viewer, 'settleCorrection', found),
    },
  }
}

/** Reads who to ask. A deed, not a look: each one is in the audit trail. */
export function readContact(viewer: Viewer, reference: string): Promise<Result<ContactView>> {
  return db.$transaction(async tx => {
    const submission = await lockSubmission(tx, reference)
    if (!submission || !may(viewer, 'readContact', submission)) return refused(noSuchSubmission)
    const contact = await tx.contactDetails.findUnique({
      where: { submissionId: submission.id },
      select: { name: true, email: true, telephone: true, bestTimes: true },
    })
    if (!contact) return refused('No contact details were given.')
    await record(tx, {
      actor: viewer,
      action: 'contact.read',
      thing: { kind: 'submission', id: submission.id },
      callId: submission.callId,
    })
    return ok({
      name: contact.name ?? '',
      email: contact.email ?? '',
      telephone: contact.telephone ?? '',
      bestTimes: contact.bestTimes ?? '',
      stamp: await stampOf(tx, submission.id),
    })
  })
}

/** What stays the same while the respondent lets their contact details be seen as they were; null once nobody may look. */
export async function contactStamp(viewer: Viewer, typed: string): Promise<string | null> {
  const reference = readReference(typed)
  const found = reference
    ? await db.submission.findUnique({ where: { reference }, select: { id: true, status: true } })
    : null
  return found && may(viewer, 'readContact', found) ? stampOf(db, found.id) : null
}

async function stampOf(tx: Transaction, submissionId: string): Promise<string> {
  const where = { submissionId, kind: 'TELEPHONE', supersededAt: null } as const
  return (await tx.consent.findFirst({ where, select: { id: true } }))?.id ?? ''
}

export type Progress = { stage: Stage; decision: Decision | null; reason: string }

/**
 * Saves stage and decision. Where somebody else saved them since `version` was read, nothing is written: the refusal
 * shows both. A reason is kept with "Not taken forward" only. What two code becomes coded, and settled, by their work and a
 * lead's: `moveRefusal` says when.
 */
export function saveProgress(
  viewer: Viewer,
  input: Progress & { reference: string; version: number },
): Promise<Result<{ version: number }>> {
  return db.$transaction(async tx => {
    const submission = await lockSubmission(tx, input.reference)
    if (!submission || !may(viewer, 'decideSubmission', submission)) return refused(noSuchSubmission)
    const decisionReason = input.decision === 'NOT_TAKEN_FORWARD' ? input.reason : null
    if (submission.version !== input.version) {
      return conflicted('Somebody else saved this while you were working.', differences(submission, input))
    }
    const moved = submission.stage !== input.stage
    const decided = submission.decision !== input.decision || submission.decisionReason !== decisionReason
    if (
      moved &&
      !may(viewer, 'moveSubmission', { status: submission.status, from: submission.stage, to: input.stage })
    ) {
      return refusedAt('stage', 'Only a lead can settle a submission, or change one that is settled')
    }
    const refusal = moved && (await moveRefusal(tx, viewer, submission, input.stage))
    if (refusal) return refusedAt('stage', refusal)
    if (!moved && !decided) return ok({ version: submission.version })
    const saved = await tx.submission.update({
      where: { id: submission.id },
      data: { stage: input.stage, decision: input.decision, decisionReason, version: { increment: 1 } },
      select: { version: true },
    })
    const deed = { actor: viewer, thing: { kind: 'submission', id: submission.id }, callId: submission.callId }
    const version = saved.version
    if (moved) {
      await followStage(tx, [submission.id], input.stage)
      await record(tx, {
        ...deed,
        action: 'submission.move',
        details: { from: submission.stage, to: input.stage, version },
      })
    }
    if (decided) await record(tx, { ...deed, action: 'submission.decide', details: { to: input.decision, version } })
    await tellLive(tx, { kind: 'progress', submissionId: submission.id, actorId: viewer.id, hidden: false })
    return ok(saved)
  })
}

function differences(theirs: LockedSubmission, yours: Progress): Conflict {
  const decided = (decision: Decision | null) => (decision ? decisionNames[decision] : 'None yet')
  const pairs = [
    { label: 'Stage', theirs: stageNames[theirs.stage], yours: stageNames[yours.stage] },
    { label: 'Decision', theirs: decided(theirs.decision), yours: decided(yours.decision) },
    {
      label: 'Reason',
      theirs: theirs.decisionReason ?? '',
      yours: yours.decision === 'NOT_TAKEN_FORWARD' ? yours.reason : '',
    },
  ]
  return { version: theirs.version, changes: pairs.filter(pair => pair.theirs !== pair.yours) }
}

import {
  askedToSeeIt,
  changedMeanwhile,
  lockCaseStudy,
  noSuchCaseStudy,
  recordDeed,
  studyOf,
  type CaseStudyRecord,
} from '@/lib/data/case-study-record'
import { holdEvidence, noSuchEvidence } from '@/lib/data/evidence-key'
import { queueMail, showing as showingKey } from '@/lib/data/mail-queue'
import { findKey } from '@/lib/data/private-keys'
import { consentRefusal, releasedFields } from '@/lib/data/releases'
import { db, type Transaction } from '@/lib/db'
import { writtenOf, type Readable, type RespondentsYesInput } from '@/lib/domain/case-study'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { lapseAfter, lastDay, willLapse, yesState, type ShowInput, type ShowingAnswerInput } from '@/lib/domain/showing'
import { ok, refused, refusedAt, type Result } from '@/lib/result'
import { composeShown } from '@/lib/mail/evidence-mails'

/** How many were shown it, and how many of them are told by email. */
export type ShownTo = { shown: number; told: number }

/**
 * Puts the text, as it would be published, on the private page of each respondent who asked to see it first and has not
 * answered, and queues the mail that tells them, with the last day on which they can say no.
 */
export async function showCaseStudy(viewer: Viewer, input: ShowInput): Promise<Result<ShownTo>> {
  return db.$transaction(async tx => {
    const study = await lockCaseStudy(tx, input.id)
    if (!study || !may(viewer, 'readCaseStudy')) return refused(noSuchCaseStudy)
    if (!may(viewer, 'showCaseStudy', studyOf(study)))
      return refused('Its authors’ teams and leads can show it once it is in review or approved.')
    if (study.version !== input.version) return refused(changedMeanwhile)
    const refusal = consentRefusal(study)
    if (refusal) return refused(refusal.message)
    const now = new Date()
    const open = askedToSeeIt(study, now).filter(({ state }) => state === 'notShown' || state === 'waiting')
    if (open.length === 0) return refused('There is nobody who asked to see it first and has not answered.')
    let told = 0
    for (const { submissionId } of open)
      told += (await showTo(tx, study, submissionId, { now, days: input.days })) ? 1 : 0
    await recordDeed(tx, viewer, 'caseStudy.show', study, { respondents: open.length, told, days: input.days })
    return ok({ shown: open.length, told })
  })
}

/** True where a mail tells them of it; who gave no address is told by none, and their silence is no answer. */
async function showTo(
  tx: Transaction,
  study: CaseStudyRecord,
  submissionId: string,
  { now, days }: { now: Date; days: number },
): Promise<boolean> {
  const { reference, call, contact } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { reference: true, call: { select: { name: true } }, contact: { select: { email: true } } },
  })
  const lapsesAt = contact?.email ? lapseAfter(now, days) : null
  const key = { caseStudyId: study.id, version: study.version, submissionId }
  const shown = { shown: releasedFields(study), shownAt: now, toldAt: null, lapsesAt }
  const { id } = await tx.showing.upsert({
    where: { caseStudyId_version_submissionId: key },
    create: { ...key, ...shown },
    update: shown,
    select: { id: true },
  })
  if (!contact?.email || !lapsesAt) return false
  await queueMail(tx, {
    key: `${showingKey}${id}:${now.getTime()}`,
    submissionId,
    toAddress: contact.email,
    linkKind: 'EVIDENCE',
    ...composeShown({
      reference: reference ?? '',
      callName: call.name,
      title: study.title,
      lastDay: lastDay(lapsesAt),
    }),
  })
  return true
}

/** A case study on a respondent's own page, for them to say whether it may be published. */
export type ShowingView = {
  id: string
  text: Readable
  /** The last day on which they can say no, where their silence will count. */
  lastDay: string | null
  state: 'waiting' | 'lapsed' | 'yes' | 'change' | 'no'
  words: string
  answeredAt: string | null
}

/** What is shown to the holder of a private link: the text as it stands, of what is not published yet. */
export async function readShowings(token: string): Promise<ShowingView[]> {
  const key = await findKey(token, 'EVIDENCE')
  if (key?.state !== 'good') return []
  const showings = await db.showing.findMany({
    where: {
      submissionId: key.submissionId,
      shownAt: { not: null },
      submission: { withdrawnAt: null },
      caseStudy: { status: { notIn: ['PUBLISHED', 'WITHDRAWN'] } },
    },
    include: { caseStudy: { select: { version: true } } },
    orderBy: { shownAt: 'desc' },
  })
  const now = new Date()
  return showings.flatMap(({ caseStudy, ...showing }) => {
    const state = yesState(showing, now)
    if (showing.version !== caseStudy.version || state === 'notShown') return []
    const { id, words, lapsesAt, answeredAt } = showing
    const last = lapsesAt && willLapse(showing) ? lastDay(lapsesAt).toISOString() : null
    return [
      {
        id,
        text: readShown(showing.shown),
        lastDay: last,
        state,
        words,
        answeredAt: answeredAt?.toISOString() ?? null,
      },
    ]
  })
}

/** A row that this file wrote. */
function readShown(kept: unknown): Readable {
  const row = kept as Readable
  return { ...row, ...writtenOf(row) }
}

/** What a respondent says on their own page of the text that they were shown. They can change it until it is published. */
export async function answerShowing(token: string, input: ShowingAnswerInput): Promise<Result> {
  return db.$transaction(async tx => {
    const held = await holdEvidence(tx, token)
    const showing =
      held &&
      (await tx.showing.findFirst({ where: { id: input.showing, submissionId: held.id, shownAt: { not: null } } }))
    const study = showing && (await lockCaseStudy(tx, showing.caseStudyId))
    if (!held || !showing || !study || study.status === 'WITHDRAWN') return refused(noSuchEvidence)
    if (study.status === 'PUBLISHED') return refused('It has been published meanwhile. Load the page again.')
    if (study.version !== showing.version)
      return refused('The text has changed since it was shown to you. We will show you the new one.')
    if (input.answer === 'CHANGE' && !input.words) return refusedAt('words', 'Enter what should change')
    await tx.showing.update({
      where: { id: showing.id },
      data: { answer: input.answer, words: input.words, answeredAt: new Date(), how: 'page', recordedById: null },
    })
    await recordDeed(tx, 'respondent', 'caseStudy.respondentAnswers', study, {
      submission: held.id,
      answer: input.answer,
    })
    return ok()
  })
}

/** Writes down that a respondent who asked to see it first has said yes to this version, when, and by which way. */
export async function recordRespondentsYes(viewer: Viewer, input: RespondentsYesInput): Promise<Result> {
  const on = new Date(`${input.on}T12:00:00Z`)
  if (on.getTime() > Date.now() + 12 * 3_600_000) {
    return refusedAt('on', 'The day on which they said yes must be today or in the past')
  }
  return db.$transaction(async tx => {
    const study = await lockCaseStudy(tx, input.id)
    if (!study || !may(viewer, 'readCaseStudy')) return refused(noSuchCaseStudy)
    if (!may(viewer, 'recordRespondentsYes', studyOf(study))) return refused('A withdrawn case study stays as it is.')
    const asked = askedToSeeIt(study, new Date()).find(({ reference }) => reference === input.reference)
    if (!asked) return refused('This respondent did not ask to see the case study first.')
    if (study.version !== input.version) return refused(changedMeanwhile)
    const { submissionId } = asked
    const key = { caseStudyId: study.id, version: study.version, submissionId }
    const said = { answer: 'YES', words: '', answeredAt: on, how: input.how, recordedById: viewer.id } as const
    await tx.showing.upsert({
      where: { caseStudyId_version_submissionId: key },
      create: { ...key, ...said },
      update: said,
    })
    const details = { submission: submissionId, how: input.how, on: input.on }
    await recordDeed(tx, viewer, 'caseStudy.respondentsYes', study, details)
    return ok()
  })
}

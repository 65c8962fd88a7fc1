import {
  allowanceOf,
  approvalsOf,
  askedToSeeIt,
  authorTeams,
  otherTeams,
  publishAnswer,
  recordInclude,
  studyOf,
  type Asked,
  type CaseStudyRecord,
} from '@/lib/data/case-study-record'
import { passageCommentsOf, type PassageCommentView } from '@/lib/data/passage-comments'
import { consentRefusal, publicationRefusal, releasedFields } from '@/lib/data/releases'
import { redactedOf } from '@/lib/data/redaction-record'
import { redactionView, type RedactionView } from '@/lib/data/redaction-view'
import { db } from '@/lib/db'
import { writtenOf, type CaseStudyStatus, type Written } from '@/lib/domain/case-study'
import type { PublishAnswer } from '@/lib/domain/consent'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { willLapse, type YesState } from '@/lib/domain/showing'
import { answerFields, type AnswerField } from '@/lib/domain/submission'
import { readReviewed } from '@/lib/domain/what-changed'

/** A submission that a case study is written from, as its authors read it beside the text. */
export type SourceView = {
  reference: string
  publish: PublishAnswer
  showBefore: boolean
  /** Null where the respondent has withdrawn it: nothing of it is shown. */
  evidence: {
    title: string
    organisationName: string
    practiceOf: string | null
    answers: { field: AnswerField; body: string }[]
  } | null
}

/** `current`: it was on the text as it stands. */
export type ReviewView = {
  id: string
  reviewer: string
  team: string
  verdict: 'APPROVE' | 'REQUEST_CHANGES'
  note: string
  createdAt: Date
  current: boolean
  /** Whether it can be told what changed since. */
  kept: boolean
  reviewerId: string
  version: number
}

/** A respondent who asked to see it first. `lapsesAt` is when their silence is a yes, where they were told so in time. */
export type RespondentView = {
  reference: string
  state: YesState
  shownAt: Date | null
  lapsesAt: Date | null
  /** The day is set, and the mail that tells it is not out (in time): their silence will not count. */
  untold: boolean
  answeredAt: Date | null
  how: string | null
  words: string
  recordedBy: string | null
}

/** Somebody outside the teams whom a lead has named, and their word, where they gave one on the text as it stands. */
export type OutsideReaderView = {
  id: string
  name: string
  standing: string
  namedBy: string
  word: { verdict: 'APPROVE' | 'REQUEST_CHANGES'; note: string; at: Date; current: boolean } | null
}

/** When it is to be published. `dropped`: its text, or what consent allows, has changed since. */
export type PlanView = { at: Date; by: string; refusal: string | null; dropped: boolean }

/** A case study as those see it who write, review and publish it. */
export type DeskView = Written & {
  id: string
  callSlug: string
  slug: string
  status: CaseStudyStatus
  version: number
  updatedAt: Date
  placeKeys: string[]
  promptKeys: string[]
  lensKeys: string[]
  authors: string[]
  sources: SourceView[]
  allowance: PublishAnswer
  /** Why consent does not let this text out, as it stands; null where it does. */
  consentRefusal: string | null
  reviews: ReviewView[]
  /** How many teams have approved the text as it stands. */
  approvals: number
  /** Short names of the teams that could review it. */
  otherTeams: string[]
  respondents: RespondentView[]
  comments: PassageCommentView[]
  outsideReaders: OutsideReaderView[]
  plan: PlanView | null
  /** What stands against publishing it now; null where nothing does. */
  publicationRefusal: string | null
  /** What may be personal in it, what was decided of that, and who let it go. */
  redaction: RedactionView
  /** What readers would get. */
  preview: ReturnType<typeof releasedFields>
  allows: Record<
    | 'edit'
    | 'sendForReview'
    | 'review'
    | 'comment'
    | 'nameReader'
    | 'show'
    | 'recordYes'
    | 'publish'
    | 'changeAddress'
    | 'unpublish'
    | 'withdraw',
    boolean
  >
}

/** A case study with all that is needed to write, review and publish it; null where there is none, or not for this viewer. */
export async function getCaseStudy(viewer: Viewer, id: string): Promise<DeskView | null> {
  if (!may(viewer, 'readCaseStudy')) return null
  const study = await db.caseStudy.findUnique({
    where: { id },
    include: { ...recordInclude, call: { select: { slug: true } } },
  })
  if (!study) return null
  const [teams, now] = [authorTeams(study), new Date()]
  const others = await otherTeams(db, teams)
  return {
    ...writtenOf(study),
    id: study.id,
    callSlug: study.call.slug,
    slug: study.slug,
    status: study.status,
    version: study.version,
    updatedAt: study.updatedAt,
    placeKeys: study.places.map(({ place }) => place.key),
    promptKeys: study.prompts.map(({ prompt }) => prompt.key),
    lensKeys: study.lenses.map(({ lens }) => lens.key),
    authors: study.authors.map(({ person }) => (person.team ? `${person.name} (${person.team.name})` : person.name)),
    sources: await sourcesOf(study),
    allowance: allowanceOf(study),
    consentRefusal: consentRefusal(study)?.message ?? null,
    reviews: await reviewsOf(study),
    approvals: approvalsOf(study, study.reviews, teams, others),
    otherTeams: others,
    respondents: askedToSeeIt(study, now).map(respondentOf),
    comments: await passageCommentsOf(study.id, redactedOf(study).written),
    outsideReaders: study.outsideReaders.map(reader => readerOf(reader, study.version)),
    plan: study.plan && (await planOf(study.plan, study)),
    publicationRefusal: publicationRefusal(study, now),
    redaction: redactionView(viewer, study),
    preview: releasedFields(study),
    allows: allowedTo(viewer, study),
  }
}

function allowedTo(viewer: Viewer, study: CaseStudyRecord): DeskView['allows'] {
  const thing = studyOf(study)
  return {
    edit: may(viewer, 'editCaseStudy', thing),
    sendForReview: may(viewer, 'sendForReview', thing),
    review: may(viewer, 'reviewCaseStudy', thing),
    comment: may(viewer, 'commentOnCaseStudy', thing),
    nameReader: may(viewer, 'nameReader', thing),
    show: may(viewer, 'showCaseStudy', thing),
    recordYes: may(viewer, 'recordRespondentsYes', thing),
    publish: may(viewer, 'publishCaseStudy', thing),
    changeAddress: may(viewer, 'changeAddress', thing),
    unpublish: may(viewer, 'unpublishCaseStudy', thing),
    withdraw: may(viewer, 'withdrawCaseStudy', thing),
  }
}

async function sourcesOf(study: CaseStudyRecord): Promise<SourceView[]> {
  const live = study.sources.filter(({ submission }) => submission.status === 'SUBMITTED')
  const found = await db.submission.findMany({
    where: { id: { in: live.map(source => source.submissionId) } },
    select: {
      id: true,
      title: true,
      texts: {
        where: { kind: 'ANSWER' },
        select: { field: true, versions: { orderBy: { number: 'desc' }, take: 1, select: { body: true } } },
      },
    },
  })
  return study.sources.map(({ submission }) => {
    const { reference, organisationName, practiceOf, consents } = submission
    const evidence = found.find(({ id }) => id === submission.id)
    return {
      reference: reference ?? '',
      publish: evidence ? (publishAnswer(consents) ?? 'NO') : 'NO',
      showBefore: consents.some(({ kind, answer }) => kind === 'SHOW_BEFORE' && answer === 'YES'),
      evidence: evidence
        ? {
            title: evidence.title ?? '',
            organisationName: organisationName ?? '',
            practiceOf,
            answers: answerFields.flatMap(field => {
              const body = evidence.texts.find(text => text.field === field)?.versions[0]?.body
              return body ? { field, body } : []
            }),
          }
        : null,
    }
  })
}

async function reviewsOf(study: CaseStudyRecord): Promise<ReviewView[]> {
  const teams = await db.team.findMany({ select: { id: true, name: true } })
  return study.reviews
    .map(({ id, reviewer, reviewerId, teamId, verdict, note, createdAt, version, reviewed }) => ({
      id,
      reviewer: reviewer.name,
      team: teams.find(team => team.id === teamId)?.name ?? '',
      verdict,
      note,
      createdAt,
      current: version === study.version,
      kept: readReviewed(reviewed) !== null,
      reviewerId,
      version,
    }))
    .toReversed()
}

function respondentOf({ reference, state, showing }: Asked): RespondentView {
  const counts = showing ? willLapse(showing) : false
  return {
    reference,
    state,
    shownAt: showing?.shownAt ?? null,
    lapsesAt: counts ? (showing?.lapsesAt ?? null) : null,
    untold: state === 'waiting' && showing?.lapsesAt != null && !counts,
    answeredAt: showing?.answeredAt ?? null,
    how: showing?.how ?? null,
    words: showing?.words ?? '',
    recordedBy: showing?.recordedBy?.name ?? null,
  }
}

function readerOf(reader: CaseStudyRecord['outsideReaders'][number], version: number): OutsideReaderView {
  const { id, name, standing, namedBy, verdict, note, heardAt } = reader
  const word = verdict && heardAt ? { verdict, note, at: heardAt, current: reader.version === version } : null
  return { id, name, standing, namedBy: namedBy.name, word }
}

async function planOf(plan: NonNullable<CaseStudyRecord['plan']>, study: CaseStudyRecord): Promise<PlanView> {
  const by = await db.person.findUnique({ where: { id: plan.plannedById }, select: { name: true } })
  const dropped = plan.version !== study.version
  return { at: plan.at, by: by?.name ?? '', refusal: plan.refusal, dropped }
}

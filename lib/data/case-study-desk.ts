import {
  allowanceOf,
  askedToSeeIt,
  authorTeams,
  otherTeams,
  publishAnswer,
  recordInclude,
  studyOf,
  type CaseStudyRecord,
} from '@/lib/data/case-study-record'
import { consentRefusal, releasedFields } from '@/lib/data/releases'
import { db } from '@/lib/db'
import { approvingTeams, writtenOf, type CaseStudyStatus, type Written } from '@/lib/domain/case-study'
import type { PublishAnswer } from '@/lib/domain/consent'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { answerFields, type AnswerField } from '@/lib/domain/submission'

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
}

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
  respondents: { asked: number; saidYesAt: Date | null }
  /** What readers would get. */
  preview: ReturnType<typeof releasedFields>
  allows: Record<'edit' | 'sendForReview' | 'review' | 'recordYes' | 'publish' | 'unpublish' | 'withdraw', boolean>
}

/** A case study with all that is needed to write, review and publish it; null where there is none, or not for this viewer. */
export async function getCaseStudy(viewer: Viewer, id: string): Promise<DeskView | null> {
  if (!may(viewer, 'readCaseStudy')) return null
  const study = await db.caseStudy.findUnique({
    where: { id },
    include: { ...recordInclude, call: { select: { slug: true } } },
  })
  if (!study) return null
  const teams = authorTeams(study)
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
    approvals: approvingTeams(study.reviews, study.version, teams).length,
    otherTeams: await otherTeams(db, teams),
    respondents: {
      asked: askedToSeeIt(study),
      saidYesAt: study.respondentYesTo === study.version ? study.respondentYesAt : null,
    },
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
    recordYes: askedToSeeIt(study) > 0 && may(viewer, 'recordRespondentsYes', thing),
    publish: may(viewer, 'publishCaseStudy', thing),
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
    .map(({ id, reviewer, teamId, verdict, note, createdAt, version }) => ({
      id,
      reviewer: reviewer.name,
      team: teams.find(team => team.id === teamId)?.name ?? '',
      verdict,
      note,
      createdAt,
      current: version === study.version,
    }))
    .toReversed()
}

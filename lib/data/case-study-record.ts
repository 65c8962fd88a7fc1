import { record, type Actor, type Deed } from '@/lib/data/audit'
import type { Transaction } from '@/lib/db'
import { approvingTeams, strictest, type CaseStudyStatus } from '@/lib/domain/case-study'
import type { NamedSource } from '@/lib/domain/case-study-name'
import type { PublishAnswer } from '@/lib/domain/consent'
import { readersApproving } from '@/lib/domain/outside-reader'
import type { Role } from '@/lib/domain/person'
import { countsAsYes, yesState, type YesState } from '@/lib/domain/showing'
import type { Prisma } from '@/prisma/generated/client'

/** What is answered where there is no such case study and where it is not the viewer's to see. */
export const noSuchCaseStudy = 'There is no such case study.'

/** What is answered where somebody decides about a text that is no longer the one they read. */
export const changedMeanwhile = 'This case study has changed since you opened it. Read it again before you decide.'

/** Everything that rules about a case study ask for. */
export const recordInclude = {
  authors: {
    include: { person: { select: { id: true, name: true, teamId: true, team: { select: { name: true } } } } },
  },
  sources: {
    include: {
      submission: {
        select: {
          id: true,
          reference: true,
          status: true,
          organisationName: true,
          organisationType: true,
          practiceOf: true,
          /** What texts cite is one of these. */
          codings: { where: { spanStart: { not: null } }, select: { id: true } },
          contact: { select: { name: true, email: true, telephone: true } },
          communities: true,
          consents: {
            where: { supersededAt: null, kind: { in: ['PUBLISH', 'SHOW_BEFORE'] } },
            select: { kind: true, answer: true },
          },
        },
      },
    },
  },
  places: { include: { place: true }, orderBy: { place: { position: 'asc' } } },
  prompts: { include: { prompt: true }, orderBy: { prompt: { position: 'asc' } } },
  lenses: { include: { lens: true }, orderBy: { lens: { position: 'asc' } } },
  reviews: { include: { reviewer: { select: { name: true } } }, orderBy: { createdAt: 'asc' } },
  release: true,
  showings: { include: { recordedBy: { select: { name: true } } } },
  outsideReaders: { include: { namedBy: { select: { name: true } } }, orderBy: { createdAt: 'asc' } },
  plan: true,
  /** What its text shows is one of these. */
  pictures: { select: { id: true, width: true, height: true } },
  redactions: { include: { decidedBy: { select: { id: true, name: true } } }, orderBy: { id: 'asc' } },
  clearance: { include: { releasedBy: { select: { id: true, name: true } } } },
} as const satisfies Prisma.CaseStudyInclude

/** A case study with all that belongs to it. Never leaves lib/data. */
export type CaseStudyRecord = Prisma.CaseStudyGetPayload<{ include: typeof recordInclude }>

/**
 * Reads a case study and holds its row until the transaction ends, so that two reviewers, or a publication and a consent
 * taken back, come one after the other. Null where there is none.
 */
export async function lockCaseStudy(tx: Transaction, id: string): Promise<CaseStudyRecord | null> {
  await tx.$queryRaw`SELECT 1 FROM "CaseStudy" WHERE "id" = ${id}::uuid FOR UPDATE`
  return tx.caseStudy.findUnique({ where: { id }, include: recordInclude })
}

/** Writes down what was done to a case study, with the version to which it was done unless `details` names another. */
export async function recordDeed(
  tx: Transaction,
  actor: Actor,
  action: string,
  study: { id: string; callId: string; version: number },
  details: Deed['details'] = {},
): Promise<void> {
  const thing = { kind: 'caseStudy', id: study.id }
  await record(tx, { actor, action, thing, callId: study.callId, details: { version: study.version, ...details } })
}

/** What the policy is asked about. */
export function studyOf(record: CaseStudyRecord): {
  status: CaseStudyStatus
  authorIds: string[]
  authorTeamIds: string[]
} {
  return {
    status: record.status,
    authorIds: record.authors.map(author => author.personId),
    authorTeamIds: authorTeams(record),
  }
}

/** The teams of all authors as they are today. */
export function authorTeams(record: CaseStudyRecord): string[] {
  return [...new Set(record.authors.flatMap(author => author.person.teamId ?? []))]
}

/** The sources with their answers to "May we publish your example?". One that was withdrawn allows nothing. */
export function namedSources(record: CaseStudyRecord): NamedSource[] {
  return record.sources.map(({ submission }) => ({
    organisationName: submission.organisationName ?? '',
    practiceOf: submission.practiceOf,
    publish: submission.status === 'SUBMITTED' ? publishAnswer(submission.consents) : 'NO',
  }))
}

/** What all sources together let us publish. */
export function allowanceOf(record: CaseStudyRecord): PublishAnswer {
  return strictest(namedSources(record).map(source => source.publish))
}

/** A respondent who asked to see it first, and where their yes to the present version stands. */
export type Asked = {
  submissionId: string
  reference: string
  state: YesState
  showing: CaseStudyRecord['showings'][number] | undefined
}

/** Each respondent who asked to see it before it is published. */
export function askedToSeeIt(record: CaseStudyRecord, now: Date): Asked[] {
  const asking = record.sources.filter(({ submission }) =>
    submission.consents.some(consent => consent.kind === 'SHOW_BEFORE' && consent.answer === 'YES'),
  )
  return asking.map(({ submissionId, submission }) => {
    const showing = record.showings.find(
      shown => shown.submissionId === submissionId && shown.version === record.version,
    )
    return { submissionId, reference: submission.reference ?? '', showing, state: yesState(showing, now) }
  })
}

/** Whether everybody who asked to see it has said yes to the present version, or let their day pass. */
export function everyYes(record: CaseStudyRecord, now: Date): boolean {
  return askedToSeeIt(record, now).every(({ state }) => countsAsYes(state))
}

/** How many approvals the present version has: one for each other team, one for each reader outside them as far as they count. */
export function approvalsOf(
  record: Pick<CaseStudyRecord, 'version' | 'outsideReaders'>,
  reviews: Parameters<typeof approvingTeams>[0],
  authorTeamIds: string[],
  otherTeams: readonly string[],
): number {
  const teams = approvingTeams(reviews, record.version, authorTeamIds).length
  return teams + readersApproving(record.outsideReaders, record.version, otherTeams.length)
}

/** The answer in force to "May we publish your example?", or null. */
export function publishAnswer(consents: { kind: string; answer: string }[]): PublishAnswer | null {
  const answer = consents.find(consent => consent.kind === 'PUBLISH')?.answer
  return answer === 'WITH_NAME' || answer === 'WITHOUT_NAME' || answer === 'NO' ? answer : null
}

const reviewing: Role[] = ['RESEARCHER', 'LEAD']

/** Names of the teams that could review what these teams have written: they have somebody who can sign in. */
export async function otherTeams(tx: Transaction, authorTeamIds: string[]): Promise<string[]> {
  const teams = await tx.team.findMany({
    where: { id: { notIn: authorTeamIds }, people: { some: { disabledAt: null, role: { in: reviewing } } } },
    select: { short: true },
    orderBy: { short: 'asc' },
  })
  return teams.map(team => team.short)
}

/** Addresses that another case study has, or that a page once had: none is given twice. */
export async function takenSlugs(tx: Transaction, slug: string, exceptId?: string): Promise<Set<string>> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('case-study-slugs'))`
  const studies = await tx.caseStudy.findMany({
    where: { slug: { startsWith: slug }, ...(exceptId ? { id: { not: exceptId } } : {}) },
    select: { slug: true },
  })
  const former = await tx.release.findMany({
    where: { OR: [{ formerSlugs: { isEmpty: false } }, { movedSlugs: { isEmpty: false } }] },
    select: { formerSlugs: true, movedSlugs: true },
  })
  const gone = former.flatMap(({ formerSlugs, movedSlugs }) => [...formerSlugs, ...movedSlugs])
  return new Set([...studies.map(study => study.slug), ...gone])
}

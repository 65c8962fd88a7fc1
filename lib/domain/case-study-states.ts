import type { CaseStudyStatus } from './case-study'
import type { Role } from './person'

/**
 * What can happen to a case study. `lastApproval` is the one that makes two teams; `narrow` is a consent or source taken
 * back; those from `comment` on leave the status as it is.
 */
export const caseStudyEvents = [
  'edit',
  'sendForReview',
  'approve',
  'lastApproval',
  'requestChanges',
  'publish',
  'unpublish',
  'narrow',
  'withdraw',
  'comment',
  'nameReader',
  'show',
  'recordYes',
  'plan',
  'changeAddress',
] as const
export type CaseStudyEvent = (typeof caseStudyEvents)[number]

const following: Record<CaseStudyStatus, Partial<Record<CaseStudyEvent, CaseStudyStatus>>> = {
  DRAFT: { edit: 'DRAFT', sendForReview: 'IN_REVIEW', narrow: 'DRAFT', withdraw: 'WITHDRAWN' },
  IN_REVIEW: {
    edit: 'DRAFT',
    approve: 'IN_REVIEW',
    lastApproval: 'APPROVED',
    requestChanges: 'CHANGES_REQUESTED',
    narrow: 'IN_REVIEW',
    withdraw: 'WITHDRAWN',
  },
  CHANGES_REQUESTED: {
    edit: 'CHANGES_REQUESTED',
    sendForReview: 'IN_REVIEW',
    narrow: 'CHANGES_REQUESTED',
    withdraw: 'WITHDRAWN',
  },
  APPROVED: { edit: 'DRAFT', publish: 'PUBLISHED', narrow: 'IN_REVIEW', withdraw: 'WITHDRAWN' },
  PUBLISHED: { edit: 'DRAFT', unpublish: 'APPROVED', narrow: 'IN_REVIEW', withdraw: 'WITHDRAWN' },
  WITHDRAWN: {},
}

const lives: CaseStudyStatus[] = ['DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'PUBLISHED']

/** Where something can happen that changes no status. */
const staying: Partial<Record<CaseStudyEvent, CaseStudyStatus[]>> = {
  comment: lives,
  nameReader: ['DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED'],
  show: ['IN_REVIEW', 'APPROVED'],
  recordYes: lives,
  plan: ['APPROVED'],
  changeAddress: lives,
}

/** The status that follows, or null where this cannot happen to a case study of this status. Nothing follows `WITHDRAWN`. */
export function statusAfter(status: CaseStudyStatus, event: CaseStudyEvent): CaseStudyStatus | null {
  return following[status][event] ?? (staying[event]?.includes(status) ? status : null)
}

/** How somebody stands to a case study: wrote it, is of an author's team, of another team, or of none. */
export const relations = ['author', 'colleague', 'other', 'none'] as const
export type Relation = (typeof relations)[number]

/** Who makes something happen. The clock publishes what was planned. */
export const actors = ['RESEARCHER', 'LEAD', 'WMCA_STAFF', 'ADMINISTRATOR', 'respondent', 'clock'] as const
export type Doer = { actor: Role | 'respondent' | 'clock'; relation: Relation }

const researches = ({ actor, relation }: Doer) => relation !== 'none' && (actor === 'RESEARCHER' || actor === 'LEAD')
const leads = (doer: Doer) => researches(doer) && doer.actor === 'LEAD'
const writes = (doer: Doer) => researches(doer) && (leads(doer) || doer.relation !== 'other')
const reviews = (doer: Doer) => researches(doer) && doer.relation === 'other'

const whoMay: Record<CaseStudyEvent, (doer: Doer) => boolean> = {
  edit: writes,
  sendForReview: writes,
  approve: reviews,
  lastApproval: reviews,
  requestChanges: reviews,
  publish: doer => leads(doer) || doer.actor === 'clock',
  unpublish: leads,
  // staff too: they write down what a respondent said aloud
  narrow: doer => doer.actor === 'respondent' || researches(doer),
  withdraw: leads,
  comment: researches,
  nameReader: leads,
  show: writes,
  recordYes: researches,
  plan: leads,
  changeAddress: leads,
}

/** Whether this person may have it happen, and whether it can happen now. What must be true besides is `unmet`. */
export function mayHappen(status: CaseStudyStatus, event: CaseStudyEvent, doer: Doer): boolean {
  return statusAfter(status, event) !== null && whoMay[event](doer)
}

/**
 * What may have to be true: all sections are there; consent lets the text out; two others can read it; two have approved
 * it; each respondent who asked to see it first has said yes, or let the day pass that they were told.
 */
export const conditions = ['whole', 'consented', 'enoughReaders', 'enoughApprovals', 'everyYes'] as const
export type Condition = (typeof conditions)[number]

const needs: Partial<Record<CaseStudyEvent, Condition[]>> = {
  sendForReview: ['whole', 'consented', 'enoughReaders'],
  approve: ['consented'],
  lastApproval: ['consented', 'enoughApprovals'],
  show: ['consented'],
  plan: ['consented', 'everyYes'],
  publish: ['consented', 'everyYes'],
}

/** The first condition of an event that does not hold; null where all do. */
export function unmet(event: CaseStudyEvent, holds: Partial<Record<Condition, boolean>>): Condition | null {
  return needs[event]?.find(condition => !holds[condition]) ?? null
}

/** All of it at once: the status that follows, or what stands against it. */
export function whatFollows(
  status: CaseStudyStatus,
  event: CaseStudyEvent,
  doer: Doer,
  holds: Partial<Record<Condition, boolean>>,
): { to: CaseStudyStatus } | { against: 'status' | 'person' | Condition } {
  const to = statusAfter(status, event)
  if (!to) return { against: 'status' }
  if (!whoMay[event](doer)) return { against: 'person' }
  const against = unmet(event, holds)
  return against ? { against } : { to }
}

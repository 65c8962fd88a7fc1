import type { CaseStudyStatus } from './case-study'
import { mayHappen, type CaseStudyEvent, type Relation } from './case-study-states'
import type { Viewer } from './person'
import { reportStatusAfter, type ReportStatus } from './report'
import type { Decision, Stage, Status } from './submission'

type Study = {
  status: CaseStudyStatus
  authorIds: string[]
  authorTeamIds: string[]
}

/** Every deed that somebody may be refused, with what is asked about. */
export type Deeds = {
  enterWorkspace: undefined
  listSubmissions: undefined
  readSubmission: { status: Status }
  tagSubmission: { status: Status }
  removeTag: { status: Status; taggedById: string }
  /** A code on words of it, or on the whole. Where two code it, each of them and nobody else; once it is settled nobody; never who declared an interest. */
  codeSubmission: { status: Status; stage: Stage; double: boolean; coder: boolean; interest: boolean }
  changeCoding: { status: Status; personId: string; agreed: boolean }
  /** Says that a coding still fits, though its code was defined anew since. */
  checkCoding: { status: Status; personId: string }
  /** Who codes it, and which are coded by two. */
  planCoding: undefined
  /** Turns what two coded into what is agreed. */
  settleCodings: { status: Status; blind: boolean; coderIds: string[] }
  readAgreement: undefined
  /** Who was heard from and who was not, and a text to those who were not. */
  readCoverage: undefined
  setTargets: undefined
  measureAgreement: undefined
  readAnalysis: undefined
  keepFigure: undefined
  /** Another title or note for a figure, or its end. */
  changeFigure: { ownerId: string }
  declareInterest: { status: Status }
  commentOnSubmission: { status: Status }
  editComment: { authorId: string }
  resolveComment: { status: Status }
  assignSubmission: {
    status: Status
    assignee: { id: string; teamId: string | null }
  }
  moveSubmission: { status: Status; from: Stage; to: Stage }
  decideSubmission: { status: Status }
  readContact: { status: Status }
  readQuarantine: undefined
  releaseQuarantined: { status: Status }
  sendPrivateLink: { status: Status }
  settleCorrection: { status: Status }
  /** What arrives by mail, telephone or paper, with who sent it. */
  workIntake: undefined
  mergeSubmissions: { status: Status; into: { status: Status } }
  /** The queue of those who said yes to a call. Their number is `readContact`. */
  followUp: { status: Status }
  listFollowUps: undefined
  /** Whole projects, out and in. */
  exchangeProjects: undefined
  saveView: undefined
  changeView: { ownerId: string }
  exportSubmissions: undefined
  readCodebook: undefined
  /** A new code, made while coding; all else of the codebook is for leads. */
  coinCode: undefined
  editCodebook: undefined
  listCaseStudies: undefined
  startCaseStudy: {
    status: Status
    decision: Decision | null
  }
  readCaseStudy: undefined
  editCaseStudy: Study
  sendForReview: Study
  reviewCaseStudy: Study
  /** Words at a passage of it, and answers to them. */
  commentOnCaseStudy: Study
  /** Somebody outside the teams reads it, and their word is written down. */
  nameReader: Study
  /** Puts it on the page of each respondent who asked to see it first. */
  showCaseStudy: Study
  recordRespondentsYes: Study
  planPublication: Study
  /** Also one whose case study has changed meanwhile. */
  dropPlan: undefined
  changeAddress: Study
  /** What becomes of names and numbers in it. */
  decideRedactions: Study
  /** A second person's word that it may go out. */
  releaseRedactions: Study & { deciderIds: string[] }
  publishCaseStudy: Study
  unpublishCaseStudy: Study
  withdrawCaseStudy: Study
  readReport: undefined
  writeReport: undefined
  reviewReport: { status: ReportStatus }
  publishReport: { status: ReportStatus }
  readLibrary: undefined
  /** Collections and saved searches of one's own. */
  gatherInLibrary: undefined
  readCollection: { ownerId: string; shared: boolean }
  changeCollection: { ownerId: string }
  changeSearch: { ownerId: string }
  editCall: undefined
  managePeople: undefined
  readAudit: undefined
  readMail: undefined
  retryMail: undefined
}
export type Deed = keyof Deeds

const researches = (viewer: Viewer) => viewer.team !== null && (viewer.role === 'RESEARCHER' || viewer.role === 'LEAD')
const leads = (viewer: Viewer) => viewer.team !== null && viewer.role === 'LEAD'
const gathers = (viewer: Viewer) => viewer.role === 'WMCA_STAFF'
const administers = (viewer: Viewer) => viewer.role === 'ADMINISTRATOR'
const onLive = (viewer: Viewer, thing: { status: Status }) => researches(viewer) && thing.status === 'SUBMITTED'
const happens = (event: CaseStudyEvent) => (viewer: Viewer, study: Study) =>
  mayHappen(study.status, event, { actor: viewer.role, relation: relationOf(viewer, study) })

function relationOf({ id, team }: Viewer, study: Study): Relation {
  if (!team) return 'none'
  if (study.authorIds.includes(id)) return 'author'
  return study.authorTeamIds.includes(team.id) ? 'colleague' : 'other'
}

const rules: { [D in Deed]: (viewer: Viewer, thing: Deeds[D]) => boolean } = {
  enterWorkspace: viewer => researches(viewer) || administers(viewer),
  listSubmissions: researches,
  readSubmission: onLive,
  tagSubmission: onLive,
  removeTag: (viewer, tag) => onLive(viewer, tag) && (leads(viewer) || tag.taggedById === viewer.id),
  codeSubmission: (viewer, submission) =>
    onLive(viewer, submission) &&
    submission.stage !== 'SETTLED' &&
    !submission.interest &&
    (!submission.double || submission.coder),
  changeCoding: (viewer, coding) => onLive(viewer, coding) && !coding.agreed && coding.personId === viewer.id,
  checkCoding: (viewer, coding) => onLive(viewer, coding) && (leads(viewer) || coding.personId === viewer.id),
  planCoding: leads,
  settleCodings: (viewer, submission) =>
    onLive(viewer, submission) && leads(viewer) && !submission.blind && !submission.coderIds.includes(viewer.id),
  readAgreement: researches,
  readCoverage: researches,
  setTargets: leads,
  measureAgreement: leads,
  readAnalysis: researches,
  keepFigure: researches,
  changeFigure: (viewer, figure) => leads(viewer) || (researches(viewer) && figure.ownerId === viewer.id),
  declareInterest: onLive,
  commentOnSubmission: onLive,
  editComment: (viewer, comment) => researches(viewer) && comment.authorId === viewer.id,
  resolveComment: onLive,
  assignSubmission: (viewer, { status, assignee }) =>
    onLive(viewer, { status }) && assignee.teamId !== null && (leads(viewer) || assignee.teamId === viewer.team?.id),
  moveSubmission: (viewer, { status, from, to }) =>
    onLive(viewer, { status }) && ((from !== 'SETTLED' && to !== 'SETTLED') || leads(viewer)),
  decideSubmission: onLive,
  readContact: onLive,
  readQuarantine: researches,
  releaseQuarantined: (viewer, { status }) =>
    researches(viewer) && (status === 'QUARANTINED' || status === 'SUBMITTED'),
  sendPrivateLink: onLive,
  settleCorrection: (viewer, submission) => onLive(viewer, submission) && leads(viewer),
  workIntake: researches,
  mergeSubmissions: (viewer, { status, into }) => leads(viewer) && onLive(viewer, { status }) && onLive(viewer, into),
  followUp: onLive,
  listFollowUps: researches,
  exchangeProjects: leads,
  saveView: researches,
  changeView: (viewer, view) => researches(viewer) && view.ownerId === viewer.id,
  exportSubmissions: researches,
  readCodebook: researches,
  coinCode: researches,
  editCodebook: leads,
  listCaseStudies: researches,
  startCaseStudy: (viewer, source) => onLive(viewer, source) && source.decision === 'SHORTLISTED',
  readCaseStudy: researches,
  editCaseStudy: happens('edit'),
  sendForReview: happens('sendForReview'),
  reviewCaseStudy: happens('approve'),
  commentOnCaseStudy: happens('comment'),
  nameReader: happens('nameReader'),
  showCaseStudy: happens('show'),
  recordRespondentsYes: happens('recordYes'),
  planPublication: happens('plan'),
  dropPlan: leads,
  changeAddress: happens('changeAddress'),
  publishCaseStudy: happens('publish'),
  unpublishCaseStudy: happens('unpublish'),
  withdrawCaseStudy: happens('withdraw'),
  decideRedactions: happens('edit'),
  releaseRedactions: (viewer, study) =>
    researches(viewer) && study.status !== 'WITHDRAWN' && !study.deciderIds.includes(viewer.id),
  readReport: researches,
  writeReport: researches,
  reviewReport: (viewer, { status }) => researches(viewer) && reportStatusAfter(status, 'approve') !== null,
  publishReport: (viewer, { status }) => leads(viewer) && reportStatusAfter(status, 'publish') !== null,
  readLibrary: viewer => viewer.role === 'WMCA_STAFF' || researches(viewer),
  gatherInLibrary: gathers,
  readCollection: (viewer, { ownerId, shared }) => gathers(viewer) && (shared || ownerId === viewer.id),
  changeCollection: (viewer, { ownerId }) => gathers(viewer) && ownerId === viewer.id,
  changeSearch: (viewer, { ownerId }) => gathers(viewer) && ownerId === viewer.id,
  editCall: leads,
  managePeople: administers,
  readAudit: administers,
  readMail: viewer => administers(viewer) || leads(viewer),
  retryMail: viewer => administers(viewer) || leads(viewer),
}

/**
 * Who may do what to which thing: the one table that every query and action asks.
 * `null` (no one is signed in) may do none of it: what the public reads is not asked here, it is published.
 */
export function may<D extends Deed>(
  viewer: Viewer | null,
  deed: D,
  ...thing: Deeds[D] extends undefined ? [] : [Deeds[D]]
): boolean {
  return viewer !== null && rules[deed](viewer, thing[0] as Deeds[D])
}

/** QUARANTINED: sent, and held back until somebody has seen that a person sent it. */
export const statuses = ['DRAFT', 'QUARANTINED', 'SUBMITTED', 'WITHDRAWN'] as const
export type Status = (typeof statuses)[number]

export const stages = ['NEW', 'CODING', 'CODED', 'SETTLED'] as const
export type Stage = (typeof stages)[number]

export const decisions = ['SHORTLISTED', 'NOT_TAKEN_FORWARD'] as const
export type Decision = (typeof decisions)[number]

export const organisationTypes = [
  'VOLUNTARY',
  'FAITH',
  'MUTUAL_AID',
  'NEIGHBOURHOOD',
  'SOCIAL_ENTERPRISE',
  'OTHER',
] as const
export type OrganisationType = (typeof organisationTypes)[number]

export const practices = ['OWN', 'ELSEWHERE'] as const
export type Practice = (typeof practices)[number]

/** The answers that are read and coded, in the order in which they are asked, by the names of their texts. */
export const answerFields = ['whatHappened', 'difference', 'learned'] as const
export type AnswerField = (typeof answerFields)[number]

/** Words for the workspace; the public side has its own in the message catalogue. */
export const stageNames: Record<Stage, string> = { NEW: 'New', CODING: 'Coding', CODED: 'Coded', SETTLED: 'Settled' }
export const decisionNames: Record<Decision, string> = {
  SHORTLISTED: 'Shortlisted',
  NOT_TAKEN_FORWARD: 'Not taken forward',
}
export const organisationTypeNames: Record<OrganisationType, string> = {
  VOLUNTARY: 'Voluntary or community organisation',
  FAITH: 'Faith group',
  MUTUAL_AID: 'Mutual aid group',
  NEIGHBOURHOOD: 'Neighbourhood group',
  SOCIAL_ENTERPRISE: 'Social enterprise',
  OTHER: 'Other',
}
export const answerNames: Record<AnswerField, string> = {
  whatHappened: 'What happened?',
  difference: 'What difference did it make?',
  learned: 'What should continue, or what did you learn?',
}

/** What fits, in characters unless it says words. The database checks the first group too (`Submission_lengths`). */
export const limits = {
  organisationName: 200,
  practiceOf: 200,
  title: 150,
  neighbourhood: 200,
  whatHappenedWords: 600,
  otherStoryWords: 300,
  storyCharacters: 10_000,
  links: 5,
  link: 2_000,
  contactName: 200,
  email: 254,
  telephone: 40,
  bestTimes: 200,
} as const

const following: Record<Status, readonly Status[]> = {
  DRAFT: ['SUBMITTED', 'QUARANTINED'],
  QUARANTINED: ['SUBMITTED', 'WITHDRAWN'],
  SUBMITTED: ['WITHDRAWN'],
  WITHDRAWN: [],
}

/** Whether a submission may pass from one status to another. Nothing follows `WITHDRAWN`: respondents are promised that it is final. */
export function mayBecome(from: Status, to: Status): boolean {
  return following[from].includes(to)
}

import { describe, expect, test } from 'vitest'

import type { Viewer } from './person'
import { may, type Deed, type Deeds } from './policy'

const teams = { ours: { id: 'ours', name: 'Ours', short: 'O' }, theirs: { id: 'theirs', name: 'Theirs', short: 'T' } }
const person = (role: Viewer['role'], id: string, team: keyof typeof teams | null): Viewer => ({
  id,
  name: id,
  email: `${id}@portal.example`,
  role,
  team: team ? teams[team] : null,
  sessionId: 'session',
})

const viewers = {
  nobody: null,
  researcher: person('RESEARCHER', 'researcher', 'ours'),
  lead: person('LEAD', 'lead', 'ours'),
  wmca: person('WMCA_STAFF', 'wmca', null),
  administrator: person('ADMINISTRATOR', 'administrator', null),
}
type Who = keyof typeof viewers
const everyone: Who[] = ['nobody', 'researcher', 'lead', 'wmca', 'administrator']
const research: Who[] = ['researcher', 'lead']

const live = { status: 'SUBMITTED' } as const
const assigneeOf = (teamId: string | null) => ({ ...live, assignee: { id: 'somebody', teamId } })
const study = (status: Deeds['editCaseStudy']['status'], authorTeam: string, authorId = 'author') => ({
  status,
  authorIds: [authorId],
  authorTeamIds: [authorTeam],
})

/** Every deed at least once: what it is done to, and who may. Whoever is not named may not. */
type Case = { [D in Deed]: readonly [deed: D, thing: Deeds[D], who: readonly Who[], note?: string] }[Deed]
const cases = [
  ['enterWorkspace', undefined, [...research, 'administrator']],
  ['listSubmissions', undefined, research],
  ['readSubmission', live, research],
  ['readSubmission', { status: 'DRAFT' }, [], 'a draft is nobody’s but the respondent’s'],
  ['readSubmission', { status: 'WITHDRAWN' }, []],
  ['tagSubmission', live, research],
  ['tagSubmission', { status: 'WITHDRAWN' }, []],
  ['removeTag', { ...live, taggedById: 'researcher' }, research, 'their own, or any for a lead'],
  ['removeTag', { ...live, taggedById: 'somebody' }, ['lead']],
  ['removeTag', { status: 'WITHDRAWN', taggedById: 'researcher' }, []],
  ['codeSubmission', { ...live, stage: 'CODED', double: false, coder: false, interest: false }, research],
  ['codeSubmission', { ...live, stage: 'CODING', double: true, coder: true, interest: false }, research],
  [
    'codeSubmission',
    { ...live, stage: 'CODING', double: true, coder: false, interest: false },
    [],
    'where two do, nobody else does',
  ],
  [
    'codeSubmission',
    { ...live, stage: 'SETTLED', double: false, coder: true, interest: false },
    [],
    'what is settled stays so',
  ],
  [
    'codeSubmission',
    { ...live, stage: 'NEW', double: false, coder: false, interest: true },
    [],
    'who has an interest does not',
  ],
  ['codeSubmission', { status: 'WITHDRAWN', stage: 'NEW', double: false, coder: true, interest: false }, []],
  ['changeCoding', { ...live, personId: 'researcher', agreed: false }, ['researcher'], 'one’s own'],
  ['changeCoding', { ...live, personId: 'lead', agreed: true }, [], 'what is agreed is changed by settling anew'],
  ['checkCoding', { ...live, personId: 'researcher' }, research, 'one’s own, or any for a lead'],
  ['checkCoding', { ...live, personId: 'somebody' }, ['lead']],
  ['checkCoding', { status: 'WITHDRAWN', personId: 'researcher' }, []],
  ['readAnalysis', undefined, research],
  ['keepFigure', undefined, research],
  ['changeFigure', { ownerId: 'researcher' }, research, 'one’s own, or any for a lead'],
  ['changeFigure', { ownerId: 'somebody' }, ['lead']],
  ['planCoding', undefined, ['lead']],
  ['settleCodings', { ...live, blind: false, coderIds: ['researcher', 'other'] }, ['lead']],
  ['settleCodings', { ...live, blind: false, coderIds: ['lead', 'other'] }, [], 'a lead who did not code it'],
  ['settleCodings', { ...live, blind: true, coderIds: ['other'] }, []],
  ['readAgreement', undefined, research],
  ['readCoverage', undefined, research],
  ['setTargets', undefined, ['lead']],
  ['measureAgreement', undefined, ['lead']],
  ['declareInterest', live, research],
  ['followUp', live, research],
  ['followUp', { status: 'WITHDRAWN' }, []],
  ['listFollowUps', undefined, research],
  ['exchangeProjects', undefined, ['lead']],
  ['saveView', undefined, research],
  ['changeView', { ownerId: 'researcher' }, ['researcher']],
  ['exportSubmissions', undefined, research],
  ['commentOnSubmission', live, research],
  ['commentOnSubmission', { status: 'DRAFT' }, []],
  ['editComment', { authorId: 'researcher' }, ['researcher'], 'words are edited by who wrote them'],
  ['editComment', { authorId: 'administrator' }, []],
  ['resolveComment', live, research],
  ['assignSubmission', assigneeOf('ours'), research],
  ['assignSubmission', assigneeOf('theirs'), ['lead'], 'another team’s people: leads only'],
  ['assignSubmission', assigneeOf(null), [], 'somebody without a team reads no evidence'],
  ['moveSubmission', { ...live, from: 'CODING', to: 'CODED' }, research],
  ['moveSubmission', { ...live, from: 'CODED', to: 'SETTLED' }, ['lead']],
  ['moveSubmission', { ...live, from: 'SETTLED', to: 'CODED' }, ['lead'], 'what is settled is reopened by leads'],
  ['moveSubmission', { status: 'WITHDRAWN', from: 'CODING', to: 'CODED' }, []],
  ['workIntake', undefined, research],
  ['mergeSubmissions', { ...live, into: live }, ['lead']],
  ['mergeSubmissions', { ...live, into: { status: 'WITHDRAWN' } }, [], 'into what is there to be read'],
  ['mergeSubmissions', { status: 'QUARANTINED', into: live }, []],
  ['decideSubmission', live, research],
  ['readQuarantine', undefined, research],
  ['releaseQuarantined', { status: 'QUARANTINED' }, research],
  ['releaseQuarantined', { status: 'WITHDRAWN' }, []],
  ['readSubmission', { status: 'QUARANTINED' }, [], 'what is held back is looked through apart'],
  ['readContact', live, research],
  ['readContact', { status: 'WITHDRAWN' }, []],
  ['sendPrivateLink', live, research],
  ['sendPrivateLink', { status: 'WITHDRAWN' }, [], 'who withdrew is written to no more'],
  ['settleCorrection', live, ['lead'], 'what was settled is looked at again by a lead'],
  ['settleCorrection', { status: 'WITHDRAWN' }, []],
  ['readCodebook', undefined, research],
  ['coinCode', undefined, research, 'who meets something new gives it a name'],
  ['editCodebook', undefined, ['lead']],
  ['listCaseStudies', undefined, research],
  ['startCaseStudy', { ...live, decision: 'SHORTLISTED' }, research],
  ['startCaseStudy', { ...live, decision: null }, []],
  ['startCaseStudy', { ...live, decision: 'NOT_TAKEN_FORWARD' }, []],
  ['readCaseStudy', undefined, research],
  ['editCaseStudy', study('DRAFT', 'ours'), research],
  ['editCaseStudy', study('DRAFT', 'theirs'), ['lead']],
  ['editCaseStudy', study('WITHDRAWN', 'ours'), []],
  ['sendForReview', study('DRAFT', 'ours'), research],
  ['sendForReview', study('CHANGES_REQUESTED', 'theirs'), ['lead']],
  ['sendForReview', study('IN_REVIEW', 'ours'), []],
  ['reviewCaseStudy', study('IN_REVIEW', 'theirs'), research],
  ['reviewCaseStudy', study('IN_REVIEW', 'ours'), [], 'not by the author’s team'],
  ['reviewCaseStudy', study('IN_REVIEW', 'theirs', 'lead'), ['researcher'], 'nor by an author who changed teams'],
  ['reviewCaseStudy', study('APPROVED', 'theirs'), []],
  ['decideRedactions', study('DRAFT', 'ours'), research],
  ['decideRedactions', study('APPROVED', 'theirs'), ['lead']],
  ['decideRedactions', study('WITHDRAWN', 'ours'), []],
  ['releaseRedactions', { ...study('IN_REVIEW', 'theirs'), deciderIds: ['lead'] }, ['researcher'], 'never who decided'],
  ['releaseRedactions', { ...study('DRAFT', 'ours'), deciderIds: [] }, research],
  ['releaseRedactions', { ...study('WITHDRAWN', 'ours'), deciderIds: [] }, []],
  ['recordRespondentsYes', study('IN_REVIEW', 'theirs'), research],
  ['recordRespondentsYes', study('WITHDRAWN', 'ours'), []],
  ['commentOnCaseStudy', study('IN_REVIEW', 'theirs'), research],
  ['commentOnCaseStudy', study('WITHDRAWN', 'ours'), []],
  ['nameReader', study('DRAFT', 'theirs'), ['lead']],
  ['nameReader', study('PUBLISHED', 'ours'), []],
  ['showCaseStudy', study('APPROVED', 'ours'), research],
  ['showCaseStudy', study('APPROVED', 'theirs'), ['lead']],
  ['showCaseStudy', study('DRAFT', 'ours'), []],
  ['planPublication', study('APPROVED', 'theirs'), ['lead']],
  ['planPublication', study('IN_REVIEW', 'ours'), []],
  ['dropPlan', undefined, ['lead']],
  ['changeAddress', study('PUBLISHED', 'theirs'), ['lead']],
  ['changeAddress', study('WITHDRAWN', 'ours'), []],
  ['publishCaseStudy', study('APPROVED', 'theirs'), ['lead']],
  ['publishCaseStudy', study('IN_REVIEW', 'ours'), []],
  ['unpublishCaseStudy', study('PUBLISHED', 'theirs'), ['lead']],
  ['unpublishCaseStudy', study('APPROVED', 'ours'), []],
  ['withdrawCaseStudy', study('PUBLISHED', 'theirs'), ['lead']],
  ['withdrawCaseStudy', study('WITHDRAWN', 'ours'), []],
  ['readReport', undefined, research],
  ['writeReport', undefined, research],
  ['reviewReport', { status: 'IN_REVIEW' }, research],
  ['reviewReport', { status: 'DRAFT' }, []],
  ['publishReport', { status: 'APPROVED' }, ['lead']],
  ['publishReport', { status: 'IN_REVIEW' }, [], 'not before all teams have approved it'],
  ['readLibrary', undefined, [...research, 'wmca']],
  ['gatherInLibrary', undefined, ['wmca']],
  ['readCollection', { ownerId: 'wmca', shared: false }, ['wmca']],
  ['readCollection', { ownerId: 'somebody', shared: true }, ['wmca'], 'shared among WMCA staff'],
  ['readCollection', { ownerId: 'somebody', shared: false }, []],
  ['changeCollection', { ownerId: 'wmca' }, ['wmca']],
  ['changeCollection', { ownerId: 'somebody' }, [], 'what is shared is edited by its owner'],
  ['changeSearch', { ownerId: 'wmca' }, ['wmca']],
  ['changeSearch', { ownerId: 'somebody' }, []],
  ['editCall', undefined, ['lead']],
  ['managePeople', undefined, ['administrator']],
  ['readAudit', undefined, ['administrator']],
  ['readMail', undefined, ['lead', 'administrator']],
  ['retryMail', undefined, ['lead', 'administrator']],
] as const satisfies readonly Case[]

/** The type checker names a deed that the table forgets. */
const forgotten: Exclude<Deed, (typeof cases)[number][0]> extends never
  ? 'none'
  : Exclude<Deed, (typeof cases)[number][0]> = 'none'

const everyCase: readonly Case[] = cases

// The table pairs each deed with its own thing; `may` wants the pair as one argument list.
const ask = may as (viewer: Viewer | null, deed: Deed, thing: unknown) => boolean

describe('who may do what', () => {
  for (const [deed, thing, who, note] of everyCase) {
    const about = thing === undefined ? '' : ` ${JSON.stringify(thing)}`
    test(`${deed}${about}: ${who.join(', ') || 'no one'}${note ? ` (${note})` : ''}`, () => {
      expect(everyone.filter(one => ask(viewers[one], deed, thing))).toEqual(who)
    })
  }

  test('the table forgets no deed', () => expect(forgotten).toBe('none'))

  test('a role of research without a team does nothing of it', () => {
    const teamless = { ...viewers.lead, team: null }
    for (const [deed, thing] of cases) {
      if (deed !== 'readMail' && deed !== 'retryMail') expect([deed, ask(teamless, deed, thing)]).toEqual([deed, false])
    }
  })
})

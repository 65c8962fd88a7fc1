import type { AnalysisKind } from '@/lib/domain/analysis'
import type { WorkInput } from '@/lib/domain/report-work'
import type { AnswerField } from '@/lib/domain/submission'

const [lead, wolverhampton, bvsc, coventry] = ['lead@wlv.example', 'researcher@wlv.example', 'researcher@bvsc.example', 'researcher@coventry.example'] // prettier-ignore

/** Words of an answer that the report rests on. Where nobody has coded them yet with this code, `by` does. */
export type ReportPassage = { entry: string; code: string; by: string; words: string; in?: AnswerField }

export const reportPassages = {
  'nursery-list': {
    entry: 'chainmakers-nursery',
    code: 'Anchor institutions and key workers',
    by: wolverhampton,
    words: 'The people on the list were the ones on £8.90 an hour with no car.',
  },
  'nursery-hours': {
    entry: 'chainmakers-nursery',
    code: 'Anchor institutions and key workers',
    by: wolverhampton,
    words:
      'The hours of childcare are set for office workers. Hospitals, care homes, depots and bakeries do not keep those hours, pandemic or no pandemic.',
    in: 'learned',
  },
  'nursery-money': {
    entry: 'chainmakers-nursery',
    code: 'Funding',
    by: wolverhampton,
    words:
      'Fees for this group were topped up by the council’s key worker fund until the end of May. Then not. In June we lost £6,200 on the early shift.',
  },
  'flats-offline': {
    entry: 'tenants-telephone-table',
    code: 'Digital inclusion',
    by: coventry,
    words:
      'Thirty-nine flats had no internet and another twenty-odd had it on a phone they paid for by the day. So I asked the bank-holiday question: what have we all got? A telephone.',
  },
  'say-yes': {
    entry: 'tenants-telephone-table',
    code: 'Community voice',
    by: coventry,
    words: 'The landlord now sends somebody each Tuesday who can say yes to things up to £500 there and then.',
    in: 'difference',
  },
  'no-answer': {
    entry: 'depot-lane-residents',
    code: 'Anchor institutions and key workers',
    by: bvsc,
    words:
      'No answer. Wrote again. Got an automatic reply about noise complaints. Went to the gate and was told by security to stand behind the line.',
  },
  'never-counted': {
    entry: 'needle-and-forge',
    code: 'Recovery plans',
    by: wolverhampton,
    words: 'Nobody had ever counted us. The retail study counted the town centre.',
    in: 'learned',
  },
  'window-width': {
    entry: 'needle-and-forge',
    code: 'Enterprise',
    by: wolverhampton,
    words: 'All of it cost £2,900, and each trader put in according to the width of the shop window.',
  },
  'nobody-fed': {
    entry: 'brass-band-under-the-window',
    code: 'Mental health and isolation',
    by: coventry,
    words: 'I don’t know if this is what you are looking for. Nobody was fed by it.',
  },
  'without-asking': {
    entry: 'heart-of-england-plotholders',
    code: 'Recovery plans',
    by: wolverhampton,
    words: 'A table may spend £2,500 without asking anyone.',
  },
  'neighbours-first': {
    entry: 'phone-in-from-up-north',
    code: 'Community voice',
    by: wolverhampton,
    words: 'The doctor, or the council, or the solicitor has to wait until three listeners have spoken.',
  },
  'not-the-parish': {
    entry: 'parish-council-on-the-screen',
    code: 'Community voice',
    by: coventry,
    words: 'Those sixty are not the parish.',
  },
  'by-lane': {
    entry: 'parish-council-on-the-screen',
    code: 'Community voice',
    by: coventry,
    words: 'Count who comes, by lane and not by head.',
    in: 'learned',
  },
  'stopped-spending': {
    entry: 'chase-carers-front-room',
    code: 'Freedoms and flexibilities',
    by: coventry,
    words: 'Three families have stopped spending altogether and gone back to being exhausted',
  },
  'three-days': {
    entry: 'needle-and-nurse',
    code: 'Co-production',
    by: wolverhampton,
    words: 'So we stop sewing. Three days no sewing, some ladies were angry with me.',
  },
  'demand-first': {
    entry: 'too-many-volunteers',
    code: 'Volunteering',
    by: coventry,
    words: 'Demand first, then supply. Count the jobs, then ask for the people.',
    in: 'learned',
  },
  // coded already, by two
  'fourteen-lines': {
    entry: 'marches-rural-voice',
    code: 'Freedoms and flexibilities',
    by: bvsc,
    words: 'Of fourteen lines, nine became “yes for now”, three became “yes, always could have”, and two stayed no.',
  },
  'five-bodies': {
    entry: 'marches-rural-voice',
    code: 'Funding',
    by: bvsc,
    words: 'A counter that serves five public bodies should be paid by five public bodies.',
    in: 'learned',
  },
  'sixty-hours': {
    entry: 'marches-rural-voice',
    code: 'Funding',
    by: wolverhampton,
    words: 'sixty hours a week for twenty-two hours’ pay',
  },
  licence: {
    entry: 'second-wind-bikes',
    code: 'Freedoms and flexibilities',
    by: coventry,
    words:
      'a two-page licence that somebody in another town had used for a pop-up. Rolling, a month’s notice either side, £1 a week, we cover insurance and electric.',
  },
  takings: {
    entry: 'second-wind-bikes',
    code: 'Enterprise',
    by: coventry,
    words: 'Takings £14,630 in six weeks. Our best year before was £9,000. Four jobs at the living wage.',
    in: 'difference',
  },
  'bin-crews': {
    entry: 'babbs-corner-kitchen-table',
    code: 'Anchor institutions and key workers',
    by: bvsc,
    words:
      'Then the bin crews heard. Then the lads who clean the trains. Then a postwoman. It got to about seventy people a day',
  },
  'not-quoted': {
    entry: 'bahay-nurses',
    code: 'Anchor institutions and key workers',
    by: lead,
    words: 'In our case community and key worker is the same people.',
  },
  'not-quoted-either': {
    entry: 'hazel-door',
    code: 'Trust and relationships',
    by: coventry,
    words:
      'Speed was the gift of the relationship, not of the protocol. The protocol without the relationship is a leak.',
    in: 'learned',
  },
} satisfies Record<string, ReportPassage>

/** A view of the analysis that the lead kept. `codes` are names. */
export type ReportFigure = {
  title: string
  note: string
  kind: AnalysisKind
  asked: Record<string, string>
  codes?: string[]
}

export const reportFigures = {
  places: {
    title: 'Subjects by place, in all responses read so far',
    note: 'For the section on who was heard.',
    kind: 'matrix',
    asked: { by: 'place', level: 'top', count: 'so-far' },
  },
  subjects: {
    title: 'What settled responses are about',
    note: 'The main figure. Codes of the second level stand below their own.',
    kind: 'frequencies',
    asked: {},
  },
  types: {
    title: 'Subjects by kind of organisation, in settled responses',
    note: '',
    kind: 'matrix',
    asked: { by: 'type', level: 'top' },
  },
  themes: {
    title: 'Subjects by the theme that respondents ticked, in settled responses',
    note: 'What respondents said it was about, and what coders found.',
    kind: 'matrix',
    asked: { by: 'theme', level: 'top' },
  },
  conditions: {
    title: 'What settled responses say they needed',
    note: '',
    kind: 'frequencies',
    asked: {},
    codes: ['Trust and relationships', 'Partnership with the council', 'Funding', 'Volunteering'],
  },
  together: {
    title: 'Subjects that stand in the same responses, in all read so far',
    note: '',
    kind: 'together',
    asked: { near: 'submission', level: 'top', count: 'so-far' },
  },
  teams: {
    title: 'Codes by the team that gave them, in all responses read so far',
    note: 'To see whether one team finds what the others do not.',
    kind: 'matrix',
    asked: { by: 'team', level: 'top', count: 'so-far' },
  },
} satisfies Record<string, ReportFigure>

const work = (given: Partial<WorkInput> & Pick<WorkInput, 'type' | 'title' | 'authors' | 'year'>): WorkInput => ({
  container: '',
  publisher: '',
  volume: '',
  issue: '',
  pages: '',
  doi: '',
  url: '',
  ...given,
})

/** Real works: the only thing in the demonstration that is not made up. */
export const reportWorks = {
  'benton-power': work({
    type: 'article-journal',
    title: 'Community responses to the coronavirus pandemic: How mutual aid can help',
    authors: 'Benton, Eleanor\nPower, Anne',
    year: '2021',
    container: 'LSE Public Policy Review',
    volume: '1',
    issue: '3',
    pages: 'Article 4',
    doi: '10.31389/lseppr.21',
  }),
  'krippendorff-2004': work({
    type: 'article-journal',
    title: 'Reliability in content analysis: Some common misconceptions and recommendations',
    authors: 'Krippendorff, Klaus',
    year: '2004',
    container: 'Human Communication Research',
    volume: '30',
    issue: '3',
    pages: '411–433',
    doi: '10.1111/j.1468-2958.2004.tb00738.x',
  }),
  'krippendorff-2018': work({
    type: 'book',
    title: 'Content analysis: An introduction to its methodology (4th ed.)',
    authors: 'Krippendorff, Klaus',
    year: '2018',
    publisher: 'SAGE',
  }),
  mao: work({
    type: 'article-journal',
    title: 'What have we learned about COVID-19 volunteering in the UK? A rapid review of the literature',
    authors: 'Mao, Guanlan\nFernandes-Jesus, Maria\nNtontis, Evangelos\nDrury, John',
    year: '2021',
    container: 'BMC Public Health',
    volume: '21',
    pages: 'Article 1470',
    doi: '10.1186/s12889-021-11390-8',
  }),
  marston: work({
    type: 'article-journal',
    title: 'Community participation is crucial in a pandemic',
    authors: 'Marston, Cicely\nRenedo, Alicia\nMiles, Sam',
    year: '2020',
    container: 'The Lancet',
    volume: '395',
    issue: '10238',
    pages: '1676–1678',
    doi: '10.1016/S0140-6736(20)31054-0',
  }),
  'tiratelli-kaye': work({
    type: 'report',
    title: 'Communities vs. coronavirus: The rise of mutual aid',
    authors: 'Tiratelli, Luca\nKaye, Simon',
    year: '2020',
    publisher: 'New Local Government Network',
  }),
} satisfies Record<string, WorkInput>

import type { AnswerField } from '@/lib/domain/submission'

/** A code on words of an answer as they stand there, or (without words) on the whole submission. */
export type DoubleCode = { code: string; words?: string; in?: AnswerField; memo?: string }

/** A response of the demonstration that two people coded without seeing each other's work. */
export type DoubleEntry = {
  /** The key of its entry. */
  key: string
  /** `HALF`: the first has finished, the second has begun. */
  state: 'HALF' | 'CODED' | 'SETTLED'
  first: string
  second: string
  byFirst: DoubleCode[]
  bySecond: DoubleCode[]
}

const [wolverhampton, bvsc, coventry] = ['researcher@wlv.example', 'researcher@bvsc.example', 'researcher@coventry.example'] // prettier-ignore

export const doubleCodings: DoubleEntry[] = [
  {
    key: 'babbs-corner-kitchen-table',
    state: 'CODED',
    first: coventry,
    second: bvsc,
    byFirst: [
      { code: 'Anchor institutions and key workers' },
      { code: 'Early crisis response' },
      {
        code: 'Anchor institutions and key workers',
        words: 'Then the bin crews heard. Then the lads who clean the trains. Then a postwoman.',
      },
      {
        code: 'Innovation',
        words: 'We numbered them 1, 2, 3 and put a coloured peg on the gate if it was free and clean.',
      },
      { code: 'Volunteering', words: 'Each house on the rota does two flasks and something in foil' },
      { code: 'Funding', words: 'Cost: nothing, everyone used their own teabags.' },
    ],
    bySecond: [
      { code: 'Anchor institutions and key workers' },
      { code: 'Trust and relationships' },
      {
        code: 'Anchor institutions and key workers',
        words:
          'Then the bin crews heard. Then the lads who clean the trains. Then a postwoman. It got to about seventy people a day',
      },
      { code: 'Volunteering', words: 'Each house on the rota does two flasks and something in foil' },
      { code: 'Funding', words: 'Cost: nothing, everyone used their own teabags.' },
      {
        code: 'Trust and relationships',
        words: 'three buses stopped outside the house while the hearse went, engines off',
        in: 'difference',
        memo: 'Respect going back the other way.',
      },
    ],
  },
  {
    key: 'tower-landing-assembly',
    state: 'CODED',
    first: bvsc,
    second: wolverhampton,
    byFirst: [
      { code: 'Recovery plans' },
      { code: 'Community voice' },
      {
        code: 'Community voice',
        words:
          'We took the paper down and gave each landing one voice. 72 landings, 72 reps, changed every fortnight so nobody becomes king.',
      },
      {
        code: 'Recovery plans',
        words: 'By July we had a list of 31 things in three columns: Ours, Theirs, and Nobody knows.',
      },
      { code: 'Innovation', words: 'timed with an egg timer shaped like a chicken' },
    ],
    bySecond: [
      { code: 'Recovery plans' },
      { code: 'Community voice' },
      { code: 'Innovation' },
      { code: 'Community voice', words: '72 landings, 72 reps, changed every fortnight so nobody becomes king.' },
      {
        code: 'Recovery plans',
        words: 'By July we had a list of 31 things in three columns: Ours, Theirs, and Nobody knows.',
      },
      {
        code: 'Partnership with the council',
        words: 'They asked to send an officer to run the calls for us.',
        memo: 'A landlord, but is it the council? See the definition.',
      },
    ],
  },
  {
    key: 'second-wind-bikes',
    state: 'CODED',
    first: bvsc,
    second: coventry,
    byFirst: [
      { code: 'Freedoms and flexibilities' },
      { code: 'Enterprise' },
      {
        code: 'Freedoms and flexibilities',
        words: 'Rolling, a month’s notice either side, £1 a week, we cover insurance and electric.',
      },
      { code: 'Enterprise', words: '203 bikes sold, from £35 to £120' },
      { code: 'Enterprise', words: 'Takings £14,630 in six weeks. Our best year before was £9,000.', in: 'difference' },
    ],
    bySecond: [
      { code: 'Freedoms and flexibilities' },
      { code: 'Enterprise' },
      { code: 'Partnership with the council' },
      {
        code: 'Freedoms and flexibilities',
        words:
          'a two-page licence that somebody in another town had used for a pop-up. Rolling, a month’s notice either side, £1 a week, we cover insurance and electric.',
      },
      { code: 'Enterprise', words: '203 bikes sold, from £35 to £120' },
      {
        code: 'Enterprise',
        words: 'Takings £14,630 in six weeks. Our best year before was £9,000. Four jobs at the living wage.',
        in: 'difference',
      },
    ],
  },
  {
    key: 'hazel-door',
    state: 'CODED',
    first: coventry,
    second: wolverhampton,
    byFirst: [
      { code: 'Freedoms and flexibilities' },
      { code: 'Trust and relationships' },
      {
        code: 'Freedoms and flexibilities',
        words: 'a two-page emergency protocol instead of the thirty-one-page agreement',
      },
      {
        code: 'Trust and relationships',
        words:
          'Speed was the gift of the relationship, not of the protocol. The protocol without the relationship is a leak.',
        in: 'learned',
      },
      {
        code: 'Partnership with the council',
        words: 'a housing manager, a police sergeant, a health visitor lead and I agreed a daily call at 8.40',
      },
    ],
    bySecond: [
      { code: 'Freedoms and flexibilities' },
      { code: 'Trust and relationships' },
      {
        code: 'Freedoms and flexibilities',
        words:
          'Our data protection adviser drew up a two-page emergency protocol instead of the thirty-one-page agreement.',
      },
      {
        code: 'Trust and relationships',
        words:
          'Speed was the gift of the relationship, not of the protocol. The protocol without the relationship is a leak.',
        in: 'learned',
      },
      {
        code: 'Trust and relationships',
        words: 'Quick sharing was only safe because the same four people were on the call every day',
      },
    ],
  },
  {
    key: 'marches-rural-voice',
    state: 'CODED',
    first: bvsc,
    second: wolverhampton,
    byFirst: [
      { code: 'Freedoms and flexibilities' },
      {
        code: 'Freedoms and flexibilities',
        words:
          'Of fourteen lines, nine became “yes for now”, three became “yes, always could have”, and two stayed no.',
      },
      { code: 'Innovation', words: 'The sheet of paper is the innovation.', in: 'learned' },
      {
        code: 'Funding',
        words: 'A counter that serves five public bodies should be paid by five public bodies.',
        in: 'learned',
      },
    ],
    bySecond: [
      { code: 'Freedoms and flexibilities' },
      { code: 'Anchor institutions and key workers' },
      {
        code: 'Freedoms and flexibilities',
        words:
          'Of fourteen lines, nine became “yes for now”, three became “yes, always could have”, and two stayed no.',
      },
      {
        code: 'Innovation',
        words: 'The sheet of paper is the innovation. I have since persuaded four other shops to put one up.',
        in: 'learned',
      },
      { code: 'Funding', words: 'sixty hours a week for twenty-two hours’ pay' },
    ],
  },
  {
    key: 'bahay-nurses',
    state: 'SETTLED',
    first: wolverhampton,
    second: coventry,
    byFirst: [
      { code: 'Anchor institutions and key workers' },
      { code: 'Community voice' },
      { code: 'Community voice', words: 'we wrote to the hospital about masks' },
      {
        code: 'Anchor institutions and key workers',
        words: 'In our case community and key worker is the same people.',
      },
    ],
    bySecond: [
      { code: 'Anchor institutions and key workers' },
      { code: 'Mental health and isolation' },
      {
        code: 'Community voice',
        words: 'we wrote to the hospital about masks, that the fit test fails for small Asian faces',
      },
      {
        code: 'Anchor institutions and key workers',
        words: 'In our case community and key worker is the same people.',
      },
    ],
  },
  {
    key: 'chase-surgery-patients',
    state: 'HALF',
    first: bvsc,
    second: wolverhampton,
    byFirst: [
      { code: 'Co-production' },
      { code: 'Volunteering' },
      {
        code: 'Co-production',
        words: 'Patients designed it and ran it, volunteers did the legs, surgery kept hold of the data.',
      },
      { code: 'Volunteering', words: '50 odd people round here with a lanyard and nothing to do' },
    ],
    bySecond: [{ code: 'Co-production', words: 'a script they wrote themselves' }],
  },
  {
    key: 'out-of-season-mutual-aid',
    state: 'HALF',
    first: coventry,
    second: bvsc,
    byFirst: [
      { code: 'Recovery plans' },
      { code: 'Enterprise' },
      {
        code: 'Recovery plans',
        words: 'A winter retrofit gang, trained by the college, to insulate the damp rooms that we live in.',
      },
      { code: 'Enterprise', words: '19 people have paid work in the kitchen co-operative', in: 'difference' },
    ],
    bySecond: [],
  },
]

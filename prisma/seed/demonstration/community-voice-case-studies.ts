import type { DemonstrationCaseStudy } from './entry'

/** Written from Fallow Lane Youth Forum (example). */
export const aParkBuiltTwice: DemonstrationCaseStudy = {
  slug: 'a-park-built-twice',
  title: 'A park built twice: young people plan inside a game',
  summary:
    'A youth forum in Wolverhampton moved its meetings into a game that young people were already playing, and built the park that they wanted at full scale.',
  whatHappened: `Fallow Lane Youth Forum (example) had met for nine years in a room above a library, with about nine young people. When lockdown began it tried video calls, and four attended.

A member pointed out that many young people from the estate already met every day in a block-building game, on a server that he ran. It had elected moderators and its own way of settling disputes. The forum asked to join them.

Moderators and staff agreed safeguards over a week. Membership was by invitation; real names were known only to staff; two vetted workers attended each session; conversations were logged and private messages were switched off. The forum’s parent organisation refused twice before it took part itself and agreed.

Members chose to work on a recreation ground that was due to be redesigned. They measured it during their daily exercise, built it in the game at its true size, and then tried out changes and voted on them. Lighting along a short cut came first, an issue that had not appeared in earlier consultation. One girl led a worker along the path in the game, to show where she felt afraid.

In June two parks officers came into the game to be shown round. Fifty-eight young people took part between 20 April and 24 July.`,
  whatWasNew: `The forum did not create a place and invite young people to it. It asked to be admitted to one that they governed. The game was not a novelty added to a consultation: a model at full scale, which anyone could change, let members test ideas against each other and show officers how a place feels at the height of a thirteen-year-old. Rules written by young people were taken as the starting point for safeguarding.`,
  difference: `Thirty-four of the fifty-eight had never taken part in the forum before. Twenty-six were girls, where earlier records show two. The lighting is included, with a cost, in the draft scheme for the ground; nothing has yet been built.

Some were left out. Five of the nine original members did not play games or had to share a telephone. Two were able to direct a builder by telephone. Three have not returned.`,
  learning: `Ask where people already meet, and on what terms they would let you in. Expect to spend time on safeguarding, and to spend it with those who run the space.

Every channel excludes someone. The forum counted whom it had lost as carefully as whom it had gained, and others could take up that habit. Officers’ readiness to enter an unfamiliar place, and to look a little foolish there, mattered to the young people’s trust.`,
  quotation: {
    text: 'And whatever you use will shut someone out, so know who.',
    source: 'Jo Marchetti, Fallow Lane Youth Forum (example)',
  },
  redactions: [
    {
      words: 'Jo Marchetti',
      reason: 'The worker who runs the forum, named on its own pages; no young person is named.',
    },
  ],
  lenses: ['innovation'],
  decisionArea: 'Digital inclusion',
  author: 'researcher@wlv.example',
  status: 'PUBLISHED',
  reviews: [
    { by: 'researcher@bvsc.example', verdict: 'APPROVE', note: 'No child can be recognised from this. Thank you.' },
    { by: 'researcher@coventry.example', verdict: 'APPROVE' },
  ],
  respondentAgreed: true,
}

/** Written from a respondent who may not be named. */
export const aTelephoneTable: DemonstrationCaseStudy = {
  slug: 'a-telephone-table',
  title: 'A telephone table for tenants and their landlord',
  summary:
    'Tenants without internet access used a shared telephone line to meet every week, agree what mattered and settle it with their landlord.',
  whatHappened: `In a neighbourhood of Telford and Wrekin, tenants of more than a hundred flats used to meet in a shared lounge. In March it closed, and their landlord proposed that meetings should move online.

A resident asked neighbours what they had. At least 39 households had no internet connection, and others paid for it by the day on a mobile telephone. Everyone had a telephone. The tenants took a conference number that costs the same as a local call, and met on it at seven o’clock each Tuesday.

After a confused first evening they adopted simple rules. Speakers give the number of their flat. The chair goes round floor by floor, and anyone with nothing to add says “pass”. Votes are taken aloud in the same order and written down. A meeting lasts about forty minutes.

The landlord’s repairs manager was invited to the third meeting, where she chiefly listened, and its director to the fifth. By then tenants had settled their priorities among themselves. These were the use of masks by lift engineers, a door entry system that deaf people could not hear, and uncertainty about what to do in a fire. The landlord had expected to be asked about cleaning.

Between 45 and 60 households took part every week for fifteen weeks.`,
  whatWasNew: `The technology is decades old. What was new was to begin from what every household had and not from what the organisation used. Going round by floors gave each person a turn without a chair having to choose, and made silence count as taking part. Because tenants first met alone, they came to the landlord with priorities already agreed, and the landlord came to their meeting, on their terms.`,
  difference: `Meetings in the lounge had drawn fourteen people; the line drew at least three times as many, including tenants who could not manage the stairs. Door entry has been changed in part of the estate and the rest is promised for September. Tenants rewrote the fire notice in plain words.

The landlord now sends to each meeting someone who may approve spending of up to £500 on the spot, so that small matters are settled in one evening.`,
  learning: `Digital engagement can narrow who is heard. Landlords and councils could offer a telephone line beside every online meeting at very little cost.

The authority to decide matters as much as the means of meeting. Giving a member of staff a small budget and the freedom to say yes turned a complaint line into a place where things are decided. The method relies on a chair whom neighbours trust, and on the patience to go round every floor.`,
  quotation: {
    text: 'If you’ve nothing, you say pass, and you’d be surprised how nice it is to hear fifty people say pass.',
    source: 'A tenant in Telford and Wrekin',
  },
  lenses: ['flexibility', 'innovation'],
  decisionArea: 'Housing',
  author: 'researcher@coventry.example',
  status: 'PUBLISHED',
  reviews: [
    { by: 'researcher@bvsc.example', verdict: 'APPROVE' },
    { by: 'researcher@wlv.example', verdict: 'APPROVE', note: 'Could not find them from this, and I tried.' },
  ],
}

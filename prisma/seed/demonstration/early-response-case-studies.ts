import type { DemonstrationCaseStudy } from './entry'

/** Written from Upper Green Doorstep Larder (example). */
export const gardenWallLarders: DemonstrationCaseStudy = {
  slug: 'garden-wall-larders',
  title: 'Garden-wall larders: food with no questions asked',
  summary:
    'Neighbours in Wolverhampton turned 23 garden walls into a shared larder that asked for no referral and no name, and paid for most of itself.',
  whatHappened: `In the week before lockdown four neighbours in Tettenhall set up a table of surplus eggs outside a library that had just closed. It emptied in an afternoon, and two of the people who had taken food returned with something to give. The group, Upper Green Doorstep Larder (example), also saw the danger: a table draws a crowd.

Within days they had spread the table over the neighbourhood. Households volunteered as “keepers”: each put a lidded crate on the garden wall from ten until four, cleaned it, and texted its contents to one co-ordinator, who balanced the stock from a paper map. At its height there were 23 walls, none more than five minutes’ walk from another. Two specialised in halal and gluten-free food.

Anyone could take anything. There was no referral, voucher or record of names. The committee expected abuse of that openness, and reports a single occasion in four months.

From the third week the group bought food as well as collecting it. A publican let them order through his wholesaler at trade price, and those who could afford it put £5 into a kitty for what they took. Between 19 March and 31 July the walls were filled 2,940 times at a cost of £4,112.`,
  whatWasNew: `Most emergency food was either delivered to a door or given out against a referral. Here, distribution was broken into pieces small enough for one household, close enough to reach on foot, and open to everyone. That removed the crowd, the queue and the judgement of who deserved help. Because those who could pay did so in the same place as those who could not, using the larder said nothing about anyone’s circumstances.`,
  difference: `Contributions from neighbours covered £3,870 of the £4,112 spent, so the larder hardly depended on grants. The group chose not to count the people it helped, and the number is not known; the 2,940 crates are its own figure.

Its clearest effect is one it did not plan. Nine of the 23 keepers were shielding. People who were elsewhere only recipients of help could run a crate from behind a window, and had a reason to be seen and greeted each day.`,
  learning: `Assessing need has a cost, and at this scale the group found it cheaper to trust. Public bodies helped most by small permissions: the use of the library’s bins, and one supportive telephone call from an environmental health officer.

The model needs short walking distances, one reliable co-ordinator and a source of goods at trade price. Twelve walls were still open at the end of July, and the group is unsure of its standing. Simple published guidance on informal food sharing would let such groups carry on with confidence.`,
  quotation: {
    text: 'Asking nothing costs less than asking.',
    source: 'Pat Hollins, Upper Green Doorstep Larder (example)',
  },
  cites: [
    {
      field: 'whatHappened',
      after: 'reports a single occasion in four months.',
      code: 'Trust and relationships',
      words:
        'It happened once, on the second Saturday, and the next morning the crate held a note that said sorry and a packet of biscuits.',
      in: 'whatHappened',
    },
    {
      field: 'difference',
      after: 'the 2,940 crates are its own figure.',
      code: 'Early crisis response',
      words: 'We never counted people because we promised not to.',
      in: 'difference',
    },
    {
      field: 'difference',
      after: 'Nine of the 23 keepers were shielding.',
      code: 'Trust and relationships',
      words: 'Nine of the twenty-three keepers were shielding.',
      in: 'difference',
    },
    {
      field: 'learning',
      after: 'one supportive telephone call from an environmental health officer.',
      code: 'Early crisis response',
      words:
        'they let us use the library’s bins, and someone from environmental health looked at our crates and said what to change, kindly, in one phone call.',
      in: 'learned',
    },
  ],
  picture: {
    name: 'larder',
    after: 'At its height there were 23 walls',
    alt: 'A drawing of a wooden crate of fruit, vegetables and flour on a brick garden wall, with houses behind it',
    caption: 'A crate on a garden wall, from ten until four. Drawn for this demonstration.',
  },
  redactions: [{ words: 'Pat Hollins', reason: 'Said yes to this text, with the name.' }],
  lenses: ['innovation', 'enterprise'],
  decisionArea: 'Food and fuel poverty',
  author: 'researcher@coventry.example',
  status: 'PUBLISHED',
  reviews: [
    { by: 'researcher@wlv.example', verdict: 'APPROVE' },
    {
      by: 'researcher@bvsc.example',
      verdict: 'APPROVE',
      note: 'Clear that the number of people is not known. Good.',
    },
  ],
  respondentAgreed: true,
}

/** Written from a respondent who may not be named. */
export const appointmentsWhereItIsSafe: DemonstrationCaseStudy = {
  slug: 'appointments-where-it-is-safe-to-talk',
  places: ['Across the region'],
  title: 'Appointments where it is safe to talk',
  summary:
    'When lockdown silenced calls for help, a women’s charity rebuilt its first appointment around the few minutes in the week when a woman was alone.',
  whatHappened: `When lockdown began, a charity supporting women who live with domestic abuse expected more calls. Instead there was near silence: six in nine days. Staff understood this as a sign of danger. Women had lost the ordinary moments, such as the journey to school or work, in which it is possible to make a call unobserved.

A member of staff noticed how many women stood by themselves in the spaced-out queues at supermarkets. For many, the weekly shop had become the one time when no one at home could hear them. The charity moved its appointments to that moment.

This meant redesigning the service in days. The initial assessment was cut from fifty minutes to about twelve, the length of a queue, by keeping only what is needed to decide what should happen that day. Lines were staffed by six workers from 7am to 9pm, seven days a week. Trustees approved the new working pattern by email on a Sunday evening within forty minutes. Emergency accommodation lent to the charity meant that a woman who needed to leave could be offered somewhere that night.

Over the next ten weeks the charity held 341 such appointments with 127 women.

Details that could put women or staff at risk have been left out of this account, and it does not name the organisation.`,
  whatWasNew: `The charity fitted the service to the time and place its users could control, rather than asking them to find time and privacy that they no longer had. To do so it questioned every item on its assessment form. It found that most were there to satisfy reporting rules, and were not needed to keep a woman safe. The speed of the change rested on trustees who were willing to decide by email.`,
  difference: `The charity reports that nineteen women and thirty-one children moved to safety in ten weeks, eight of the women directly from the shop. The wait for a first assessment fell from eleven working days to, usually, the same day.

There was a price. Long hours and short, intense conversations weighed on a small team, and two workers have since been absent. The charity asked that this should be said.`,
  learning: `A fall in demand can be a warning. Commissioners who watch only the number of calls might have concluded that need had dropped.

Reporting requirements shape what front-line staff ask, and may lengthen the wait for help. Two of the charity’s funders have accepted the shorter form permanently. A common short form agreed by all funders in the region would spread the gain. Seven-day working needs to be funded with staff wellbeing in it from the start.`,
  quotation: {
    text: 'The women had not become safe.',
    source: 'Manager of a charity supporting women',
  },
  lenses: ['flexibility', 'innovation'],
  decisionArea: 'Public health',
  author: 'researcher@bvsc.example',
  status: 'PUBLISHED',
  reviews: [
    {
      by: 'lead@wlv.example',
      verdict: 'REQUEST_CHANGES',
      note: 'Take out the place, the disguised number and the kind of building.',
    },
    { by: 'lead@wlv.example', verdict: 'APPROVE', note: 'Nothing left that points to them.' },
    { by: 'researcher@coventry.example', verdict: 'APPROVE' },
  ],
  respondentAgreed: true,
}

/** Written from Clee Edge Young Farmers (example). */
export const prescriptionsOnTheMilkRound: DemonstrationCaseStudy = {
  slug: 'prescriptions-on-the-milk-round',
  title: 'Prescriptions on the milk round',
  summary:
    'Young farmers in Shropshire delivered 1,318 prescriptions across eleven parishes by adding them to journeys that they were already making.',
  whatHappened: `For many households in the hills of south Shropshire the nearest pharmacy is nine miles away. When the bus service stopped in late March and three of the dispensary’s staff had to isolate, members of Clee Edge Young Farmers (example), aged 16 to 27, offered to help.

They began with a question to the pharmacist: what do you need? She already had a list of sixty willing volunteers whom she did not know. She needed a few familiar people who could find isolated houses and reach them on rough tracks.

The members mapped the journeys that were made in any case, to deliver milk or feed or to check stock, and attached prescriptions to them. Seven regular drivers carried sealed bags; controlled drugs stayed with the pharmacist. After one bag reached the wrong household, unopened, in the first week, drivers asked for a date of birth at each door. Another rule was that no driver left until someone had answered.

Between 30 March and 24 July the group delivered 1,318 bags to 214 households in eleven parishes. Because most journeys would have been made anyway, it puts the additional distance at 0.8 miles a bag.`,
  whatWasNew: `The group did not create a delivery service. It found capacity in the ordinary working movements of an agricultural area and arranged it for a public purpose. It also turned the usual order round: it defined the task with the pharmacist first and chose a handful of suitable people second, where many schemes recruited widely and then looked for tasks.`,
  difference: `People in eleven parishes received their medicine without travelling, and a pharmacy short of staff kept going. Twice, the rule of waiting for an answer led to help for someone in serious difficulty: a woman who had fallen, and a farmer working alone who was in distress. Members stayed with him until family arrived, and three have since trained in mental health first aid. The figures are the group’s own.`,
  learning: `In sparsely populated places, ask who already goes there. A short list of known people may serve better than a long one of strangers.

The surgery would like to keep a round for patients over 75. What stands in the way is insurance: drivers relied on their farm policies, and no one could tell them whether these covered the work. Clear advice on cover for informal volunteer drivers would help in every rural area.`,
  quotation: {
    text: 'Find out who is already going there.',
    source: 'A member of Clee Edge Young Farmers (example)',
  },
  cites: [
    {
      field: 'whatHappened',
      after: 'attached prescriptions to them.',
      code: 'Volunteering',
      words: 'So we mapped who goes where and on what day, and hung the prescriptions on that.',
      in: 'whatHappened',
    },
    {
      field: 'learning',
      after: 'no one could tell them whether these covered the work.',
      code: 'Volunteering',
      words: 'nobody could tell us yes or no',
      in: 'learned',
    },
  ],
  picture: {
    name: 'milkRound',
    after: 'The members mapped the journeys',
    alt: 'A drawing of a small white van with a green cross on a track below hills, past a farmhouse and sheep',
    caption: 'One journey for milk, feed and medicine. Drawn for this demonstration.',
  },
  lenses: ['flexibility'],
  decisionArea: 'Volunteering',
  author: 'researcher@wlv.example',
  status: 'APPROVED',
  reviews: [
    {
      by: 'researcher@bvsc.example',
      verdict: 'APPROVE',
      note: 'I would keep the wrong bag in. It makes the rest believable.',
    },
    { by: 'researcher@coventry.example', verdict: 'APPROVE' },
  ],
  respondentAgreed: true,
}

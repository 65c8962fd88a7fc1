import {
  appointmentsWhereItIsSafe,
  gardenWallLarders,
  prescriptionsOnTheMilkRound,
} from './early-response-case-studies'
import type { DemonstrationEntry } from './entry'

/** Responses whose first theme is how communities met need in the early phase of the crisis. */
export const earlyResponse: DemonstrationEntry[] = [
  {
    key: 'tettenhall-doorstep-larder',
    organisation: 'Upper Green Doorstep Larder (example)',
    organisationType: 'NEIGHBOURHOOD',
    practice: { kind: 'OWN' },
    communities: ['Older people', 'People on low incomes'],
    places: ['Wolverhampton'],
    neighbourhood: 'Tettenhall',
    title: 'Twenty-three garden walls that became a larder nobody had to qualify for',
    prompts: ['early-response', 'co-production'],
    whatHappened: `On 19 March four of us stood outside the library, which had just shut, with a trestle table borrowed from the allotment society and no plan. Pauline had eleven dozen eggs from her brother-in-law, whose pub trade had vanished overnight. By teatime the eggs were gone, and two people had come back with things of their own to leave: a bag of onions and a jigsaw.

We could see a table would draw a crowd, and a crowd was exactly what we must not have. So we moved to garden walls. A household that wanted to be a “keeper” put a lidded crate on its wall between ten and four, wiped it down and texted what was in it to one number. I sat at my kitchen table with a paper map and moved stock about. At the most we had twenty-three walls, none more than five minutes’ walk from the next.

Two rules: take what you need, and nobody asks. No referral, no voucher, no name. A few of the committee were uneasy about that, and I was one of them. I thought we would be cleaned out. It happened once, on the second Saturday, and the next morning the crate held a note that said sorry and a packet of biscuits.

From week three we bought as well as begged. The pub’s wholesaler let us order on the landlord’s account at trade price, and people who could afford it paid £5 into the kitty for what they took. That money bought for the others. Two walls made a point of halal and gluten-free.`,
    difference: `We never counted people because we promised not to. We counted crates: 2,940 filled between 19 March and 31 July, costing us £4,112, of which £3,870 came from neighbours’ fivers.

The thing I did not expect was who kept the walls. Nine of the twenty-three keepers were shielding. They could not go out, but they could have a crate on the wall and a chair behind the window, and people waved. One gentleman of 84 told me it was the first time since his wife died that he was expected anywhere at ten o’clock.`,
    learned: `Asking nothing costs less than asking. We had no forms, no safeguarding of data, no queue. If the council wants to help something like this, the useful things were small: they let us use the library’s bins, and someone from environmental health looked at our crates and said what to change, kindly, in one phone call.

Twelve walls are still going. We would like to know whether we are allowed to be.`,
    links: [],
    contact: {
      name: 'Pat Hollins',
      email: 'pat@uppergreenlarder.example',
      telephone: '01632 960114',
      bestTimes: 'Mornings, not Wednesdays',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 38,
    stage: 'SETTLED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Early crisis response', by: 'researcher@coventry.example' },
      { code: 'Food security', by: 'researcher@coventry.example' },
      { code: 'Innovation', by: 'researcher@coventry.example' },
      { code: 'Enterprise', by: 'researcher@coventry.example' },
      { code: 'Trust and relationships', by: 'lead@wlv.example' },
    ],
    comments: [
      {
        by: 'researcher@coventry.example',
        body: 'The money matters here: £3,870 of £4,112 came back from users. That is a pay-what-you-can shop, not only a food bank. I have added Enterprise.',
        resolved: true,
        replies: [
          { by: 'lead@wlv.example', body: 'Agreed, and the shielding keepers are the part nobody else has told us.' },
        ],
      },
    ],
    assignedTo: 'researcher@coventry.example',
    caseStudy: gardenWallLarders,
  },
  {
    key: 'supermarket-queue-appointments',
    organisation: 'Bramblewood Women’s Space (example)',
    organisationType: 'VOLUNTARY',
    practice: { kind: 'OWN' },
    communities: ['Women'],
    places: ['Redditch'],
    title: 'Twelve-minute appointments in the supermarket queue',
    prompts: ['early-response', 'freedoms'],
    whatHappened: `We support women living with domestic abuse. On the Monday lockdown was announced our phones did not ring more. They stopped. For nine days we had almost silence, and everyone who works in this field will know how frightening that was. The women had not become safe. They had lost the school run, the bus, the fifty minutes at work.

One of our workers was in a supermarket queue, spaced out along a car park, looking at all the women standing alone on the phone, and she saw it. For many of the women we know, the weekly shop was now the only time in the week that nobody was listening. So we moved our appointments there.

A woman tells us, once, by whatever channel is safe, roughly which day she shops. We text nothing. She rings a number that shows on the bill as a survey company when she joins the queue. We had to cut our assessment from fifty minutes to twelve, because that is about how long a queue lasts, and we did it by asking only what we needed to decide what happens today. If she says an agreed phrase, the worker becomes somebody doing a survey about cereal and rings off.

Six workers covered the lines from 7am to 9pm, seven days, which meant tearing up the rota and asking trustees on a Sunday evening to agree to it. They did, by email, in forty minutes. Where a woman needed to leave, we had the loan of rooms in a closed guest house and could say “tonight” and mean it.`,
    difference: `In the nine silent days we had 6 calls. In the following ten weeks we held 341 queue appointments with 127 women. Nineteen women and thirty-one children moved to somewhere safe, eight of them straight from the shop. Our old waiting time for a first assessment was eleven working days. It is now, usually, the same day.

It cost our workers a good deal. Two have been off since. I don’t want that left out.`,
    learned: `We had always asked fifty minutes of questions because the form had fifty minutes of questions on it. Most of those were for our funders. The women get a better service with twelve. We have asked our funders to accept the short form for good; two have, one is “considering”.

Please do not publish anything that would let a reader work out who we are or where the rooms were.`,
    links: [],
    contact: {
      email: 'manager@bramblewoodspace.example',
      telephone: '07700 900271',
      bestTimes: 'Any weekday, no voicemail',
    },
    consents: { telephone: true, publish: 'WITHOUT_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 31,
    stage: 'SETTLED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Early crisis response', by: 'researcher@bvsc.example' },
      { code: 'Freedoms and flexibilities', by: 'researcher@bvsc.example' },
      { code: 'Flexibility', by: 'researcher@bvsc.example' },
      { code: 'Innovation', by: 'lead@wlv.example' },
      { code: 'Funding', by: 'researcher@bvsc.example' },
    ],
    comments: [
      {
        by: 'lead@wlv.example',
        body: 'The number disguised on the bill and the agreed phrase must not go into anything public. Is the queue itself safe to describe?',
        resolved: true,
        replies: [
          {
            by: 'researcher@bvsc.example',
            body: 'I asked her on the telephone. Queue yes (it has been in their own newsletter), the rest no. Guest house becomes “emergency accommodation”.',
          },
        ],
      },
    ],
    assignedTo: 'researcher@bvsc.example',
    caseStudy: appointmentsWhereItIsSafe,
  },
  {
    key: 'langar-on-wheels',
    organisation: 'Sant Bhavan Seva Kitchen (example)',
    organisationType: 'FAITH',
    practice: { kind: 'OWN' },
    communities: ['Faith communities', 'Older people', 'People from Black, Asian and minority ethnic communities'],
    places: ['Sandwell'],
    title: 'Langar cannot close so langar went to the people',
    prompts: ['early-response', 'anchors'],
    whatHappened: `In our faith the kitchen is open to all people every day, this is for more than 500 years. So when gurdwara must close the doors we had big question, how can you close the langar? Answer is you cannot. We put langar on wheels.

First day 60 meals. After two weeks 750 meals, every day, also Sunday. Dal, sabzi, roti, rice, kheer on Friday. We cook from 4 in the morning, sevadars in two teams which never meet each other, so if one team is ill other team can carry on. Taxi drivers who have no work did the delivering, 22 drivers, they did not take one penny and we only paid diesel.

Who did we feed? Our own elders, yes. But also white families in the flats, Polish, Somali, students from Africa who lost job and cannot go home. And hospital, 120 boxes for the night staff, because canteen was shut at night and nurses was eating crisps. The ward sister rang and asked, is it really free, what is the catch. No catch.

Problem we had: some old people who live alone, they are not Punjabi, were afraid of the spice. So we made also plain one, pasta with vegetables, and potato. My wife calls this English langar. It was very popular also with our own children.`,
    difference: `61,000 meals in 15 weeks. But I want to say other thing. There is one street near us where before people did not greet us, I will not say more than this. Now they know drivers by name. One lady has left every Friday a card for the driver. When gurdwara opened again for prayer she came and stood outside and asked if it is allowed to come in.`,
    links: ['https://santbhavanseva.example/kitchen'],
    contact: {
      name: 'Harjinder (kitchen secretary)',
      telephone: '0121 496 0138',
      bestTimes: 'After 2pm when cooking is finish',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: false, showBefore: false },
    daysBeforeNow: 27,
    stage: 'CODED',
    tags: [
      { code: 'Early crisis response', by: 'researcher@wlv.example' },
      { code: 'Food security', by: 'researcher@wlv.example' },
      { code: 'Anchor institutions and key workers', by: 'researcher@wlv.example' },
      { code: 'Trust and relationships', by: 'researcher@wlv.example' },
    ],
    comments: [
      {
        by: 'researcher@wlv.example',
        body: 'Two teams that never meet: simple resilience planning, and nobody told them to. Worth asking on the telephone where the idea came from.',
        replies: [
          { by: 'researcher@bvsc.example', body: 'I can make the call, I have enough Punjabi if he would rather.' },
          { by: 'researcher@wlv.example', body: 'Yes please. After 2pm.' },
        ],
      },
    ],
    assignedTo: 'researcher@wlv.example',
  },
  {
    key: 'young-farmers-prescription-run',
    organisation: 'Clee Edge Young Farmers (example)',
    organisationType: 'MUTUAL_AID',
    practice: { kind: 'OWN' },
    communities: ['Rural communities', 'Older people', 'Children and young people'],
    places: ['Shropshire'],
    title: 'Milk round, feed round, pill round: prescriptions up every track in eleven parishes',
    prompts: ['early-response', 'anchors'],
    whatHappened: `We are 16 to 27 and mostly work on our families’ farms. The nearest chemist to most people round here is nine miles off and the bus was cut to nothing on 24 March. The dispensary had a queue and three staff self isolating. My nan’s tablets were in there.

So I asked the pharmacist what she actually needed and it was not “volunteers”. She had a list of 60 people who’d signed up to help and no idea who any of them were. What she needed was the same few faces, somebody who could find Top House when there are four Top Houses, and a vehicle that gets up a track.

We already drive every track in the valley. Somebody goes past with milk, or feed, or to look sheep. So we mapped who goes where and on what day, and hung the prescriptions on that. Seven regular drivers. Sealed bags, a signing sheet kept two metres away on a clipboard on a hazel stick (that was a joke, then it turned out to be useful). Controlled drugs the pharmacist took herself.

First week we made a mess of it. We had one bag go to the wrong Mrs Preece, unopened thankfully. After that the date of birth was written on the outside, folded over, and we asked for it.

If nobody came to the door we did not leave. That was the rule. Twice it mattered.`,
    difference: `1,318 bags from 30 March to 24 July, 214 households, 11 parishes. Extra mileage worked out at 0.8 miles a bag because we were mostly going anyway.

The twice: one was a fall, she’d been on the kitchen floor since the night before. The other was a man of 50, a farmer, by himself, lambing, and not right in his head with it all. We just stayed and did the lambing with him and his sister came. He’s ok. He’s the reason three of us have since done the mental health first aid course.`,
    learned: `Find out who is already going there. There’s always somebody. And tell us what the job is before asking us to sign up for it.

What should go on: the surgery wants to keep the round for anyone over 75 up a track. We’d do it. We need the insurance sorted as we are on our own farm policies and nobody could tell us yes or no.`,
    links: [],
    contact: {
      name: 'Ellie',
      email: 'secretary@cleeedgeyfc.example',
      telephone: '07700 900518',
      bestTimes: 'After dark or if its raining',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 35,
    stage: 'SETTLED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Early crisis response', by: 'researcher@wlv.example' },
      { code: 'Volunteering', by: 'researcher@wlv.example' },
      { code: 'Flexibility', by: 'researcher@wlv.example' },
      { code: 'Mental health and isolation', by: 'researcher@wlv.example' },
    ],
    comments: [],
    assignedTo: 'researcher@wlv.example',
    caseStudy: prescriptionsOnTheMilkRound,
  },
  {
    key: 'ninefields-close-whatsapp',
    organisation: 'Ninefields Close and Around Helpers (example)',
    organisationType: 'MUTUAL_AID',
    practice: { kind: 'OWN' },
    communities: [],
    places: ['Tamworth'],
    title: 'One WhatsApp group, 140 houses, no committee',
    prompts: ['early-response'],
    whatHappened: `I put a note through 140 doors on the Sunday with my number on. 96 joined the WhatsApp by Tuesday. Everyone else I rang or knocked.

Red card in window = need something. Green = fine. Nothing in the window by 11am = somebody knocks. That’s it, that’s the system. My daughter laminated them.

Shopping, dogs, bins, one lift to A&E, a lot of batteries for hearing aids. Tony at 31 does boilers and did four for nothing. Somebody’s freezer packed up and within the hour her food was in five other freezers with her name on.

We had no money and didn’t want any. We were offered a grant of £500 by a very nice person and to get it we needed a bank account, a constitution and a safeguarding policy. I’m a dinner lady. I said give it to somebody who likes forms.

Arguments: two. One about parking, one about whether to clap. Muted both.`,
    learned: 'Cards in windows beat apps. Some of the cards are still up. I look every morning, can’t stop now.',
    links: [],
    contact: { name: 'Mandy', telephone: '07700 900633', bestTimes: 'Not between 11 and 2' },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: false, showBefore: false },
    daysBeforeNow: 3,
    stage: 'NEW',
    tags: [],
    comments: [],
  },
  {
    key: 'night-haven-seen-from-the-pew',
    organisation: 'St Oswin’s Churches Together Group (example)',
    organisationType: 'FAITH',
    practice: { kind: 'ELSEWHERE', organisation: 'Avonside Night Haven (example)' },
    communities: ['People who are homeless or badly housed'],
    places: ['Stratford-on-Avon', 'Warwickshire'],
    title: 'How a winter night shelter moved into a tourist hotel in four days',
    prompts: ['early-response', 'freedoms', 'anchors'],
    whatHappened: `This is not our work, though some of our members have volunteered there for years, and I hope that the people who did it will forgive a bystander for writing it down. They are far too busy to do so themselves.

Avonside Night Haven (example) runs a shelter in church halls from November to March: camp beds, one big room, soup. In the third week of March it became plain that one big room was the worst place anybody could be. The season had four days left to run and they might honourably have closed.

Instead their co-ordinator telephoned the owner of a small hotel. The coach parties had cancelled until goodness knows when, and his staff were about to be sent home. He had seventeen rooms. She had fourteen guests. They agreed a price over the telephone, £22 a night with breakfast, before either knew who was going to pay it. The council rang two days later to ask whether anyone knew of a hotel. By the Friday everyone had a door that locked and a bath.

What strikes me most is that the hotel’s own staff stayed on. The housekeeper and the night porter were given an afternoon’s training by the Haven’s support workers, and the support workers were taught by the housekeeper how to run a building. Two of the guests now work in its kitchen.

It did not go well for everyone. One man could not bear the quiet and went back to his tent by the river; another was asked to leave. I mention it because the newspapers did not.`,
    difference: `I can only tell you what I saw from outside. Men I had served soup to for three winters looked, by May, about ten years younger. The co-ordinator told our meeting in June that eleven of the fourteen had moved on to a tenancy or a place in supported housing. In an ordinary year, she said, it would be three.`,
    links: [],
    contact: { name: 'Canon R. Applegarth', email: 'secretary@stoswins.example' },
    consents: { telephone: false, publish: 'WITHOUT_NAME', tellOutcome: true, showBefore: false },
    daysBeforeNow: 19,
    stage: 'CODING',
    tags: [{ code: 'Early crisis response', by: 'researcher@coventry.example' }],
    comments: [
      {
        by: 'researcher@coventry.example',
        body: 'Told by somebody who watched. Before we rely on eleven out of fourteen we need it from the shelter itself, and their yes.',
      },
    ],
    assignedTo: 'researcher@coventry.example',
  },
  {
    key: 'deaf-briefing-relay',
    organisation: 'Black Country Sign Link (example)',
    organisationType: 'VOLUNTARY',
    practice: { kind: 'OWN' },
    communities: ['Disabled people', 'Older people'],
    places: ['Walsall', 'Dudley', 'Sandwell'],
    title: 'The news at seven: Deaf presenters signing the rules the same night',
    prompts: ['early-response', 'community-voice'],
    whatHappened: `My first language is BSL. This was signed and a colleague has put it in English.

The Prime Minister spoke to the nation. There was no interpreter beside him. Imagine everybody in your street knows something very important and you are waiting for someone to write it down for you. English subtitles are not the answer, for many of our older members English is like a foreign language.

We decided: same night, always. At 5 the briefing. At 5.45 three of us on video, we discuss, what does it mean really. At 6.30 we film. At 7 it goes out, two minutes, a Deaf person signing, not a hearing person in a small circle in the corner. We did it 74 evenings without missing one. My kitchen wall was painted blue for the background, it is still blue.

People then signed questions back to us by video. Can I walk with my sister? My boss says come in. What is furlough, how do you even sign it? There was not one sign. Dudley had one, Walsall had another, we argued and voted. Now there is one.

Masks then became the next problem, because no mouth, no face, no language. We made a yellow card: “I am Deaf. Stand back and lower your mask, or write.” 3,000 printed. The bus drivers’ depot asked for their own.`,
    difference: `About 900 people watched on an ordinary night and over 4,000 when the rules changed. A Deaf man of 79 told us he had believed until our film that he was forbidden to open his windows. He had not opened them for three weeks in April.

Because of the films, the public health team now sends us the text an hour before. An hour! It makes all the difference.`,
    learned: `Information is a health service. Pay Deaf people to make it, from the first day, not as a favour when everyone else has been told. We did all of this on a £2,000 emergency grant and our own evenings, and I would not do that again for free.`,
    links: ['https://signlink.example/news-at-seven', 'https://signlink.example/yellow-card'],
    contact: {
      name: 'Colin Ferriday',
      email: 'colin@signlink.example',
      bestTimes: 'Email or video only, no voice calls',
    },
    consents: { telephone: false, publish: 'WITH_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 12,
    stage: 'CODED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Early crisis response', by: 'researcher@bvsc.example' },
      { code: 'Community voice', by: 'researcher@bvsc.example' },
      { code: 'Digital inclusion', by: 'researcher@bvsc.example' },
      { code: 'Funding', by: 'lead@wlv.example' },
    ],
    comments: [
      {
        by: 'lead@wlv.example',
        body: 'Follow-up by video with an interpreter that we pay for. Who can book one?',
        replies: [
          { by: 'researcher@bvsc.example', body: 'I will, for next week. He asked for email, so I have written.' },
        ],
      },
    ],
    assignedTo: 'researcher@bvsc.example',
  },
  {
    key: 'sunday-league-kit-bag',
    organisation: 'Tuttle Row Wanderers (example)',
    organisationType: 'OTHER',
    practice: { kind: 'OWN' },
    communities: ['Children and young people'],
    places: ['Nuneaton and Bedworth'],
    title: 'Footballers on foot: activity bags for families in flats',
    prompts: ['early-response'],
    whatHappened: `Season got scrapped in March and we had 42 lads with nothing to do on a Sunday and a minibus. One of our defenders is a teaching assistant. She (we are mixed, people forget) said the kids she worried about were in the flats with no garden and nothing to kick.

We did kit bags. One ball, soft so it doesn’t go through a telly. Chalk. A skipping rope. A sheet of games for a corridor or a balcony, we tested them on our own kids in the hallway. Puzzle books from the newsagent who could not sell them. And a letter from a player to the child by name, that was the captain’s idea, and I’ll be honest half the lads hadn’t written a letter since school.

Walked them round in pairs, rang the buzzer, stood back. 310 bags, six Sundays. Some of the letters got answered. Our keeper got a drawing of himself letting in a goal which is fair.

School gave us the number of bags for each block and no names, then the parents who wanted a letter told the school a first name. Took a fortnight to sort that out and it was right to.`,
    difference:
      'The school says 14 children who hadn’t picked up the phone to their teacher did after. I can’t prove that was us.',
    links: [],
    contact: { name: 'Club secretary', email: 'secretary@tuttlerowwanderers.example' },
    consents: { telephone: false, publish: 'WITH_NAME', tellOutcome: false, showBefore: false },
    daysBeforeNow: 22,
    stage: 'NEW',
    tags: [],
    comments: [],
    withdrawn: true,
  },
  {
    key: 'too-many-volunteers',
    organisation: 'Wrekinside Community Wheels (example)',
    organisationType: 'SOCIAL_ENTERPRISE',
    practice: { kind: 'OWN' },
    communities: ['Older people', 'Disabled people'],
    places: ['Telford and Wrekin'],
    title: 'What we got wrong: 412 volunteers and work for 31',
    prompts: ['early-response', 'co-production'],
    whatHappened: `We run door-to-door minibuses on contract. On 20 March the contracts stopped. We had nine vehicles, drivers with full DBS checks and wheelchair lifts, and a public appeal seemed the natural thing, so on the 22nd we asked for volunteers on the radio.

412 people signed up in 60 hours. It was moving and it was a disaster.

We spent the next three weeks processing them. Two members of staff did nothing else. Every application had a form, two references and an online induction, because that was our policy, written for people who would be alone with passengers for years. Meanwhile the people who needed a prescription or a lift to dialysis were ringing a line that nobody had time to answer: 38% of calls in the week of 6 April went unanswered. I have the log and I look at it now and then, as a discipline.

In the end 31 of the 412 did anything. The other 381 got an email in May thanking them. Some were gracious. A retired nurse wrote: “I sat by the phone for five weeks.” I have kept that too.

What worked was what we already had. When we finally put our own furloughed drivers back on the road, paid, from a foundation’s emergency money, five of them did 2,200 journeys by the end of July, including every dialysis run in the borough on the days hospital transport was short.`,
    learned: `Demand first, then supply. Count the jobs, then ask for the people.

A proportionate check. Leaving a bag on a step isn’t bathing somebody. We now have three levels, and the lowest takes ten minutes.

Trained, paid people with vehicles, idle at home, were the region’s best asset in April and neither we nor anyone else thought of them first because everyone had fallen in love with volunteering. I would like somebody to write that down in a report.`,
    links: [],
    contact: {
      name: 'Denise Orme',
      email: 'denise@wrekinsidewheels.example',
      telephone: '01632 960377',
      bestTimes: 'Tuesday or Thursday afternoon',
    },
    consents: { telephone: true, publish: 'WITHOUT_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 16,
    stage: 'SETTLED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Early crisis response', by: 'researcher@coventry.example' },
      { code: 'Volunteering', by: 'researcher@coventry.example' },
      { code: 'Flexibility', by: 'researcher@coventry.example' },
      { code: 'Funding', by: 'researcher@coventry.example' },
    ],
    comments: [
      {
        by: 'researcher@coventry.example',
        body: 'The most useful failure we have been sent. Reads well beside the young farmers in Shropshire, who asked first what was needed.',
        replies: [
          {
            by: 'researcher@wlv.example',
            body: 'A chapter on supply and demand of volunteers, then. I will keep a list.',
          },
        ],
      },
    ],
    assignedTo: 'researcher@coventry.example',
  },
  {
    key: 'credit-before-food',
    organisation: 'Threshold Language Café (example)',
    organisationType: 'SOCIAL_ENTERPRISE',
    practice: { kind: 'OWN' },
    communities: ['Refugees and people seeking asylum', 'Women', 'People on low incomes'],
    places: ['Coventry'],
    neighbourhood: 'Hillfields',
    title: 'Phone credit before food: reaching people seeking asylum in week one',
    prompts: ['early-response', 'community-voice'],
    whatHappened: `I came to this country seven years ago and I am now manager of the café that taught me English, so I write from both sides of the counter.

When the café closed we lost our income (we live from lunches) and our learners lost the wifi. People think of a café as coffee. For a person seeking asylum who has about £5 a day, it is the place where the phone works. No wifi means no solicitor, no school, no mother.

So the first thing we gave was not food. It was credit. We rang all 186 learners in the first five days, in eleven languages, with the people who normally serve the coffee. We asked one question: how many days is your phone still alive? The answer for 71 people was three days or less. We bought data bundles with the money that had been put aside for a new oven.

Food came after, and by then we knew from the calls who needs what. A mother in a hotel room with a baby and no kettle does not need lentils.

I will also say what was hard. Some people told us on the telephone that they were ill and they would not go to hospital because they were afraid it would be counted against them. We are not doctors. We found a doctor who speaks Tigrinya and made three-way calls. Sometimes I think we were not fast enough. I do not want to put any story here that belongs to somebody else.`,
    difference:
      'Nobody among our 186 was lost from contact. In normal times we lose people every week when they are moved to another town with one day’s notice. 44 people were moved during these months and 41 still come, by phone, to the class in Coventry.',
    links: [],
    contact: { name: 'Selam', email: 'selam@thresholdcafe.example', telephone: '07700 900742', bestTimes: 'Evenings' },
    consents: { telephone: true, publish: 'NO', tellOutcome: true, showBefore: false },
    daysBeforeNow: 6,
    stage: 'CODING',
    tags: [
      { code: 'Early crisis response', by: 'researcher@coventry.example' },
      { code: 'Digital inclusion', by: 'researcher@coventry.example' },
    ],
    comments: [
      {
        by: 'researcher@bvsc.example',
        body: 'Research use only. If we telephone, let us ask whether that is about her learners’ safety: she may want a different answer once she knows what we would leave out.',
      },
    ],
    assignedTo: 'researcher@coventry.example',
  },
]

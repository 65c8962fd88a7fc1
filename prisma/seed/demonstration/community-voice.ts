import { aParkBuiltTwice, aTelephoneTable } from './community-voice-case-studies'
import type { DemonstrationEntry } from './entry'

/** Responses whose first theme is new spaces for discussion, decision-making and community voice. */
export const communityVoice: DemonstrationEntry[] = [
  {
    key: 'youth-forum-in-a-block-world',
    organisation: 'Fallow Lane Youth Forum (example)',
    organisationType: 'VOLUNTARY',
    practice: { kind: 'OWN' },
    communities: ['Children and young people', 'People from Black, Asian and minority ethnic communities'],
    places: ['Wolverhampton'],
    title: 'The youth forum that met inside a block-building game',
    prompts: ['community-voice', 'recovery-plans'],
    whatHappened: `Our forum has existed since 2011. On a good month nine young people came to a room above the library and told adults what adults already thought. In April we tried it as a video call: four came, three cameras off, one was somebody’s brother.

Dev, who is 15, said in the chat, “why would we sit in a call when we’re all on the server anyway”. I had to ask what the server was. He had been running a block-building world with about thirty people from our estate since before lockdown. They already had rules, an elected set of moderators and a system for settling disputes that was, frankly, superior to our constitution.

So the forum moved in. Dev’s moderators and I spent a week on safeguarding: members by invitation only, real names known to us and nobody else, two vetted workers present at every session, chat logged, no private messages. My manager said no twice and then joined to see.

The subject everyone wanted was the rec ground behind the shops, which the council was known to be redesigning. They built it. At scale; somebody went and paced it out on their daily exercise. Then they built what they wanted, took it down and voted, and built it again. Lights along the cut-through came top, which no consultation had ever turned up. A girl of 13 walked me along that path in the game and stopped where she stops breathing, she said, in the real one.

In June two officers from parks came in. One fell in the lake. It broke the ice as nothing else could have.`,
    difference: `Fifty-eight young people took part between 20 April and 24 July, the youngest 11. Thirty-four had never been to anything of ours. On our old attendance sheets I count two girls. Here it was twenty-six.

The lights are in the draft scheme, with a figure against them. Nothing’s been built yet, and the young people remind me of that weekly.

What we lost: five of the original nine don’t play games, or share one phone between four. Two we reached by letting them give instructions to a builder over the telephone. Three we lost.`,
    learned:
      'Don’t build a platform. Ask where people are, and ask to be let in, and wipe your feet. And whatever you use will shut someone out, so know who.',
    links: ['https://fallowlane.example/rec-ground-walkthrough'],
    contact: { name: 'Jo Marchetti', email: 'jo@fallowlane.example', telephone: '01632 960541', bestTimes: 'From 1pm' },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 36,
    stage: 'SETTLED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Community voice', by: 'researcher@wlv.example' },
      { code: 'Digital inclusion', by: 'researcher@wlv.example' },
      { code: 'Innovation', by: 'researcher@wlv.example' },
      { code: 'Recovery plans', by: 'researcher@wlv.example' },
      { code: 'Partnership with the council', by: 'lead@wlv.example' },
    ],
    comments: [
      {
        by: 'researcher@bvsc.example',
        body: 'Leave the boy’s first name and age out of anything public, whatever the forum says.',
        resolved: true,
        replies: [{ by: 'researcher@wlv.example', body: 'Done: “a member”. The girl on the path too.' }],
      },
    ],
    assignedTo: 'researcher@wlv.example',
    caseStudy: aParkBuiltTwice,
  },
  {
    key: 'tenants-telephone-table',
    organisation: 'Puddler Court Tenants’ Table (example)',
    organisationType: 'NEIGHBOURHOOD',
    practice: { kind: 'OWN' },
    communities: ['Older people', 'Disabled people', 'People on low incomes'],
    places: ['Telford and Wrekin'],
    neighbourhood: 'Two blocks off Puddler Way',
    title: 'Tuesday at seven by ordinary telephone: tenants and landlord on one line',
    prompts: ['community-voice', 'co-production'],
    whatHappened: `126 flats, two blocks, one landlord. Tenants’ meetings were in the lounge and the lounge was locked.

The landlord wrote that engagement would “move online”. I did a survey, meaning I shouted up from the grass. Thirty-nine flats had no internet and another twenty-odd had it on a phone they paid for by the day. So I asked the bank-holiday question: what have we all got? A telephone. Even Mr D has a telephone and he hasn’t got a cooker.

There’s a kind of number you ring, it costs you the same as a local call, and everybody who rings it is in the same conversation. My sister’s slimming group uses one. Tuesdays, seven o’clock, we called it the Table.

First week, eleven people all talking at once and a dog. So we made rules. You say your flat number before you speak. I go round by floors. Ground floor, anything? First floor? If you’ve nothing, you say pass, and you’d be surprised how nice it is to hear fifty people say pass. It takes forty minutes. Voting is by floors as well, out loud, and my neighbour writes it on the back of a calendar.

Third week I invited the landlord’s repairs manager and she came on and didn’t talk for half an hour, only listened, and I thought well of her for it. Fifth week the director. By then we’d settled between ourselves what mattered, which was not what they thought. They thought cleaning rotas. It was the lift engineer not wearing a mask and the door entry that can’t be heard by anyone deaf. And fire: nobody had told us if “stay put” still held when half the wardens were off sick.`,
    difference: `Between 45 and 60 flats every Tuesday for fifteen weeks. Lounge meetings got fourteen.

Door entry has been changed in one block, second one in September they say. The fire notice was rewritten by us in words, and delivered by hand. The landlord now sends somebody each Tuesday who can say yes to things up to £500 there and then. That came out of week eight, after what I’ll call a full and frank pass.

Three people who had never come to anything because they can’t manage the stairs and the lounge. I hadn’t known one of them was alive, to be truthful.`,
    links: [],
    contact: { email: 'table@puddlercourt.example', telephone: '01632 960093', bestTimes: 'Not Tuesdays at seven!' },
    consents: { telephone: true, publish: 'WITHOUT_NAME', tellOutcome: true, showBefore: false },
    daysBeforeNow: 28,
    stage: 'SETTLED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Community voice', by: 'researcher@coventry.example' },
      { code: 'Digital inclusion', by: 'researcher@coventry.example' },
      { code: 'Flexibility', by: 'researcher@coventry.example' },
      { code: 'Trust and relationships', by: 'researcher@wlv.example' },
    ],
    comments: [
      {
        by: 'researcher@coventry.example',
        body: 'One landlord and two blocks: with the number of flats it could be found. Rounded to “more than a hundred”, and the kind of block is left out.',
        resolved: true,
      },
    ],
    assignedTo: 'researcher@coventry.example',
    caseStudy: aTelephoneTable,
  },
  {
    key: 'five-faiths-bereavement-table',
    organisation: 'Five Faiths Bereavement Table (example)',
    organisationType: 'FAITH',
    practice: { kind: 'OWN' },
    communities: ['Faith communities', 'People from Black, Asian and minority ethnic communities'],
    places: ['Sandwell', 'Birmingham'],
    title: 'A call at half past eight each morning about how our dead are treated',
    prompts: ['community-voice', 'freedoms', 'anchors'],
    whatHappened: `I have been asked by the others to write this. I am a hospital chaplain; around the table are an imam, a granthi, a Pentecostal pastor, a Hindu funeral director and a rabbi who travels in. I shall try to be plain, because we had six weeks in which there was no time to be anything else.

By the first week of April the ordinary path by which a body passes from a bed to a grave had broken at several points at once. Families were told that no one might wash their father. It was said that cremation would be compulsory. It was not so, but for four days it was believed, and I do not think anyone outside those communities understood what those four days were like.

We knew one another slightly, from civic services. On 5 April the imam rang me at six in the morning, and by half past eight there were five of us on the telephone, with the registrar’s deputy, and, from the second morning, someone from the mortuary, the coroner’s officer and the cemeteries manager. We met every day for sixty-one days, Sundays and Good Friday and Eid among them, for twenty minutes.

The form was always the same. The mortuary said how many. The registrar said how long. Then each of us said what our people believed was happening, true or false. That last was the heart of it. Officials had at their disposal every figure, and no means at all of knowing what was being said in kitchens. By nine o’clock they knew, and by ten each of us was recording the answer in our own languages, in our own voices, forty mosques and gurdwaras and churches at once.

Decisions followed that in ordinary times would take a committee a year. Death certificates by email. A registrar on duty on Sundays, so that burial could be quick. Washing permitted, by two trained people in full protection: eleven men and fourteen women, drawn from all five faiths, trained together in a car park by the mortuary’s own staff. I, a Methodist, have held the hose for a ghusl. I never expected to write that sentence.

We failed some families. In the first ten days, before we began, there were burials with no one there who knew the name. We have the list and we read it aloud at the last meeting.`,
    difference: `The average time from death to burial, where a family wished for burial, came down from nine days to under three in the course of five weeks; these are the cemeteries office’s figures, given to us.

Rumour I cannot measure. But the question “Is it true they will burn us?” was asked on the first nineteen mornings and then no more.`,
    learned: `A standing meeting, short, daily, with those who can decide on the line. A place on the agenda for what people believe, not only for what is so. And it must exist beforehand. We now meet on the first Monday of the month, and drink tea, so that next time no one has to find a number at six in the morning.`,
    links: [],
    contact: {
      name: 'Rev. M. Trewin',
      email: 'table@fivefaiths.example',
      telephone: '0121 496 0907',
      bestTimes: 'Weekdays 12 to 1',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 18,
    stage: 'SETTLED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Community voice', by: 'lead@wlv.example' },
      { code: 'Freedoms and flexibilities', by: 'lead@wlv.example' },
      { code: 'Trust and relationships', by: 'lead@wlv.example' },
      { code: 'Partnership with the council', by: 'lead@wlv.example' },
      { code: 'Flexibility', by: 'researcher@bvsc.example' },
    ],
    comments: [
      {
        by: 'researcher@bvsc.example',
        body: 'We need the cemeteries office to confirm nine days to three. Otherwise I would print most of this as it is written.',
        on: 'came down from nine days to under three in the course of five weeks',
        replies: [
          {
            by: 'lead@wlv.example',
            body: '@Beth Osei, I have asked them. Case study to follow when they answer; no earlier, for the families’ sake.',
          },
        ],
      },
    ],
    assignedTo: 'lead@wlv.example',
  },
  {
    key: 'driveway-assembly',
    organisation: 'Attle Street Front Gardens (example)',
    organisationType: 'MUTUAL_AID',
    practice: { kind: 'OWN' },
    communities: [],
    places: ['Nuneaton and Bedworth'],
    title: 'After the clapping, ten more minutes: a street that carried on talking',
    prompts: ['community-voice', 'recovery-plans'],
    whatHappened: `Thursdays at 8 everybody was out clapping. Third week someone shouted across “what are we doing about the speeding then” and nobody went in.

So we stayed out. Kitchen chairs on the drive. A lad at 17 has a karaoke machine with a mike on a long lead but we couldn’t share the mike so he just repeated what people said, like at the United Nations.

Ten minutes, one topic, hands up to vote, count from the bedroom window. So far: kids’ chalk hour with cars asked to stay put, swapped bin days for the two who shield, a letter about speeding with 71 signatures, a NO to a hanging basket scheme (close). 40 houses, about 60 people.

Clapping stopped at the end of May. We haven’t. It’s every other Thursday now and last time we did what would you keep. Top answer was this.`,
    links: [],
    consents: { telephone: false, publish: 'WITHOUT_NAME', tellOutcome: false, showBefore: false },
    daysBeforeNow: 1,
    stage: 'NEW',
    tags: [],
    comments: [],
  },
  {
    key: 'sunday-listening-circle',
    organisation: 'Adinkra Row Studio (example)',
    organisationType: 'SOCIAL_ENTERPRISE',
    practice: { kind: 'OWN' },
    communities: ['Women', 'People from Black, Asian and minority ethnic communities'],
    places: ['Birmingham'],
    title: 'We stopped being consulted and started taking minutes',
    prompts: ['community-voice', 'early-response'],
    whatHappened: `I am a hairdresser. I say so first because people hear “social enterprise director” and expect somebody else. Our studio employs nine women and trains about twenty a year, and if you want to know what is going on in the lives of Black women in this city, you could commission research or you could get your hair done.

Then we shut, and my phone became the salon. Nurses, carers, bus drivers, cleaners, calling to say: they are dying. We are dying. And no one had said it yet on the news.

From Sunday 12 April I held a circle on video at 5 o’clock, after online church and before dinner. No agenda and one rule: one woman speaks at a time and no one fixes her. By May we were 70 or 80 each week. It was mourning, to begin with. Then a home carer called out what she’d been told about masks, and another said, “they told me the same, word for word”, and I thought, that is not gossip, that’s data. So we started to take minutes. Three of our trainees learned to do it: no names, what happened, what was said by whom in what job, what was asked for.

Invitations followed. Four different bodies asked us to “share lived experience” at their roundtable, two at three days’ notice, none with a fee. We wrote one reply for all. You may come to ours. You listen for forty minutes with your camera on. After that you say what you will do by when, and it goes in the minutes, and we read it out in four weeks.

Five came. I’ll give them that. One has done what it said. One asked us to take its sentence out of the minutes, and we didn’t.`,
    learned: `Don’t collect our pain and call it engagement. Pay the women who take the notes. Come back when you said you would.

I would like the same question put to this research. What will you do, by when? We’re here on Sundays.`,
    links: ['https://adinkrarow.example/minutes'],
    contact: {
      name: 'Yvette',
      email: 'studio@adinkrarow.example',
      telephone: '0121 496 0285',
      bestTimes: 'Mondays, we’re closed',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 30,
    stage: 'CODED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Community voice', by: 'researcher@bvsc.example' },
      { code: 'Trust and relationships', by: 'researcher@bvsc.example' },
      { code: 'Mental health and isolation', by: 'researcher@bvsc.example' },
      { code: 'Innovation', by: 'researcher@coventry.example' },
      { code: 'Funding', by: 'researcher@coventry.example' },
    ],
    comments: [
      {
        by: 'researcher@bvsc.example',
        body: 'She has put a question to us and it deserves an answer before we telephone: when the report appears, and what the authority has promised to do with it.',
        replies: [
          { by: 'lead@wlv.example', body: 'I will write it, and I have asked whether I may come on a Sunday.' },
          { by: 'researcher@coventry.example', body: 'Camera on.' },
        ],
      },
    ],
    assignedTo: 'researcher@bvsc.example',
  },
  {
    key: 'speak-plain-meetings',
    organisation: 'Speak Plain Redditch (example)',
    organisationType: 'VOLUNTARY',
    practice: { kind: 'OWN' },
    communities: ['Disabled people'],
    places: ['Redditch'],
    title: 'We have learning disabilities and we run the meeting',
    prompts: ['community-voice'],
    whatHappened: `We are 12 people. We all have a learning disability. Some of us have autism too.

Before, we went to the big meeting about services four times a year. It was two hours. The papers were 90 pages. They sent an easy read paper that was 4 pages. What was in the other 86?

In lockdown the big meeting stopped. We did not stop. We meet on the tablet every Wednesday at 2. At first it was hard. Martin could not find the button. His sister drew him a picture of the button. Now we send a picture of the button to everybody.

We have cards. Red card is stop, I do not understand. When someone holds the red card you have to say it again in a different way. Green is I agree. Yellow is I am thinking, wait.

In May we asked the bosses to come to our meeting. The boss of social care came. She got the red card 7 times. She said “going forward” and got the red card. She said after that she had to think about what she really meant.

We told her: we were not allowed visitors in our houses but staff came in and out. Why? Nobody told us why. We told her we got a letter about not being brought back to life if we were very ill. Two of us got it. We did not understand it and then we did.`,
    difference: `They said sorry about the letter. They took it off the records.

The boss has red cards in her office now. She showed us.

We go to the big meeting again soon, on the tablet. The papers are 4 pages for everybody.`,
    learned: 'If you cannot say it simple, maybe you do not know what you mean. Sophie said that.',
    links: [],
    contact: {
      name: 'Ask for Martin or Sophie',
      email: 'hello@speakplain.example',
      telephone: '07700 900429',
      bestTimes: 'Wednesday after the meeting, 3pm. Talk slow',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 11,
    stage: 'CODED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Community voice', by: 'researcher@wlv.example' },
      { code: 'Co-production', by: 'researcher@wlv.example' },
      { code: 'Digital inclusion', by: 'researcher@coventry.example' },
    ],
    comments: [
      {
        by: 'researcher@coventry.example',
        body: 'If we write this up, the draft that we show them has to be four pages or fewer, with no “going forward”. I will do the easy-read version myself.',
      },
    ],
    assignedTo: 'researcher@wlv.example',
  },
  {
    key: 'parish-council-on-the-screen',
    organisation: 'Upper Corve Parish Council (example)',
    organisationType: 'OTHER',
    practice: { kind: 'OWN' },
    communities: ['Rural communities'],
    places: ['Shropshire'],
    title: 'From three members of the public to sixty: a parish council goes online, with misgivings',
    prompts: ['community-voice', 'freedoms', 'recovery-plans'],
    whatHappened: `I have clerked this parish for twenty-two years, and in a typical year three members of the public attend a meeting, one of them for the warmth.

When the regulations of 4 April allowed councils to meet remotely, two of our seven members lived beyond the reach of broadband, and one announced that he would resign before he appeared on a computer. We bought him a £9 telephone headset and he dialled in from his tractor. He has not missed one since.

Sixty-one people watched our May meeting. Word had gone round about the bus. The chairman, a courteous man who had never faced more than four, was obliged to invent procedure as he went along: questions in writing by noon, grouped by the clerk, each answered aloud. By July a second, informal evening had grown up beside the council, with no agenda papers, in which the younger families talked of what they would wish for in five years. It now has a name, “After the Gate”, nine pages, a list of eleven proposals and a map drawn by the primary school.

My misgivings. Those sixty are not the parish. I looked down the names: nearly all have moved here within ten years and have fibre. Of the farms along the top road there were two. Of the council tenants at the Crescent, none; I walked up and asked, and a young woman said, kindly, that she had assumed it was for us. I have also seen a planning objector muted by a tired chairman with one finger, which could never have happened in the hall.

And the regulations lapse next May.`,
    learned:
      'Keep both: the hall and the screen together. We have asked the county association whether the law will let us. Count who comes, by lane and not by head.',
    links: ['https://uppercorve.example/after-the-gate'],
    contact: {
      name: 'The Clerk',
      email: 'clerk@uppercorve.example',
      telephone: '01632 960682',
      bestTimes: 'Office hours, such as they are',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: false },
    daysBeforeNow: 8,
    stage: 'CODING',
    tags: [
      { code: 'Community voice', by: 'researcher@coventry.example' },
      { code: 'Recovery plans', by: 'researcher@coventry.example' },
    ],
    comments: [
      {
        by: 'researcher@coventry.example',
        body: 'Does a parish council count as the social economy? I say the informal evening does.',
        replies: [{ by: 'lead@wlv.example', body: 'The evening does. Code on.' }],
      },
    ],
    assignedTo: 'researcher@coventry.example',
  },
  {
    key: 'phone-in-from-up-north',
    organisation: 'Chainshop Road Residents’ Hub (example)',
    organisationType: 'NEIGHBOURHOOD',
    practice: { kind: 'ELSEWHERE', organisation: 'Radio Chaupal (example)' },
    communities: ['People from Black, Asian and minority ethnic communities', 'Older people', 'Women'],
    places: ['Dudley', 'Somewhere else'],
    title: 'A radio phone-in in four languages that we have pinched from a Pennine mill town',
    prompts: ['community-voice', 'early-response'],
    whatHappened: `My cousin lives up north and in April she kept saying listen to the radio, listen to the radio. It’s Radio Chaupal (example), a community station that usually broadcasts for the month of Ramadan and this year never stopped.

What they do is so simple I was annoyed nobody here had. Every day from 11 till 1, when the house is quiet, a woman presenter takes calls in Punjabi, Urdu, Pahari and English, mixed as people really speak. You don’t ring in with your views. You ring in with your problem, no names, and other callers answer it before the expert does. The doctor, or the council, or the solicitor has to wait until three listeners have spoken. So you get an auntie explaining how she told her husband no to having visitors, and THEN the doctor says she’s right.

Each Friday the presenter reads out the week’s ten problems, and the council’s chief officer is on air to answer them. He’s learned to say “I don’t know” in Pahari, my cousin says.

We’ve copied it, on a small scale. We’ve no radio licence. We use a WhatsApp list with 400 on it and voice notes, because our older ladies don’t type. Three voice notes from neighbours and then one from the GP, Dr Sahota, who is very patient. It’s gone for nine weeks.

It isn’t the same. Radio is company, you can peel potatoes to it. Ours is more like getting messages. If anyone at WMCA has a transmitter going spare!`,
    difference:
      'Theirs: I only know what my cousin tells me, you should ask them. Ours: 64 questions, 38 about shielding letters that people couldn’t read. We took that to the council and they recorded the letter as a voice note in three languages, which went round everyone’s families in a day.',
    links: ['https://radiochaupal.example'],
    contact: {
      name: 'Shabnam',
      email: 'hub@chainshoproad.example',
      telephone: '07700 900957',
      bestTimes: 'Mornings before 11!',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: false },
    daysBeforeNow: 20,
    stage: 'CODED',
    tags: [
      { code: 'Community voice', by: 'researcher@wlv.example' },
      { code: 'Innovation', by: 'researcher@wlv.example' },
      { code: 'Digital inclusion', by: 'researcher@bvsc.example' },
      { code: 'Partnership with the council', by: 'researcher@bvsc.example' },
    ],
    comments: [
      {
        by: 'researcher@bvsc.example',
        body: 'The doctor is named. Take the name out of anything that leaves this page. The copy in Dudley may be the better story: it spread from cousin to cousin.',
      },
    ],
    assignedTo: 'researcher@wlv.example',
  },
  {
    key: 'the-panel-nobody-joined',
    organisation: 'Plumbline Insight (example)',
    organisationType: 'SOCIAL_ENTERPRISE',
    practice: { kind: 'OWN' },
    communities: [],
    places: ['Solihull', 'North Warwickshire'],
    title: 'An online citizens’ panel: what did not work',
    prompts: ['community-voice', 'recovery-plans'],
    whatHappened: `We are a small company that helps public bodies to talk with residents. In May we offered, at our own cost, a digital citizens’ panel on recovery for two neighbouring areas. We believed that lockdown had created appetite and time. I am submitting this because I suspect you will receive few accounts of things that did not come off.

Design: 60 members selected to mirror the population by age, ward and household income, from replies to 4,000 letters; three Saturday sessions of two hours; expert witnesses; a good platform with breakout rooms.

Result: 112 replies out of 4,000 (2.8%; we’d planned on 6%). From these we could fill 41 places, with nobody under 24 and one person from the two lowest income bands. At the first session 29 joined, at the second 17. We cancelled the third.

We telephoned those who had left. Their reasons, in their words as nearly as I could note them: “It was like being back at work.” “I had the kids climbing on me.” “I couldn’t see what it was for, no one said what would happen after.” “You were ever so polite.” One man had done both sessions in his car, because the house was too full, and had run the battery flat.

I had been proud of the method. It had been developed for a hall with a lunch and a crèche and £75 in an envelope, and I had moved the method and left the lunch, the crèche and the envelope behind.`,
    learned: `Selecting people fairly means nothing if you don’t make it possible for those people to come. Pay first, not after. Forty minutes, not two hours. Do not begin until whoever holds the power has said, in public, what they will do with the answer: ours hadn’t.

Where we saw real deliberation that month it was on doorsteps and in existing groups, and was not called that.`,
    links: ['https://plumbline.example/panel-review'],
    contact: { name: 'Tobias Wainfleet', email: 'tobias@plumbline.example' },
    consents: { telephone: false, publish: 'WITH_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 26,
    stage: 'SETTLED',
    decision: {
      kind: 'NOT_TAKEN_FORWARD',
      reason:
        'Not a response by a community as such, so no case study. Its lessons are cited in the section on community voice, as he has agreed.',
    },
    tags: [
      { code: 'Community voice', by: 'researcher@coventry.example' },
      { code: 'Digital inclusion', by: 'researcher@coventry.example' },
      { code: 'Recovery plans', by: 'researcher@wlv.example' },
    ],
    comments: [
      {
        by: 'researcher@wlv.example',
        body: 'Set beside the telephone table in Telford: £0 and 50 flats a week. That contrast belongs in the report.',
        resolved: true,
      },
    ],
    assignedTo: 'researcher@coventry.example',
  },
  {
    key: 'the-room-next-to-the-room',
    organisation: 'Marigold Lane LGBTQ+ Elders (example)',
    organisationType: 'VOLUNTARY',
    practice: { kind: 'OWN' },
    communities: ['LGBTQ+ people', 'Older people'],
    places: ['Across the region'],
    title: 'Older LGBTQ+ people say what they would not say at the care forum',
    prompts: ['community-voice'],
    whatHappened: `We are thirty or so people between 58 and 91, spread from Hereford to Nuneaton. Before March we met for a Sunday lunch. I’d call it a lunch club with opinions.

Several of us are carers, or have them. When carers’ forums went online that spring we joined the ordinary ones, like anyone. And went quiet. In a hall you can judge a room, you see who smiles. On a screen with forty strangers’ sitting rooms, some with the home help in the background of your own, you do not say “my husband”. I heard a man of 77 call his partner of forty years “my friend who lives here”, and on the telephone afterwards he wept at having done it.

So we opened a room next to the room. An hour before each regional forum we gather on our own call, by telephone or video, first names only. We say what needs saying and one of us, who is past caring, carries it in for all. She reads it as “a member tells me”. After the forum we gather once more and she reports.

What came up: paid carers changed without notice when agencies ran short, so that people who had come out to one carer had to decide, again, with a new one at the bedroom door, ill, whether to hide the photographs. Nobody had it on a risk register. I doubt they know to write it down.

A member died in May. The forms had no line for who he was to us. That too was carried in.`,
    learned: 'Some voices need an antechamber. It costs an hour and a person who is past caring.',
    links: [],
    contact: { name: 'R.', email: 'lunch@marigoldlane.example', bestTimes: 'Write first' },
    consents: { telephone: false, publish: 'NO', tellOutcome: true, showBefore: false },
    daysBeforeNow: 4,
    stage: 'CODING',
    tags: [
      { code: 'Community voice', by: 'researcher@bvsc.example' },
      { code: 'Trust and relationships', by: 'researcher@bvsc.example' },
    ],
    comments: [
      {
        by: 'researcher@bvsc.example',
        body: 'Research use only. The idea of the antechamber can inform a recommendation without their words or their existence: may I phrase it so?',
        replies: [
          {
            by: 'lead@wlv.example',
            body: 'Only if two other examples say the same. One source is a quotation by another name.',
          },
        ],
      },
    ],
    assignedTo: 'researcher@bvsc.example',
  },
]

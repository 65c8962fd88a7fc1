import {
  dementiaRota,
  menuOfTheWeek,
  personalAssistantsBuyingClub,
  theKitchenThatMoved,
} from './co-production-case-studies'
import type { DemonstrationEntry } from './entry'

/** Responses whose first theme is co-production: services made together with the people who use them. */
export const coProduction: DemonstrationEntry[] = [
  {
    key: 'personal-assistants-buying-club',
    organisation: 'Own Front Door Co-operative (example)',
    organisationType: 'SOCIAL_ENTERPRISE',
    practice: { kind: 'OWN' },
    communities: ['Disabled people', 'Carers'],
    places: ['Birmingham'],
    title: 'No gloves for people who employ their own carers, so we became the wholesaler',
    prompts: ['co-production', 'early-response', 'anchors'],
    whatHappened: `I employ four personal assistants with a direct payment. Without them I don’t get out of bed, and that is not a figure of speech. When the guidance on protective equipment came out in March it spoke about hospitals, then care homes, then home care agencies. People like me, who are employers of one or three or five, were in a footnote by the middle of April and by then my PA was cutting up bin liners.

We are a co-operative of 64 disabled people who manage our own support. Normally we share payroll and grumbles. On a video call on 27 March (nineteen of us, two from bed) we made a list of what each of us really used in a week. Not what a professional would estimate. It turned out the official estimate for gloves was too high by half and for wipes too low by a factor of four, because whoever wrote it had never used a power chair outdoors in the rain.

With that list we could order like an institution. We pooled £6,300 from our contingency balances, after the direct payments team agreed in one email that it was a proper use, and bought a pallet. A member’s brother stored it in his tile shop. Another member who can’t speak but is a demon with spreadsheets did stock control. PAs who were between shifts delivered.

Then people we’d never met started ringing. We opened the club to anyone in the city who employs a PA, at cost plus 4%.

We wrote the guidance as well, since nobody had: how to put on a mask for a person who can’t lift their hands to theirs. We filmed it with our own bodies. It was checked by an infection control nurse, who changed two things and said she had learned three.`,
    difference: `By 31 July: 231 employers, about 690 PAs, 412,000 items. Unit cost of an apron went from 31p (what I paid in a panic in March) to 7p.

Nobody in the co-operative went into residential care because their support broke down. In April we had thought that six or seven of us would.

Four of our members got paid work from this, which for three was the first in over ten years.`,
    learned: `“Co-production” usually means we are invited to somebody else’s meeting. Here they came to ours. I recommend it.

Keep the buying club. It works for wheelchair tyres too.`,
    links: ['https://ownfrontdoor.example/masks-for-two'],
    contact: {
      name: 'Lorna Petts',
      email: 'lorna@ownfrontdoor.example',
      telephone: '0121 496 0442',
      bestTimes: 'After 11. Use text relay if you like, I do',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 40,
    stage: 'SETTLED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Co-production', by: 'researcher@bvsc.example' },
      { code: 'Enterprise', by: 'researcher@bvsc.example' },
      { code: 'Innovation', by: 'researcher@bvsc.example' },
      { code: 'Anchor institutions and key workers', by: 'lead@wlv.example' },
      { code: 'Partnership with the council', by: 'lead@wlv.example' },
    ],
    comments: [
      {
        by: 'lead@wlv.example',
        body: 'Personal assistants are key workers that every list forgot. I have put our fifth theme on it too.',
        resolved: true,
      },
    ],
    assignedTo: 'researcher@bvsc.example',
    caseStudy: personalAssistantsBuyingClub,
  },
  {
    key: 'menu-of-the-week',
    organisation: 'Thursday Larder Parents (example)',
    organisationType: 'VOLUNTARY',
    practice: { kind: 'OWN' },
    communities: ['People on low incomes', 'Children and young people', 'Women'],
    places: ['Rugby'],
    title: 'No more kidney beans: families who get the food parcel write the order',
    prompts: ['co-production'],
    whatHappened: `We’re all mums (and Dean). We used to meet at the children’s centre for the Thursday larder, where you paid £3 and chose. When it shut, the food came as a standard parcel, and it was kind and it was wrong. Everybody had the same twelve things. At one point I had nine tins of kidney beans. My son has sensory issues and will eat eleven foods, none is a kidney bean.

Then I found out from the WhatsApp that we all had nine tins of kidney beans.

So we wrote to the coordinator. Not to complain. We said, let us do the order. Give us the budget for a week (£1,140 for 76 families, we did the sum, £15 each) and we’ll spend it. She went quiet for two days and then said yes, for a trial, with her watching.

Six of us did the menu each week and the six changed. We did it on a Sunday night when the kids were down. You planned five teas that could be made on two rings or in a microwave, because not everyone has an oven, and we knew exactly who didn’t, because it was us. One tea always from somebody’s own family: Ghanaian, Polish, Keralan, my nan’s grey peas. A card in the bag with how to make it and who it was from.

You ticked what you didn’t want and it went back in the pot. By June there was hardly anything to go back.

Some weeks we got it wrong. The plantain week people didn’t know what they were and we found some in a bin. The next week Abena did a video.`,
    difference: `We asked people to send a photo of anything they threw away. First week of the standard parcel, roughly a third. In July, 4%. The money stayed at £1,140 a week the whole time, and what we saved took it from 76 families to 88.

I can now do a budget on a spreadsheet. I’ve got an interview on Tuesday.`,
    learned: `Nobody is an expert in your tea but you.

If you’re an organisation reading this: the hard bit is not the menu, it’s handing over the £1,140. Do it.`,
    links: [],
    contact: {
      name: 'Kirsty',
      email: 'hello@thursdaylarder.example',
      telephone: '07700 900815',
      bestTimes: 'School hours',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 33,
    stage: 'SETTLED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Co-production', by: 'researcher@coventry.example' },
      { code: 'Food security', by: 'researcher@coventry.example' },
      { code: 'Innovation', by: 'researcher@coventry.example' },
      { code: 'Trust and relationships', by: 'researcher@wlv.example' },
    ],
    comments: [
      {
        by: 'researcher@wlv.example',
        body: 'How sure are we of “a third” and 4%? Photographs sent in are not a measurement.',
        resolved: true,
        replies: [
          {
            by: 'researcher@coventry.example',
            body: 'Asked on the telephone: about 50 families sent them in the first week, 30 in July. I say “by their own estimate”.',
          },
        ],
      },
    ],
    assignedTo: 'researcher@coventry.example',
    caseStudy: menuOfTheWeek,
  },
  {
    key: 'packhouse-noticeboard',
    organisation: 'Lugg Vale Parish Neighbours (example)',
    organisationType: 'NEIGHBOURHOOD',
    practice: { kind: 'OWN' },
    communities: ['Rural communities', 'People from Black, Asian and minority ethnic communities'],
    places: ['Herefordshire'],
    title: 'Farm workers from five countries write the Covid rules with the village next door',
    prompts: ['co-production', 'community-voice'],
    whatHappened: `Our parish has 610 residents from November to April. From May there are about 400 more, living in caravans on two soft fruit farms. For twenty years we have met at the shop and said good morning and that has been the extent of it.

In May the shop queue became tense. Villagers said the workers came in groups. The workers, it turned out, had been told by one notice to shop together in a “bubble” and by another, in the shop, to shop alone. Both were in English. Somebody wrote something unpleasant on the bus shelter.

A retired teacher here and a packhouse supervisor, Desislava, sat down two metres apart on the churchyard wall and went through every notice either of them could find. They kept what was true. Then a group of ten, five from each side of the hedge, wrote one page: when to shop, what to do with a cough, who pays you if you are ill, whom you may ring. Desislava’s people insisted on the third, which no official leaflet had. A shielding resident insisted on a quiet hour. Bulgarian, Romanian, Polish, Lithuanian and English, side by side on the one sheet, so that everyone could see that everyone had been told the same thing.

The growers printed it. One needed persuading about the sick pay line.

We do not wish to paint this too brightly. There was an outbreak at a farm elsewhere in the county in July and some of the old talk came back the same evening. It is a thin sheet of paper.`,
    difference:
      'The quiet hour was kept. The bus shelter was cleaned by two lads from the farm and our churchwarden. Fourteen people reported symptoms early, we are told by the growers, where in a usual year nobody reports anything until they fall over.',
    learned:
      'Put all the languages on the same page. A separate leaflet for each group makes each group wonder what the others have been told. Next season we want to begin in April, with a meal.',
    links: [],
    contact: {
      name: 'Parish Neighbours',
      email: 'neighbours@luggvale.example',
      telephone: '01632 960708',
      bestTimes: 'Evenings',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: false },
    daysBeforeNow: 25,
    stage: 'CODED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Co-production', by: 'researcher@wlv.example' },
      { code: 'Community voice', by: 'researcher@wlv.example' },
      { code: 'Trust and relationships', by: 'researcher@coventry.example' },
      { code: 'Innovation', by: 'researcher@coventry.example' },
    ],
    comments: [
      {
        by: 'researcher@coventry.example',
        body: '“All the languages on the same page” would be a recommendation in itself. Could we get the sheet?',
      },
    ],
    assignedTo: 'researcher@wlv.example',
  },
  {
    key: 'dementia-carers-rota',
    organisation: 'Saltwells Memory Companions (example)',
    organisationType: 'VOLUNTARY',
    practice: { kind: 'OWN' },
    communities: ['Carers', 'Older people'],
    places: ['Dudley'],
    title: 'Four o’clock calls: a telephone rota drawn up by carers for the worst hour of the day',
    prompts: ['co-production', 'early-response'],
    whatHappened: `When our day centre closed we did what we supposed was right. Staff rang each of our 93 families on a weekday morning to ask how things were. Everyone said fine, thank you. It is difficult to say anything else at ten in the morning with your husband in the chair opposite.

Three weeks later one of our carers, a former bus inspector who has looked after his wife for nine years, wrote us a letter, by hand, four sides. I asked if I might quote from it. “You ring at ten because that is when you are at your desks. The trouble starts at four.” Anyone who has lived with dementia knows that hour, when the light goes and the person you love wants to go home and is at home. “And I don’t want to be asked how I am. I want somebody to talk to Jean about buses while I go and cry in the shed.”

We gave him the spreadsheet. He and seven other carers redrew the whole service over a fortnight of conference calls, which they held after ten at night. Calls moved to between four and six, weekends included. The caller talks to the person with dementia, about one thing that person loves, from a card that the carer writes. The carer is free for twenty minutes and is not asked anything. Callers are mostly former carers, widowed, who know how the conversation goes round; we gave them training and they gave us some.

Our staff found it hard. Two said frankly that they felt they had been told their work was useless. I think I handled that poorly.`,
    difference: `2,260 calls from 20 April to the end of July. We used to log four or five crisis calls to the emergency duty team each month from families on our books; in June there was one, in July none. I would be careful with that, the numbers are small and the weather was good.

What carers say they do with the twenty minutes: shed, bath, shut my eyes, ring my sister, nothing at all.`,
    learned:
      'Service hours are designed round staff. I have been a manager for sixteen years and had never noticed. We shall stay open until six when the centre reopens, and the carers’ panel sets the rota.',
    links: [],
    contact: { name: 'Hilary Amphlett', email: 'hilary@saltwellsmemory.example', telephone: '01632 960259' },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 29,
    stage: 'SETTLED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Co-production', by: 'researcher@wlv.example' },
      { code: 'Mental health and isolation', by: 'researcher@wlv.example' },
      { code: 'Flexibility', by: 'researcher@wlv.example' },
      { code: 'Volunteering', by: 'researcher@bvsc.example' },
    ],
    comments: [
      {
        by: 'researcher@bvsc.example',
        body: 'The carer’s letter is quoted with his permission to her. Is that permission to us as well? Jean is named.',
        replies: [
          {
            by: 'researcher@wlv.example',
            body: 'I have asked Hilary. Until he says yes the case study paraphrases and leaves Jean out.',
          },
        ],
      },
    ],
    assignedTo: 'researcher@wlv.example',
    caseStudy: dementiaRota,
  },
  {
    key: 'chase-surgery-patients',
    organisation: 'Chase Edge Good Neighbours (example)',
    organisationType: 'MUTUAL_AID',
    practice: { kind: 'OWN' },
    communities: ['Older people'],
    places: ['Cannock Chase'],
    neighbourhood: 'Rugeley side',
    title: 'NHS volunteers with no tasks and patients with no help: joining the two by hand',
    prompts: ['co-production', 'early-response'],
    whatHappened: `I was one of the three quarters of a million who signed up to the national app. It never rang. I had it on loud for six weeks, next to the bed, I don’t know why next to the bed.

My neighbour worked on reception at a surgery and said they had 340 patients on the shielding list and hardly any had been put through to the app because somebody had to do a referral for each and there was nobody to do it.

So it was: 50 odd people round here with a lanyard and nothing to do, and 340 people needing things. A mile apart.

The patient group at the surgery (five of them, average age 74 they told me to say) rang all 340. They sat at home with a list each and a script they wrote themselves, because the one from above began with “I am calling on behalf of” and people put the phone down. Theirs began “It’s Joan from the flu clinic”. They wrote what was wanted on slips. Practice manager held the slips. Me and a lad called Imran rang round the lanyards.

So was it co-production? Patients designed it and ran it, volunteers did the legs, surgery kept hold of the data. I’d say so. Nobody called it that.

Doubts. Data protection was done on trust to begin with and we only had a proper agreement by June, it could have gone wrong. And by July it was six of us doing the lot, and I’m tired. Nobody plans for the bit when people go back to work.`,
    difference:
      '287 of the 340 reached in nine days. 164 wanted something. 51 only wanted to know if the surgery was still there.',
    links: [],
    contact: { name: 'Steve', telephone: '07700 900186', bestTimes: 'After 6' },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: false, showBefore: false },
    daysBeforeNow: 9,
    stage: 'CODING',
    tags: [
      { code: 'Co-production', by: 'researcher@bvsc.example' },
      { code: 'Volunteering', by: 'researcher@bvsc.example' },
    ],
    comments: [],
    assignedTo: 'researcher@bvsc.example',
  },
  {
    key: 'young-carers-takeaway',
    organisation: 'Elm Cross Young Carers’ Club (example)',
    organisationType: 'VOLUNTARY',
    practice: { kind: 'OWN' },
    communities: ['Carers', 'Children and young people'],
    places: ['Solihull'],
    neighbourhood: 'North of the borough',
    title: 'Young carers design a night off',
    prompts: ['co-production'],
    whatHappened: `Written by four of us who are 13, 14, 14 and 17. A worker typed it but did not change it.

In lockdown if you’re a young carer you’re doing it 24 hours. Before, school was the break. People don’t get that school is the break.

The club sent us craft packs. Thank you for the craft packs but we were not going to make a felt owl. We had a meeting on video, some of us with cameras off because of what’s in the background, and the workers asked what would you want if it could be anything. Somebody said a takeaway, a film and my mum sorted. Everyone put that in the chat. That, that, that.

So we planned it. You pick a night. A takeaway comes to the door for the whole family, already paid. The person you care for gets a call from a worker who stays on the phone, or in summer sat in the garden, so you are off. Properly off, like you’re not listening out. You get a film code. We wrote the rules for the worker: don’t ask us questions, don’t say you’re so brave, ring off at 9.30.

Three restaurants did it at cost. We rang them ourselves. The first one thought it was a prank.

It’s been 46 nights for 29 families. One night got cancelled because a mum went to hospital, and the worker went with them and it wasn’t a night off but it was still good they were there.`,
    learned: 'Ask us BEFORE you buy the owls.',
    links: [],
    contact: {
      name: 'The club office',
      email: 'club@elmcross.example',
      telephone: '0121 496 0573',
      bestTimes: 'After school',
    },
    consents: { telephone: true, publish: 'WITHOUT_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 2,
    stage: 'NEW',
    tags: [],
    comments: [
      {
        by: 'lead@wlv.example',
        body: 'Under eighteens wrote this. Speak to the club about parents’ consent before anyone codes or telephones.',
      },
    ],
  },
  {
    key: 'brass-band-under-the-window',
    organisation: 'Hollin Deep Pit Band (example)',
    organisationType: 'OTHER',
    practice: { kind: 'OWN' },
    communities: ['Older people', 'Rural communities'],
    places: ['North Warwickshire', 'Warwickshire'],
    title: 'Requests, please: a brass band in the car parks of nine care homes',
    prompts: ['co-production', 'anchors'],
    whatHappened: `We have not missed a May Day since 1926 and we did not intend to miss this one. As we could not march, and could not sit within two metres of one another (a cornet is a kind of spray gun, I’m advised), we split into quartets and went to the care homes where a good many of our former players now live.

We stood in the car park, by the bins usually. Before each visit the home’s activities lady went round with a sheet and took down what residents would like. We were told to expect wartime songs. What they asked for was Elvis, Abba, Cwm Rhondda, the theme from a television western, and from a lady of 96, ragtime. Our librarian had to arrange eleven new pieces in a week. She is 71 and says it is the best thing she has done since she retired.

Then the residents began conducting from the windows. One gentleman, a bandsman for fifty years who has not spoken much since his stroke, stopped us with his hand in the middle of a hymn and made us go back to bar nine. He was quite right about bar nine.

We played 61 times at nine homes. At two of them there were people we’d played for in April who were not at the window in May. We played for them all the same, and for the staff, who came out on to the step at the change of shift and in one case could not go back in for a bit.

I don’t know if this is what you are looking for. Nobody was fed by it.`,
    links: ['https://hollindeepband.example/by-the-bins'],
    contact: { name: 'Norman Gadsby, band secretary', email: 'norman@hollindeepband.example' },
    consents: { telephone: false, publish: 'WITH_NAME', tellOutcome: true, showBefore: false },
    daysBeforeNow: 21,
    stage: 'SETTLED',
    decision: {
      kind: 'NOT_TAKEN_FORWARD',
      reason:
        'Moving and well told, but it is outside the decisions that this report informs. Kept as background for the section on care homes.',
    },
    tags: [
      { code: 'Mental health and isolation', by: 'researcher@coventry.example' },
      { code: 'Anchor institutions and key workers', by: 'researcher@coventry.example' },
      { code: 'Flexibility', by: 'lead@wlv.example' },
    ],
    comments: [
      {
        by: 'researcher@coventry.example',
        body: 'I argued for a short piece. Residents did choose and correct the programme, which is more say than most of our co-production examples give.',
        replies: [
          {
            by: 'lead@wlv.example',
            body: 'I know. If the report gets a page of voices, bar nine goes on it. I have written to thank him.',
          },
        ],
      },
    ],
    assignedTo: 'researcher@coventry.example',
  },
  {
    key: 'discharge-hampers-elsewhere',
    organisation: 'Lozen Street Mosque Welfare Circle (example)',
    organisationType: 'FAITH',
    practice: { kind: 'ELSEWHERE', organisation: 'Hooyo Kitchen Collective (example)' },
    communities: ['Women', 'People from Black, Asian and minority ethnic communities', 'Faith communities'],
    places: ['Birmingham'],
    title: 'Somali mothers and a hospital ward design a hamper for going home',
    prompts: ['co-production', 'anchors'],
    whatHappened: `We would like to bring to your attention the sisters of Hooyo Kitchen Collective (example), who will not put themselves forward. Our mosque lent them our kitchen. The rest is theirs.

In April patients were being discharged quickly to make beds. Many from our community went home weak, to an empty cupboard, in Ramadan, with a leaflet recommending cottage pie. A ward dietitian, not herself Muslim, asked one of the cleaners on her ward what people would really eat. The cleaner is a member of the collective. This is how it began, with a person holding a mop.

Four mothers and the dietitian then met on the telephone each night for a week. The mothers described the dishes that are given to the sick and to women after birth. The dietitian calculated protein, salt and potassium; where a dish was dangerous for kidneys they changed it together, and argued, I am told, at length about ghee. They arrived at five hampers: kidney, heart, diabetes, “cannot taste anything” and new mother. Each holds seven days’ food with a voice message in Somali or Arabic by QR code, because many of our elders do not read, and in it the mother explains and the dietitian explains.

Porters carried the hamper down together with the patient’s medicine. This was important. It came from the hospital, so it was treatment and not charity, and a proud man could accept it.`,
    difference: `We are told 415 hampers between 24 April and 31 July. A nurse said to one of our trustees that she used to spend half an hour persuading people to eat, and now spent it persuading them to share less with the grandchildren.

We can’t confirm any effect on health. It should be asked of the hospital.`,
    learned:
      'The expert was already in the building, with a mop. How many other hospitals employ their experts as cleaners?',
    links: [],
    contact: {
      name: 'Welfare Circle',
      email: 'welfare@lozenstreetmosque.example',
      telephone: '0121 496 0661',
      bestTimes: 'Not Friday midday',
    },
    consents: { telephone: true, publish: 'WITHOUT_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 14,
    stage: 'CODED',
    tags: [
      { code: 'Co-production', by: 'researcher@bvsc.example' },
      { code: 'Food security', by: 'researcher@bvsc.example' },
      { code: 'Anchor institutions and key workers', by: 'researcher@bvsc.example' },
      { code: 'Innovation', by: 'researcher@wlv.example' },
    ],
    comments: [
      {
        by: 'researcher@bvsc.example',
        body: 'Told by the mosque, done by the collective. We need the sisters’ own yes before this goes any further, and their own account.',
      },
    ],
    assignedTo: 'researcher@bvsc.example',
  },
  {
    key: 'needle-and-nurse',
    organisation: 'Igła i Nitka Sewing Group (example)',
    organisationType: 'MUTUAL_AID',
    practice: { kind: 'OWN' },
    communities: ['Women', 'People from Black, Asian and minority ethnic communities'],
    places: ['Walsall'],
    title: 'Scrubs with pockets where nurse wants pockets',
    prompts: ['co-production', 'anchors'],
    whatHappened: `We are Polish women, 26, also two English, one Latvian and one grandfather who was tailor for army. We sew scrubs for hospital and for care home.

At begin we make from pattern from internet. 200 pieces. We were very proud. Then one nurse, she is my neighbour, she says Beata, thank you, it is beautiful, but nobody will tell you truth so I tell you. Trouser is too long, pocket is in wrong place, pen falls in toilet, and neck is so wide when I bend patient sees all my life.

So we stop sewing. Three days no sewing, some ladies were angry with me. We ask nurse to come in my garden with three other nurses, different size and different shape, one wears hijab. They put on scrubs and they do work: bend, lift, run, kneel. My friend holds pins. We change everything. Pocket on chest with place for pen, deep pocket on leg, neck higher, long sleeve version with tight cuff for sister with hijab, and matching cap which covers hair and can be boiled. For care home, flowers, because old people were afraid of blue.

Bed sheets, curtains, all was gift. One hotel gave 400 duvet covers. Postman left fabric without address, only “for sewing ladies”, and it came.

Total 1,740 sets to this day. Washing bag for each one, so that nurse does not bring virus to own home.`,
    difference: `Nurse says now she can forget what she is wearing. It is the best compliment for tailor.

For us. In 2016 somebody put in my letter box card that I must go home. In 2020 I have in same letter box 31 cards thank you. I keep them all in one box, also the first.`,
    links: [],
    contact: { name: 'Beata', telephone: '07700 900394', bestTimes: 'After 16.00, I work in warehouse' },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: false, showBefore: false },
    daysBeforeNow: 5,
    stage: 'CODING',
    tags: [{ code: 'Co-production', by: 'researcher@wlv.example' }],
    comments: [
      {
        by: 'researcher@wlv.example',
        body: 'Her last paragraph. Ask on the telephone whether she wants it public, before anyone falls in love with it.',
      },
    ],
    assignedTo: 'researcher@wlv.example',
  },
  {
    key: 'the-kitchen-that-moved',
    organisation: 'Cobden Row Day Centre (example)',
    organisationType: 'VOLUNTARY',
    practice: { kind: 'OWN' },
    communities: ['People who are homeless or badly housed'],
    places: ['Coventry'],
    title: 'Forty men in hotel rooms, and the kitchen they ran from the car park',
    prompts: ['co-production', 'freedoms'],
    whatHappened: `Our guests were moved into two budget hotels between 26 March and 3 April. Splendid. A room, a shower, a television. And three cold meals a day in a brown bag handed through a gap in the door.

After a fortnight the bags were being thrown down the stairwell. The hotel’s manager asked us to send someone to “address behaviour”. I went. What I found was forty people, several of whom had been cooks in the army, in a prison, in restaurants, lying on beds being fed like budgerigars.

I asked who’d like to run the food. Eleven hands, out of eleven doors, down a corridor.

They wrote the specification: hot, at a time you choose out of three, and you can have seconds. I borrowed a catering trailer that usually does festivals; its owner was sitting at home looking at it. It stood in the hotel car park. Environmental health certified it, and six of the men, in a single afternoon. The residents elected a head cook, sacked him after four days and elected another. They fixed a rule about drink: not on shift, and nobody asks about afterwards. I would never have dared to propose it, and it held.

By May they were doing the second hotel as well. By June, forty meals a day went to a sheltered scheme for older people over the road, at the residents’ own suggestion, and the sheltered scheme was sending back critiques of the gravy.

Of course people relapsed, and two were moved on by the hotel after a fight, in my view wrongly. One of our best cooks died in June, not of the virus. We stopped for a day.`,
    difference: `Complaints from the hotel: 31 in the fortnight before, 2 in the month after. Cost of a day’s food: £11.50 a head in brown bags, £6.80 from the trailer.

Twenty-three of the forty are housed. Four are employed in kitchens. I am told that the next contract for hotel food has already been let, for brown bags.`,
    learned:
      'People who have been homeless have been organised by others for years. They are rather good at it themselves.',
    links: [],
    contact: {
      name: 'Centre manager',
      email: 'manager@cobdenrow.example',
      telephone: '01632 960826',
      bestTimes: 'Before 9 or after 4',
    },
    consents: { telephone: true, publish: 'WITHOUT_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 24,
    stage: 'SETTLED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Co-production', by: 'researcher@bvsc.example' },
      { code: 'Food security', by: 'researcher@bvsc.example' },
      { code: 'Freedoms and flexibilities', by: 'researcher@bvsc.example' },
      { code: 'Enterprise', by: 'lead@wlv.example' },
      { code: 'Funding', by: 'lead@wlv.example' },
    ],
    comments: [
      {
        by: 'researcher@bvsc.example',
        body: 'The man who died would be known to anybody who was there. I leave him out of the draft; tell me if you disagree.',
        replies: [{ by: 'lead@wlv.example', body: 'Agreed. Let the manager decide when we show it to her.' }],
      },
    ],
    assignedTo: 'researcher@bvsc.example',
    caseStudy: theKitchenThatMoved,
  },
]

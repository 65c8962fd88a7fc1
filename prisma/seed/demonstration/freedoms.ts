import type { DemonstrationEntry } from './entry'
import { aGrantWithoutLines, inspectedByVideo, upperTemeWheels } from './freedoms-case-studies'

export const freedoms: DemonstrationEntry[] = [
  {
    key: 'upper-teme-wheels',
    organisation: 'Upper Teme Wheels (example)',
    organisationType: 'VOLUNTARY',
    practice: { kind: 'OWN' },
    communities: ['Children and young people', 'Older people', 'Rural communities'],
    places: ['Shropshire'],
    neighbourhood: 'The border villages and hill farms',
    title: 'A bus that carried no one: parking a mast where the signal never reached',
    prompts: ['freedoms', 'early-response'],
    whatHappened: `We run two minibuses out of a converted chapel garage. Normally it is the day centre, hospital clinics and the Thursday market. On 19 March every booking was cancelled. We had two buses, eleven drivers (nine of them over 70, so sent home) and enough in the bank for about five weeks of standing still.

The head of the small school up the valley rang, not about transport. She had 38 children at home and 21 of them could not open what she sent, because there is no broadband above the chapel and the phone signal stops at the cattle grid. Our younger driver used to put up aerials for a living. He said that if you could get a mast five metres into the air in nine or ten places you could do it, and what we had was something that can be driven to nine or ten places.

What we are allowed to do is very exact. The permit is for carrying passengers. The insurance is for moving, and for stopping, but not for staying put with a pole on the roof. Our constitution, written in 1987, says “the conveyance of persons”. So the honest answer was no.

I made three calls. The insurer: a young man working from his bedroom, who asked his manager and rang back in forty minutes to say it was covered, no charge, until further notice. The transport officer at the council: an email of two lines, nobody will object, a proper letter to follow. (It followed in May.) Then our trustees, by telephone, one after another. The kit cost £1,460 and a farmer paid.

From 6 April the Signal Bus kept a timetable like any other. Forty minutes at the lime kiln, forty at the chapel of ease, and so on. Children sat on walls and in the backs of Land Rovers, well apart, with whatever device they had. Then the parents came: claims, banks, a funeral in Leeds watched on a phone under an umbrella. Then the surgery asked whether the nurse could see leg ulcers by video from the lay-by. She could.`,
    difference: `All but one of the 21 children sent work in every week. The surgery did 164 video appointments from lay-bys, and says a dozen of those people had been on the point of driving to casualty or, worse, of not bothering.

For us: we did not have to make our one paid member of staff redundant, and the bus was seen. We have nine new volunteers, most of them under forty.`,
    learned: `The rule was not the obstacle. Not knowing who could say yes was the obstacle. Three people said yes inside a day once somebody asked them plainly.

We do not want to be a telephone mast for ever. The valley needs a proper one. But until then the bus could stop for a while each week, if the insurer’s permission did not end in September, and we have no idea who to ring.`,
    links: [],
    contact: {
      name: 'Gwenda Pryce-Hollis',
      email: 'gwenda@upperteme.example',
      telephone: '01632 960211',
      bestTimes: 'After the morning run, so 1pm onwards',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 38,
    stage: 'SETTLED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Freedoms and flexibilities', by: 'researcher@wlv.example' },
      { code: 'Flexibility', by: 'researcher@wlv.example' },
      { code: 'Digital inclusion', by: 'researcher@wlv.example' },
      { code: 'Partnership with the council', by: 'researcher@coventry.example' },
    ],
    comments: [
      {
        by: 'researcher@coventry.example',
        body: 'Three permissions in one day: insurer, council officer, own trustees. I would build the case study on those three.',
        replies: [
          { by: 'researcher@wlv.example', body: 'Agreed. And the end date in September is the policy question.' },
        ],
      },
    ],
    assignedTo: 'researcher@wlv.example',
    caseStudy: upperTemeWheels,
  },
  {
    key: 'latchkey-collective',
    organisation: 'Latchkey Collective (example)',
    organisationType: 'VOLUNTARY',
    practice: { kind: 'OWN' },
    communities: ['Children and young people', 'People who are homeless or badly housed', 'People on low incomes'],
    places: ['Birmingham'],
    neighbourhood: 'South of the city',
    title: 'What happened when our funder said: stop reporting, spend it',
    prompts: ['freedoms', 'community-voice'],
    whatHappened: `We work with young people who have left care, 16 to 25, mostly in their first flat. Before March our week was a Tuesday drop-in with a big pan of pasta, and trips: climbing, the sea, a careers fair that everybody hated.

We had £18,400 left of a grant that was for exactly that, line by line. Minibus. Instructor. Venue. We had never moved money from one line to another without a form and six weeks. On 24 March our grants officer phoned me. She said, and I wrote it down, “Take the lines out. Spend it on what they need. No report until autumn, and then just tell me.”

I cried, to be honest, and then we had an argument, because nobody had ever asked us what we would do with money that had no lines. I said laptops. The trustees said food. We put it to the young people on a call and there was a silence, and then a lad of 19 turned his camera round. He had been told to stay at home. There was no curtain, no kettle, no bed base, a mattress on boards. One after another they turned their cameras round.

So six of them became the panel. Two prepaid cards with £1,000 on each. Anyone in the group could ask, by voice note, with no reason needed. The panel answered the same day, up to £150, and ordered it to the door. Curtains, more than anything else. Saucepans. A lamp. A door chain for a girl whose ex knew the address. One sewing machine. A fish.

I sat on my hands about the fish. It belongs to the boy who stopped ringing us at four in the morning, so there we are.

It was not smooth. One panel member gave his cousin two goes. The other five found out before I did, wrote their own rule about family, and he stayed on. And one of them found it too much to hear what people were doing without, and we were slow to see it; the panel now has an hour with a counsellor every fortnight.`,
    difference: `118 young people asked and 111 were given something, on average £87, within two days. We lost no tenancies between March and June. In the same months last year there were five.

Four of the panel have put “grants assessor” on their CVs, and one has been asked to sit with our funder’s own committee.`,
    learned: `Trust goes down the line. She trusted us, so we trusted them, and they knew about the curtains. I would like somebody to work out what all the forms cost, on both sides.

We are frightened that autumn will come and we will be back to lines.`,
    links: [],
    contact: { name: 'Marit', email: 'marit@latchkey.example' },
    consents: { telephone: false, publish: 'WITHOUT_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 34,
    stage: 'SETTLED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Freedoms and flexibilities', by: 'researcher@bvsc.example' },
      { code: 'Funding', by: 'researcher@bvsc.example' },
      { code: 'Co-production', by: 'researcher@bvsc.example' },
      { code: 'Trust and relationships', by: 'lead@wlv.example' },
    ],
    comments: [
      {
        by: 'lead@wlv.example',
        body: 'Published without the name: leave out the part of the city, the exact grant and the fish. Everybody who knows them knows the fish.',
        resolved: true,
      },
    ],
    assignedTo: 'researcher@bvsc.example',
    caseStudy: aGrantWithoutLines,
  },
  {
    key: 'mount-tabor-bakehouse',
    organisation: 'Mount Tabor Bakehouse (example)',
    organisationType: 'FAITH',
    practice: { kind: 'OWN' },
    communities: [
      'Faith communities',
      'People from Black, Asian and minority ethnic communities',
      'People who are homeless or badly housed',
    ],
    places: ['Wolverhampton', 'Dudley'],
    title: 'Inspected by telephone camera on Tuesday, baking for hostels by Thursday',
    prompts: ['freedoms', 'early-response', 'co-production'],
    whatHappened: `Our fellowship has a bread oven because the building was a bakery before it was a church. Sisters Verna and Icilda baked hard dough bread in it once a month for the elders, to sell after the service. That is all it was.

On 23 March the church closed. By the end of that week bread had gone from the shops and the manager of a hostel, who used to worship with us as a boy, asked if we had any. We had two sisters in their seventies who must stay at home, an oven which holds ninety loaves, and eleven young men of the gospel choir with nothing to sing at.

Selling to our own members once a month needs little. Supplying other people’s kitchens makes you a food business, which means a visit, and visits had stopped. I am a retired bus inspector and I fear nobody. I rang environmental health every half hour. On the second day an officer said: Pastor, do you have a phone with a camera? She inspected us through it. A bass walked round the bakehouse with the phone taped to a broom handle and she said left, lower, open that, now show me behind it. It took an hour and fifty minutes. She wanted a second sink for hands, allergen labels, and a log for the flour store. We had all of it by the next noon and were registered on the Wednesday evening.

Meanwhile the sisters taught. They sat each in her own front room with the tablet propped on a Bible and shouted at tenors. Too wet! Fold it, don’t fight it! On Thursday there were 84 loaves, and I have to confess that the first 30 could have been used for building. By May it was 400 a day, six days, for four hostels, a refuge, the hospital chaplaincy’s trolley and a bag on the railings for whoever passed.

Flour was the worry. A mill that used to sell to restaurants let us have it at the price of the wheat.`,
    difference: `About 26,000 loaves. The hostel manager says that men came down to the kitchen for the smell who had not left their rooms in days.

Three of the choir now earn their living by it: we sell to two cafés, and every fifth loaf still goes on the railings. The officer told us that ours was the first visit she did by video and that she has since used the same checklist for eleven kitchens of all faiths and none.`,
    learned: `If an inspector treats you as a partner she gets a cleaner kitchen than if she comes to catch you out.

We ask: let the first advice visit be by video always. A small group can then know what is needed before it spends money.`,
    links: ['https://taborbakehouse.example/the-video-visit'],
    contact: {
      name: 'Pastor Winston Delisser',
      email: 'pastor@taborbakehouse.example',
      telephone: '07700 900318',
      bestTimes: 'Not Sundays',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 26,
    stage: 'SETTLED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Freedoms and flexibilities', by: 'researcher@coventry.example' },
      { code: 'Food security', by: 'researcher@coventry.example' },
      { code: 'Partnership with the council', by: 'researcher@coventry.example' },
      { code: 'Innovation', by: 'researcher@bvsc.example' },
      { code: 'Volunteering', by: 'researcher@bvsc.example' },
    ],
    comments: [
      {
        by: 'researcher@bvsc.example',
        body: 'Do we know whether the 26,000 is counted or estimated? Worth asking when we telephone.',
      },
    ],
    assignedTo: 'researcher@coventry.example',
    caseStudy: inspectedByVideo,
  },
  {
    key: 'hazel-door',
    organisation: 'Hazel Door (example)',
    organisationType: 'VOLUNTARY',
    practice: { kind: 'OWN' },
    communities: ['Women', 'Children and young people', 'People who are homeless or badly housed'],
    places: ['Walsall'],
    title: 'Sharing information in an hour instead of a fortnight, and why we still worry',
    prompts: ['freedoms'],
    whatHappened: `We support women and children who are leaving violent homes. We ask that this is used for research only. Nothing here should let anyone find our buildings or our staff.

Normally, for a woman to be placed by housing with our support attached, four organisations exchange forms under a data sharing agreement. Each has its own version. The median in our records for last year is thirteen days. In those days some women go back.

On 30 March, after two bad nights, a housing manager, a police sergeant, a health visitor lead and I agreed a daily call at 8.40. Fifteen minutes, initials only, one question for each family: who does what before tonight? Our data protection adviser drew up a two-page emergency protocol instead of the thirty-one-page agreement. It relied on vital interests, was reviewed each Friday, and destroyed its own notes after thirty days.

Placement took an average of 1.3 days in April and 1.6 in May, over 47 families. An empty block due for refurbishment was lent to us for twelve weeks.

Now the doubt. Quick sharing was only safe because the same four people were on the call every day and knew what must not be said. In the sixth week one of us was on leave, a stand-in joined, and forwarded an email with an address in it to a distribution list of thirty. No harm followed. It might have. We told the woman. She moved again, her third move, because of our mistake.`,
    learned: `Keep the daily call. Keep it small, named, and by voice. Do not turn it into a shared inbox, which is what is now being proposed to us as “building on the learning”.

Speed was the gift of the relationship, not of the protocol. The protocol without the relationship is a leak.`,
    links: [],
    contact: { email: 'manager@hazeldoor.example' },
    consents: { telephone: false, publish: 'NO', tellOutcome: true, showBefore: false },
    daysBeforeNow: 22,
    stage: 'CODED',
    tags: [
      { code: 'Freedoms and flexibilities', by: 'researcher@coventry.example' },
      { code: 'Partnership with the council', by: 'researcher@coventry.example' },
      { code: 'Trust and relationships', by: 'researcher@coventry.example' },
    ],
    comments: [
      {
        by: 'researcher@coventry.example',
        body: 'One of the most useful answers so far and we may not publish it. The point about voice instead of an inbox can go into the report only as a general finding, with nothing that leads here.',
        replies: [
          {
            by: 'lead@wlv.example',
            body: 'Yes. I would rather lose the point than risk it. Two others say something near; we can cite those.',
          },
        ],
      },
    ],
    assignedTo: 'researcher@coventry.example',
  },
  {
    key: 'second-wind-bikes',
    organisation: 'Second Wind Bikes (example)',
    organisationType: 'SOCIAL_ENTERPRISE',
    practice: { kind: 'OWN' },
    communities: ['Children and young people', 'People on low incomes'],
    places: ['Redditch'],
    title: 'A licence on an empty shop signed in nine days, and £1 a week rent',
    prompts: ['freedoms', 'recovery-plans'],
    whatHappened: `We train young people who are out of school or out of work to mend bikes. Workshop was in a school, school closed, that was us done. I expected to wind up the company by June.

Then everyone wanted a bike. Buses were running a third full, people were frightened of them anyway, and you could not buy a new bike under £400 for love nor money. We had 160 old ones under a tarpaulin.

There are fourteen empty units in the shopping centre. I have asked about them for three years. It was always the same: five-year lease, full repairing, deposit, legal fees £1,800, come back when you have a covenant (still not sure what that is). In May the centre manager rang me. Footfall was on the floor and she said an open door with a queue was worth more to her than an empty one. The council’s town centre officer had a two-page licence that somebody in another town had used for a pop-up. Rolling, a month’s notice either side, £1 a week, we cover insurance and electric. Nine days from phone call to keys. Business rates relief was sorted by email.

Since 1 June: 203 bikes sold, from £35 to £120. Key workers get a third off. Four trainees have been taken on for real wages, one of them lad who hadn’t been out of his bedroom since Christmas and now runs the till and bosses me about.`,
    difference: `Takings £14,630 in six weeks. Our best year before was £9,000. Four jobs at the living wage. The two units next to us have been let.`,
    links: ['https://secondwind.example'],
    contact: {
      name: 'Dez Okafor-Lane',
      email: 'dez@secondwind.example',
      telephone: '01632 960187',
      bestTimes: 'Mondays, we are shut',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: false },
    daysBeforeNow: 15,
    stage: 'CODED',
    tags: [
      { code: 'Freedoms and flexibilities', by: 'researcher@bvsc.example' },
      { code: 'Enterprise', by: 'researcher@bvsc.example' },
      { code: 'Recovery plans', by: 'researcher@bvsc.example' },
    ],
    comments: [
      {
        by: 'researcher@bvsc.example',
        body: 'Ask for a copy of the two-page licence when we call. It is the thing that others could reuse.',
      },
    ],
    assignedTo: 'researcher@bvsc.example',
  },
  {
    key: 'six-streets-rugby',
    organisation: 'Six Streets Mutual Aid (example)',
    organisationType: 'MUTUAL_AID',
    practice: { kind: 'OWN' },
    communities: [],
    places: ['Rugby'],
    title: 'Nobody checked us and it was fine',
    prompts: ['freedoms', 'early-response'],
    whatHappened: `You asked about freedoms so here is ours. We did not ask anyone.

Six streets off the Hillmorton side. A green card in the window means all right, a red one means knock. My daughter cut 160 of each out of old folders on 17 March and that was the launch. Somebody in every street walks the length of it at ten in the morning and at six. Shopping, dogs, a tap that wouldn’t turn off, one lawnmower that has now mown about thirty lawns. Money: you pay the person who did your shop, cash in an envelope or bank transfer. If you were worried about a volunteer you asked the neighbour on their other side.

In April somebody from an official scheme got in touch. Very nice. Said we should register our volunteers, get the checks done, do a module online, send in numbers each week. We talked about it for one evening and said no thanks. Their volunteers had to wait three weeks for a badge. Ours had already been to the chemist.

I know what you will say: what about safeguarding. We thought about it. Two rules. Nobody goes in the house. Nobody holds anybody’s bank card. We had no trouble. I accept that we might have been lucky, and that it works on six streets where people have lived twenty years and maybe not elsewhere.`,
    learned: `Leave small things small.`,
    links: [],
    consents: { telephone: false, publish: 'WITHOUT_NAME', tellOutcome: false, showBefore: false },
    daysBeforeNow: 3,
    stage: 'NEW',
    tags: [],
    comments: [],
  },
  {
    key: 'slow-talk-club',
    organisation: 'Slow Talk Club (example)',
    organisationType: 'OTHER',
    practice: { kind: 'OWN' },
    communities: ['Disabled people', 'Carers', 'Older people'],
    places: ['Tamworth', 'North Warwickshire'],
    title: 'Ten minutes is not enough if you have lost your words',
    prompts: ['freedoms', 'community-voice'],
    whatHappened: `I had a stroke. 2014. I know what I want to say. Words come late, or wrong ones. It is called aphasia. There are 29 of us in the club. My wife Pam typed this, I chose every word. It took three mornings.

Before: you go to the doctor. You point, you draw, he sees your face. Fine.

March: telephone only. Press one for. Press two for. Then a person, very fast. “Are you still there, sir?” Yes I am there! I am looking for the word! They put the phone down. Four of our club were put down. One was put down three times, he thought he was having another stroke. He was right.

Pam wanted to talk for me. Not allowed. I must say on the phone that I give permission. I must SAY it. (You see the joke.)

Club wrote to all the surgeries. Pictures, not a letter. A card: a snail, and SLOW TALK, and three lines. One: wait ten seconds, I will answer. Two: this is who helps me, Pam, she may listen and speak. Three: I can send a photo of a drawing.

One practice manager rang. A human. She said the form for a helper needs a signature in the surgery, and the surgery is shut, so she would take a photograph of me holding the card, thumb up. That is the consent. She asked her partners. They said yes the same week. Now the snail is on the computer by your name. Snail means: double appointment, no menu, ring from the same nurse.

Five surgeries have the snail now. Not only for us. A man with a stammer has it. A lady with dementia.`,
    difference: `I rang. I waited. She waited. I said “chest”. She waited more. I said “no, not chest. Pill.” Wrong pill. Sorted. Four minutes. Nobody else talking.`,
    links: [],
    contact: {
      name: 'Roy and Pam Tunnicliffe',
      email: 'roy@slowtalk.example',
      bestTimes: 'Email, we will take our time',
    },
    consents: { telephone: false, publish: 'WITH_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 11,
    stage: 'CODING',
    tags: [
      { code: 'Freedoms and flexibilities', by: 'researcher@wlv.example' },
      { code: 'Innovation', by: 'researcher@wlv.example' },
    ],
    comments: [
      {
        by: 'researcher@wlv.example',
        body: 'If this becomes a case study he should see it in short lines with pictures before it is published, not as a page of prose. Can we budget for that?',
      },
    ],
    assignedTo: 'researcher@wlv.example',
  },
  {
    key: 'marches-rural-voice',
    organisation: 'Marches Rural Voice (example)',
    organisationType: 'OTHER',
    practice: { kind: 'ELSEWHERE', organisation: 'Arrowbridge Community Shop (example)' },
    communities: ['Rural communities', 'Older people', 'Carers'],
    places: ['Herefordshire'],
    neighbourhood: 'A village of 310 people near the Welsh border',
    title: 'A village shop that became a bank, chemist’s counter and council desk for fourteen weeks',
    prompts: ['freedoms', 'anchors'],
    whatHappened: `I write about something I watched, as development worker for several parishes, and did not do.

The community shop is owned by 188 villagers at £25 a share. It has one paid manager, part time. The nearest cash machine, chemist and council office are each about eleven miles off, and the bus, never generous, stopped.

In the last days of March the manager put a sheet of paper on the counter headed THINGS WE ARE NOT ALLOWED TO DO. Customers filled it in. Hand over a dispensed prescription. Give cash without a purchase. Print and witness a benefits form. Take in library returns. Accept a parcel for someone who is not present. She then worked down the sheet, one telephone call for each line, and wrote the answer beside it with the name of whoever gave it. Of fourteen lines, nine became “yes for now”, three became “yes, always could have”, and two stayed no.

I find the three most instructive. The shop had always been able to hold dispensed medicines in a locked cupboard under the pharmacist’s procedure; nobody had asked. It could have offered cashback without purchase through its existing card terminal had the provider been told to switch it on.

I should add a reservation. The manager worked, by my reckoning, sixty hours a week for twenty-two hours’ pay. Shareholders clapped for her on the green. It would be wrong to call that a model.`,
    learned: `The sheet of paper is the innovation. I have since persuaded four other shops to put one up. I would like each council to do the same with its own front desk.

A counter that serves five public bodies should be paid by five public bodies.`,
    links: [],
    contact: {
      name: 'Dr Alban Fairweather',
      email: 'alban@marchesrural.example',
      telephone: '01632 960145',
      bestTimes: 'Tuesday to Thursday',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: false, showBefore: false },
    daysBeforeNow: 18,
    stage: 'CODED',
    tags: [
      { code: 'Freedoms and flexibilities', by: 'researcher@bvsc.example' },
      { code: 'Innovation', by: 'researcher@bvsc.example' },
      { code: 'Anchor institutions and key workers', by: 'researcher@bvsc.example' },
    ],
    comments: [
      {
        by: 'lead@wlv.example',
        body: 'The shop itself has to agree before we can name it. Who writes to it?',
        replies: [{ by: 'researcher@bvsc.example', body: 'I will, this week.' }],
      },
    ],
    assignedTo: 'researcher@bvsc.example',
  },
  {
    key: 'chase-carers-front-room',
    organisation: 'Chase Carers’ Front Room (example)',
    organisationType: 'NEIGHBOURHOOD',
    practice: { kind: 'OWN' },
    communities: ['Carers', 'Disabled people'],
    places: ['Cannock Chase'],
    title: 'We were told the money could be spent on a summer house. Then we were told it couldn’t',
    prompts: ['freedoms'],
    whatHappened: `I care for my son who is 23, autistic, big, lovely, loud. I also run this group, which is eleven families in my front room on a Wednesday (now on a screen). My example is half good and half bad, I hope that's allowed.

When day centres shut we all had direct payments piling up that were meant for the centre. In April we were told, in writing, that for the time being families could use it flexibly on anything that met the need. That was a proper freedom. In our group it bought: a trampoline. A paddling pool big enough for a grown man. Broadband. Two hours of a personal assistant walking behind at 2 metres so that mum could walk in front and cry in private (her words). One family bought a shed and called it a summer house and their daughter, who can't be in a room with her brothers, slept through the night for the first time in years.

In June a letter came saying certain purchases would be "reviewed" and may be recovered. No list of which. The summer house family are waiting to find out if they owe £1,140. Three families have stopped spending altogether and gone back to being exhausted, because you would, wouldn't you.

I don't blame the social worker, she is as cross as we are.`,
    difference: `April and May: best sleep, fewest meltdowns, nobody in our group had to ring the crisis line. June: four calls to the crisis line.`,
    links: [],
    contact: { name: 'Joanne', telephone: '07700 900462', bestTimes: 'between 10 and 11, he has his programme on' },
    consents: { telephone: true, publish: 'WITHOUT_NAME', tellOutcome: false, showBefore: false },
    daysBeforeNow: 8,
    stage: 'CODING',
    tags: [{ code: 'Freedoms and flexibilities', by: 'researcher@coventry.example' }],
    comments: [
      {
        by: 'researcher@coventry.example',
        body: 'A freedom that was taken back. Ring soon: has the review been settled?',
      },
    ],
    assignedTo: 'researcher@coventry.example',
  },
  {
    key: 'shapla-sisters',
    organisation: 'Shapla Sisters of Smethwick (example)',
    organisationType: 'MUTUAL_AID',
    practice: { kind: 'OWN' },
    communities: ['Women', 'People from Black, Asian and minority ethnic communities', 'Faith communities'],
    places: ['Sandwell', 'Birmingham'],
    title: 'School give us the key',
    prompts: ['freedoms', 'early-response'],
    whatHappened: `We are mothers, Bangladeshi, our children go in same school. Before corona we are only sitting in the parents room on Friday, drinking tea with teacher, learning some English. We are not organisation. Now we have name because the bank ask for name.

School closed. Inside school is big kitchen, big fridge, hall, photocopy machine. All locked, nobody using. Outside is families, husband is taxi or restaurant, no work, no money from furlough because boss did not do paper. I phone Miss, the head teacher. I say Miss, you have kitchen, we have hands. She say I must ask governors, ask insurance, it take time. Next day she phone me back. She say come, here is key. She did not wait for the paper, paper came after. I think this was brave for her.

Every day in Ramadan we cook for iftar, 60 families, later 110. Halal, also we did for families not Muslim, Polish and Jamaican and English. Photocopy machine we used for homework pack, because some house have one phone and four children. We put homework inside the food bag. Teacher say homework coming back 8 from 10. Before food bag it was 2 from 10.

Also sad things. Two of our grandfathers died and we could not go to wash them. We cooked anyway on that day.`,
    learned: `The key is important more than the money. We want keep the key in holiday time also. Now school say it is needing to check with the insurance.`,
    links: [],
    contact: { name: 'Rahela', telephone: '07700 900571', bestTimes: 'after 2, my daughter can translate' },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: false, showBefore: false },
    daysBeforeNow: 2,
    stage: 'NEW',
    tags: [],
    comments: [],
  },
]

import type { DemonstrationEntry } from './entry'
import { blankExerciseBooks, eightShopsOnePlan, kitchenTableRecoveryPlan } from './recovery-plans-case-studies'

export const recoveryPlans: DemonstrationEntry[] = [
  {
    key: 'three-hills-parishes',
    organisation: 'Three Hills Parishes Together (example)',
    organisationType: 'NEIGHBOURHOOD',
    practice: { kind: 'OWN' },
    communities: ['Rural communities', 'Older people'],
    places: ['Herefordshire', 'Shropshire'],
    neighbourhood: 'Seven parishes, 1,940 people',
    title: 'A recovery plan made on the landline, one kitchen table at a time',
    prompts: ['recovery-plans', 'community-voice'],
    whatHappened: `Broadband here is a rumour. Four in ten of our households cannot hold a video call, so when everyone else was discovering online meetings we went the other way and discovered the telephone.

It started as welfare calls: 61 callers, each with about fifteen households, ringing every week from 28 March. By the middle of April the calls had become long. People had stopped saying “I’m managing” and had begun to say “what I don’t want is for it all to go back”. One of our callers, a shepherd’s wife with a good ear, said we ought to be writing this down.

So from 20 April every call finished with the same three questions. What have you missed least? What have you found here that you did not know was here? What would you lend, and for how long? The callers wrote the answers on postcards in people’s own words and read them back. We had 1,206 postcards by the end of May. A retired librarian sorted them on the floor of the closed school.

Then came what we call the kitchen tables. Seven conference calls on a plain telephone line, eight or nine people each, any age, chosen by lot from those who had sent a postcard. Each had one heap to turn into “we will” sentences. No “they should” allowed. A bell was rung if anyone said “they should”. The council’s locality officer was invited to listen and to speak last.

The plan is one sheet of A3, folded like a map. It has eleven promises. A shared van. Two fields for growing, lent for five years. The school hall on Thursdays as a workplace with the one good line. A hearing for every teenager who thinks that they have to leave. A repair day. Logs. It was posted, by hand, to every house on 7 June.

Not everybody likes it. One farmer sent it back with “communism” written across it, and has since lent us a field.`,
    difference: `Five of the eleven promises were under way three weeks after the sheet went out, and none has needed a grant so far. 212 people put their names to a promise. A third of those who sat at the kitchen tables were under 30 or over 80, which no parish meeting of mine has ever managed.

The locality officer asked for the heap of postcards about buses. That is the first time that I have been asked for evidence and not a consultation response.`,
    learned: `Ask what people will lend before asking what they want. It changes the tone of voice.

The telephone is the fairest meeting room that we have. Nobody can see your curtains.`,
    links: ['https://threehills.example/the-map'],
    contact: {
      name: 'Isolde Merrick',
      email: 'isolde@threehills.example',
      telephone: '01632 960168',
      bestTimes: 'Landline, let it ring',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 30,
    stage: 'SETTLED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Recovery plans', by: 'researcher@bvsc.example' },
      { code: 'Community voice', by: 'researcher@bvsc.example' },
      { code: 'Innovation', by: 'researcher@bvsc.example' },
      { code: 'Mental health and isolation', by: 'researcher@wlv.example' },
    ],
    comments: [
      {
        by: 'researcher@wlv.example',
        body: 'Could we see twenty of the postcards? With permission, one or two would say more than our whole introduction.',
        replies: [{ by: 'researcher@bvsc.example', body: 'She is asking the callers.' }],
      },
    ],
    assignedTo: 'researcher@bvsc.example',
    caseStudy: kitchenTableRecoveryPlan,
  },
  {
    key: 'needle-and-forge',
    organisation: 'Needle & Forge (example)',
    organisationType: 'SOCIAL_ENTERPRISE',
    practice: { kind: 'OWN' },
    communities: ['People on low incomes', 'Disabled people'],
    places: ['Redditch'],
    neighbourhood: 'One 1970s neighbourhood centre',
    title: 'Eight shops, one car park, one plan: keeping a neighbourhood centre alive',
    prompts: ['recovery-plans', 'anchors'],
    whatHappened: `Our town was built with little centres, each a square of shops with flats on top and parking behind. Ours has a chemist, a Chinese takeaway, a hairdresser, a bookie, a mini-market, us, and two shutters.

We are a repair café with a till. Kettles, coats, laptops, walking frames. Half our fixers have learning disabilities or have been ill for a long time and get paid the same as the rest.

In lockdown the square was the only place anybody went. The queue for the chemist went right round it, two metres apart, people standing forty minutes. We noticed what they looked at. Shutters, mostly. So Kelvin, who is autistic and has a gift for counting, stood in our window for nine days and wrote down what people did. 3,112 of them. He found that seven in ten came on foot, that the most common thing they did was sit on the chemist’s window sill because there are no benches, and that a third went from here to catch a bus into town to buy something that used to be sold here.

We took Kelvin’s sheet to the other shopkeepers. Never had a traders’ meeting before, we had it standing on the parking bays, one bay each. It was the hairdresser who said: well then, what did they get on the bus for? We chalked the list on the tarmac and let the queue tick it. Shoe repair, key cutting, school uniform, plants, a bank, somewhere to sit, fruit that isn’t in plastic.

The plan is that list. We do keys and shoes from 15 June (a cobbler who had lost his concession trains two of our fixers). The mini-market swapped an aisle of sweets for loose fruit. The takeaway lends its frontage to a uniform swap in the daytime. Six benches made by us out of a school’s scrapped lab tables. One shutter is up: a plant stall, three days a week. A bank, we cannot do.

All of it cost £2,900, and each trader put in according to the width of the shop window. The bookie paid most.`,
    difference: `Takings in June, for those of us who were allowed to open, were up on last June by 14%. They showed me their books, which says something in itself. We have gone from five paid fixers to eight.

People sit down. There’s a woman of 90 who comes to the bench at eleven every day and by ten past there are five of them.`,
    learned: `Nobody had ever counted us. The retail study counted the town centre. If you want fifteen-minute neighbourhoods, some of us are living in one already, it just needs benches.`,
    links: [],
    contact: {
      name: 'Lorraine Szabo',
      email: 'lorraine@needleforge.example',
      telephone: '01632 960191',
      bestTimes: 'Before we open at 9.30',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: false },
    daysBeforeNow: 23,
    stage: 'SETTLED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Recovery plans', by: 'researcher@wlv.example' },
      { code: 'Enterprise', by: 'researcher@wlv.example' },
      { code: 'Trust and relationships', by: 'researcher@coventry.example' },
    ],
    comments: [
      {
        by: 'lead@wlv.example',
        body: 'Checked by telephone: Kelvin knows about this, is proud of it, but would like not to be named in public.',
        resolved: true,
      },
    ],
    assignedTo: 'researcher@wlv.example',
    caseStudy: eightShopsOnePlan,
  },
  {
    key: 'winding-wheel-library',
    organisation: 'Winding Wheel Community Library (example)',
    organisationType: 'VOLUNTARY',
    practice: { kind: 'OWN' },
    communities: ['Older people', 'Children and young people', 'People on low incomes'],
    places: ['North Warwickshire', 'Warwickshire', 'Tamworth'],
    neighbourhood: 'A former pit village',
    title: 'What the pit village wrote in the back of the library books',
    prompts: ['recovery-plans', 'community-voice', 'co-production'],
    whatHappened: `We took our library over from the county seven years ago, when it was that or lose it. Forty volunteers. Lockdown shut the door and we put 1,100 books into carrier bags and hung them on gates instead.

In each bag went a blank exercise book. That was not a plan of any kind, we had boxes of them left from a school that had closed. The note said: Write down what you are thinking and send it back with the books, someone will read it. We thought we would get recipes.

We got 384 of them back. Recipes, yes. Also the strike, a great deal about the strike, by people who were striking and people who were not and who had lived three doors apart without talking since 1985. Children drew the pit wheel with rainbows on. A man wrote eleven pages about his wife, in pencil. And running all through it, what the place should be. “When they closed the pit they gave us a plan with a roundabout on it.” I typed that one out and stuck it over my desk.

Nine of us read all of them. With the writers’ leave, and no names, we made a book, Wheel, in an edition of 900, printed by a shirt-printing firm with nothing to print. The last chapter is called Next Time We Hold the Pen, and is the vision for the village: fourteen pages. The library as the village’s front room, open until eight. The welfare ground to be bought, not leased. An apprenticeship in heating engineering, because everyone here knows what it is to lose a fuel. A day every year when the two sides eat together.

It went through each door on 1 July. We asked for objections by chalk on the pavement. There were six and we have printed those too.`,
    difference: `The parish council adopted the fourteen pages as they are, with not one word changed, which according to the clerk has not happened before. The owner of the welfare ground has agreed to talk.

Two brothers-in-law had tea on the library step. They did not say much. Thirty-five years.`,
    learned: `Do not begin with the future. People have to put something down before they can pick something up.

It takes a very long time to read 384 exercise books, and you must not skip.`,
    links: [],
    contact: { name: 'Glenys', email: 'glenys@windingwheel.example' },
    consents: { telephone: false, publish: 'WITHOUT_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 19,
    stage: 'SETTLED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Recovery plans', by: 'researcher@coventry.example' },
      { code: 'Community voice', by: 'researcher@coventry.example' },
      { code: 'Trust and relationships', by: 'researcher@coventry.example' },
    ],
    comments: [
      {
        by: 'lead@wlv.example',
        body: 'No name and no book title: the title leads straight to the village. Do not mention that it was a library that left the county either.',
        resolved: true,
      },
    ],
    assignedTo: 'researcher@coventry.example',
    caseStudy: blankExerciseBooks,
  },
  {
    key: 'tower-landing-assembly',
    organisation: 'Tower and Landing Assembly (example)',
    organisationType: 'NEIGHBOURHOOD',
    practice: { kind: 'OWN' },
    communities: [
      'People on low incomes',
      'People from Black, Asian and minority ethnic communities',
      'People who are homeless or badly housed',
    ],
    places: ['Birmingham'],
    neighbourhood: 'Four tower blocks beside a canal',
    title: 'One rep per landing: 288 flats agree on lifts, laundry and light',
    prompts: ['recovery-plans', 'community-voice'],
    whatHappened: `Four towers, 18 floors each, four flats to a landing, two lifts per block of which one works. You cannot social distance in a lift that is 1.1 metres wide. That is how our recovery plan began, with an argument in a lift.

A mum on 14 would not let a man without a mask get in. He lives on 16 with a bad heart. Both of them were right. Somebody put a sheet of paper up next to the buttons: LIFT RULES, WRITE YOURS. By the evening there were 26 rules and some swearing.

We took the paper down and gave each landing one voice. 72 landings, 72 reps, changed every fortnight so nobody becomes king. The rep knocks on three doors. That's the whole job. Then each block has a call at 7 on Sundays, and you get one minute, timed with an egg timer shaped like a chicken.

First fortnight: lift timetable (school runs, dialysis, night workers, prams). Second: the laundry room, opened by booking. Third was light, because the landings are on a sensor that goes off after twenty seconds and old people were standing there in the dark with shopping. From then on it was not about Covid any more. By July we had a list of 31 things in three columns: Ours, Theirs, and Nobody knows. The Nobody knows column has the most in it.

We put the three columns to our landlord. They've agreed to nine of theirs. They asked to send an officer to run the calls for us. We said he can have a minute like everyone else.`,
    difference: `The light on the landings stays on for three minutes now. I know it's not a vision for the area. You come and carry shopping up there in the dark.`,
    links: [],
    contact: {
      name: 'Yemi',
      email: 'yemi@towerlanding.example',
      telephone: '0121 496 0177',
      bestTimes: 'Not Sunday at 7',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 12,
    stage: 'CODED',
    tags: [
      { code: 'Recovery plans', by: 'researcher@bvsc.example' },
      { code: 'Community voice', by: 'researcher@bvsc.example' },
      { code: 'Innovation', by: 'researcher@bvsc.example' },
    ],
    comments: [
      {
        by: 'researcher@bvsc.example',
        body: 'Ours, Theirs, Nobody knows. I have started to use the three columns myself.',
      },
    ],
    assignedTo: 'researcher@bvsc.example',
  },
  {
    key: 'hillfields-long-table',
    organisation: 'Hillfields Long Table (example)',
    organisationType: 'FAITH',
    practice: { kind: 'OWN' },
    communities: ['Faith communities', 'Refugees and people seeking asylum', 'Older people'],
    places: ['Coventry'],
    neighbourhood: 'Hillfields',
    title: 'Mourning first, planning second: a year of remembrance as a recovery plan',
    prompts: ['recovery-plans', 'co-production'],
    whatHappened: `We are clergy and lay people of four faiths who used to eat together on the first Monday of the month. There are ten of us and we have buried, between us, seventy-three people since March. Some of us stood alone in a cemetery reading the prayers into a telephone for a family in quarantine. I am a Hindu priest; I learned in April how to describe a coffin to a daughter.

In June the city’s partners asked community leaders to contribute to a recovery plan. The form had headings: economy, skills, place, health. We sat in the Methodist garden on ten kitchen chairs and found that none of us could fill it in. The rabbi said it plainly. There is no box here for the dead.

So we wrote another plan. It covers our neighbourhood only, and it lasts a year, because mourning in most of our traditions has a calendar: seven days, thirteen days, forty days, a year. It asks that each month one thing be done for those who are left behind, and that each of those things also be useful. July: a form-filling table for widows, as many had never dealt with a bank. August: cooking classes for widowers. September: a room where children may be noisy about it. October, for Black History Month, the names of the bus drivers and carers. November: lamps. And so to next June, when we shall plant 73 trees along the ring road wall where nothing grows at present but traffic.

We do not know if this is what you mean by a hyper-local recovery plan.`,
    learned: `Economic recovery presumes that people can get up in the morning.

We also disagreed. One congregation does not wish its dead to be named in the company of others. We have left gaps in the list, and the gaps too will be read out.`,
    links: [],
    contact: {
      name: 'Pandit Suresh Trivedi',
      email: 'suresh@longtable.example',
      telephone: '07700 900826',
      bestTimes: 'Between noon and two',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 10,
    stage: 'CODING',
    tags: [
      { code: 'Recovery plans', by: 'researcher@wlv.example' },
      { code: 'Mental health and isolation', by: 'researcher@wlv.example' },
    ],
    comments: [
      {
        by: 'researcher@wlv.example',
        body: '“There is no box here for the dead.” We have no code for bereavement. I would propose one.',
        replies: [{ by: 'lead@wlv.example', body: 'Bring it to the codebook meeting. I think you are right.' }],
      },
    ],
    assignedTo: 'researcher@wlv.example',
  },
  {
    key: 'dropped-kerb-collective',
    organisation: 'Dropped Kerb Collective (example)',
    organisationType: 'OTHER',
    practice: { kind: 'OWN' },
    communities: ['Disabled people'],
    places: ['Sandwell', 'Walsall'],
    title: 'Your reopened high street has no room for my chair, so we drew you another one',
    prompts: ['recovery-plans', 'community-voice'],
    whatHappened: `We are a users' organisation. Everyone who decides anything in it is disabled. I'm blind, our treasurer uses a powerchair, our best campaigner is nonverbal and devastating.

When the pavements filled up with café tables, queue barriers, planters and sandwich boards in June it was called recovery. For us it was the end of going out. I had learned my high street over eleven years, 214 steps from bus stop to bank. It took one weekend to wipe it.

We don't do complaints any more, complaints go in a drawer. We did a plan. Nine members went out in the first dry week, each with a different body, along the same 600 metres, on the phone to a partner at home with a map. Every obstacle got a pin: 118. Every place somebody had to go into the road: 23. A member who draws made the same street again with the tables in the parking bays instead, one continuous clear line 2 metres wide painted yellow from end to end, seats every 50 metres, and a person in a hat at busy times who you can ask.

Seven of the café owners signed. The eighth said we were anti-business. Our treasurer offered to buy him a coffee, if she could get in.

Two towns, same walk. In one of them an officer came on the walk blindfolded for ten minutes. She was very quiet after.`,
    difference: `In one high street the yellow line gets painted in August. In the other they've thanked us for our feedback.`,
    learned: `Co-production isn't asking us at the end whether the ramp is nice. Nine bodies, one street, one week, £310 in taxis. Do that first.`,
    links: ['https://droppedkerb.example/118-pins'],
    contact: {
      name: 'Mo Pargetter',
      email: 'mo@droppedkerb.example',
      telephone: '01632 960107',
      bestTimes: 'Any time, voice not text',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 6,
    stage: 'NEW',
    tags: [],
    comments: [],
  },
  {
    key: 'out-of-season-mutual-aid',
    organisation: 'Out of Season Mutual Aid (example)',
    organisationType: 'MUTUAL_AID',
    practice: { kind: 'OWN' },
    communities: ['People on low incomes', 'Women'],
    places: ['Stratford-on-Avon'],
    title: 'Chambermaids, chefs and ushers plan for a town without tourists',
    prompts: ['recovery-plans'],
    whatHappened: `In a visitor town the people who make the beds rent the rooms that are damp. We met in the queue for universal credit, or rather in a chat group for people in that queue: chambermaids, kitchen porters, coach drivers, front of house, guides in costume. 260 of us by May. Zero hours nearly all. About half were furloughed, the other half were not, for reasons that nobody could explain to them.

First it was mutual aid, the usual. A freezer, rent letters, a woman with good Romanian who could read contracts.

Then a guide (Elizabethan, on stilts) asked the question: if the coaches don’t come until 2022, who are we? We did a skills list. It took two evenings. The most over-qualified list of poor people you ever saw. 14 with degrees in things like pharmacy and structural engineering from home. 31 languages. 9 who can lay hedges. Chefs beyond number.

The plan has three lines. A kitchen co-operative which cooks for the district’s old people, in hotel kitchens that stand empty. A winter retrofit gang, trained by the college, to insulate the damp rooms that we live in. And a simple charter for when the jobs come back: two weeks’ notice of shifts, and a room with a window.

I have to be truthful. The first has begun (80 dinners a day). The second is an email. The third got us a meeting with four hotels, three of which said yes to notice, none to windows.`,
    difference: `19 people have paid work in the kitchen co-operative, about 14 hours a week each. Not enough to live on. Enough to stay.`,
    links: [],
    contact: { name: 'Florentina', email: 'florentina@outofseason.example' },
    consents: { telephone: false, publish: 'WITHOUT_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 14,
    stage: 'CODED',
    tags: [
      { code: 'Recovery plans', by: 'researcher@coventry.example' },
      { code: 'Enterprise', by: 'researcher@coventry.example' },
      { code: 'Food security', by: 'researcher@wlv.example' },
    ],
    comments: [],
    assignedTo: 'researcher@coventry.example',
  },
  {
    key: 'youth-bench-bilston',
    organisation: 'The Bench, Bilston (example)',
    organisationType: 'VOLUNTARY',
    practice: { kind: 'ELSEWHERE', organisation: 'Loxdale Skate and Sit (example)' },
    communities: ['Children and young people'],
    places: ['Wolverhampton'],
    neighbourhood: 'Bilston',
    title: 'a plan by people who cant vote yet',
    prompts: ['recovery-plans', 'community-voice'],
    whatHappened: `hi im 17 and i volunteer at a youth project, my worker said send this in so im sending it. its not about us its about the ones at the skate spot who we do some stuff with.

they arent really a group, theyre like 20 kids aged 12 to 19. everyone was on at them in lockdown for being out, police moved them on every day. but some of them havent got a garden, and a couple of them its not safe in the house. the oldest one said ok if were the problem lets be the answer and she went round and asked every single person that sits on that wall what would have to be here for you to not be bored or scared. she did voice notes, 54 of them. then they cut it to 6 minutes with a beat under it and played it off a speaker outside the council surgery thing that was on the green.

the plan is in the track: 1 lights that dont make you feel like your in prison. 2 a toilet. 3 wifi because homework. 4 somewhere dry. 5 adults who stay longer than a 12 week project. 6 girls get the ramp mondays and nobody films them.

a councillor came over to complain about the noise and then stood and listened to it all the way through and asked for it again. they have had 2 meetings with her now on the wall.

number 6 they just started doing. nobody had to give them permission for that one.`,
    learned: `people think we want loads of money spent. read the list again its a toilet`,
    links: [],
    contact: { name: 'Aaliyah', email: 'aaliyah@thebench.example' },
    consents: { telephone: false, publish: 'WITH_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 4,
    stage: 'NEW',
    tags: [],
    comments: [
      {
        by: 'researcher@bvsc.example',
        body: 'The writer is 17 and the others are younger. Agree with the youth worker how we ask for their yes before anybody starts on a case study.',
      },
    ],
  },
  {
    key: 'heart-of-england-plotholders',
    organisation: 'Heart of England Plotholders (example)',
    organisationType: 'OTHER',
    practice: { kind: 'ELSEWHERE', organisation: 'Cwm Coed Town Table (example)' },
    communities: ['Rural communities', 'People on low incomes'],
    places: ['Somewhere else', 'Across the region'],
    title: 'What a Welsh valley town did in May that our allotments want to do in October',
    prompts: ['recovery-plans', 'co-production'],
    whatHappened: `Your call welcomes good practice elsewhere. Ours is from the other side of the border, a slate town of 2,800 souls to which our secretary’s sister moved in 2016. I have taken part by video in two of their meetings and have read their minutes (bilingual, admirably short).

They divided the recovery of the town into what grows, what heats, what moves and what is made, and gave each to a table of twelve. At each table four seats are for those under 25, four are for those out of work, and four are open. A table may spend £2,500 without asking anyone. The money, £10,000 altogether, came from the community’s share in a small hydro scheme on its river.

By midsummer the table for what grows had mapped every fruit tree in the town, 311 of them, and signed agreements with owners of 190 to pick and share in thirds: owner, picker, larder. The table for what heats had fitted thick curtains in forty houses. Moves failed; it could not agree on parking and spent its money on a consultant.

What we propose for our region. We are 61 allotment associations with some 4,200 plots. We do not own a river. We do have a surplus of courgettes and, to be serious, land, sheds, water and a great deal of time among the over-sixties. Four associations, in three boroughs, will begin with fruit trees this October and will use the rule of thirds.`,
    links: ['https://cwmcoed.example/minutes'],
    contact: {
      name: 'Clement Broadhurst',
      email: 'clement@heartplots.example',
      telephone: '07700 900914',
      bestTimes: 'Rainy days',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: false, showBefore: false },
    daysBeforeNow: 29,
    stage: 'SETTLED',
    decision: {
      kind: 'NOT_TAKEN_FORWARD',
      reason:
        'The practice took place outside the region and its use here has yet to begin. Worth another look in the autumn.',
    },
    tags: [
      { code: 'Recovery plans', by: 'researcher@wlv.example' },
      { code: 'Food security', by: 'researcher@wlv.example' },
      { code: 'Co-production', by: 'researcher@bvsc.example' },
    ],
    comments: [
      {
        by: 'researcher@bvsc.example',
        body: 'The seats for young and unemployed people are the part to remember for our recommendations.',
        resolved: true,
      },
    ],
    assignedTo: 'researcher@wlv.example',
  },
  {
    key: 'long-pound-boaters',
    organisation: 'Long Pound Boaters (example)',
    organisationType: 'MUTUAL_AID',
    practice: { kind: 'OWN' },
    communities: ['People who are homeless or badly housed', 'Older people'],
    places: ['Rugby', 'Warwickshire'],
    neighbourhood: 'Thirteen miles of canal',
    title: 'Recovery plan for a place that moves',
    prompts: ['recovery-plans', 'freedoms'],
    whatHappened: `Most of us have no postcode. About 140 boats, 190 people, on a lockless stretch, some with a home mooring and the rest continuous cruisers who normally have to move every fourteen days. In March we were told: stay put. Good. Then: stay put where? Nearest water tap for some boats was four miles. No address means no priority delivery, no shielding letter, no test by post. Two people on oxygen.

We tied a bottle to each bridge. In the bottle was a slip for what you need and what you've got. Boats which were allowed to move for water took the bottles along. The coal boat carried everything else and was in effect our council.

When the rule about moving came back in July we had a meeting on the towpath, strung out over half a mile, passing the talk from boat to boat like a bucket chain. It took four hours. Came out remarkably undistorted.

Our plan, such as it is:
- a tap and a bin each three miles
- an address: one pub has agreed to be the postcode for anyone who wants it
- one surgery that takes boaters with no proof of address (found one, won't say which until they say so)
- winter list, who is over 70 and alone, and which bridge they are at this week
- we look after the towpath in return, and we have got the strimmers

Nobody official has seen this yet. Here it is.`,
    difference: `Everybody got through it. 31 people have now registered with a doctor, some for the first time in twenty years.`,
    links: [],
    contact: { telephone: '07700 900447', bestTimes: 'Text first, signal comes and goes' },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: false, showBefore: false },
    daysBeforeNow: 1,
    stage: 'NEW',
    tags: [],
    comments: [],
  },
]

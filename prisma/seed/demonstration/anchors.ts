import type { DemonstrationEntry } from './entry'
import { bobbinLaneGowns, nurseryBeforeDawn, twelveArmchairs } from './anchors-case-studies'

export const anchors: DemonstrationEntry[] = [
  {
    key: 'bobbin-lane-makers',
    organisation: 'Bobbin Lane Makers (example)',
    organisationType: 'SOCIAL_ENTERPRISE',
    practice: { kind: 'OWN' },
    communities: ['Women', 'People from Black, Asian and minority ethnic communities', 'People on low incomes'],
    places: ['Coventry', 'Nuneaton and Bedworth'],
    neighbourhood: 'Foleshill',
    title: 'From bridal wear to reusable gowns for nineteen care homes',
    prompts: ['anchors', 'early-response'],
    whatHappened: `Bobbin Lane is fourteen women, industrial machines and a big table above a carpet shop. Before March we made bridal and eid outfits and did alterations; the profit paid for sewing classes for women who have never had a wage in this country. Weddings were cancelled in one weekend. So was our income.

Everybody was sewing something that month. We nearly did too. Our chair, who was a lab technician in Lahore before she was a mother of five in Coventry, said no, first find out what is needed and what passes. She rang a care home where her neighbour works nights. They had gowns: disposable, one a shift instead of one a resident, and some days bin liners. What they needed was a gown that could be boiled at 60 degrees every day for half a year.

A textiles lecturer tested four fabrics for us in her own time, 100 washes each. Two fell apart. One was too hot to wear for twelve hours, which we know because our women wore them for twelve hours, cooking and cleaning in them. The fourth was a polyester from a firm that makes flags. We wrote the specification in plain words with photographs and asked the homes’ infection control nurse to mark it in red pen. She did, three times. Thumb loops: her idea. Colour by size so no one searches on a rack: ours.

We priced it honestly. £11.20 a gown, which pays £9.30 an hour, no volunteers. Some people were angry that we were not free. But a disposable was costing them £4.50 and lasted an hour. Nineteen homes joined in one order through their association so that none had to pay up front alone. 3,800 gowns between 27 April and 19 June. A laundrette with no students to wash for does the 60 degree wash and returns them overnight.`,
    difference: `The homes worked out that each gown had replaced 63 disposables by the middle of June. For us: nobody laid off, six women in their first paid job, two of them now the machine trainers. One home told us its night staff had stopped bringing in their own raincoats. That was the one that made us proud and also angry.`,
    learned: `Do not give away what somebody has a budget for. Free PPE came in a flood in May and stopped in June. We are still here because we charged.

Buying together was the real invention, not the gown. We would like the big institutions to ask makers like us in before they write the tender, not after.`,
    links: ['https://bobbinlane.example/gown-specification'],
    contact: {
      name: 'Samina Qureshi-Hart',
      email: 'samina@bobbinlane.example',
      telephone: '01632 960122',
      bestTimes: 'Mornings, before the machines start at 10',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 36,
    stage: 'SETTLED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Anchor institutions and key workers', by: 'researcher@coventry.example' },
      { code: 'Enterprise', by: 'researcher@coventry.example' },
      { code: 'Innovation', by: 'researcher@wlv.example' },
    ],
    comments: [
      {
        by: 'researcher@wlv.example',
        body: 'Many groups sewed. This one sold, tested and organised the buyers. Lens: enterprise first.',
        resolved: true,
        replies: [
          {
            by: 'researcher@coventry.example',
            body: 'Done, I have put the joint order in the first paragraph of what was new.',
          },
        ],
      },
    ],
    assignedTo: 'researcher@coventry.example',
    caseStudy: bobbinLaneGowns,
  },
  {
    key: 'chainmakers-nursery',
    organisation: 'Little Chainmakers Nursery (example)',
    organisationType: 'SOCIAL_ENTERPRISE',
    practice: { kind: 'OWN' },
    communities: ['Children and young people', 'Women', 'Carers'],
    places: ['Dudley', 'Sandwell'],
    neighbourhood: 'Cradley side',
    title: 'Nursery from 5.45 in the morning, because that is when the ward changes over',
    prompts: ['anchors', 'freedoms'],
    whatHappened: `Hours before Covid: 8 to 6, like every nursery. Hours from 30 March: 5.45am to 9.30pm, seven days.

I did not plan it. A healthcare assistant who had been one of our mums rang on the Sunday and said her shift starts at 7, it takes her two buses, her mother who usually has the little one is shielding, and she was going to have to hand in her notice in the middle of all this. I asked her how many others. By Monday night she had a list of 31 names off one hospital site: cleaners, porters, HCAs, a pharmacist, two people from the kitchen. Only four were nurses. Everything at the time was about doctors and nurses. The people on the list were the ones on £8.90 an hour with no car.

Our staff met in the garden, two metres apart, in the drizzle. I said I could not make anyone do it. Nine of sixteen said yes. We split them into two teams that never met. Ratios were relaxed a bit by the government guidance at the time but we did not use that, we had fewer children anyway. The inspector’s office agreed by telephone to the new hours, confirmed by email two days later.

What was hard: half past five in the morning with a three-year-old who does not know why your face is covered. We sent home a photo book of staff with masks and without. Sleep corner, proper breakfast, and a “handover teddy” that goes to work in mum’s locker and comes back.

Money. Fees for this group were topped up by the council’s key worker fund until the end of May. Then not. In June we lost £6,200 on the early shift. We carried on until 3 July.`,
    difference: `52 children over fourteen weeks. When we asked, 23 parents said they would otherwise have left their job or gone long-term sick. No outbreak. One of our staff caught it, from her husband.`,
    learned: `The hours of childcare are set for office workers. Hospitals, care homes, depots and bakeries do not keep those hours, pandemic or no pandemic.

If a hospital can pay for a staff car park it can pay for an early shift at a nursery. I have said this to them. They are “looking at it”.`,
    links: [],
    contact: {
      name: 'Tracey',
      email: 'tracey@chainmakers.example',
      telephone: '01632 960173',
      bestTimes: 'Nap time, 12.30 to 1.45',
    },
    consents: { telephone: true, publish: 'WITHOUT_NAME', tellOutcome: true, showBefore: false },
    daysBeforeNow: 25,
    stage: 'SETTLED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Anchor institutions and key workers', by: 'researcher@wlv.example' },
      { code: 'Flexibility', by: 'researcher@wlv.example' },
      { code: 'Funding', by: 'researcher@wlv.example' },
    ],
    comments: [
      {
        by: 'lead@wlv.example',
        body: 'Telephoned on her nap time. She is content with “a nursery in the Black Country” and nothing nearer than that.',
        resolved: true,
      },
    ],
    assignedTo: 'researcher@wlv.example',
    caseStudy: nurseryBeforeDawn,
  },
  {
    key: 'st-brannocs-quiet-room',
    organisation: 'St Brannoc’s Church Rooms (example)',
    organisationType: 'FAITH',
    practice: { kind: 'OWN' },
    communities: ['Faith communities'],
    places: ['Nuneaton and Bedworth'],
    title: 'A room across the road with twelve armchairs and nobody asking how you are',
    prompts: ['anchors'],
    whatHappened: `Our church stands across the road from the hospital. For a hundred and twelve years the traffic has been one way: they sent us funerals.

On 2 April I saw a man in scrubs sitting on our wall in the sleet, eating a sandwich. I took him a cup of tea and put it down on the wall and walked away backwards, as we all did then. He said the rest room had been turned into a ward, there was nowhere to sit, and his car was where he went to cry, only today somebody had blocked him in.

By that Saturday the church rooms were open from six in the morning until midnight. Twelve armchairs, three metres apart, each with a lamp, a blanket in a sealed bag and a box of tissues. They came from parishioners’ own front rooms. Two reclining ones came from a furniture shop that had shut. No music. No posters. No visible vicar. After the first day we took away the visitors’ book, because people felt they had to write something. A notice on the door said: You do not have to talk. You do not have to be grateful. Nobody will ask how you are.

We asked the hospital’s chaplains, a Methodist and an imam, what would put people off. They said: the big cross, at eye level, when you have just lost a patient. We argued about that for an evening on the telephone. It was moved to the side chapel. Some of my congregation have not forgiven me.

Cleaning was done each hour by a rota of 22 people, none over 60, four of them from the mosque two streets away, who also brought food at sunset in Ramadan, for anyone.

The chairs had 5,900 sittings by our tally (a bead in a jar for every blanket washed). Then in the last week of June the hospital found the money to reopen a rest room, and asked us how far apart the chairs should be.`,
    difference: `I cannot measure it. One nurse wrote to me afterwards: “It was the only hour in the day when no one needed me.” A manager told us that the ward nearest to us had the lowest sickness in the building. I would not lean too hard on that.`,
    learned: `Do less. Every instinct that we have in the church is to do more.

We shall keep four chairs.`,
    links: [],
    contact: {
      name: 'Revd Philippa Stannage',
      email: 'vicar@stbrannocs.example',
      telephone: '07700 900244',
      bestTimes: 'Not Fridays',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 24,
    stage: 'SETTLED',
    decision: { kind: 'SHORTLISTED' },
    tags: [
      { code: 'Anchor institutions and key workers', by: 'researcher@bvsc.example' },
      { code: 'Mental health and isolation', by: 'researcher@bvsc.example' },
      { code: 'Trust and relationships', by: 'lead@wlv.example' },
      { code: 'Volunteering', by: 'lead@wlv.example' },
    ],
    comments: [
      {
        by: 'researcher@wlv.example',
        body: 'She warns us off the sickness figure herself. Leave it out.',
        replies: [{ by: 'researcher@bvsc.example', body: 'Out.' }],
      },
    ],
    assignedTo: 'researcher@bvsc.example',
    caseStudy: twelveArmchairs,
  },
  {
    key: 'babbs-corner-kitchen-table',
    organisation: 'Babbs Corner Kitchen Table (example)',
    organisationType: 'MUTUAL_AID',
    practice: { kind: 'OWN' },
    communities: ['People on low incomes'],
    places: ['Solihull', 'Birmingham'],
    neighbourhood: 'North of the borough',
    title: 'Nobody claps for bus drivers: flasks at the terminus',
    prompts: ['anchors', 'early-response'],
    whatHappened: `The bus turns round at the end of our road. It always has. Drivers used to use the toilet in the cafe and get a bacon roll. Cafe shut, toilet shut. Drivers were weeing behind the substation, I'm sorry but they were, and one of them is a woman of 58.

I am a dinner lady. I put a note on the Facebook page, who has got a downstairs loo with its own outside door. Three people did. We numbered them 1, 2, 3 and put a coloured peg on the gate if it was free and clean. Bleach it after. The drivers' union rep laminated a map.

Then flasks. Each house on the rota does two flasks and something in foil between 5am and 8am or 8pm and 11pm, because those are the times with nothing. Then the bin crews heard. Then the lads who clean the trains. Then a postwoman. It got to about seventy people a day and I said that's enough, we can't do the whole working class.

Cost: nothing, everyone used their own teabags. About forty households. The bus company found out in May and wanted to send a photographer. We said send a toilet.`,
    difference: `They sent a toilet. It's a portable one and it's horrible, but it's there and it has a lock.

In June when Maureen at number 31 passed away, three buses stopped outside the house while the hearse went, engines off.`,
    links: [],
    contact: { name: 'Bev', telephone: '0121 496 0158', bestTimes: 'after 3' },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: false, showBefore: false },
    daysBeforeNow: 13,
    stage: 'CODED',
    tags: [
      { code: 'Anchor institutions and key workers', by: 'researcher@coventry.example' },
      { code: 'Early crisis response', by: 'researcher@coventry.example' },
      { code: 'Trust and relationships', by: 'researcher@coventry.example' },
    ],
    comments: [
      { by: 'researcher@coventry.example', body: '“We said send a toilet.” Please let this be in the report.' },
    ],
    assignedTo: 'researcher@coventry.example',
  },
  {
    key: 'edge-villages-drivers',
    organisation: 'Edge Villages Volunteer Drivers (example)',
    organisationType: 'VOLUNTARY',
    practice: { kind: 'OWN' },
    communities: ['Rural communities', 'Older people', 'Carers'],
    places: ['Stratford-on-Avon', 'Warwickshire'],
    title: 'Getting home-care workers to their morning rounds after the buses stopped',
    prompts: ['anchors', 'co-production'],
    whatHappened: `Summary. Between 6 April and 17 July 2020 our scheme provided 1,164 journeys to 27 home-care workers employed by four agencies. It was a change of clientele, from patients to those who look after patients.

Background. Care workers in the villages on the southern edge of the district earn little over £9 an hour and are generally paid for time in the house but not between houses. Seven of the 27 do not drive. Ten share a car with a partner. On 4 April the rural bus timetable was cut from eleven services a day to two, the first arriving at 10.05. A morning round begins at 6.45.

Method. We proposed to the agencies that they publish the next day’s rounds to us by 4pm in an anonymised form (postcode sector and time). A retired railway scheduler, who told us that he had been waiting for such a task since 1998, combined them across all four agencies each evening. He discovered that three agencies regularly sent workers to the same lane within half an hour of each other. With the consent of the clients concerned, eleven visits were exchanged.

Safety. Passenger rear left, windows open, masks from 11 April, the same driver with the same worker for a week. Drivers aged under 70 and not at risk. No infection traced to a journey.

Cost. 45p a mile, £7,970 in all, of which the agencies contributed £3,200. The rest came from our reserves and cannot be repeated.`,
    learned: `The exchange of visits is, I think, of wider interest than the lifts. Competing agencies do not normally show each other their rounds; a neutral body with no commercial interest was allowed to see all four. It stopped on 17 July when one of the four withdrew on the advice of its head office.`,
    links: [],
    contact: {
      name: 'Brigadier (retd) T. Ainscough-Vane',
      email: 'secretary@edgevillages.example',
      telephone: '01632 960136',
      bestTimes: 'Weekday mornings',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 10,
    stage: 'CODED',
    tags: [
      { code: 'Anchor institutions and key workers', by: 'researcher@wlv.example' },
      { code: 'Co-production', by: 'researcher@wlv.example' },
      { code: 'Innovation', by: 'researcher@wlv.example' },
      { code: 'Volunteering', by: 'researcher@wlv.example' },
    ],
    comments: [],
    assignedTo: 'researcher@wlv.example',
  },
  {
    key: 'lavender-line',
    organisation: 'The Lavender Line (example)',
    organisationType: 'OTHER',
    practice: { kind: 'OWN' },
    communities: ['LGBTQ+ people'],
    places: ['Telford and Wrekin', 'Shropshire'],
    title: 'Peer calls for LGBTQ+ care staff who could not go home',
    prompts: ['anchors'],
    whatHappened: `About a third of the people in our pub quiz team work in care homes or on the wards. That is the whole origin story.

When care homes asked staff to move in for weeks at a time, nobody thought about what it means to share a dormitory with colleagues you are not out to. Or to have your partner described as your “friend” on the emergency contact form, and then be told only family can collect you when you are ill. A trans colleague had to choose between a men’s bunk room and a women’s bunk room and picked her car.

So eight of us put our numbers on a card. Ring or text, 9pm to 1am, which is when the shift ends and the thinking starts. We are not counsellors. One of us is a retired one, she debriefed us on Sunday nights over video and told us off when we tried to fix people.

Two homes and one ward put our card in the staff toilets (inside of the door, where you can take one without being seen). One home declined because it “doesn’t have any”. Three of our callers were from that home.`,
    difference: `73 callers, 410 calls or long text chats. After we wrote to them, one care group changed its form from next of kin to “the person who should know”. That cost them nothing and I would like every employer to do it on Monday.`,
    learned: `Keep the card on the inside of the door.`,
    links: [],
    contact: { email: 'hello@lavenderline.example' },
    consents: { telephone: false, publish: 'WITHOUT_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 9,
    stage: 'CODING',
    tags: [
      { code: 'Anchor institutions and key workers', by: 'researcher@bvsc.example' },
      { code: 'Mental health and isolation', by: 'researcher@bvsc.example' },
    ],
    comments: [
      {
        by: 'researcher@bvsc.example',
        body: 'Small circle, easily recognised. If we publish, say “a rural part of the region” and drop the quiz.',
      },
    ],
    assignedTo: 'researcher@bvsc.example',
  },
  {
    key: 'bahay-nurses',
    organisation: 'Bahay Kubo Nurses’ Circle (example)',
    organisationType: 'NEIGHBOURHOOD',
    practice: { kind: 'OWN' },
    communities: ['People from Black, Asian and minority ethnic communities', 'Faith communities'],
    places: ['Birmingham', 'Sandwell'],
    neighbourhood: 'The streets around one hospital',
    title: 'We are the key workers and we also looked after each other',
    prompts: ['anchors', 'community-voice'],
    whatHappened: `Good day po. We are Filipino nurses and carers who rent rooms near to the hospital, sometimes five in one house. In your form you ask how community supported key workers. In our case community and key worker is the same people.

In April eight from our circle were sick together, two in ICU of the same ward where they are working. One, our Kuya, did not wake up. He was here only 14 months. His wife is in Iloilo with the children. Nobody in the hospital knew who to telephone, the number in his file was old. We knew.

From this we made four things. One, a paper on each fridge: name, visa, bank, who to call at home, what time is it there. Two, sick room: one house of us became only for the sick and one became only for the well, the landlord is a good man from Pakistan and he moved the beds himself. Three, food: rice, arroz caldo, with ginger, carried to the step. Four, the prayer online at 10 at night which is 5 or 6 in the morning at home, so mothers can see our faces.

After, we wrote to the hospital about masks, that the fit test fails for small Asian faces, and that agency and overseas staff are put always on the red ward. We were afraid to sign. 41 signed.`,
    difference: `The matron came to meet us outside, on plastic chairs. She bought smaller masks. The red ward rota is now by turn and it is on the wall so everyone can see it.

We sent £9,300 to the family of Kuya.`,
    learned: `Please in the future, when you count key workers, count also who they are living with.`,
    links: [],
    contact: {
      name: 'Analyn',
      email: 'analyn@bahaykubo.example',
      telephone: '07700 900683',
      bestTimes: 'I am on nights, so 4 to 6 in the afternoon',
    },
    consents: { telephone: true, publish: 'NO', tellOutcome: true, showBefore: false },
    daysBeforeNow: 20,
    stage: 'CODED',
    tags: [
      { code: 'Anchor institutions and key workers', by: 'researcher@wlv.example' },
      { code: 'Community voice', by: 'researcher@wlv.example' },
      { code: 'Mental health and isolation', by: 'researcher@coventry.example' },
    ],
    comments: [
      {
        by: 'researcher@wlv.example',
        body: 'Research only. I should like to ask her, gently, whether a version without any name would ever be possible. Not by email.',
      },
    ],
    assignedTo: 'researcher@wlv.example',
  },
  {
    key: 'depot-lane-residents',
    organisation: 'Depot Lane Residents (example)',
    organisationType: 'NEIGHBOURHOOD',
    practice: { kind: 'OWN' },
    communities: ['People on low incomes', 'Rural communities'],
    places: ['North Warwickshire'],
    title: 'The warehouse next door: an offer that got no answer',
    prompts: ['anchors'],
    whatHappened: `We live next to a distribution park. 4,000 people work there, two-thirds through agencies. It is the biggest thing for six miles, so I suppose it is an anchor institution although it has never behaved like one.

In April we could see from our windows that the break tents were packed and that men were sleeping in cars between shifts so as not to carry it home to their parents. We wrote to the site director offering: the village hall as a second canteen, 40 camp beds lent by a youth club, and people who speak Polish, Romanian and Punjabi to explain the testing letters.

No answer. Wrote again. Got an automatic reply about noise complaints. Went to the gate and was told by security to stand behind the line.

So we stood behind the line. Six of us, each shift change, with a trestle table, sanitiser, soup, and the testing letter in four languages. It lasted five weeks until it rained for nine days and we all got fed up.

I am sending you this as a failure, because I expect you will get a lot of successes.`,
    learned: `You cannot support an anchor that does not know it is tied to anything. Planning permission should come with a named person who answers letters.`,
    links: [],
    contact: { name: 'K. Whitcombe', email: 'kw@depotlane.example' },
    consents: { telephone: false, publish: 'WITH_NAME', tellOutcome: true, showBefore: false },
    daysBeforeNow: 27,
    stage: 'SETTLED',
    decision: {
      kind: 'NOT_TAKEN_FORWARD',
      reason:
        'No case study, because one side cannot be checked. The report’s section on anchor institutions will draw on it as an account of a failed offer.',
    },
    tags: [
      { code: 'Anchor institutions and key workers', by: 'researcher@bvsc.example' },
      { code: 'Trust and relationships', by: 'researcher@bvsc.example' },
    ],
    comments: [
      {
        by: 'lead@wlv.example',
        body: 'Thank them properly. We asked for what was learned, and this is what was learned.',
        resolved: true,
      },
    ],
    assignedTo: 'researcher@bvsc.example',
  },
  {
    key: 'walsall-listening-post',
    organisation: 'Walsall Listening Post (example)',
    organisationType: 'VOLUNTARY',
    practice: { kind: 'ELSEWHERE', organisation: 'Leathermakers’ Shed (example)' },
    communities: ['Older people', 'Disabled people'],
    places: ['Walsall'],
    title: 'Retired men in sheds who made hospital discharge quicker by nine days',
    prompts: ['anchors', 'co-production'],
    whatHappened: `Not us. These are some gentlemen that we know through our befriending phone line, and they are far too modest to write to you.

A ward sister had patients who were well enough to leave but couldn't, because the house wasn't ready. Not big adaptations. A bed to bring downstairs. A rail. A ramp over one step. A table that goes over a chair. The official route for a rail was two to three weeks even before Covid and in April there was nobody to come.

The shed had been shut since 17 March and its members, average age 71, were all in their own garages going slowly mad. The sister's father is one. She rang him with the height of a step.

He made the ramp that afternoon. Then they organised it: an occupational therapist texts a photo with a tape measure in it, whoever has the right timber takes it, it's left on the path by the next day, and a younger man from the tenants' group fits it. They had a league table. Ramps, rails, over-chair tables, bed raisers, one gadget for holding a phone in front of someone who can't lift their arms.

The OT checks each one by video before it's used. She insisted and quite right too, she sent four back.`,
    difference: `214 items in eleven weeks for 130 patients. The sister told me that for this sort of patient the average wait went down from 12 days to 3. I haven't seen it written down so you should ask her.

As for the men: one had told us on the phone in March that there was no point to him. He made fifty-one ramps.`,
    links: [],
    contact: {
      name: 'Nadine Osei',
      email: 'nadine@listeningpost.example',
      telephone: '01632 960159',
      bestTimes: 'Any afternoon',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: false },
    daysBeforeNow: 5,
    stage: 'NEW',
    tags: [],
    comments: [],
  },
  {
    key: 'brickkiln-youth-doorstep',
    organisation: 'Brickkiln Youth Doorstep (example)',
    organisationType: 'VOLUNTARY',
    practice: { kind: 'OWN' },
    communities: ['Children and young people', 'People on low incomes', 'Refugees and people seeking asylum'],
    places: ['Wolverhampton'],
    title: 'Sixteen teenagers phoned 2,700 tenants for their landlord',
    prompts: ['anchors', 'community-voice', 'co-production'],
    whatHappened: `The biggest landlord on our estates rang us in April with a problem. Its call centre was trying to reach every tenant and getting through to one in five. People see the number and think: arrears.

Our young people get through to everybody. So they did the ringing. Sixteen of them, aged 16 to 19, trained for three evenings, paid £8.72 (the landlord wanted to offer vouchers, the young people sent back an invoice). Between them they speak eleven languages. They rewrote the script. The old one began “This is a courtesy call regarding your tenancy”. Theirs begins “Hiya, I’m Kezia, I live on the estate, I’m ringing to see if you’re all right. This is not about rent.”

That last sentence took three meetings to get approved.

They reached 71 in a hundred. What people told them: no cooker, no credit on the meter, a baby due and the midwife number not working, damp, and over and over again, nobody’s rung me. Each call ended with one thing that the landlord would do, with a name and a date, and the young people rang back to check that it was done. It had been in 64% of cases, and they published that number on the noticeboard. It was 88% by July.

A caution from me as the youth worker. In week two a girl took a call from a man who said he was going to end his life. She did everything right and she was 17. We stopped for four days, brought in an on-call worker for every session, and split off anyone over 60 living alone to trained adults. We ought to have seen it coming.`,
    difference: `2,700 called, 1,917 reached. 340 repairs raised that no one had reported. Three of the callers now have apprenticeships with the landlord and two sit on its scrutiny panel, where I am told they are “challenging”.`,
    links: ['https://brickkilnyouth.example/the-script'],
    contact: {
      name: 'Marlon Tate',
      email: 'marlon@brickkilnyouth.example',
      telephone: '07700 900735',
      bestTimes: 'Evenings are best',
    },
    consents: { telephone: true, publish: 'WITH_NAME', tellOutcome: true, showBefore: true },
    daysBeforeNow: 7,
    stage: 'CODING',
    tags: [{ code: 'Anchor institutions and key workers', by: 'researcher@coventry.example' }],
    comments: [
      {
        by: 'researcher@coventry.example',
        body: 'A strong candidate. Ask for the landlord’s own view of the 64 and 88 per cent.',
        replies: [
          { by: 'researcher@bvsc.example', body: 'I know their tenant involvement lead, I can introduce you.' },
        ],
      },
    ],
    assignedTo: 'researcher@coventry.example',
  },
]

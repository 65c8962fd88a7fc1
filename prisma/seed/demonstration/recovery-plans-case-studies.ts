import type { DemonstrationCaseStudy } from './entry'

/** Written from Three Hills Parishes Together (example). */
export const kitchenTableRecoveryPlan: DemonstrationCaseStudy = {
  slug: 'kitchen-table-recovery-plan',
  title: 'Seven rural parishes write a recovery plan by telephone',
  summary:
    'With too little broadband for video meetings, seven parishes turned welfare calls into 1,206 postcards and then into eleven promises that residents could keep themselves.',
  whatHappened: `Three Hills Parishes Together (example) covers seven rural parishes, mostly in Herefordshire, with 1,940 residents. Four in ten households cannot hold a video call. From the end of March, 61 volunteers each telephoned about fifteen households every week.

In April the calls changed. People began to speak about what they hoped would not return to normal. The group then closed each call with three questions: what people had missed least, what they had found nearby, and what they would be willing to lend. Callers wrote the answers on postcards and read them back. By the end of May there were 1,206, which a retired librarian sorted into themes.

Seven “kitchen tables” followed: conference calls on an ordinary telephone line with eight or nine people, drawn by lot from those who had answered. Each turned one theme into sentences beginning “we will”; a bell was rung whenever somebody said “they should”. A council officer listened and spoke last. The resulting plan, a single folded sheet with eleven promises, was delivered by hand to every house on 7 June. Reactions were mixed, and some of the doubters have since joined in.`,
  whatWasNew: `The plan grew out of mutual support instead of a consultation, and used the most widely shared technology rather than the newest. Drawing people by lot brought in the very young and the very old. Starting from what residents would lend, and allowing only promises, produced a plan that its authors could carry out without waiting for anyone.`,
  difference: `Three weeks after the sheet was delivered, five of the eleven promises were under way, among them a shared van and land lent for growing, and 212 people had put their names to one. About a third of those taking part in the calls were under 30 or over 80. The council’s locality officer has asked to use the answers on buses as evidence.`,
  learning: `Local recovery planning need not depend on broadband or on meetings in the evening. Regular, friendly contact is a sound basis for deliberation, because trust has been built before the questions are asked. Authorities can take part by listening first. Asking what people can offer, before asking what they lack, makes for shorter plans and earlier action, though it does not replace public investment in transport and connections.`,
  quotation: {
    text: 'Ask what people will lend before asking what they want.',
    source: 'Isolde Merrick, Three Hills Parishes Together (example)',
  },
  redactions: [{ words: 'Isolde Merrick', reason: 'She chairs the parishes’ group and asked to be quoted by name.' }],
  lenses: ['innovation', 'flexibility'],
  decisionArea: 'Community engagement',
  author: 'researcher@bvsc.example',
  status: 'PUBLISHED',
  reviews: [
    { by: 'lead@wlv.example', verdict: 'APPROVE' },
    { by: 'researcher@coventry.example', verdict: 'APPROVE', note: 'The bell is a gift to any facilitator.' },
  ],
  respondentAgreed: true,
}

/** Written from Needle & Forge (example). */
export const eightShopsOnePlan: DemonstrationCaseStudy = {
  slug: 'eight-shops-one-plan',
  title: 'Eight shops, one plan: a neighbourhood centre counts for itself',
  summary:
    'Traders in a small Redditch shopping square watched what the lockdown queue did, asked it what was missing, and began to supply it within weeks.',
  whatHappened: `Needle & Forge (example) is a repair shop in one of Redditch’s neighbourhood centres, a square of eight units of which two stood empty. Many of its paid fixers are disabled or have been unwell for a long time.

During lockdown a queue for the chemist wound around the square every day. One of the fixers spent nine days recording what 3,112 passers-by did. Seven in ten had come on foot; the commonest thing to do was to sit on a window sill, because there were no benches; a third went on by bus to buy something that the square had once sold.

The shopkeepers held their first meeting ever, standing one to a parking bay, and chalked a list of missing goods on the ground for the queue to tick. That list became the plan. A cobbler who had lost his own pitch trained two fixers, and key cutting and shoe repair began in June. The mini-market replaced sweets with loose fruit, the takeaway gave daytime space to a school uniform swap, six benches were made from scrapped tables, and a plant stall opened behind one of the shutters. The traders shared the £2,900 cost by width of shop front.`,
  whatWasNew: `Evidence was gathered by the people who work in the place, with pencil, patience and chalk, at a scale that formal retail studies do not reach. Businesses of very different kinds, from a bookmaker to a social enterprise, invested in common without a formal body. The forced wait of the queue was treated as an opportunity to ask.`,
  difference: `The traders who were able to open compared their books, and report takings in June 14% above those of a year earlier. The repair shop has grown from five paid fixers to eight, and one empty unit is in use. The benches are used each day by older residents, for whom the square has become somewhere to meet. The wish for a bank could not be met.`,
  learning: `Small neighbourhood centres are often invisible in recovery plans that concentrate on the town centre. Counting what people do is cheap, can be done by anyone with care, and gives traders something to agree about. Councils could offer a simple counting kit and quick permission for benches and stalls. Sharing the cost by frontage is a rule that others can copy, as everyone can see that it is fair.`,
  quotation: { text: 'Nobody had ever counted us.', source: 'Lorraine Szabo, Needle & Forge (example)' },
  redactions: [{ words: 'Lorraine Szabo', reason: 'She speaks for the enterprise and said yes to being quoted.' }],
  lenses: ['enterprise', 'innovation'],
  decisionArea: 'Economic recovery',
  author: 'researcher@wlv.example',
  status: 'PUBLISHED',
  reviews: [
    { by: 'researcher@bvsc.example', verdict: 'APPROVE' },
    { by: 'researcher@coventry.example', verdict: 'APPROVE' },
  ],
}

/** Written from Winding Wheel Community Library (example). */
export const blankExerciseBooks: DemonstrationCaseStudy = {
  slug: 'blank-exercise-books',
  title: 'Blank exercise books and a village’s vision for what comes next',
  summary:
    'Volunteers in a former mining community in the region sent out blank exercise books with their deliveries, and residents filled them with memories, quarrels and a plan.',
  whatHappened: `A voluntary organisation in a former mining community in the region could not open its doors in the spring, so it delivered books and other things to read to people’s gates. Into each bag the volunteers put a blank exercise book, with an invitation to write down whatever was on the reader’s mind and to send it back.

They had expected recipes. The 384 books that came back also held accounts of grief, drawings by children, memories of an old industrial dispute that still divides neighbours, and many thoughts on what the place should become. Several writers recalled earlier plans that had been made for them and not with them.

Nine volunteers read every page. With the permission of the writers, and without names, they gathered extracts into a printed book, produced by a local firm that was short of work. Its last chapter sets out a vision in fourteen pages: longer opening of shared buildings, ownership of the sports ground, apprenticeships in heating engineering, and a yearly meal to bring the two sides together. It was delivered to each household, objections were invited in chalk on the pavement, and the six that were received were printed as well.`,
  whatWasNew: `Residents were asked an open question at a time when they had leisure to answer it, and through a delivery that they already trusted. The exercise made room for the past, including its conflicts, ahead of any talk about the future. Writing, drawing and chalk each let people take part who would not attend a meeting or fill in a survey.`,
  difference: `The parish council has adopted the fourteen pages without a change. The owner of the sports ground has agreed to discuss a sale. The volunteers also saw something that is harder to count: people who had avoided one another for decades have begun, cautiously, to talk. It is too early to know which of the vision’s aims will be met.`,
  learning: `A vision for an area is stronger when it admits the history that residents carry, above all where earlier promises were broken. A blank page can reach people whom a questionnaire does not. The method needs time and care: every word has to be read, permission sought from each writer, and objections shown as openly as agreement. Organisations should plan for the distress that open questions may bring up.`,
  quotation: {
    text: 'People have to put something down before they can pick something up.',
    source: 'A volunteer in a former mining community',
  },
  lenses: ['innovation'],
  decisionArea: 'Community engagement',
  author: 'researcher@coventry.example',
  status: 'APPROVED',
  reviews: [
    { by: 'researcher@wlv.example', verdict: 'APPROVE' },
    {
      by: 'researcher@bvsc.example',
      verdict: 'APPROVE',
      note: 'Approved. Publish once she has told us that the anniversary week is over.',
    },
  ],
  respondentAgreed: true,
}

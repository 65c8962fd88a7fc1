import type { DemonstrationCaseStudy } from './entry'

/** Written from Upper Teme Wheels (example). */
export const upperTemeWheels: DemonstrationCaseStudy = {
  slug: 'upper-teme-wheels',
  title: 'The bus that carried a signal: connecting hill villages from the lay-by',
  summary:
    'A community transport scheme in Shropshire won three permissions in a day, put a mast on an idle minibus, and gave remote villages lessons and appointments.',
  whatHappened: `Upper Teme Wheels (example) runs two community minibuses for people in the hill villages of western Shropshire. When lockdown came all of its bookings stopped, most of its drivers had to shield, and its reserves would have lasted about five weeks.

A primary school asked for help of another kind. Of 38 pupils at home, 21 had no connection good enough to receive their work. A driver who had once installed aerials thought that a minibus with a five-metre mast could reach most of them from nine or ten stopping places. On paper the scheme could not agree: its permit, its insurance and its own governing document spoke only of carrying passengers.

The coordinator made three calls. The insurer extended cover within the hour. A council transport officer confirmed in two lines that nobody would object. The trustees agreed by telephone, one by one, and a farmer paid the £1,460 for equipment. From 6 April the “Signal Bus” kept a timetable, forty minutes at each stop. Children sat outdoors, well apart, with their devices. Parents followed with benefit claims and bank business, and in time the surgery’s nurse held appointments by video with patients in the lay-by.`,
  whatWasNew: `A vehicle was used for what it could reach and not for whom it could carry. The equipment was ordinary; the novelty lies in joining it to a timetable that rural people already knew how to use, and in the speed of three permissions, each given by someone who was prepared to decide on the spot. Health care came second, at the surgery’s own request, once the stops had become familiar.`,
  difference: `Of the 21 pupils who had been cut off, 20 sent in work every week. The surgery carried out 164 video appointments from the stops, and believes that about a dozen of those patients would otherwise have gone to casualty or gone without help. The scheme kept its one paid post, and nine volunteers, most of them under forty, have joined.`,
  learning: `Public bodies can help simply by saying, early and in public, who is able to relax a rule. The coordinator’s difficulty was not refusal but finding the person with authority. Community transport can bring services to people as well as people to services. The scheme is clear that a bus is no substitute for a permanent connection. Temporary permissions need a named contact and a review before they lapse, as this one does in September.`,
  quotation: { text: 'The rule was not the obstacle.', source: 'Gwenda Pryce-Hollis, Upper Teme Wheels (example)' },
  redactions: [{ words: 'Gwenda Pryce-Hollis', reason: 'The coordinator of the scheme; she said yes to this text.' }],
  lenses: ['flexibility', 'innovation'],
  decisionArea: 'Digital inclusion',
  author: 'researcher@wlv.example',
  status: 'PUBLISHED',
  reviews: [
    {
      by: 'researcher@bvsc.example',
      verdict: 'APPROVE',
      note: 'Clear and modest. The September date gives it an edge.',
    },
    { by: 'researcher@coventry.example', verdict: 'APPROVE' },
  ],
  respondentAgreed: true,
}

/** Written from Latchkey Collective (example). */
export const aGrantWithoutLines: DemonstrationCaseStudy = {
  slug: 'a-grant-without-lines',
  title: 'A grant without lines: young care leavers decide, and choose curtains',
  summary:
    'Freed from its budget headings by a funder, a charity in Birmingham handed the spending to a panel of young people who had left care and knew what an empty flat was like.',
  whatHappened: `A charity in Birmingham works with young people who have left care and are living in their first homes. Until March it offered a weekly meeting and outings, and what remained of its grant was tied to them.

In the first days of lockdown its funder telephoned. The budget headings were lifted, reporting was put off until the autumn, and the charity was told to spend on what people needed. Staff thought of laptops and trustees of food. When the question was put to the young people on a video call, one turned his camera to show a room without a curtain, a kettle or a bed base. Others did the same.

Six of them formed a panel with two prepaid cards. Anyone in the group could ask by voice note, without giving reasons. The panel replied on the same day and could spend up to £150 on each request. Curtains were the most common; there were also saucepans, lamps and a door chain for a young woman who felt unsafe. When one member favoured a relative, the others noticed first and wrote a rule. Another found the stories hard to bear, and the charity then arranged regular counselling for the panel.`,
  whatWasNew: `Removing the headings moved the decision from the funder to the charity, and the charity passed it on to those concerned. Their choice differed from what professionals had assumed. Requests needed no justification, and answers came within a day, which set this apart from the hardship funds that the young people knew. The rules were made by the panel as it learned.`,
  difference: `In all 118 young people asked for something and 111 received it within two days, at £87 on average. The charity recorded no lost tenancies between March and June, against five in the same months of the year before. Panel members have gained experience which they now use in looking for work, and one has been invited to join the funder’s own committee.`,
  learning: `Flexible money is most useful where those who will be affected have a say in it. Funders could keep lighter headings for organisations that they already know, and count the cost of reporting on both sides. Being told to stay at home assumes a home: a small sum spent early on curtains and kettles may protect a tenancy. Panels of people with lived experience need support for themselves from the first day.`,
  quotation: { text: 'Trust goes down the line.', source: 'A coordinator at a Birmingham charity' },
  lenses: ['flexibility', 'innovation'],
  decisionArea: 'Housing',
  author: 'researcher@bvsc.example',
  status: 'PUBLISHED',
  reviews: [
    { by: 'lead@wlv.example', verdict: 'APPROVE', note: 'Identifying details are out. Good.' },
    { by: 'researcher@coventry.example', verdict: 'APPROVE' },
  ],
  respondentAgreed: true,
}

/** Written from Mount Tabor Bakehouse (example). */
export const inspectedByVideo: DemonstrationCaseStudy = {
  slug: 'inspected-by-video',
  title: 'The food hygiene visit that was made by video',
  summary:
    'With inspections suspended, an environmental health officer examined a church’s bakehouse through a phone camera, and its choir was baking for hostels two days later.',
  whatHappened: `Mount Tabor Bakehouse (example) belongs to a church in Wolverhampton that meets in a former bakery. Two older members used to bake there once a month. When the church closed on 23 March a hostel asked for bread, which had run short in the shops. To supply it the church had to register as a food business and be inspected. Visits, however, had stopped.

After a day of calls an environmental health officer offered to inspect by video. A member of the choir carried a phone around the bakehouse for nearly two hours while the officer directed what to show. She asked for a second sink for handwashing, allergen labels and a log for the flour store. All were in place by noon on the next day, and the bakehouse was registered that evening.

The two bakers, who had to stay at home, taught eleven young men of the gospel choir over tablets. The first loaves were poor. By May the choir was baking 400 a day for four hostels, a refuge and a hospital chaplaincy in Wolverhampton and Dudley, with flour from a mill that had lost its restaurant trade. It counts about 26,000 loaves so far.`,
  whatWasNew: `A remote inspection replaced a visit at a time when the alternative was none at all. It was used to give advice first and a decision second, so that the bakehouse knew exactly what to put right. The officer went on to use the same checklist with eleven other kitchens. Skills, too, were handed on at a distance, from members in their seventies to a choir that could not sing.`,
  difference: `Bread reached four hostels, a refuge and hospital staff. A hostel manager saw men come down to the kitchen who had not left their rooms for days. Three members of the choir now earn a living from baking for two cafés, and one loaf in five is still given away. The respondent’s figure of 26,000 loaves still has to be confirmed by telephone.`,
  learning: `A first advisory visit by video could stay as a standing offer to small groups, who would then know what is needed before they spend money. Regulators gain when they are seen as partners. Buildings and skills that a community hardly notices may be just what an emergency calls for, and a trade that starts as a gift can grow into jobs.`,
  quotation: {
    text: 'If an inspector treats you as a partner she gets a cleaner kitchen than if she comes to catch you out.',
    source: 'Pastor Winston Delisser, Mount Tabor Bakehouse (example)',
  },
  redactions: [{ words: 'Pastor Winston Delisser', reason: 'He speaks for the church and wants to be named.' }],
  lenses: ['flexibility', 'innovation', 'enterprise'],
  decisionArea: 'Food and fuel poverty',
  author: 'researcher@coventry.example',
  status: 'CHANGES_REQUESTED',
  reviews: [
    {
      by: 'researcher@bvsc.example',
      verdict: 'REQUEST_CHANGES',
      note: 'The sentence about confirming the figure cannot stand in a public text. Telephone the pastor, then give the number or leave it out.',
    },
    { by: 'researcher@wlv.example', verdict: 'APPROVE' },
  ],
  comments: [
    {
      by: 'researcher@bvsc.example',
      field: 'difference',
      quotation: 'The respondent’s figure of 26,000 loaves still has to be confirmed by telephone.',
      body: 'This is the sentence. “It counts about 26,000 loaves so far” in the first part would be enough.',
    },
  ],
}

import type { DemonstrationCaseStudy } from './entry'

/** Written from Own Front Door Co-operative (example). */
export const personalAssistantsBuyingClub: DemonstrationCaseStudy = {
  slug: 'personal-assistants-buying-club',
  title: 'Disabled employers become a wholesaler of protective equipment',
  summary:
    'Overlooked in the supply of protective equipment, disabled people in Birmingham who employ their own assistants pooled their budgets and supplied 231 households.',
  whatHappened: `Many disabled people use a direct payment to employ their own personal assistants. In the spring of 2020 guidance on protective equipment dealt with hospitals, care homes and home care agencies, and individual employers found themselves without supplies. Members of Own Front Door Co-operative (example), which brings together 64 disabled people in Birmingham, describe assistants improvising aprons from bin liners.

On 27 March nineteen members met by video and recorded what each of them used in a week. Their figures differed widely from the official estimate: fewer gloves by half, and four times as many wipes.

Knowing their demand, members could order in bulk. They pooled £6,300 from contingency balances after the city’s direct payments team confirmed by email that this was a proper use of the money. A relative’s tile shop served as the warehouse, a member managed stock by spreadsheet, and assistants delivered between shifts. As word spread, the co-operative opened its buying club to anyone in the city employing a personal assistant, at cost plus four per cent.

Members also wrote and filmed guidance on subjects that no one else had covered, such as helping a person with a mask who cannot raise their hands. An infection control nurse checked the films.

By 31 July the club had supplied 412,000 items to 231 employers of about 690 assistants.`,
  whatWasNew: `Disabled people acted as purchasers and experts on their own behalf. They had the data that suppliers and authorities lacked, because they collected it from daily life. By combining small personal budgets they gained the buying power of an institution while each kept control of their own support. The work was led by people whom most schemes at the time were set up to protect, and professionals were invited to check it.`,
  difference: `The price of an apron fell from 31p, paid by one member in March, to 7p. The co-operative reports that none of its members went into residential care because their support had broken down, although in April it had expected this of six or seven. Four members gained paid work through the club, for three of them the first in more than ten years. The figures come from the co-operative’s own records.`,
  learning: `Planning for emergencies needs to include people who employ their own support; in this case they were in effect the last to be supplied. A standing list of such employers, held by an organisation that they run, would close the gap.

A prompt answer from the direct payments team made the pooled purchase possible. Councils could confirm in advance that pooling is allowed. The co-operative intends to keep the club for other equipment, such as wheelchair tyres, which suggests a lasting saving.`,
  quotation: {
    text: '“Co-production” usually means we are invited to somebody else’s meeting.',
    source: 'Lorna Petts, Own Front Door Co-operative (example)',
  },
  redactions: [
    { words: 'Lorna Petts', reason: 'She speaks for the co-operative in public, and said yes to this text.' },
  ],
  lenses: ['enterprise', 'innovation'],
  decisionArea: 'Care and mental health',
  author: 'researcher@bvsc.example',
  status: 'PUBLISHED',
  reviews: [
    { by: 'researcher@coventry.example', verdict: 'APPROVE' },
    { by: 'lead@wlv.example', verdict: 'APPROVE', note: 'The strongest use of figures we have so far.' },
  ],
  respondentAgreed: true,
}

/** Written from Thursday Larder Parents (example). */
export const menuOfTheWeek: DemonstrationCaseStudy = {
  slug: 'menu-of-the-week',
  title: 'Handing over the order: parents who decide what is in the parcel',
  summary:
    'Parents in Rugby took charge of the weekly budget for the food parcels that they received, and fed more families for the same money with far less waste.',
  whatHappened: `Before lockdown families in part of Rugby used a weekly larder at a children’s centre, where they paid £3 and chose their food. When it closed, a standard parcel of the same items was sent to everyone. Families compared notes and found that much of it was unsuitable or repeated; one had collected nine tins of kidney beans.

Members of Thursday Larder Parents (example) wrote to the co-ordinator and offered to draw up the order themselves, within the existing budget of £15 a family, or £1,140 a week for 76 families. She agreed to a supervised trial.

A changing group of six planned each week’s menu on Sunday evenings. They chose five meals that could be cooked on two rings or in a microwave, because they knew which households had no oven. One recipe each week came from a family’s own tradition, among them Ghanaian, Polish, Keralan and Black Country cooking, with a card that explained it. Families ticked what they did not want, and these items were shared out again.

Not every choice succeeded. Plantain was thrown away by people who had never seen it, and the following week a parent made a video showing how to cook it.

By July less was wasted, and the same £1,140 a week fed 88 families instead of 76.`,
  whatWasNew: `Many food projects ask people what they would like. This one transferred the decision and the budget. The people who planned the meals had eaten the previous week’s, and knew about kitchens, allergies and children’s habits in a way that no survey could reveal. Rotating the group of six kept the work light, and let many parents practise planning and budgeting.`,
  difference: `By the group’s own estimate, based on photographs that families sent in, about a third of the standard parcel had been thrown away, and 4% in July. Twelve more families were supported without a larger budget. Parents also gained skills: the respondent reports learning to manage a budget on a spreadsheet and being invited to a job interview. The number of families sending photographs fell from about 50 to about 30, so the figures are a guide only.`,
  learning: `The group says that the difficult step is handing over the money. A trial with a fixed weekly sum and a member of staff looking on made that step small enough to take, and it could be copied by any food project that spends its own budget.

Choice reduced waste. Where parcels are bought centrally, even the option to refuse items would help. Those who plan should have the same kitchens as those who eat.`,
  quotation: {
    text: 'Nobody is an expert in your tea but you.',
    source: 'A parent, Thursday Larder Parents (example)',
  },
  lenses: ['innovation', 'flexibility'],
  decisionArea: 'Food and fuel poverty',
  author: 'researcher@coventry.example',
  status: 'PUBLISHED',
  reviews: [
    { by: 'researcher@wlv.example', verdict: 'REQUEST_CHANGES', note: 'Say how the waste was measured.' },
    { by: 'researcher@bvsc.example', verdict: 'APPROVE' },
    { by: 'researcher@wlv.example', verdict: 'APPROVE' },
  ],
  before: {
    difference: `About a third of the standard parcel had been thrown away, and 4% in July. Twelve more families were supported without a larger budget. Parents also gained skills: the respondent reports learning to manage a budget on a spreadsheet and being invited to a job interview.`,
  },
  comments: [
    {
      by: 'researcher@wlv.example',
      field: 'difference',
      quotation: 'About a third of the standard parcel had been thrown away',
      body: 'Who counted this, and how?',
      answer: {
        by: 'researcher@coventry.example',
        body: 'The group, from photographs that families sent in. It says so now, and that fewer sent them in July.',
      },
      resolved: true,
    },
  ],
  respondentAgreed: true,
}

/** Written from Saltwells Memory Companions (example). */
export const dementiaRota: DemonstrationCaseStudy = {
  slug: 'calls-at-four-o-clock',
  title: 'Calls at four o’clock: carers redraw a dementia service',
  summary:
    'Carers of people with dementia in Dudley rewrote a telephone service around the hardest part of their day, and around what they wanted from it.',
  whatHappened: `When its day centre closed, Saltwells Memory Companions (example) rang each of its 93 families on weekday mornings to ask how they were. Almost all replied that they were fine.

After three weeks a carer wrote to explain why this did not help. Calls came in the morning because that suited office hours, while the hardest time for many families begins late in the afternoon. Nor did he need to be asked about himself, within hearing of the person he cared for. He wanted someone to hold a conversation with that person so that he could have a few minutes alone.

The manager gave him and seven other carers the task of redesigning the service. They did so over two weeks of conference calls, held after ten at night when they were free. Calls moved to between four and six o’clock, at weekends too. The caller now speaks with the person who has dementia, for twenty minutes, about a subject set out on a card written by the carer. Most callers are people who formerly cared for a relative themselves.

Between 20 April and the end of July the service made 2,260 calls. The manager acknowledges that the change was hard for staff, some of whom felt that their earlier work was being dismissed.`,
  whatWasNew: `The service had been arranged around the working day of those who provided it. Carers changed three things at once: the hour, the person who is called, and the purpose. The call is no longer a check on welfare but a short period of respite. Former carers, whose experience is seldom drawn on once a relative has died, became the natural callers.`,
  difference: `Families had made four or five crisis calls to the emergency duty team in a typical month. There was one in June and none in July. The charity itself advises caution, since the numbers are small. It gives carers’ own descriptions of how they use the twenty minutes, from taking a bath to doing nothing at all, as the better evidence of what the change is worth to them.`,
  learning: `Ask at what time help is needed before deciding what it should be. When the centre reopens it will stay open until six, and a panel of carers will set the rota.

Others who follow should prepare their staff. The manager believes that she could have done more to show that a new design was not a verdict on earlier work.`,
  quotation: {
    text: 'Service hours are designed round staff.',
    source: 'Hilary Amphlett, Saltwells Memory Companions (example)',
  },
  redactions: [
    { words: 'Hilary Amphlett', reason: 'She manages the service and speaks for it; she has read the quotation.' },
  ],
  lenses: ['flexibility', 'innovation'],
  decisionArea: 'Care and mental health',
  author: 'researcher@wlv.example',
  status: 'IN_REVIEW',
  reviews: [
    { by: 'researcher@coventry.example', verdict: 'APPROVE', note: 'Good as it stands, once the carer has said yes.' },
  ],
  comments: [
    {
      by: 'researcher@bvsc.example',
      field: 'difference',
      quotation: 'There was one in June and none in July.',
      body: 'Is July complete? The response came in the last days of it.',
    },
  ],
}

/** Written from a respondent who may not be named. */
export const theKitchenThatMoved: DemonstrationCaseStudy = {
  slug: 'residents-run-the-kitchen',
  title: 'From brown bags to a kitchen of their own',
  summary:
    'People moved from the streets into hotels took over their own catering from a borrowed trailer, at little more than half the cost.',
  whatHappened: `In the last days of March people who had been sleeping rough in Coventry were moved into hotels. Each had a room of their own; meals came cold, in bags, three times a day. Within two weeks food was being thrown away and the hotel had complained of residents’ behaviour.

The manager of a day centre who was asked to intervene found forty people with nothing to do, several of whom had worked as cooks. She asked who would like to run the food. Eleven offered.

Residents wrote the specification: hot meals, a choice of three times, and second helpings. A catering trailer whose owner had lost the festival season was lent to them and placed in the car park. Environmental health officers certified the trailer and six of the cooks in one afternoon. The residents elected a head cook, replaced him four days later, and agreed their own rules for working on shift.

By May the kitchen served a second hotel. In June, at the residents’ suggestion, it began to send forty meals a day to a sheltered housing scheme for older people nearby.`,
  whatWasNew: `Accommodation had been organised for people at great speed, and every detail of daily life was then decided on their behalf. Here the residents took back one of those decisions. They set the standard, chose who was in charge and made rules that staff say they would not have dared to propose. In time they passed from receiving a service to giving one.`,
  difference: `Complaints from the hotel fell from 31 in a fortnight to 2 in the following month. The daily cost of food fell from £11.50 to £6.80 a head. Twenty-three of the forty have since moved into housing, and four are employed in kitchens. The centre has not said how far it puts this down to the kitchen, and not everyone’s situation improved.`,
  learning: `Temporary accommodation can offer more than shelter. A borrowed trailer and an afternoon with environmental health officers were enough to begin.

The gain was not kept: the next contract for food is understood to be for bagged meals again. Those who write such contracts could require that residents have a part in the catering, and allow for it in the price.`,
  quotation: { text: 'They are rather good at it themselves.', source: 'Manager of a day centre' },
  lenses: ['enterprise', 'flexibility'],
  decisionArea: 'Housing',
  author: 'researcher@bvsc.example',
  status: 'DRAFT',
  reviews: [],
}

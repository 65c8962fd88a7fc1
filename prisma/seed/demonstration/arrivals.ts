import type { DemonstrationEntry } from './entry'

const campaign = {
  practice: { kind: 'OWN' },
  communities: ['People on low incomes'],
  title: 'Keep the community fridges open',
  prompts: ['recovery-plans'],
  whatHappened: `When the schools closed we opened a community fridge with the shops of our high street. Anybody could bring and anybody could take, at any hour, and nobody was asked why. Within three weeks it was emptied and filled twice a day.

It cost a fridge, a socket and a rota. The council lent us the socket. We ask that every centre with a kitchen be allowed to keep one after the emergency, without a licence that costs more than the fridge.`,
  links: [],
  consents: { telephone: false, publish: 'NO', tellOutcome: false, showBefore: false },
  stage: 'NEW',
  tags: [],
  comments: [],
} satisfies Partial<DemonstrationEntry>

/** Responses that show what intake is for: one told by telephone, one that was sent twice, one text from four senders. */
export const arrivals: DemonstrationEntry[] = [
  {
    key: 'told-by-telephone',
    organisation: 'Lye Valley Befrienders (example)',
    organisationType: 'VOLUNTARY',
    practice: { kind: 'OWN' },
    communities: ['Older people'],
    places: ['Dudley'],
    neighbourhood: 'Lye',
    title: 'A hymn down the telephone every evening',
    prompts: ['early-response'],
    whatHappened: `We visit older people in Lye who live alone. On the last day that we could visit we asked each of them what they would miss, and eleven of them said singing in chapel. So every evening at seven our organist played one hymn down the telephone to a line that anybody could ring, and people sang at home. There were eleven callers in the first week and ninety by June. Nobody had to own a computer.

The line cost us 14 pounds a month. When somebody did not ring two evenings running, one of us went and knocked. Twice that was the day on which they needed somebody to knock.`,
    difference: 'Ninety people heard a voice every evening, and two were found in time.',
    links: [],
    consents: { telephone: false, publish: 'WITH_NAME', tellOutcome: false, showBefore: false },
    daysBeforeNow: 6,
    stage: 'NEW',
    tags: [],
    comments: [],
    taken: {
      channel: 'telephone',
      by: 'researcher@bvsc.example',
      note: 'She rang from the landline and asked for every question to be read twice.',
    },
  },
  {
    key: 'bobbin-lane-again',
    organisation: 'Bobbin Lane Makers (example)',
    organisationType: 'SOCIAL_ENTERPRISE',
    practice: { kind: 'OWN' },
    communities: ['Women'],
    places: ['Coventry'],
    title: 'Reusable gowns for nineteen care homes',
    prompts: ['anchors'],
    whatHappened: `Bobbin Lane is fourteen women, industrial machines and a big table above a carpet shop. Before March we made bridal and eid outfits and did alterations; the profit paid for sewing classes for women who have never had a wage in this country. Weddings were cancelled in one weekend. So was our income.

We sent this once before and are not sure that it arrived, because the page was closed before it was done. In short: nineteen care homes ordered together, we sewed 3,800 gowns that can be boiled, and nobody was laid off.`,
    links: [],
    consents: { telephone: false, publish: 'WITH_NAME', tellOutcome: false, showBefore: false },
    daysBeforeNow: 3,
    stage: 'NEW',
    tags: [],
    comments: [],
  },
  ...[
    { name: 'Chelmsley Fridge Friends (example)', place: 'Solihull', type: 'MUTUAL_AID', days: 8 },
    { name: 'Whitmore Reans Larder (example)', place: 'Wolverhampton', type: 'NEIGHBOURHOOD', days: 7 },
    { name: 'St Chad’s Hall Kitchen (example)', place: 'Cannock Chase', type: 'FAITH', days: 7 },
    { name: 'Redditch Share Shelf (example)', place: 'Redditch', type: 'VOLUNTARY', days: 5 },
  ].map(({ name, place, type, days }, index) => ({
    ...campaign,
    key: `fridge-campaign-${index + 1}`,
    organisation: name,
    organisationType: type as DemonstrationEntry['organisationType'],
    places: [place],
    daysBeforeNow: days,
  })),
]

/** A mail of the demonstration, as its headers and its text. `bounceOf`: it says that our mail to this entry came back. */
export type DemonstrationMail = {
  headers: Record<string, string>
  text: string
  hoursBeforeNow: number
  bounceOf?: string
}

export const mails: DemonstrationMail[] = [
  {
    headers: {
      From: 'Marjorie Ashdown <marjorie@holloway-hub.example>',
      Subject: 'Re: Call for evidence: our listening bench',
    },
    hoursBeforeNow: 5,
    text: `Hello,

I could not get on with the form on my phone so I hope that a mail is all right.

We are the Holloway Bank Hub (example), a small neighbourhood group in West Bromwich. In April 2020 we put a bench with two ends outside our closed door, two metres apart, and a sign: somebody will sit here from ten till four. Anyone could sit at the other end and talk. In the first summer 412 people did. We wrote down, with their leave, what they were short of, and sent it to the council every Friday on one page. Three things were changed because of that page: the bus to the food bank, the hours of the chemist, and a ramp.

What should stay is the Friday page. It costs nothing and they read it.

Kind regards,
Marjorie Ashdown
Holloway Bank Hub (example)
07700 900417

On Mon, 2 Nov 2026 at 09:12, The call <evidence@portal.example> wrote:
> Thank you for your interest in the call for evidence.
> You can answer on our website or by writing to this address.
`,
  },
  {
    headers: { From: 'Devinder Gill <devinder@soho-road-runners.example>', Subject: 'Is it too late?' },
    hoursBeforeNow: 30,
    text: `Dear all,

is it too late to send you something? We are Soho Road Runners (example) and delivered prescriptions in 2020.

Thanks
Devinder

Sent from my phone
`,
  },
  {
    headers: {
      From: 'Pat Lowe <pat@sandwell-advice.example>',
      Subject: 'Automatic reply: Your evidence',
      'Auto-Submitted': 'auto-replied',
    },
    hoursBeforeNow: 52,
    text: 'I am out of the office until Monday and will read your message then.\n',
  },
  {
    headers: {
      From: 'Mail Delivery System <mailer-daemon@mx.portal.example>',
      Subject: 'Undelivered Mail Returned to Sender',
    },
    hoursBeforeNow: 51,
    bounceOf: 'bobbin-lane-makers',
    text: `This is the mail system at host mx.portal.example.

I'm sorry to have to inform you that your message could not be delivered.

550 5.1.1 No such mailbox
`,
  },
]

import type { DemonstrationCaseStudy } from './entry'

/** Written from Bobbin Lane Makers (example). */
export const bobbinLaneGowns: DemonstrationCaseStudy = {
  slug: 'bobbin-lane-gowns',
  title: 'A sewing enterprise and nineteen care homes buy and sell as equals',
  summary:
    'When weddings were cancelled, fourteen women in Coventry designed a reusable gown with an infection control nurse, and nineteen care homes bought it together.',
  whatHappened: `Bobbin Lane Makers (example) is a social enterprise of fourteen women in Foleshill, Coventry. It made wedding and festival clothes, and used the surplus to teach sewing to women who had not had paid work in Britain. In March its orders disappeared within days.

Rather than start sewing at once, the enterprise asked a local care home what was lacking. The answer was a gown that would survive a daily wash at 60 degrees for six months. A textiles lecturer tested four fabrics through a hundred washes each. Members wore the samples for twelve-hour days at home. An infection control nurse corrected the specification three times and proposed thumb loops. The fabric that was chosen is normally used to make flags.

The gown cost £11.20, a price that covered a fair hourly wage with no volunteer labour. Nineteen homes in Coventry and in Nuneaton and Bedworth placed a joint order through their association, which spared each from paying alone in advance. Between 27 April and 19 June the women made 3,800 gowns. A laundrette that had lost its student customers washed them overnight.`,
  whatWasNew: `Makers, wearers and buyers designed one product together and wrote it down in plain words with photographs. The homes, most of them small, acted as a single customer for the first time. And at a moment when protective clothing was widely being made for nothing, the enterprise charged a price that it could live on, which kept the supply going after donations had dried up.`,
  difference: `By mid-June the homes calculated that each gown had taken the place of 63 disposable ones, at £4.50 apiece. No one at the enterprise lost her job; six women entered paid work for the first time and two of them now train others. Night staff at one home no longer have to wear their own raincoats on shift.`,
  learning: `Anchor institutions can open markets to small local makers by talking with them before a tender is written, and by ordering jointly. Social enterprises should not give away what a buyer has a budget for. A short specification that is tested by those who wear the product costs little and can be shared. The surrounding chain matters too: without the laundrette, a reusable gown would have been of no use.`,
  quotation: {
    text: 'Buying together was the real invention, not the gown.',
    source: 'Samina Qureshi-Hart, Bobbin Lane Makers (example)',
  },
  redactions: [
    { words: 'Samina Qureshi-Hart', reason: 'She wants her name beside her words, and said yes to this text.' },
  ],
  lenses: ['enterprise', 'innovation'],
  decisionArea: 'Economic recovery',
  author: 'researcher@coventry.example',
  status: 'PUBLISHED',
  reviews: [
    { by: 'researcher@wlv.example', verdict: 'APPROVE' },
    {
      by: 'researcher@bvsc.example',
      verdict: 'APPROVE',
      note: 'Strong on price. Good to have one that was not free.',
    },
  ],
  respondentAgreed: true,
}

/** Written from Little Chainmakers Nursery (example). */
export const nurseryBeforeDawn: DemonstrationCaseStudy = {
  slug: 'nursery-before-dawn',
  title: 'A nursery that opened before dawn for hospital cleaners and porters',
  summary:
    'A Black Country nursery moved its hours to fit hospital shifts, so that low-paid staff could stay in work, and then met the limits of short-term funding.',
  whatHappened: `A nursery in the Black Country, run as a social enterprise, used to keep office hours. In late March a former parent who works as a healthcare assistant telephoned. Her shift began at seven, her journey took two buses, and the grandmother who looked after her child had to shield. She expected to have to resign. Within a day she had gathered the names of 31 colleagues on one hospital site in the same position. Most were cleaners, porters, kitchen staff and care assistants; only four were nurses.

The manager put the question to her team, and nine of sixteen volunteered for longer hours. From 30 March the nursery opened from 5.45am to 9.30pm every day, with two teams who never met. The inspectorate agreed to the change by telephone. The nursery kept to the usual ratios of staff to children although it could have relaxed them. Photographs of the staff with and without masks helped children to settle.

Fees were topped up from a council fund for key workers until the end of May. The nursery met the loss on the early shift itself in June, and ended it on 3 July.`,
  whatWasNew: `Childcare was arranged around the shift patterns of an institution, at the suggestion of its lowest-paid staff rather than its management. The list of families came from one worker asking others. The nursery also made small inventions to help very young children with a frightening time: a book of faces, and a soft toy that travelled to work in a parent’s locker and home again.`,
  difference: `In fourteen weeks the nursery cared for 52 children. Asked afterwards, 23 parents said that they would otherwise have given up their jobs or gone on long-term sick leave. There was no outbreak among the children. The cost fell on the nursery: it lost £6,200 on the early shift in June after the top-up ended.`,
  learning: `Large employers depend on childcare that they seldom pay for. Hospitals, care providers and depots could buy early and late places jointly, as they already provide parking. Support for key workers should ask who they are: here the greatest need was among people on low hourly pay without a car. Temporary funds that end before the need does leave small providers to choose between their values and their reserves.`,
  quotation: {
    text: 'The hours of childcare are set for office workers.',
    source: 'Manager of a nursery in the Black Country',
  },
  lenses: ['flexibility', 'enterprise'],
  decisionArea: 'Employment and childcare',
  author: 'lead@wlv.example',
  status: 'PUBLISHED',
  reviews: [
    { by: 'researcher@bvsc.example', verdict: 'APPROVE' },
    {
      by: 'researcher@coventry.example',
      verdict: 'APPROVE',
      note: 'I checked it against the consent: nothing names the place.',
    },
  ],
}

/** Written from St Brannoc’s Church Rooms (example). */
export const twelveArmchairs: DemonstrationCaseStudy = {
  slug: 'twelve-armchairs',
  title: 'Twelve armchairs: a church that helped hospital staff by leaving them alone',
  summary:
    'When a hospital’s rest room became a ward, the church across the road in Nuneaton opened a silent room where staff could sit without being spoken to.',
  whatHappened: `St Brannoc’s Church Rooms (example) stand across the road from a hospital in Nuneaton and Bedworth. Early in April the vicar met a member of staff eating outdoors in the sleet: the rest room had been turned into a ward and he had nowhere else to sit.

Within days the rooms were open from six in the morning until midnight. Twelve armchairs, most of them lent from parishioners’ homes, were placed three metres apart, each with a lamp, a blanket and tissues. There was no music and no visitors’ book, and a notice on the door told people that they did not have to talk or to be grateful.

The church asked the hospital’s chaplains, one Methodist and one Muslim, what might keep people away. On their advice a large cross was moved to a side chapel, a decision that not all of the congregation welcomed. A rota of 22 people cleaned each hour, among them four from a nearby mosque, who also brought food at sunset during Ramadan. The chairs were used about 5,900 times before the hospital reopened a rest room of its own at the end of June.`,
  whatWasNew: `The offer was defined by what it left out: conversation, faith, thanks and forms. Most support for key workers at the time asked something of them, if only to be cheerful for a photograph. The church also let the people who knew the staff best, the hospital’s own chaplains, decide what the room should look like, and accepted an unpopular change as a result.`,
  difference: `The church is careful not to claim more than it knows. It counted sittings by the blankets that were washed. A nurse wrote that it had been the only hour of her day when no one needed her. When the hospital created its own rest room, it asked the church how the chairs should be spaced. Four of the chairs will stay.`,
  learning: `Institutions that are short of space can look across the road before they look for money. Rest for staff is a need of its own, apart from counselling or food, and the simplest form of it was missing. Faith buildings can serve people of every belief and none if they are ready to ask what puts people off, and to act on the answer. Restraint may need more courage than activity.`,
  quotation: {
    text: 'Do less. Every instinct that we have in the church is to do more.',
    source: 'Revd Philippa Stannage, St Brannoc’s Church Rooms (example)',
  },
  redactions: [
    { words: 'Revd Philippa Stannage', reason: 'She speaks as the vicar, whose name stands on the notice board.' },
  ],
  lenses: ['innovation', 'flexibility'],
  decisionArea: 'Care and mental health',
  author: 'researcher@bvsc.example',
  status: 'IN_REVIEW',
  reviews: [{ by: 'researcher@wlv.example', verdict: 'APPROVE', note: 'I would not change a word of it.' }],
}

import type { Transaction } from '@/lib/db'
import { authorities, otherPlaces, placeKey } from './places'

/** The address that stands in for the call's own until staff set it; the start-up warns while it does. */
export const placeholderContact = 'evidence@portal.example'

const prompts = [
  {
    key: 'early-response',
    theme: 'Responding to the early crisis',
    text: 'How have communities, neighbourhoods and organisations responded to meet need and respond directly to the early phase of the crisis?',
  },
  {
    key: 'co-production',
    theme: 'Co-production',
    text: 'Instances of ‘co-production’ – especially in response to food security, care services, NHS volunteers, mutual aid.',
  },
  {
    key: 'community-voice',
    theme: 'Community voice',
    text: 'New and emerging spaces for discussion, deliberation, decision-making, community voice and engagement.',
  },
  {
    key: 'freedoms',
    theme: 'Freedoms and flexibilities',
    text: 'Novel freedoms and flexibilities which have allowed quicker, smarter, or more efficient delivery or support.',
  },
  {
    key: 'anchors',
    theme: 'Anchor institutions and key workers',
    text: 'The role of the social economy in supporting anchor institutions and key workers through the pandemic.',
  },
  {
    key: 'recovery-plans',
    theme: 'Local recovery plans',
    text: 'neighbourhoods which are starting to develop hyper-local recovery plans, or setting out a new vision for their area.',
  },
]

/** The communities that a respondent may say their example serves. */
export const communities = [
  'Older people',
  'Children and young people',
  'Disabled people',
  'People from Black, Asian and minority ethnic communities',
  'Faith communities',
  'Refugees and people seeking asylum',
  'Carers',
  'People on low incomes',
  'Women',
  'LGBTQ+ people',
  'Rural communities',
  'People who are homeless or badly housed',
]

const words = {
  name: 'Good practice in the Covid-19 response',
  title:
    'Calling all social economic, community and faith based organisations to tell us about the good practice, innovation, enterprise and flexibility that they’ve evidenced in their responses to Covid-19 in the West Midlands.',
  introduction: `The University of Wolverhampton, BVSC and Coventry University are working on behalf of the West Midlands Combined Authority to understand / capture the huge range of responses from the social economy sector including voluntary and community organisations, faith groups, mutual aid groups, neighbourhood groups and the social enterprises. We want to hear about examples from across the 18 local authorities, and from across the region’s diverse communities.

We are asking for you to let us know of examples in your work or good practice elsewhere that you are familiar with. We are particularly keen to hear about responses to the Covid-19 crisis that highlight innovation, enterprise or flexibility, and might include but are not limited to:`,
  closingWords: `This is a rapid evidence gathering exercise and we are asking for a very short response to highlight key work in this area. We may want to follow up with a short telephone call: please indicate in your response if you are willing to be contacted. Please respond to this call by 7 August by contacting [email protected]

We will produce a final report to WMCA in mid-September / which will be publicly available / on which they will base future decision making. etc.

For a press release regarding this research, please visit:`,
}

const press = {
  pressHeadline: 'Researchers ask how the West Midlands’ communities met the pandemic',
  pressSummary: `Voluntary and community organisations, faith groups, mutual aid groups, neighbourhood groups and social enterprises across the West Midlands are asked to say, in a few minutes, what they did when Covid-19 came, and what should last.

What they send will be read by researchers of three partner organisations and becomes a public report, with case studies, for the West Midlands Combined Authority.`,
  pressFacts: [
    {
      label: 'Who asks',
      value:
        'The Institute for Community Research and Development (ICRD) at the University of Wolverhampton leads, with BVSC and Coventry University.',
    },
    {
      label: 'For whom',
      value: 'The Public Service Reform Directorate of the West Midlands Combined Authority commissioned the research.',
    },
    {
      label: 'Who may answer',
      value:
        'Anyone in the social economy of the region’s 18 local authorities, about their own work or good practice they know of.',
    },
    { label: 'By when', value: 'Responses by 7 August; the final report goes to WMCA in mid-September and is public.' },
    {
      label: 'What comes of it',
      value:
        'A summary report that explores good practice, shows case studies of different kinds of response, draws out what public agencies can learn, and sets out actions for the short and medium term.',
    },
  ],
  pressNotes: `The University of Wolverhampton announced the research in July 2020 under the title “New research project to capture community pandemic response”. BVSC published the call.

The region’s 18 local authorities are the combined authority’s seven constituent members and eleven others. Warwickshire County Council’s area contains four of the others, which is why figures by place are never added up.

The outcome of the original call is the report “Innovation and enterprise across the social economy in recovery from Covid-19”, dated February 2021 in its full form and listed by BVSC and by Coventry University.`,
  pressReleaseTitle:
    'New research project to capture community pandemic response (University of Wolverhampton, July 2020)',
  pressReleaseUrl:
    'https://www.wlv.ac.uk/news-and-events/latest-news/2020/july-2020/new-research-project-to-capture-community-pandemic-response.php',
}

type Opening = { demonstration: boolean; opensAt: Date | null; closesAt: Date | null; analysisClosesAt: Date | null }

/** Writes the call that the portal was built for, as the current one, and answers its id. `opensAt` null leaves it unopened. */
export async function seedCall(tx: Transaction, opening: Opening): Promise<string> {
  const call = await tx.call.create({
    data: {
      slug: 'covid-19-response',
      isCurrent: true,
      ...words,
      ...opening,
      ...press,
      commissioner: 'West Midlands Combined Authority',
      contactEmail: placeholderContact,
      reportExpected: 'mid-September',
      communities,
      prompts: { create: prompts.map((prompt, index) => ({ ...prompt, position: index + 1 })) },
      lenses: {
        create: ['innovation', 'enterprise', 'flexibility'].map((key, index) => ({
          key,
          position: index + 1,
          label: key.charAt(0).toUpperCase() + key.slice(1),
        })),
      },
      partners: {
        create: [
          {
            position: 1,
            name: 'University of Wolverhampton',
            role: 'Leads the research, through its Institute for Community Research and Development (ICRD)',
            url: 'https://www.wlv.ac.uk/',
          },
          {
            position: 2,
            name: 'BVSC',
            role: 'Birmingham Voluntary Service Council, research partner',
            url: 'https://www.bvsc.org/',
          },
          { position: 3, name: 'Coventry University', role: 'Research partner', url: 'https://www.coventry.ac.uk/' },
        ],
      },
    },
  })
  await seedPlaces(tx, call.id)
  return call.id
}

async function seedPlaces(tx: Transaction, callId: string) {
  const parents = new Map<string, string>()
  const parentsFirst = [...authorities].sort((a, b) => Number('within' in a) - Number('within' in b))
  for (const authority of parentsFirst) {
    const [tileColumn, tileRow] = authority.tile
    const place = await tx.place.create({
      data: {
        callId,
        key: placeKey(authority.name),
        name: authority.name,
        standing: authority.standing,
        position: authorities.indexOf(authority) + 1,
        tileColumn: tileColumn ?? null,
        tileRow: tileRow ?? null,
        parentId: ('within' in authority && parents.get(authority.within ?? '')) || null,
      },
    })
    parents.set(authority.name, place.id)
  }
  await tx.place.createMany({
    data: otherPlaces.map(({ name, kind }, index) => ({
      callId,
      key: placeKey(name),
      name,
      kind,
      position: authorities.length + index + 1,
    })),
  })
}

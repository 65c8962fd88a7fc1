import { plainView, type AnalysisKind } from '@/lib/domain/analysis'
import type { AnalysisTable } from '@/lib/domain/analysis-table'
import { takenBack, type Edition, type EditionBlock, type Part } from '@/lib/domain/report-edition'
import type { Published, ReportCall } from '@/lib/exchange/report-document'

// An edition with one of everything that a document of it has to show. All of it is made up.

export const codes = ['Food', 'Parcels', 'Hot meals', 'Mutual aid', 'Trust in neighbours', 'New money', 'Volunteers']
export const places =
  'Birmingham Coventry Dudley Sandwell Solihull Walsall Wolverhampton Warwickshire Rugby Redditch Tamworth'.split(' ')

export function counted(columns: string[], rows: string[]): AnalysisTable {
  return {
    rowHead: 'Code',
    unit: 'submissions',
    soFar: false,
    base: 132,
    notes: columns.length > 0 ? ['A submission can stand under several columns: they are not to be added up.'] : [],
    columns: columns.map((label, at) => ({ key: `c${at}`, label, base: 40 - at })),
    rows: rows.map((label, row) => ({
      key: `r${row}`,
      label,
      depth: row === 1 || row === 2 ? 1 : 0,
      colour: (row % 12) + 1,
      total: 61 - row * 2,
      cells: columns.map((_, column) => (row * 7 + column * 5) % 23),
    })),
  }
}

export function chart(number: number, kind: AnalysisKind, title: string, table: AnalysisTable): EditionBlock {
  return {
    id: `figure-${number}`,
    kind: 'chart',
    number,
    title,
    caption: 'What stands out is said in the text: see how food leads everywhere.',
    view: { ...plainView(kind), shares: kind === 'matrix' ? 'column' : 'none' },
    table,
    takenAt: '2026-11-02T09:00:00.000Z',
  }
}

type Kind = 'paragraph' | 'heading' | 'quotation' | 'bullet' | 'number'
export const words = (id: string, kind: Kind, ...parts: Part[]): EditionBlock => ({ id, kind, parts })

export const long =
  'Groups that had known each other for years were the first to act, because they needed no permission and no new form: a kitchen, a list of telephone numbers and somebody with a van were enough to begin with. '

const edition: Edition = {
  title: 'What neighbours made possible: the social economy of the West Midlands (example)',
  summary: `Community groups fed, carried and listened, often before anybody asked them to. ${long}\n\nThree things made the difference: trust that was there already, money that came quickly, and public bodies that let go.`,
  sections: [
    {
      slug: 'what-happened',
      number: '1',
      title: 'What happened, and who made it happen',
      depth: 1,
      appendix: false,
      blocks: [
        words(
          'p1',
          'paragraph',
          `${long}${long}`,
          'Most told of food',
          { note: 1 },
          { note: 2 },
          ', as ',
          { section: 'food', at: '', words: 'section 1.1' },
          ' and ',
          { section: 'food', at: 'figure-1', words: 'Figure 1' },
          ' show ',
          { work: 'w1', words: '(Kagan et al., 2021)' },
          '.',
        ),
        words('h1', 'heading', 'In their own words'),
        words('p2', 'quotation', '“We cooked because we had a kitchen, and because nobody else was going to.”', {
          note: 1,
        }),
        words('p3', 'bullet', 'Trust that was there already', { note: 3 }),
        words('p4', 'bullet', `Money that came quickly. ${long}`),
        words('p5', 'number', 'Ask who is there already.'),
        words('p6', 'number', 'Pay them.'),
        words('p7', 'quotation', takenBack, { note: 3 }),
      ],
    },
    {
      slug: 'food',
      number: '1.1',
      title: 'Food',
      depth: 2,
      appendix: false,
      blocks: [
        words('p1', 'paragraph', `${long}${long}${long}`),
        chart(1, 'frequencies', 'Codes by number of submissions', counted([], codes)),
        words('p2', 'paragraph', long, { note: 4 }),
        chart(2, 'matrix', 'Codes by place', counted(places, codes)),
      ],
    },
    {
      slug: 'what-it-took',
      number: '2',
      title: 'What it took',
      depth: 1,
      appendix: false,
      blocks: [
        words('p1', 'paragraph', `${long}${long}${long}${long}`),
        chart(
          3,
          'time',
          'Codes by week',
          counted(['3 Aug', '10 Aug', '17 Aug', '24 Aug', '31 Aug'], codes.slice(0, 4)),
        ),
      ],
    },
    {
      slug: 'codebook',
      number: 'A',
      title: 'Codebook',
      depth: 1,
      appendix: true,
      blocks: [
        words('p1', 'paragraph', 'Every code in use.'),
        {
          id: 'table-1',
          kind: 'table',
          number: 1,
          title: 'Codes and their definitions',
          note: 'As they stood on 2 November 2026.',
          head: ['Code', 'Definition', 'Segments'],
          rows: [...codes, ...codes, ...codes, ...codes].map((code, at) => [
            `${code} ${at + 1}`,
            long,
            String(at * 31),
          ]),
        },
      ],
    },
  ],
  notes: [
    {
      kind: 'passage',
      n: 1,
      words: 'we had a kitchen and nobody else was going to',
      code: 'Food',
      organisationName: 'Hope House (example)',
      organisationType: 'FAITH',
      gone: false,
      places: [
        { section: 'what-happened', at: 'p1', number: '1', paragraph: 1 },
        { section: 'what-happened', at: 'p2', number: '1', paragraph: 2 },
      ],
    },
    {
      kind: 'passage',
      n: 2,
      words: null,
      code: 'Parcels',
      organisationName: null,
      organisationType: 'MUTUAL_AID',
      gone: false,
      places: [{ section: 'what-happened', at: 'p1', number: '1', paragraph: 1 }],
    },
    {
      kind: 'passage',
      n: 3,
      words: null,
      code: 'Zzcanary',
      organisationName: null,
      organisationType: null,
      gone: true,
      places: [{ section: 'what-happened', at: 'p3', number: '1', paragraph: 3 }],
    },
    {
      kind: 'study',
      gone: false,
      n: 4,
      slug: 'kitchens',
      title: 'Kitchens that opened overnight (example)',
      places: [{ section: 'food', at: 'p2', number: '1.1', paragraph: 2 }],
    },
  ],
  works: [
    {
      id: 'w1',
      before: 'Kagan, C., & Others, A. (2021). ',
      title: 'Community action in a crisis',
      after: '. Example Press.',
      url: 'https://doi.org/10.1000/example',
    },
  ],
}

/** The second edition of a report, with a note and a correction of what was taken back. */
export const printedEdition: Published = {
  number: 2,
  publishedAt: '2026-11-03T10:00:00.000Z',
  changes: 'Figure 2 counts the evidence of September as well.',
  edition,
  errata: [{ at: '2026-11-10T10:00:00.000Z', words: 'A quotation in section 1 was taken out.' }],
  all: [{ number: 2 }, { number: 1 }],
}

export const printedCall: ReportCall = {
  name: 'Good practice in a hard year (example)',
  commissioner: 'West Midlands Combined Authority',
  demonstration: true,
  partners: [{ name: 'University of Wolverhampton' }, { name: 'Coventry University' }, { name: 'BVSC' }],
}

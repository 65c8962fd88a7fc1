import { describe, expect, test } from 'vitest'

import { plainView } from './analysis'
import { composeEdition, type Composing, type ComposingSection } from './report-compose'
import { notesIn, readAloud } from './report-edition'
import { faultsOf } from './report-faults'
import { numbered } from './report-numbers'
import { withoutTakenBack } from './report-taken-back'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const [food, money, study, work, chart] = [id(1), id(2), id(3), id(4), id(5)] as const

function section(n: number, title: string, given: Partial<ComposingSection> = {}): ComposingSection {
  return { id: id(100 + n), title, depth: 1, appendix: false, body: [], table: null, ...given }
}

const words = 'We cooked for four hundred households every single day.'
const given = (sections: ComposingSection[]): Composing => ({
  title: 'What happened',
  summary: 'Hope House cooked.',
  sections,
  passages: new Map([
    [food, { words, code: 'Food', organisationName: 'Hope House', organisationType: 'FAITH' }],
    [money, { words: null, code: 'Money', organisationName: null, organisationType: null }],
  ]),
  studies: new Map([[study, { slug: 'a-kitchen', title: 'A kitchen' }]]),
  figures: new Map([
    [
      chart,
      {
        title: 'Codes',
        view: plainView('frequencies'),
        table: { rowHead: 'Code', unit: 'submissions', soFar: false, columns: [], rows: [], base: 0, notes: [] },
        takenAt: '2026-11-25T10:00:00.000Z',
      },
    ],
  ]),
  works: new Map([
    [
      work,
      {
        type: 'book',
        title: 'Building communities',
        author: [{ family: 'Kretzmann', given: 'John' }],
        issued: { 'date-parts': [[1993]] },
        'container-title': '',
        publisher: 'ACTA',
        volume: '',
        issue: '',
        page: '',
        DOI: '',
        URL: '',
      },
    ],
  ]),
})

test('sections, parts and appendices are numbered, and no two have one address', () => {
  const outline = numbered([
    section(1, 'Why', { depth: 2 }),
    section(2, 'Food'),
    section(3, 'Food', { depth: 2 }),
    section(4, 'Method', { appendix: true }),
    section(5, 'Notes'),
    section(6, 'Codes', { appendix: true, depth: 2 }),
  ])
  expect(outline.map(({ number, slug }) => [number, slug])).toEqual([
    ['1', 'why'],
    ['2', 'food'],
    ['2.1', 'food-2'],
    ['3', 'notes-2'],
    ['A', 'method'],
    ['A.1', 'codes'],
  ])
})

describe('an edition', () => {
  const text = 'Food was first. It came from churches.'
  const first = section(1, 'Food', {
    body: [
      {
        kind: 'paragraph',
        text,
        cites: [{ at: 15, coding: food }],
        links: [
          { at: text.length, to: 'work', id: work },
          { at: text.length, to: 'section', id: id(102) },
        ],
      },
      { kind: 'quotation', text: words, cites: [{ at: words.length, coding: food }] },
    ],
  })
  const second = section(2, 'Money', {
    body: [
      { kind: 'chart', chart, caption: 'Hope House counted' },
      {
        kind: 'paragraph',
        text: 'See',
        links: [
          { at: 3, to: 'chart', id: chart },
          { at: 3, to: 'study', id: study },
        ],
      },
    ],
  })
  const { edition, deadEnds, codings } = composeEdition(given([first, second]))

  test('has one note for each passage and case study, told by every place that rests on it', () => {
    expect(edition.notes.map(({ n, kind, places }) => [n, kind, places.map(({ at }) => at)])).toEqual([
      [1, 'passage', ['p1', 'p2']],
      [2, 'study', ['p1']],
    ])
    expect([...codings]).toEqual([[1, food]])
    expect(notesIn(edition, 'money').map(({ n }) => n)).toEqual([2])
    expect(deadEnds).toEqual([])
  })

  test('says its references in words, and leads to them', () => {
    const [block] = edition.sections[0]?.blocks ?? []
    if (block?.kind !== 'paragraph') throw new Error('The first block is words.')
    expect(block.parts).toEqual([
      'Food was first.',
      { note: 1 },
      ' It came from churches.',
      { work, words: '(Kretzmann, 1993)' },
      { section: 'money', at: '', words: 'section 2' },
    ])
    expect(readAloud(block.parts)).toBe('Food was first. It came from churches.(Kretzmann, 1993)section 2')
    const [figure, below] = edition.sections[1]?.blocks ?? []
    expect(figure).toMatchObject({ id: 'figure-1', number: 1, title: 'Codes' })
    expect(below).toMatchObject({
      parts: ['See', { section: 'money', at: 'figure-1', words: 'Figure 1' }, { note: 2 }],
    })
    expect(edition.works).toMatchObject([
      { id: work, before: 'Kretzmann, J. (1993). ', title: 'Building communities', after: '. ACTA.', url: '' },
    ])
  })

  test('holds nothing of a respondent who takes all back', () => {
    const after = withoutTakenBack(edition, { notes: [1], names: ['Hope House'], whole: true })
    const said = JSON.stringify(after)
    expect(said).not.toContain('Hope House')
    expect(said).not.toContain('four hundred')
    expect(after.notes[0]).toMatchObject({ gone: true, words: null, organisationName: null, organisationType: null })
    expect(after.notes[1]).toEqual(edition.notes[1])
  })

  test('holds no name of a respondent who takes the name back, and keeps the words', () => {
    const after = withoutTakenBack(edition, { notes: [1], names: ['Hope House'], whole: false })
    expect(JSON.stringify(after)).not.toContain('Hope House')
    expect(after.notes[0]).toMatchObject({ gone: false, words, organisationName: null, organisationType: 'FAITH' })
  })
})

test('what leads nowhere is left out and told, and a quotation of what may not be quoted is a fault', () => {
  const sections = [
    section(1, 'Money', {
      body: [
        { kind: 'quotation', text: 'Ten pounds', cites: [{ at: 10, coding: money }] },
        {
          kind: 'paragraph',
          text: 'Gone',
          cites: [{ at: 4, coding: id(9) }],
          links: (['study', 'work', 'section', 'chart'] as const).map(to => ({ at: 4, to, id: id(9) })),
        },
        { kind: 'chart', chart: id(9), caption: '' },
      ],
    }),
  ]
  const composed = composeEdition(given(sections))
  expect(composed.deadEnds.map(({ what }) => what).toSorted()).toEqual([
    'chart',
    'chart',
    'passage',
    'section',
    'study',
    'work',
  ])
  expect(composed.edition.sections[0]?.blocks).toHaveLength(2)
  const faults = faultsOf(composed, [{ id: id(101), slug: 'money' }], [])
  expect(faults).toHaveLength(7)
  expect(faults.at(-1)).toMatchObject({
    section: 'Section 1',
    sentence: expect.stringContaining('may not be published'),
  })
})

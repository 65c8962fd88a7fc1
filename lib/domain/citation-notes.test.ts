import { describe, expect, test } from 'vitest'

import { notesOf, readNotes, type NotedSource } from './citation-notes'
import { stretchesOf, type Prose } from './prose'

const [a, b, c] = ['a', 'b', 'c'].map(end => `0199a0c0-0000-7000-8000-00000000000${end}`) as [string, string, string]
const text = (text: string, ...cites: [number, string][]): Prose => [
  { kind: 'paragraph', text, cites: cites.map(([at, coding]) => ({ at, coding })) },
]
const written = {
  title: '',
  summary: '',
  whatHappened: text('They cooked. They carried.', [12, a], [26, b]),
  whatWasNew: [],
  difference: text('Nobody went hungry.', [19, a], [19, c]),
  learning: [],
  quotation: '',
  quotationSource: '',
  decisionArea: '',
}
const hope: NotedSource = {
  submissionId: 'hope',
  organisationName: 'Hope House',
  practiceOf: null,
  publish: 'WITH_NAME',
  organisationType: 'FAITH',
}
const mill: NotedSource = { ...hope, submissionId: 'mill', organisationName: 'The Mill', organisationType: 'VOLUNTARY' }
const of = new Map([
  [a, 'hope'],
  [b, 'mill'],
])

describe('notes', () => {
  test('have one number for each source, and no id of a coding', () => {
    const { sections, notes } = notesOf(written, [hope, mill], of)
    expect(sections.whatHappened).toEqual([
      {
        kind: 'paragraph',
        text: 'They cooked. They carried.',
        notes: [
          { at: 12, n: 1 },
          { at: 26, n: 2 },
        ],
      },
    ])
    expect(sections.difference).toEqual([{ kind: 'paragraph', text: 'Nobody went hungry.', notes: [{ at: 19, n: 1 }] }])
    expect(notes.map(note => note.organisationName)).toEqual(['Hope House', 'The Mill'])
    expect(JSON.stringify({ sections, notes })).not.toContain('0199a0c0')
    expect(readNotes(JSON.parse(JSON.stringify(notes)))).toEqual(notes)
  })

  test('name nobody where one consent keeps the names back, nor whose work somebody else told of', () => {
    expect(notesOf(written, [hope, { ...mill, publish: 'WITHOUT_NAME' }], of).notes).toEqual([
      { n: 1, organisationName: null, organisationType: 'FAITH' },
      { n: 2, organisationName: null, organisationType: 'VOLUNTARY' },
    ])
    expect(notesOf(written, [{ ...hope, practiceOf: 'Elsewhere' }], of).notes).toEqual([
      { n: 1, organisationName: null, organisationType: null },
    ])
  })

  test('stand between the words', () => {
    const [block] = notesOf(written, [hope, mill], of).sections.whatHappened
    expect(block?.kind === 'paragraph' && stretchesOf(block)).toEqual([
      'They cooked.',
      { at: 12, n: 1 },
      ' They carried.',
      { at: 26, n: 2 },
    ])
  })
})

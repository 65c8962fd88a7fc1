import { describe, expect, test } from 'vitest'

import type { Written } from './case-study'
import { findingsIn, type Known } from './redaction'
import { decisionFault, inContext, outcomeOf, RedactionInput, type Decision } from './redaction-decision'

const nobody: Known = { keptBack: [], shown: [], contacts: [] }
const empty: Written = {
  title: '',
  summary: '',
  whatHappened: [],
  whatWasNew: [],
  difference: [],
  learning: [],
  quotation: '',
  quotationSource: '',
  decisionArea: '',
}
const keep = (words: string): Decision => ({ words, choice: 'KEEP', reason: 'They asked for it', replacement: '' })
const replace = (words: string, replacement: string): Decision => ({
  words,
  choice: 'REPLACE',
  reason: '',
  replacement,
})
const remove = (words: string): Decision => ({ words, choice: 'REMOVE', reason: '', replacement: '' })
const summary = (text: string, decisions: Decision[], known = nobody) => {
  const outcome = outcomeOf({ ...empty, summary: text }, known, decisions)
  return [outcome.written.summary, outcome.open.map(finding => finding.words)]
}

describe('what is published', () => {
  test.each([
    ['Pat Hollins cooked.', [], 'Pat Hollins cooked.', ['Pat Hollins']],
    ['Pat Hollins cooked.', [keep('Pat Hollins')], 'Pat Hollins cooked.', []],
    ['Pat Hollins cooked.', [replace('Pat Hollins', 'A neighbour')], 'A neighbour cooked.', []],
    ['Pat Hollins, a cook.', [remove('Pat Hollins')], 'a cook.', []],
    ['We rang 07700 900123 .', [remove('07700 900123')], 'We rang.', []],
    ['We rang 07700 900123.', [remove('07700 900123')], 'We rang.', []],
    ['Ring 07700 900123 today', [remove('07700 900123')], 'Ring today', []],
    ['Ring 07700 900123 or jo@example.org', [remove('07700 900123')], 'Ring or jo@example.org', ['jo@example.org']],
    ['😀 Pat Hollins 😀 Pat Hollins', [replace('Pat Hollins', '👩‍🍳')], '😀 👩‍🍳 😀 👩‍🍳', []],
    ['Pat Hollins and Pat cooked', [replace('Pat Hollins', 'She')], 'She and Pat cooked', ['Pat']],
    ['Jo Marchetti and Jo cooked', [replace('Jo Marchetti', 'She')], 'She and Jo cooked', ['Jo']],
    ['By the lock, WV2 4DJ.', [remove('WV2 4DJ')], 'By the lock.', []],
    ['07700 900123', [remove('07700 900123')], '', []],
    ['Ring us (07700 900123) today', [remove('07700 900123')], 'Ring us today', []],
    ['Ring the hall (07700 900123).', [remove('07700 900123')], 'Ring the hall.', []],
    ['(07700 900123) is the hall', [remove('07700 900123')], 'is the hall', []],
    ['Ring (the hall, 07700 900123)', [remove('07700 900123')], 'Ring (the hall)', []],
  ])('%s %j', (text, decisions, published, open) => expect(summary(text, decisions)).toEqual([published, open]))

  test('decisions hold for the same words after edits, and new words are open', () => {
    const decisions = [keep('Samina'), replace('Tracey', 'a manager')]
    expect(summary('Samina and Tracey and Beverley', decisions)).toEqual([
      'Samina and a manager and Beverley',
      ['Beverley'],
    ])
  })

  test('words put in place are read like any others', () => {
    expect(summary('Tracey came', [replace('Tracey', 'Samina')])).toEqual(['Samina came', ['Samina']])
    expect(summary('Tracey came', [replace('Tracey', 'Samina'), keep('Samina')])).toEqual(['Samina came', []])
    expect(summary('Tracey came', [replace('Tracey', 'Samina'), replace('Samina', 'A nurse')])).toEqual([
      'A nurse came',
      [],
    ])
    expect(summary('Tracey came', [replace('Tracey', 'Samina'), replace('Samina', 'Tracey')])[1]).not.toEqual([])
  })

  test('what consent forbids stays open though somebody kept it once', () => {
    const known = { ...nobody, keptBack: ['Hope House'] }
    expect(summary('Hope House fed all', [keep('Hope House')], known)[1]).toEqual(['Hope House'])
    expect(summary('Hope House fed all', [replace('Hope House', 'They')], known)).toEqual(['They fed all', []])
  })

  test('in sections: figures, empty blocks and what passages rest on', () => {
    const coding = '00000000-0000-4000-8000-000000000001'
    const image = '00000000-0000-4000-8000-000000000002'
    const size = { width: 3, height: 2 }
    const original: Written = {
      ...empty,
      learning: [
        { kind: 'paragraph', text: 'Ring 07700 900123 soon.', cites: [4, 5, 12, 17, 23].map(at => ({ at, coding })) },
        { kind: 'bullet', text: '@larder_23' },
        { kind: 'figure', image, ...size, alt: 'Samina sews', caption: 'By Samina' },
      ],
    }
    const decisions = [replace('07700 900123', 'us'), remove('@larder_23'), replace('Samina', 'a woman')]
    expect(outcomeOf(original, nobody, decisions).written.learning).toEqual([
      { kind: 'paragraph', text: 'Ring us soon.', cites: [4, 5, 7, 7, 13].map(at => ({ at, coding })) },
      { kind: 'figure', image, ...size, alt: 'a woman sews', caption: 'By a woman' },
    ])
  })
})

describe('a decision', () => {
  const known = { ...nobody, keptBack: ['Hope House'] }
  const [name, house] = findingsIn({ ...empty, summary: 'Samina of Hope House' }, known)
  test.each([
    ['KEEP', '', '', name, 'reason'],
    ['KEEP', 'She asked for it', '', name, null],
    ['KEEP', 'Known to all', '', house, 'choice'],
    ['REPLACE', '', '', name, 'replacement'],
    ['REPLACE', '', 'Samina', name, 'replacement'],
    ['REPLACE', '', 'a HopeHouse nurse', name, 'replacement'],
    ['REPLACE', '', 'A nurse', name, null],
    ['REPLACE', '', 'x'.repeat(301), name, 'replacement'],
    ['REMOVE', '', '', house, null],
  ] as const)('%s "%s" "%s"', (choice, reason, replacement, finding, fault) => {
    if (!finding) throw new Error('Nothing was found.')
    expect(decisionFault({ choice, reason, replacement }, finding, known)?.field ?? null).toBe(fault)
  })

  test('is read from the fields of its group', () => {
    const id = '00000000-0000-4000-8000-000000000001'
    const form = {
      id,
      'words-0': 'A',
      'choice-0': 'KEEP',
      'reason-0': ' so  what ',
      'words-7': 'B',
      'choice-9': 'KEEP',
    }
    expect(RedactionInput.parse(form).decisions).toEqual([
      { number: '0', words: 'A', choice: 'KEEP', reason: 'so what', replacement: '' },
      { number: '7', words: 'B', choice: '', reason: '', replacement: '' },
    ])
    expect(RedactionInput.safeParse({ ...form, 'choice-0': 'LEAVE' }).success).toBe(false)
    expect(RedactionInput.safeParse({ ...form, 'words-0': ['A', 'B'] }).success).toBe(false)
    expect(RedactionInput.safeParse(null).success).toBe(false)
  })
})

test('a finding is shown among the words around it', () => {
  const text = `${'word '.repeat(30)}Samina ${'word '.repeat(30)}`
  const place = findingsIn({ ...empty, summary: text }, nobody)[0]?.places[0]
  if (!place) throw new Error('Nothing was found.')
  expect(inContext(place, 12)).toEqual({ before: '…word word ', words: 'Samina', after: ' word word…' })
})

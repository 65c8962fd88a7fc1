import { expect, test } from 'vitest'

import type { Part } from './report-edition'
import { sentenceAt, sentenceWith } from './report-sentence'

const parts: Part[] = [
  'Food came first. It came from churches,',
  { note: 1 },
  ' mosques and pubs.',
  { note: 2 },
  ' Money came later',
  { work: 'w', words: '(Smith, 2021)' },
  '.',
  { note: 3 },
]

test.each([
  [1, 'It came from churches, mosques and pubs.'],
  [2, 'It came from churches, mosques and pubs.'],
  [3, 'Money came later (Smith, 2021).'],
  [4, ''],
])('note %i belongs to “%s”', (note, sentence) => {
  expect(sentenceWith(parts, note)).toBe(sentence)
})

test('a note at the very beginning belongs to the first sentence', () => {
  expect(sentenceWith([{ note: 1 }, 'One. Two.'], 1)).toBe('One.')
})

test('a place that is no longer there has none', () => {
  const place = { section: 'food', at: 'p2', number: '1', paragraph: 2 }
  const block = { id: 'p1', kind: 'paragraph' as const, parts }
  const food = { slug: 'food', number: '1', title: 'Food', depth: 1, appendix: false, blocks: [block] }
  expect(sentenceAt({ sections: [food] }, place, 1)).toBe('')
  expect(sentenceAt({ sections: [food] }, { ...place, at: 'p1' }, 2)).toContain('mosques')
})

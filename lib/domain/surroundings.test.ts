import { expect, test } from 'vitest'

import { surroundingsOf } from './surroundings'

const text = 'We took the paper down and gave each landing one voice.'
const words = { start: 12, end: 17 }

test.each([
  [3, '… ', ' …'],
  [8, '… the ', ' down …'],
  [12, 'We took the ', ' down and …'],
  [99, 'We took the ', ' down and gave each landing one voice.'],
])('what stands %i code points around some words is cut between words', (most, before, after) => {
  expect(surroundingsOf(text, words, most)).toEqual({ before, after })
})

test('a writing without spaces is cut where it has to be, and no character in two', () => {
  expect(surroundingsOf('😀😀😀😀😀', { start: 2, end: 3 }, 1)).toEqual({ before: '… 😀', after: '😀 …' })
})

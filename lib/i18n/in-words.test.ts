import { expect, test } from 'vitest'

import { clockInWords, dateInWords, dayInWords, listInWords } from './in-words'

test('times are said as British people say them, in the time of the region', () => {
  expect(dayInWords('2026-08-07T22:59:00.000Z', 'en')).toBe('Friday 7 August 2026')
  expect(dayInWords('2026-08-07T23:01:00.000Z', 'en')).toBe('Saturday 8 August 2026')
  expect(dateInWords('2026-11-23', 'en')).toBe('23 November 2026')
  expect(clockInWords('2026-08-07T16:00:00.000Z', 'en')).toBe('5pm')
  expect(clockInWords('2026-12-07T17:30:00.000Z', 'en')).toBe('5:30pm')
})

test.each([
  [[], ''],
  [['one'], 'one'],
  [['one', 'two', 'three'], 'one, two and three'],
])('%j in a sentence', (things, expected) => {
  expect(listInWords(things, 'en')).toBe(expected)
})

import { describe, expect, test } from 'vitest'

import { daysUntil, neededAWeek, noneYet, timeLeftInWords } from './progress'

const now = new Date('2026-08-01T12:00:00Z')
const after = (days: number) => new Date(now.getTime() + days * 86_400_000)

test.each([
  [-1, 0, 'analysis has closed'],
  [0, 0, 'analysis has closed'],
  [0.5, 1, 'less than a day left'],
  [1, 1, '1 day left'],
  [23.4, 24, '23 days left'],
])('%d days on', (days, whole, words) => {
  expect(daysUntil(after(days), now)).toBe(whole)
  expect(timeLeftInWords(after(days), now)).toBe(words)
})

describe('how many a week', () => {
  test.each([
    [{ NEW: 20, SETTLED: 5 }, 14, 10],
    [{ NEW: 21 }, 14, 11],
    [{ CODED: 3 }, 2, 3],
    [{ SETTLED: 9 }, 14, null],
    [{ NEW: 9 }, 0, null],
    [{}, 14, null],
  ])('%j in %d days', (counts, days, expected) => {
    expect(neededAWeek({ ...noneYet, ...counts }, after(days), now)).toBe(expected)
  })
})

import { describe, expect, test } from 'vitest'

import { AddressInput } from './case-study-address'
import { readersApproving, readersThatCount } from './outside-reader'
import { plannedTime } from './publication-plan'

const now = new Date('2026-07-01T10:00:00Z')

test.each([
  ['2026-07-01T11:00', 'The day and the time must be in the future'],
  ['2026-07-01T10:59', 'The day and the time must be in the future'],
  ['1999-01-01T00:00', 'The day and the time must be in the future'],
  ['2027-07-03T11:00', 'The day must be within a year from now'],
  ['2026-02-30T11:00', 'Enter the day and the time, such as 7 August 2026, 9:30'],
  ['', 'Enter the day and the time, such as 7 August 2026, 9:30'],
  ['soon', 'Enter the day and the time, such as 7 August 2026, 9:30'],
])('%j is refused: %s', (at, message) => expect(plannedTime(at, now)).toEqual({ message }))

test('what is chosen is the region’s time', () => {
  expect(plannedTime('2026-07-01T11:01', now)).toEqual({ time: new Date('2026-07-01T10:01:00Z') })
  expect(plannedTime('2026-12-01T11:01', now)).toEqual({ time: new Date('2026-12-01T11:01:00Z') })
})

describe('an address', () => {
  const id = '018f0000-0000-7000-8000-000000000001'
  test.each(['', ' ', 'two words', '-a', 'a-', 'a--b', 'é', 'a/b', '../a', 'a'.repeat(81), 7])(
    '%j is refused',
    slug => {
      expect(AddressInput.safeParse({ id, slug }).success).toBe(false)
    },
  )
  test.each([
    ['meals-on-bikes', 'meals-on-bikes'],
    [' Meals-2 ', 'meals-2'],
    ['a'.repeat(80), 'a'.repeat(80)],
  ])('%j is taken', (slug, kept) => expect(AddressInput.parse({ id, slug }).slug).toBe(kept))
})

test('readers outside the teams count for the teams that are missing, and no more', () => {
  expect([0, 1, 2, 5].map(readersThatCount)).toEqual([2, 1, 0, 0])
  const yes = { verdict: 'APPROVE', version: 3 } as const
  expect(readersApproving([yes, yes], 3, 1)).toBe(1)
  expect(readersApproving([yes, yes], 3, 0)).toBe(2)
  expect(readersApproving([yes, yes], 3, 2)).toBe(0)
  expect(
    readersApproving(
      [
        { ...yes, version: 2 },
        { verdict: 'REQUEST_CHANGES', version: 3 },
      ],
      3,
      0,
    ),
  ).toBe(0)
})

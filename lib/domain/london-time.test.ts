import { expect, test } from 'vitest'

import { fromLondonField, londonDateTime, toLondonField } from './london-time'

test.each([
  ['2026-08-07T17:30', '2026-08-07T16:30:00.000Z'],
  ['2026-08-08T00:00', '2026-08-07T23:00:00.000Z'],
  ['2026-12-01T09:00', '2026-12-01T09:00:00.000Z'],
  ['2026-12-01T09:00:30', '2026-12-01T09:00:00.000Z'],
])('%s in the region is %s', (typed, moment) => {
  expect(fromLondonField(typed)?.toISOString()).toBe(moment)
  expect(toLondonField(moment)).toBe(typed.slice(0, 16))
})

test('an hour that comes twice is the first of the two, one that is left out the one after it', () => {
  expect(fromLondonField('2026-10-25T01:30')?.toISOString()).toBe('2026-10-25T00:30:00.000Z')
  expect(fromLondonField('2026-03-29T01:30')?.toISOString()).toBe('2026-03-29T01:30:00.000Z')
})

test.each(['', 'tomorrow', '0000-01-01T10:00', '2026-02-30T10:00', '2026-08-07', '2026-08-07T25:00'])(
  '%j is no time',
  typed => {
    expect(fromLondonField(typed)).toBeNull()
  },
)

test('times are said in the region’s time', () => {
  expect(londonDateTime('2026-08-07T16:30:00Z')).toBe('7 August 2026 at 17:30')
  expect(toLondonField(null)).toBe('')
})

import { describe, expect, test } from 'vitest'

import { callState, takesAnswers } from './call'
import { beginsWithDay, graceEnd, lastDay, timeLeft } from './call-times'

const opensAt = '2026-06-01T08:00:00.000Z'
const closesAt = '2026-08-07T23:00:00.000Z' // midnight at the end of 7 August in the region
const call = { opensAt, closesAt, outcome: '', graceHours: 48 }

test.each([
  ['2026-06-01T07:59:59.999Z', call, 'notOpen'],
  ['2026-06-01T08:00:00.000Z', call, 'open'],
  ['2026-08-07T22:59:59.999Z', call, 'open'],
  ['2026-08-07T23:00:00.000Z', call, 'closed'],
  ['2026-08-07T23:00:00.000Z', { ...call, outcome: 'A report.' }, 'outcome'],
  ['2026-07-01T00:00:00.000Z', { ...call, outcome: 'A report.' }, 'open'],
  ['2030-01-01T00:00:00.000Z', { ...call, closesAt: null }, 'open'],
  ['2030-01-01T00:00:00.000Z', { ...call, opensAt: null }, 'notOpen'],
] as const)('at %s a call is in its state', (now, given, state) => {
  expect(callState(given, new Date(now))).toBe(state)
})

test.each([
  ['2026-08-07T23:00:00.000Z', '2026-08-07', true],
  ['2026-12-01T00:00:00.000Z', '2026-11-30', true],
  ['2026-08-07T16:00:00.000Z', '2026-08-07', false],
])('what closes at %s closes on %s, the whole day: %s', (moment, day, wholeDay) => {
  const told = lastDay(moment)
  const inLondon = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(told.day)
  expect([inLondon, told.wholeDay]).toEqual([day, wholeDay])
})

test('a call that opens at midnight begins with its day', () => {
  expect(beginsWithDay('2026-05-31T23:00:00.000Z')).toBe(true)
  expect(beginsWithDay(opensAt)).toBe(false)
})

test('the time of grace that is shown is the time in which drafts are taken', () => {
  const draft = { createdAt: new Date('2026-08-01T12:00:00.000Z') }
  for (const moment of ['2026-08-07T23:00:00.000Z', '2026-08-09T22:59:59.999Z', '2026-08-09T23:00:00.000Z']) {
    const now = new Date(moment)
    expect(graceEnd(call, now) !== null, moment).toBe(takesAnswers(call, draft, now))
  }
  expect(graceEnd(call, new Date('2026-08-08T12:00:00.000Z'))?.toISOString()).toBe('2026-08-09T23:00:00.000Z')
  expect(graceEnd(call, new Date('2026-08-07T22:00:00.000Z'))).toBeNull()
  expect(graceEnd({ closesAt: null, graceHours: 48 }, new Date())).toBeNull()
})

describe('the time that is left', () => {
  const closesAt = '2026-08-06T23:00:00Z' // the end of 6 August in the region
  test.each([
    ['2026-07-29T12:00:00Z', null],
    ['2026-07-30T12:00:00Z', { unit: 'days', count: 7 }],
    ['2026-08-04T22:59:00Z', { unit: 'days', count: 2 }],
    ['2026-08-04T23:01:00Z', { unit: 'days', count: 1 }],
    ['2026-08-05T23:01:00Z', { unit: 'hours', count: 23 }],
    ['2026-08-06T21:59:00Z', { unit: 'hours', count: 1 }],
    ['2026-08-06T22:30:00Z', { unit: 'minutes', count: 30 }],
    ['2026-08-06T22:59:59Z', { unit: 'minutes', count: 1 }],
    ['2026-08-06T23:00:00Z', null],
  ])('at %s is %j', (now, left) => {
    expect(timeLeft(closesAt, new Date(now))).toEqual(left)
  })

  test('is counted in the days of the region when the clocks go back', () => {
    // 25 October 2026 has 25 hours
    expect(timeLeft('2026-10-26T12:00:00Z', new Date('2026-10-23T23:30:00Z'))).toEqual({ unit: 'days', count: 2 })
  })
})

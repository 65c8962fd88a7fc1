import { describe, expect, test } from 'vitest'

import {
  closesFollowUp,
  endOfLondonDay,
  followUpAddress,
  inBrief,
  nextCallProblem,
  readFollowUpFilter,
  timesWithoutContact,
} from './follow-up'

describe('what ends a follow-up', () => {
  const later = new Date()
  test.each([
    ['REACHED', null, true],
    ['REACHED', later, false],
    ['NO_ANSWER', null, false],
    ['CALL_BACK', later, false],
    ['WRONG_NUMBER', null, false],
    ['DECLINED', null, true],
  ] as const)('%s with %s: %s', (outcome, next, closes) => expect(closesFollowUp(outcome, next)).toBe(closes))
})

describe('the filter in the address', () => {
  test.each([
    [{}, { show: null, who: null, page: 1 }, '/workspace/follow-ups'],
    [{ show: 'due', who: 'mine' }, { show: 'DUE', who: 'MINE', page: 1 }, '/workspace/follow-ups?show=due&who=mine'],
    [{ show: 'CLOSED', page: '3' }, { show: 'CLOSED', who: null, page: 3 }, '/workspace/follow-ups?show=closed&page=3'],
    [{ show: 'nonsense', who: 'x', page: '-1' }, { show: null, who: null, page: 1 }, '/workspace/follow-ups'],
    [{ page: '1e9' }, { show: null, who: null, page: 1 }, '/workspace/follow-ups'],
  ])('%j', (asked, filter, address) => {
    expect(readFollowUpFilter(asked)).toEqual(filter)
    expect(followUpAddress(readFollowUpFilter(asked))).toBe(address)
  })
})

describe('the end of today in the region', () => {
  test.each([
    ['2026-07-01T12:00:00Z', '2026-07-01T23:00:00.000Z'],
    ['2026-07-01T23:30:00Z', '2026-07-02T23:00:00.000Z'],
    ['2026-11-24T23:59:00Z', '2026-11-25T00:00:00.000Z'],
    ['2026-10-25T00:30:00Z', '2026-10-26T00:00:00.000Z'],
    ['2026-03-29T00:30:00Z', '2026-03-29T23:00:00.000Z'],
  ])('%s', (now, end) => expect(endOfLondonDay(new Date(now)).toISOString()).toBe(end))
})

describe('the next call', () => {
  const now = new Date('2026-11-24T12:00Z')
  test.each([
    [null, null],
    ['2026-11-24T12:01Z', null],
    ['2026-11-24T12:00Z', 'The next call must be in the future'],
    ['2029-11-24T12:00Z', 'The next call must be within two years'],
  ])('%s', (next, problem) => expect(nextCallProblem(next === null ? null : new Date(next), now)).toBe(problem))
})

describe('best times in a list', () => {
  test.each([
    ['Tuesdays after 10, not 12 to 2', 'Tuesdays after 10, not 12 to 2'],
    ['9.30-11.30 or 14:00', '9.30-11.30 or 14:00'],
    ['Ring 0121 496 0999 first', 'Ring (number hidden) first'],
    ['+44 (0)7700-900123 after 5', '(number hidden) after 5'],
    ['Write to me@here.example before', 'Write to (address hidden) before'],
  ])('%s', (typed, shown) => expect(timesWithoutContact(typed)).toBe(shown))
})

test('a text in brief ends with a whole word', () => {
  expect(inBrief('Forty\n\nvolunteers cooked.', 100)).toBe('Forty volunteers cooked.')
  expect(inBrief('Forty volunteers cooked in the hall', 20)).toBe('Forty volunteers …')
  expect(inBrief('👍🏽'.repeat(30), 10)).toMatch(/ …$/)
})

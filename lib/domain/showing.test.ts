import { describe, expect, test } from 'vitest'

import {
  countsAsYes,
  lapseAfter,
  lastDay,
  ShowingAnswerInput,
  ShowInput,
  willLapse,
  yesState,
  type Shown,
} from './showing'
import { londonDate } from './london-time'

const at = (text: string) => new Date(text)
const shown: Shown = {
  shownAt: at('2026-03-20T10:00:00Z'),
  toldAt: at('2026-03-20T10:00:05Z'),
  lapsesAt: lapseAfter(at('2026-03-20T10:00:00Z'), 14),
  answer: null,
}
const after = at('2026-04-10T10:00:00Z')

describe('where a yes stands', () => {
  test.each([
    ['never shown', undefined, after, 'notShown'],
    ['written down as yes, shown or not', { ...shown, shownAt: null, lapsesAt: null, answer: 'YES' }, after, 'yes'],
    ['still time', shown, at('2026-04-03T22:59:59Z'), 'waiting'],
    ['the day is over', shown, at('2026-04-03T23:00:00Z'), 'lapsed'],
    ['never told: silence is no answer', { ...shown, toldAt: null }, after, 'waiting'],
    ['told two days late', { ...shown, toldAt: at('2026-03-22T10:00:01Z') }, after, 'waiting'],
    ['no day was set', { ...shown, lapsesAt: null }, after, 'waiting'],
    ['a change after the day', { ...shown, answer: 'CHANGE' }, after, 'change'],
    ['no after the day', { ...shown, answer: 'NO' }, after, 'no'],
  ] as const)('%s', (_, given, now, state) => expect(yesState(given, now)).toBe(state))

  test('a yes and a lapse count, nothing else does', () => {
    const states = ['notShown', 'waiting', 'lapsed', 'yes', 'change', 'no'] as const
    expect(states.filter(countsAsYes)).toEqual(['lapsed', 'yes'])
  })
  test('silence counts at a day’s delay of the mail, and not a moment later', () => {
    expect(willLapse({ ...shown, toldAt: at('2026-03-21T10:00:00Z') })).toBe(true)
    expect(willLapse({ ...shown, toldAt: at('2026-03-21T10:00:00.001Z') })).toBe(false)
  })
})

test('the last day ends at midnight in the region, also over a change of the clocks', () => {
  const lapses = lapseAfter(at('2026-03-20T23:30:00Z'), 14)
  expect(lapses.toISOString()).toBe('2026-04-03T23:00:00.000Z')
  expect(londonDate(lastDay(lapses))).toBe('3 April 2026')
})

describe('what is sent', () => {
  const id = '018f0000-0000-7000-8000-000000000001'
  test.each(['6', '61', '', 'soon', '14.5'])('%j days are refused', days => {
    expect(ShowInput.safeParse({ id, version: '1', days }).success).toBe(false)
  })
  test.each(['7', '60'])('%j days are taken', days => {
    expect(ShowInput.safeParse({ id, version: '1', days }).success).toBe(true)
  })
  test('an answer is one of three', () => {
    expect(ShowingAnswerInput.safeParse({ showing: id, answer: 'MAYBE' }).success).toBe(false)
    expect(ShowingAnswerInput.parse({ showing: id, answer: 'YES' }).words).toBe('')
  })
})

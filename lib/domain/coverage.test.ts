import { describe, expect, test } from 'vitest'

import {
  coverageRows,
  daysLeft,
  furthestFirst,
  missingCombinations,
  paceFor,
  periodsOf,
  silentPlaces,
  type CoverageValue,
  type Target,
} from './coverage'

const value = (key: string, more: Partial<CoverageValue> = {}): CoverageValue => ({
  key,
  name: key,
  within: null,
  authority: true,
  offered: true,
  ...more,
})
const places = [
  value('birmingham'),
  value('dudley'),
  value('warwickshire'),
  value('rugby', { within: 'warwickshire' }),
  value('stratford', { within: 'warwickshire' }),
  value('anywhere', { authority: false }),
  value('avon', { offered: false }),
]
const types = [value('FAITH', { authority: false }), value('MUTUAL_AID', { authority: false })]
const wanted = (kind: Target['kind'], targets: Record<string, number>): Target[] =>
  Object.entries(targets).map(([key, target]) => ({ kind, key, target }))
const placeRows = (heard: Record<string, number>, targets: Record<string, number> = {}) =>
  coverageRows('PLACE', places, heard, wanted('PLACE', targets))
const typeRows = (targets: Record<string, number> = {}) =>
  coverageRows('TYPE', types, { FAITH: 2, MUTUAL_AID: 2 }, wanted('TYPE', targets))

describe('a value stands beside its target', () => {
  test.each([
    [0, 4, { share: 0, gap: 4 }],
    [3, 4, { share: 0.75, gap: 1 }],
    [4, 4, { share: 1, gap: 0 }],
    [6, 4, { share: 1.5, gap: 0 }],
    [6, undefined, { target: null, share: null, gap: 0 }],
  ])('%j heard of %j', (heard, target, expected) => {
    const [row] = placeRows({ birmingham: heard }, target === undefined ? {} : { birmingham: target })
    expect(row).toMatchObject({ key: 'birmingham', heard, ...expected })
  })

  test('of its own dimension, and what is offered no more stands only where somebody named it', () => {
    const rows = coverageRows('PLACE', places, {}, wanted('TYPE', { birmingham: 5 }))
    expect(rows.map(({ key }) => key)).toEqual(places.slice(0, 6).map(({ key }) => key))
    expect(rows[0]?.target).toBeNull()
    expect(placeRows({ avon: 1 }).map(({ key }) => key)).toContain('avon')
  })
})

test('the gaps are in the order of what is furthest from its target, by share and then by number', () => {
  const rows = placeRows(
    { birmingham: 5, dudley: 1, rugby: 1, warwickshire: 9, avon: 1 },
    { birmingham: 10, dudley: 2, rugby: 10, warwickshire: 9, stratford: 1, avon: 9 },
  )
  expect(furthestFirst(rows).map(({ key, gap }) => [key, gap])).toEqual([
    ['stratford', 1],
    ['rugby', 9],
    ['birmingham', 5],
    ['dudley', 1],
  ])
})

test('places nobody was heard from are authorities for which nothing is wanted', () => {
  const rows = placeRows({ birmingham: 1 }, { dudley: 3 })
  expect(silentPlaces(rows).map(({ key }) => key)).toEqual(['warwickshire', 'rugby', 'stratford'])
})

describe('combinations that nobody was heard of', () => {
  const heard = { birmingham: 3, dudley: 2, warwickshire: 4, rugby: 2, stratford: 1, anywhere: 2 }
  const both = (place: string) => types.map(({ key }) => ({ place, type: key, heard: 1 }))
  const told = (found: ReturnType<typeof missingCombinations>) =>
    found.map(({ place, type, wanted: asked }) => [place.key, type.key, asked])

  test('come first where both parts have targets, the furthest before the others', () => {
    const together = [...both('warwickshire'), ...both('rugby'), ...both('stratford'), both('dudley')]
      .flat()
      .slice(0, -1)
    const rows = placeRows(heard, { birmingham: 9, dudley: 5 })
    expect(told(missingCombinations(rows, typeRows({ FAITH: 2, MUTUAL_AID: 9 }), together))).toEqual([
      ['birmingham', 'MUTUAL_AID', true],
      ['dudley', 'MUTUAL_AID', true],
      ['birmingham', 'FAITH', true],
    ])
    expect(told(missingCombinations(rows, typeRows({ FAITH: 2 }), together))).toEqual([
      ['birmingham', 'FAITH', true],
      ['birmingham', 'MUTUAL_AID', false],
      ['dudley', 'MUTUAL_AID', false],
    ])
  })

  test('a place within one that is missing too is not asked for twice', () => {
    const together = [...both('birmingham'), ...both('dudley'), { place: 'warwickshire', type: 'FAITH', heard: 1 }]
    expect(told(missingCombinations(placeRows(heard), typeRows(), together))).toEqual([
      ['warwickshire', 'MUTUAL_AID', false],
      ['rugby', 'FAITH', false],
      ['stratford', 'FAITH', false],
    ])
    const rows = placeRows(heard, { rugby: 9 })
    expect(told(missingCombinations(rows, typeRows({ MUTUAL_AID: 5 }), together))[0]).toEqual([
      'rugby',
      'MUTUAL_AID',
      true,
    ])
  })

  test('a place nobody was heard from is a gap of its own, and no place of the region is none', () => {
    expect(told(missingCombinations(placeRows({ anywhere: 1 }), typeRows(), []))).toEqual([])
  })
})

test.each([
  ['2026-08-07T23:00:00Z', '2026-08-05T10:00:00Z', 2],
  ['2026-08-07T23:00:00Z', '2026-08-07T22:59:59Z', 0],
  ['2026-08-07T23:00:00Z', '2026-08-07T23:00:00Z', null],
  ['2026-10-27T00:00:00Z', '2026-10-24T22:30:00Z', 2],
  [null, '2026-08-05T10:00:00Z', null],
])('of a call that closes at %j, at %s %j days are left', (closesAt, now, expected) => {
  expect(daysLeft(closesAt, new Date(now))).toBe(expected)
})

test.each([
  [60, 100, 19, { more: 40, aDay: 2 }],
  [60, 100, 0, { more: 40, aDay: 40 }],
  [99, 100, 29, { more: 1, aDay: 0.1 }],
  [100, 100, 19, null],
  [60, null, 19, null],
  [60, 100, null, null],
])('%j heard of %j with %j days left', (heard, target, left, expected) => {
  expect(paceFor(heard, target, left)).toEqual(expected)
})

describe('the days', () => {
  const call = { opensAt: '2026-06-01T08:00:00Z', closesAt: '2026-06-05T23:00:00Z' }
  const came = [
    { day: '2026-06-02', heard: 3 },
    { day: '2026-06-04', heard: 2 },
  ]
  const told = (...given: Parameters<typeof periodsOf>) =>
    periodsOf(...given).periods.map(({ from, heard, soFar }) => `${from.slice(5)} ${heard} ${soFar}`)

  test.each([
    ['are all there, to today', '2026-06-04T12:00:00Z', ['06-01 0 0', '06-02 3 3', '06-03 0 3', '06-04 2 5']],
    [
      'end with the closing day',
      '2026-07-04T12:00:00Z',
      ['06-01 0 0', '06-02 3 3', '06-03 0 3', '06-04 2 5', '06-05 0 5'],
    ],
  ])('%s', (_, now, expected) => {
    expect(told(came, call, new Date(now))).toEqual(expected)
  })

  test('begin with the first response where it was earlier, and go on to the last', () => {
    const early = [{ day: '2026-05-31', heard: 1 }, ...came, { day: '2026-06-06', heard: 1 }]
    const days = told(early, call, new Date('2026-07-04T12:00:00Z'))
    expect([days[0], days.at(-1), days.length]).toEqual(['05-31 1 1', '06-06 1 7', 7])
  })

  test('there are none before it opens', () => {
    expect(told([], call, new Date('2026-05-04T12:00:00Z'))).toEqual([])
    expect(told([], { opensAt: null, closesAt: null }, new Date())).toEqual([])
  })

  test('are told in weeks where there are many, the last one as far as it goes', () => {
    const now = new Date('2026-09-10T12:00:00Z')
    const { unit, periods } = periodsOf(came, { opensAt: call.opensAt, closesAt: null }, now)
    expect(unit).toBe('week')
    expect(periods[0]).toEqual({ from: '2026-06-01', to: '2026-06-07', heard: 5, soFar: 5 })
    expect(periods.at(-1)).toEqual({ from: '2026-09-07', to: '2026-09-10', heard: 0, soFar: 5 })
  })
})

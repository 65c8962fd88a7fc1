import { expect, test } from 'vitest'

import { lineOf, percentile, ratioOf } from './figure'

test('a percentile is a value that was measured', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect([50, 95, 99, 100].map(hundredths => percentile(values, hundredths))).toEqual([50, 95, 99, 100])
  expect(percentile([7], 99)).toBe(7)
  expect(percentile([], 50)).toBe(0)
})

test('a ratio is 1 at the floor, and smaller the further away from it', () => {
  expect(ratioOf({ name: 'x', value: 50, unit: 'requests/s', floor: 100 })).toBe(0.5)
  expect(ratioOf({ name: 'x', value: 200, unit: 'ms', floor: 100 })).toBe(0.5)
  expect(ratioOf({ name: 'x', value: 50, unit: 'ms' })).toBeNull()
})

test('a line has five fields, also where there is no floor', () => {
  expect(lineOf({ name: 'wizard/x', value: 12.3456, unit: 'ms' })).toBe('wizard/x\t12.35\tms\t\t')
  expect(lineOf({ name: 'wizard/x', value: 10, unit: 'responses/s', floor: 20 })).toBe(
    'wizard/x\t10\tresponses/s\t20\t0.5',
  )
})

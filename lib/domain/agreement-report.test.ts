import { describe, expect, test } from 'vitest'

import { stretchesOf } from './agreement-passages'
import { AgreementOptions } from './agreement-report'
import { inBrief, inFigures, inPercent } from './agreement-words'

describe('what a lead may ask for', () => {
  test.each([
    [
      { resamples: '1000', seed: ' evidence ' },
      { resamples: 1000, seed: 'evidence' },
    ],
    [
      { resamples: '0', seed: 'x' },
      { resamples: 0, seed: 'x' },
    ],
    [
      { resamples: '5000', seed: 'x'.repeat(40) },
      { resamples: 5000, seed: 'x'.repeat(40) },
    ],
  ])('%j', (given, options) => {
    expect(AgreementOptions.parse(given)).toEqual(options)
  })

  test.each([
    { resamples: '99', seed: 'x' },
    { resamples: '5001', seed: 'x' },
    { resamples: '-1', seed: 'x' },
    { resamples: '1e9', seed: 'x' },
    { resamples: '100.5', seed: 'x' },
    { resamples: 'many', seed: 'x' },
    { resamples: ['1000', '2'], seed: 'x' },
    { resamples: '1000', seed: '' },
    { resamples: '1000', seed: 'x'.repeat(41) },
    { seed: 'x' },
  ])('but not %j', given => {
    expect(AgreementOptions.safeParse(given).success).toBe(false)
  })
})

test('figures are written with three digits and a true minus, shares in per cent', () => {
  expect([0.71249, 1, 0, -0.0923, -0.0001].map(inFigures)).toEqual(['0.712', '1.000', '0.000', '−0.092', '0.000'])
  expect([0.716, 1, -0.001, -0.286].map(inBrief)).toEqual(['0.72', '1.00', '0.00', '−0.29'])
  expect([0.9444, 0.99999, 1, 0, null].map(inPercent)).toEqual(['94.4%', '99.9%', '100.0%', '0.0%', '–'])
})

describe('stretches that either coder gave a code', () => {
  const spans = (...pairs: [number, number][]) => pairs.map(([start, end]) => ({ start, end }))

  test('are spans that overlap each other', () => {
    const found = stretchesOf(
      'spans',
      spans([0, 5], [10, 20], [30, 35]),
      spans([10, 14], [13, 22], [30, 35], [40, 41]),
      [],
    )
    expect(found).toEqual([
      { first: spans([0, 5]), second: [], verdict: 'first' },
      { first: spans([10, 20]), second: spans([10, 14], [13, 22]), verdict: 'overlaps' },
      { first: spans([30, 35]), second: spans([30, 35]), verdict: 'same' },
      { first: [], second: spans([40, 41]), verdict: 'second' },
    ])
  })

  test('are sentences where sentences are compared', () => {
    const sentences = spans([0, 9], [10, 20], [21, 30])
    expect(stretchesOf('sentence', spans([2, 4]), spans([8, 12]), sentences)).toEqual([
      { first: spans([0, 9]), second: spans([0, 9]), verdict: 'same' },
      { first: [], second: spans([10, 20]), verdict: 'second' },
    ])
  })
})

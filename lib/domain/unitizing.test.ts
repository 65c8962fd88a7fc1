import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { coefficientOf, pooled } from './agreement'
import { joined, sectionsOf, differenceOf, unitizingOf } from './unitizing'

const spans = (...pairs: [number, number][]) => pairs.map(([start, end]) => ({ start, end }))
const alpha = (...given: Parameters<typeof unitizingOf>) => coefficientOf(unitizingOf(...given), 1).value

describe('Krippendorff 1995, pair A', () => {
  const [first, second] = [spans([2, 10], [14, 20]), spans([4, 8], [15, 17])]

  test('is 0.553 on a continuum, and 0.515 where borders lie between 24 characters only', () => {
    expect(alpha(24, first, second)).toBeCloseTo(0.553, 3)
    expect(alpha(24, first, second, 1)).toBeCloseTo(0.515, 3)
  })

  test.each([10, 100, 1000])('stretched %i times it comes to the same', times => {
    const stretch = (each: typeof first) => each.map(({ start, end }) => ({ start: start * times, end: end * times }))
    expect(alpha(24 * times, stretch(first), stretch(second))).toBeCloseTo(0.553, 3)
    expect(alpha(24 * times, stretch(first), stretch(second), 1)).toBeCloseTo(0.553, 1)
  })
})

describe('Krippendorff 2004, page 254: a continuum of 300 from 150', () => {
  const from = (...pairs: [number, number][]) =>
    pairs.map(([at, length]) => ({ start: at - 150, end: at - 150 + length }))
  const c = [from([225, 70], [370, 30]), from([220, 80], [355, 20], [400, 20])] as const
  const k = [from([180, 60], [300, 50]), from([180, 60], [300, 50])] as const

  test('category c', () => {
    const found = unitizingOf(300, ...c, 1)
    expect(found.observed).toBeCloseTo(0.0144, 4)
    expect(found.expected).toBeCloseTo(0.0532, 4)
    expect(alpha(300, ...c, 1)).toBeCloseTo(0.7286, 3)
    expect(alpha(300, ...c)).toBeCloseTo(0.73, 2)
  })

  test('category k, and both together', () => {
    expect(unitizingOf(300, ...k, 1).expected).toBeCloseTo(0.049, 4)
    expect(alpha(300, ...k, 1)).toBe(1)
    expect(coefficientOf(pooled([unitizingOf(300, ...c, 1), unitizingOf(300, ...k, 1)]), 1).value).toBeCloseTo(
      0.8591,
      3,
    )
  })
})

const length = 60
const span = fc
  .tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 20 }))
  .map(([start, size]) => ({ start, end: Math.min(length, start + size) }))
const many = fc.array(span, { maxLength: 6 })

describe('unitizing alpha', () => {
  test('does not ask who is the first coder, nor from which end the text is read', () => {
    fc.assert(
      fc.property(many, many, (first, second) => {
        const turned = (each: typeof first) =>
          each.map(({ start, end }) => ({ start: length - end, end: length - start }))
        const value = alpha(length, first, second)
        expect(alpha(length, second, first) ?? 2).toBeCloseTo(value ?? 2, 9)
        expect(alpha(length, turned(first), turned(second)) ?? 2).toBeCloseTo(value ?? 2, 9)
      }),
    )
  })

  test('is 1 where both made the same, never more, and undefined only where nobody or both made all', () => {
    fc.assert(
      fc.property(many, many, (first, second) => {
        const value = alpha(length, first, second)
        if (value !== null) expect(value).toBeLessThanOrEqual(1)
        else expect([...joined(first), ...joined(second)]).toSatisfy(all)
        const same = alpha(length, first, first)
        if (same !== null) expect(same).toBe(1)
      }),
    )
  })

  const all = (each: { start: number; end: number }[]) =>
    each.length === 0 || each.reduce((sum, { start, end }) => sum + end - start, 0) === 2 * length

  test('says so where there is nothing to compare', () => {
    expect(coefficientOf(unitizingOf(24, [], []), 1)).toEqual({ value: null, why: 'one-category' })
    expect(coefficientOf(unitizingOf(24, spans([0, 24]), spans([0, 24])), 1)).toEqual({
      value: null,
      why: 'one-category',
    })
    expect(coefficientOf(unitizingOf(0, [], []), 0)).toEqual({ value: null, why: 'no-units' })
  })
})

describe('the spans of one coder', () => {
  test('that overlap are one, those that touch are two', () => {
    expect(joined(spans([8, 12], [2, 5], [4, 8], [12, 13]))).toEqual(spans([2, 8], [8, 12], [12, 13]))
  })

  test('cut the whole text, and differ from themselves by nothing', () => {
    fc.assert(
      fc.property(many, given => {
        const sections = sectionsOf(joined(given), length)
        expect(sections.map(({ start }) => start)).toEqual([0, ...sections.slice(0, -1).map(({ end }) => end)])
        expect(sections.at(-1)?.end).toBe(length)
        expect(differenceOf(sections, sections)).toBe(0)
      }),
    )
  })
})

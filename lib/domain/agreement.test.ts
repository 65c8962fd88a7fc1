import fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

import { alphaOf, alphaPairs, coefficientOf, kappaOf, kappaPairs, pooled, unitsOf, type Value } from './agreement'
import { unitizingOf } from './unitizing'

/** The numbers that were published, as `agreement.json` beside the design has them. */
const published = {
  kappa: [
    {
      table: [
        [20, 10],
        [20, 50],
      ],
      kappa: 0.3478,
      source: 'Artstein and Poesio 2008, example 1',
    },
    {
      table: [
        [46, 0, 0],
        [6, 32, 6],
        [0, 0, 10],
      ],
      kappa: 0.8013,
      source: 'Artstein and Poesio 2008, example 2',
    },
    {
      table: [
        [25, 12, 3],
        [13, 2, 15],
        [12, 16, 2],
      ],
      kappa: -0.0923,
      source: 'Cohen 1960, example 1',
    },
    {
      table: [
        [8, 1],
        [0, 1],
      ],
      kappa: 0.6154,
      source: 'Gwet 2008',
    },
    {
      table: [
        [118, 5],
        [2, 0],
      ],
      kappa: -0.0234,
      source: 'prevalence paradox: observed agreement is 0.944',
    },
  ],
  alpha: [
    {
      data: [
        [0, 1, 0, 0, 0, 0, 0, 0, 1, 0],
        [1, 1, 1, 0, 0, 1, 0, 0, 0, 0],
      ],
      alpha: 0.0952,
      source: 'Krippendorff 2004, p. 224',
    },
    {
      data: [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
        [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
      ],
      alpha: 0.7434,
      source: 'Krippendorff 2004, p. 230',
    },
    {
      data: [
        [null, null, null, null, null, 3, 4, 1, 2, 1, 1, 3, 3, null, 3],
        [1, null, 2, 1, 3, 3, 4, 3, null, null, null, null, null, null, null],
        [null, null, 2, 1, 3, 4, 4, null, 2, 1, 1, 3, 3, null, 4],
      ],
      alpha: 0.6914,
      source: 'fast-krippendorff documentation',
    },
  ],
}

const to4 = (value: number | null) => value?.toFixed(4)

describe('published examples', () => {
  test.each(published.kappa)('kappa of $source', ({ table, kappa }) => {
    expect(to4(kappaOf(table).coefficient.value)).toBe(to4(kappa))
  })

  test.each(published.alpha)('alpha of $source', ({ data, alpha }) => {
    expect(to4(alphaOf(data).coefficient.value)).toBe(to4(alpha))
  })

  test('the prevalence paradox agrees on 0.944 all the same', () => {
    expect(
      kappaOf([
        [118, 5],
        [2, 0],
      ]).observed,
    ).toBeCloseTo(0.944, 6)
  })

  const file = path.resolve(import.meta.dirname, '../../../../shared/reference/agreement.json')
  const beside = path.resolve(import.meta.dirname, '../../../shared/reference/agreement.json')
  const found = [file, beside].find(each => existsSync(each))
  test.skipIf(!found)('stand in the reference as they do here', () => {
    const reference = JSON.parse(readFileSync(found ?? '', 'utf8'))
    expect(reference.kappa).toEqual(published.kappa)
    expect(reference.alpha.map(({ metric: _, ...rest }: { metric: string }) => rest)).toEqual(published.alpha)
    for (const { length, coder1, coder2, unit, ...expected } of reference.spans) {
      const spans = [coder1, coder2].map((pairs: [number, number][]) => pairs.map(([start, end]) => ({ start, end })))
      const [first = [], second = []] = spans
      if (unit === 'unitizing alpha') {
        const value = coefficientOf(unitizingOf(length, first, second), 1).value ?? NaN
        expect(Math.abs(value - expected.alpha)).toBeLessThanOrEqual(expected.tolerance)
      } else {
        const said = [first, second].map(each =>
          Array.from({ length }, (_, at) => each.some(({ start, end }) => start <= at && at < end)),
        )
        const numbers = said.map(each => each.map(Number))
        expect(alphaOf(numbers).coefficient.value).toBeCloseTo(expected.alpha, 3)
        expect(kappaPairs(pairsOf(numbers[0] ?? [], numbers[1] ?? []))).toSatisfy(
          (each: { observed: number; expected: number }) => (1 - each.observed / each.expected).toFixed(4) === '0.3846',
        )
      }
    }
  })
})

function pairsOf(first: readonly number[], second: readonly number[]) {
  const count = (one: number, other: number) =>
    first.filter((value, at) => value === one && second[at] === other).length
  return { both: count(1, 1), first: count(1, 0), second: count(0, 1), neither: count(0, 0) }
}

describe('where chance-corrected agreement is undefined', () => {
  test('everything in one category: it says so, and shows the percentage', () => {
    const one = { units: 9, leftOut: 0, observed: 1, coefficient: { value: null, why: 'one-category' } }
    expect(
      kappaOf([
        [9, 0],
        [0, 0],
      ]),
    ).toEqual(one)
    expect(alphaOf([Array(9).fill('a'), Array(9).fill('a')])).toEqual(one)
    expect(coefficientOf(alphaPairs({ both: 0, first: 0, second: 0, neither: 9 }), 9)).toEqual(one.coefficient)
  })

  test('nothing that two judged', () => {
    const none = { value: null, why: 'no-units' }
    expect(
      kappaOf([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual({ units: 0, leftOut: 0, observed: null, coefficient: none })
    expect(
      alphaOf([
        [1, null],
        [null, 2],
      ]),
    ).toEqual({ units: 0, leftOut: 2, observed: null, coefficient: none })
    expect(alphaOf([])).toEqual({ units: 0, leftOut: 0, observed: null, coefficient: none })
  })

  test('units with fewer than two values are left out', () => {
    expect(
      alphaOf([
        [1, 2, null, 3],
        [1, 1, 2],
      ]),
    ).toMatchObject({ units: 2, leftOut: 2, observed: 0.5 })
  })
})

const size = fc.integer({ min: 1, max: 5 })
const tables = size.chain(n =>
  fc.array(fc.array(fc.nat(40), { minLength: n, maxLength: n }), { minLength: n, maxLength: n }),
)
const value = fc.option(fc.integer({ min: 0, max: 4 }))
const matrices = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 15 }))
  .chain(([coders, units]) =>
    fc.array(fc.array(value, { minLength: units, maxLength: units }), { minLength: coders, maxLength: coders }),
  )
const pairs = fc.record({ both: fc.nat(50), first: fc.nat(50), second: fc.nat(50), neither: fc.nat(50) })

const same = (one: { value: number | null }, other: { value: number | null }) => {
  if (one.value === null || other.value === null) expect(one).toEqual(other)
  else expect(one.value).toBeCloseTo(other.value, 9)
}

describe('kappa', () => {
  test('does not ask who is the first coder', () => {
    fc.assert(
      fc.property(tables, table => {
        const turned = table.map((_, row) => table.map(each => each[row] ?? 0))
        same(kappaOf(turned).coefficient, kappaOf(table).coefficient)
      }),
    )
  })

  test('does not ask what the categories are called', () => {
    fc.assert(
      fc.property(tables, fc.nat(), (table, turn) => {
        const order = table.map((_, at) => (at + turn) % table.length)
        same(
          kappaOf(order.map(row => order.map(column => table[row]?.[column] ?? 0))).coefficient,
          kappaOf(table).coefficient,
        )
      }),
    )
  })

  test('is 1 where all agree, never more, and never NaN', () => {
    fc.assert(
      fc.property(tables, table => {
        const { observed, units, coefficient } = kappaOf(table)
        if (coefficient.value === null) return void expect(units === 0 || observed === 1).toBe(true)
        expect(coefficient.value).toBeLessThanOrEqual(1)
        expect(coefficient.value).toBeGreaterThanOrEqual(-1)
        if (observed === 1) expect(coefficient.value).toBe(1)
      }),
    )
  })
})

describe('alpha', () => {
  const renamed = (data: Value[][]) =>
    data.map(row => row.map(each => (typeof each === 'number' ? `code ${4 - each}` : null)))

  test('does not ask for the order of coders or units, nor what the categories are called', () => {
    fc.assert(
      fc.property(matrices, data => {
        const { coefficient } = alphaOf(data)
        same(alphaOf(data.toReversed()).coefficient, coefficient)
        same(alphaOf(data.map(row => row.toReversed())).coefficient, coefficient)
        same(alphaOf(renamed(data)).coefficient, coefficient)
      }),
    )
  })

  test('is 1 where all agree, never more, and never NaN; units and what is left out are all there is', () => {
    fc.assert(
      fc.property(matrices, data => {
        const { coefficient, units, leftOut, observed } = alphaOf(data)
        expect(units + leftOut).toBe(data[0]?.length)
        if (coefficient.value === null) return void expect(units === 0 || observed === 1).toBe(true)
        expect(coefficient.value).toBeLessThanOrEqual(1)
        if (observed === 1) expect(coefficient.value).toBe(1)
      }),
    )
  })

  test('a unit that one alone judged changes nothing', () => {
    fc.assert(
      fc.property(matrices, value, (data, said) => {
        same(alphaOf(data.map((row, at) => [...row, at === 0 ? said : null])).coefficient, alphaOf(data).coefficient)
      }),
    )
  })
})

describe('for one code that is given or not', () => {
  test('the four counts come to what tables and rows of values come to', () => {
    fc.assert(
      fc.property(pairs, counts => {
        const { both, first, second, neither } = counts
        const kappa = kappaOf([
          [both, first],
          [second, neither],
        ])
        same(coefficientOf(kappaPairs(counts), unitsOf(counts)), kappa.coefficient)
        const column = (one: number, other: number, times: number) => Array<[number, number]>(times).fill([one, other])
        const units = [...column(1, 1, both), ...column(1, 0, first), ...column(0, 1, second), ...column(0, 0, neither)]
        const alpha = alphaOf([units.map(([one]) => one), units.map(([, other]) => other)])
        same(coefficientOf(alphaPairs(counts), unitsOf(counts)), alpha.coefficient)
      }),
    )
  })

  test('codes that nobody used change nothing of what is pooled', () => {
    fc.assert(
      fc.property(fc.array(pairs, { minLength: 1 }), many => {
        const each = many.map(kappaPairs)
        const unused = kappaPairs({ both: 0, first: 0, second: 0, neither: 50 })
        expect(pooled([...each, unused])).toEqual(pooled(each))
        expect(coefficientOf(pooled(each), 1).value ?? 1).toBeLessThanOrEqual(1)
      }),
    )
  })
})

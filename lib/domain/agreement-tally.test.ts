import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { alphaOf, coefficientOf, kappaOf } from './agreement'
import { countsOf, disagreementsOf, measures, numberOf, pooledOf, prepare } from './agreement-figures'
import { intervalsOf, type Intervals } from './agreement-intervals'
import { countSubmission, newTally, sharedLength, touched, type CodedSubmission, type Tally } from './agreement-tally'
import { quantileOf, seededRandom } from './resampling'
import { joined, unitizingOf } from './unitizing'

const spans = (...pairs: [number, number][]) => pairs.map(([start, end]) => ({ start, end }))

/** Two submissions of two and one texts; code 0 as in Krippendorff 1995, code 1 agreed, code 2 a tag of one alone, code 3 unused. */
const submissions: CodedSubmission[] = [
  {
    texts: [
      {
        length: 24,
        sentences: spans([0, 9], [10, 24]),
        marks: [
          { code: 0, coder: 0, start: 2, end: 10 },
          { code: 0, coder: 0, start: 14, end: 20 },
          { code: 0, coder: 1, start: 4, end: 8 },
          { code: 0, coder: 1, start: 15, end: 17 },
          { code: 1, coder: 0, start: 0, end: 5 },
          { code: 1, coder: 1, start: 0, end: 5 },
        ],
      },
      { length: 10, sentences: spans([0, 10]), marks: [{ code: 0, coder: 1, start: 0, end: 3 }] },
    ],
    tags: [{ code: 2, coder: 0 }],
  },
  { texts: [{ length: 16, sentences: spans([0, 8], [8, 16]), marks: [] }], tags: [{ code: 1, coder: 1 }] },
]

function tallyOf(given: readonly CodedSubmission[], codes = 4): Tally {
  const tally = newTally(codes)
  for (const each of given) countSubmission(tally, each)
  return tally
}

const once = (tally: Tally) => new Int32Array(tally.submissions).fill(1)

describe('what two coders made', () => {
  test('is counted by submission, by sentence and by character', () => {
    const tally = tallyOf(submissions)
    const [first, second, third, fourth] = countsOf(prepare(tally), once(tally))
    expect(first).toMatchObject({
      submission: { both: 1, first: 0, second: 0, neither: 1 },
      sentence: { both: 2, first: 0, second: 1, neither: 2 },
      character: { both: 6, first: 8, second: 3, neither: 33 },
      spans: 5,
    })
    expect(second).toMatchObject({
      submission: { both: 1, first: 0, second: 1, neither: 0 },
      sentence: { both: 1, first: 0, second: 0, neither: 4 },
      character: { both: 5, first: 0, second: 0, neither: 45 },
      spans: 2,
    })
    expect(third).toMatchObject({ submission: { both: 0, first: 1, second: 0, neither: 1 }, spans: 0 })
    expect(third?.character.neither).toBe(50)
    expect(fourth && numberOf(disagreementsOf(fourth).spanAlpha)).toBeNaN()
    expect([tally.codes[2]?.tags, tally.codes[0]?.codings]).toEqual([1, 5])
  })

  test('of one text comes to unitizing alpha as it was published', () => {
    const alone = tallyOf([{ texts: [{ ...submissions[0]!.texts[0]! }], tags: [] }])
    const counts = countsOf(prepare(alone), once(alone))
    expect(counts[0] && numberOf(disagreementsOf(counts[0]).spanAlpha)).toBeCloseTo(0.553, 3)
    expect(counts[0] && numberOf(disagreementsOf(counts[0]).characterAlpha)).toBeCloseTo(0.329, 3)
    expect(counts[0] && numberOf(disagreementsOf(counts[0]).characterKappa)).toBeCloseTo(0.3846, 4)
    expect(counts[1] && numberOf(disagreementsOf(counts[1]).spanAlpha)).toBe(1)
  })
})

const length = 30
const mark = fc
  .record({
    code: fc.nat(1),
    coder: fc.constantFrom<0 | 1>(0, 1),
    start: fc.nat(length - 1),
    size: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ size, ...rest }) => ({ ...rest, end: Math.min(length, rest.start + size) }))
const text = fc
  .array(mark, { maxLength: 8 })
  .map(marks => ({ length, sentences: spans([0, 9], [10, 20], [21, 30]), marks }))
const many = fc.array(
  fc.record({
    texts: fc.array(text, { minLength: 1, maxLength: 3 }),
    tags: fc.array(fc.record({ code: fc.nat(1), coder: fc.constantFrom<0 | 1>(0, 1) }), { maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 5 },
)

const valuesOf = (tally: Tally) => countsOf(prepare(tally), once(tally)).map(counts => disagreementsOf(counts))

function close(one: number, other: number): void {
  if (Number.isNaN(one) || Number.isNaN(other)) expect(one).toBe(other)
  else expect(one).toBeCloseTo(other, 9)
}

describe('the sums', () => {
  test('come to what a table of every character and of every sentence comes to', () => {
    fc.assert(
      fc.property(many, given => {
        const texts = given.flatMap(each => each.texts)
        const found = valuesOf(tallyOf(given, 2))
        for (const code of [0, 1]) {
          const said = ([0, 1] as const).map(coder =>
            texts.flatMap(({ marks }) =>
              Array.from({ length }, (_, at) =>
                Number(
                  marks.some(each => each.code === code && each.coder === coder && each.start <= at && at < each.end),
                ),
              ),
            ),
          )
          const count = (one: number, other: number) =>
            said[0]?.filter((value, at) => value === one && said[1]?.[at] === other).length ?? 0
          const table = [
            [count(1, 1), count(1, 0)],
            [count(0, 1), count(0, 0)],
          ]
          const row = found[code]!
          close(numberOf(row.characterAlpha), alphaOf(said).coefficient.value ?? NaN)
          close(numberOf(row.characterKappa), kappaOf(table).coefficient.value ?? NaN)
        }
      }),
    )
  })

  test('of one text come to its own unitizing alpha', () => {
    fc.assert(
      fc.property(text, each => {
        const of = (coder: 0 | 1) => each.marks.filter(one => one.coder === coder && one.code === 0)
        const direct = coefficientOf(unitizingOf(length, of(0), of(1)), 1).value ?? NaN
        const [row] = valuesOf(tallyOf([{ texts: [each], tags: [] }], 1))
        close(numberOf(row!.spanAlpha), direct)
      }),
    )
  })

  test('of a sample are those of the same submissions written as often as they were drawn', () => {
    fc.assert(
      fc.property(many, fc.array(fc.nat(3), { minLength: 5, maxLength: 5 }), (given, drawn) => {
        const weights = Int32Array.from(given, (_, at) => drawn[at] ?? 0)
        const repeated = given.flatMap((each, at) => Array<CodedSubmission>(weights[at] ?? 0).fill(each))
        const weighed = countsOf(prepare(tallyOf(given, 2)), weights)
        expect(weighed).toEqual(countsOf(prepare(tallyOf(repeated, 2)), new Int32Array(repeated.length).fill(1)))
      }),
    )
  })

  test('do not ask who is the first coder', () => {
    fc.assert(
      fc.property(many, given => {
        const other = (coder: 0 | 1) => (coder === 0 ? 1 : 0)
        const turned = given.map(({ texts, tags }) => ({
          texts: texts.map(each => ({ ...each, marks: each.marks.map(one => ({ ...one, coder: other(one.coder) })) })),
          tags: tags.map(tag => ({ ...tag, coder: other(tag.coder) })),
        })) satisfies CodedSubmission[]
        const [mine, theirs] = [pooledOf(valuesOf(tallyOf(given, 2))), pooledOf(valuesOf(tallyOf(turned, 2)))]
        for (const measure of measures) close(numberOf(theirs[measure]), numberOf(mine[measure]))
      }),
    )
  })

  test('of all codes are 1 where both did the same, and never more', () => {
    fc.assert(
      fc.property(many, given => {
        for (const value of Object.values(pooledOf(valuesOf(tallyOf(given, 2)))))
          expect(numberOf(value) > 1).toBe(false)
        const alike = given.map(({ texts }) => ({
          texts: texts.map(each => ({
            ...each,
            marks: each.marks.flatMap(one => [
              { ...one, coder: 0 as const },
              { ...one, coder: 1 as const },
            ]),
          })),
          tags: [],
        }))
        for (const value of Object.values(pooledOf(valuesOf(tallyOf(alike, 2)))))
          if (value.expected > 0) expect(numberOf(value)).toBe(1)
      }),
    )
  })
})

describe('spans of two coders', () => {
  test('have sentences that they touch', () => {
    const sentences = spans([0, 9], [10, 20], [21, 30])
    expect(touched(sentences, spans([2, 4], [5, 10]))).toEqual(spans([0, 1]))
    expect(touched(sentences, spans([8, 11], [12, 13], [29, 30]))).toEqual(spans([0, 3]))
    expect(touched(sentences, spans([9, 10]))).toEqual([])
    expect(touched([], spans([9, 10]))).toEqual([])
  })

  test('have some length in common', () => {
    fc.assert(
      fc.property(text, ({ marks }) => {
        const [first, second] = ([0, 1] as const).map(coder => joined(marks.filter(each => each.coder === coder)))
        const inside = (each: { start: number; end: number }[], at: number) =>
          each.some(({ start, end }) => start <= at && at < end)
        const points = Array.from({ length }, (_, at) => [inside(first!, at), inside(second!, at)] as const)
        expect(sharedLength(first!, second!)).toEqual({
          both: points.filter(([one, other]) => one && other).length,
          first: points.filter(([one, other]) => one && !other).length,
          second: points.filter(([one, other]) => !one && other).length,
        })
      }),
    )
  })
})

function drained(steps: Generator<number, Intervals>): { intervals: Intervals; steps: number[] } {
  const seen: number[] = []
  for (;;) {
    const { done, value } = steps.next()
    if (done) return { intervals: value, steps: seen }
    seen.push(value)
  }
}

describe('intervals', () => {
  const lots = Array.from({ length: 40 }, (_, at): CodedSubmission => ({
    texts: [
      {
        length,
        sentences: spans([0, 9], [10, 20], [21, 30]),
        marks: [
          { code: 0, coder: 0, start: at % 7, end: 12 },
          { code: 0, coder: 1, start: at % 3, end: 12 + (at % 5) },
          ...(at % 4 === 0 ? [{ code: 1, coder: (at % 8 === 0 ? 0 : 1) as 0 | 1, start: 20, end: 25 }] : []),
        ],
      },
    ],
    tags: at === 0 ? [{ code: 2, coder: 0 }] : [],
  }))
  const prepared = prepare(tallyOf(lots))

  test('hold the value itself, are the same for the same seed and others for another', () => {
    const { intervals, steps } = drained(intervalsOf(prepared, 400, 'a seed'))
    expect(steps).toEqual(Array.from({ length: 400 }, (_, at) => at + 1))
    expect(drained(intervalsOf(prepared, 400, 'a seed')).intervals).toEqual(intervals)
    expect(drained(intervalsOf(prepared, 400, 'another')).intervals).not.toEqual(intervals)
    const counts = countsOf(prepared, new Int32Array(40).fill(1)).map(disagreementsOf)
    const value = numberOf(counts[0]!.spanAlpha)
    const { low, high, samples } = intervals.codes[0]!.spanAlpha!
    expect(samples).toBe(400)
    expect(low).toBeLessThan(value)
    expect(high).toBeGreaterThan(value)
    expect(intervals.overall.characterAlpha?.high).toBeLessThanOrEqual(1)
  })

  test('are none where hardly a sample defines the coefficient, or none was asked for', () => {
    const { intervals } = drained(intervalsOf(prepared, 100, 'a seed'))
    expect(intervals.codes[3]?.submissionKappa).toBeNull()
    expect(intervals.codes[2]?.spanAlpha).toBeNull()
    expect(drained(intervalsOf(prepared, 0, '')).intervals.overall.spanAlpha).toBeNull()
  })

  test('are the quantiles between which the middle lies', () => {
    expect([0, 0.025, 0.5, 1].map(share => quantileOf([1, 2, 3, 4, 5], share))).toEqual([1, 1.1, 3, 5])
    expect(quantileOf([7], 0.9)).toBe(7)
  })
})

test('seeded numbers lie between 0 and 1, and evenly', () => {
  const random = seededRandom('evidence')
  const tenths = Array<number>(10).fill(0)
  for (let drawn = 0; drawn < 100_000; drawn += 1) {
    const at = Math.floor(random() * 10)
    tenths[at] = (tenths[at] ?? 0) + 1
  }
  for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(500)
  expect(seededRandom('evidence')()).toBe(seededRandom('evidence')())
  expect(seededRandom('evidence')()).not.toBe(seededRandom('evidencf')())
})

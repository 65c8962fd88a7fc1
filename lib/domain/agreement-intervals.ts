import {
  byMeasure,
  countsOf,
  disagreementsOf,
  measures,
  numberOf,
  pooledOf,
  type Measure,
  type Prepared,
} from './agreement-figures'
import { drawWeights, quantileOf, seededRandom } from './resampling'

/** The middle 95 % of a coefficient over the samples in which it is defined; `samples` says in how many. */
export type Interval = { low: number; high: number; samples: number }

/** An interval for each code in its order, and one for all; null where fewer than half of the samples define it. */
export type Intervals = { codes: Record<Measure, Interval | null>[]; overall: Record<Measure, Interval | null> }

const level = 0.95

/**
 * Bootstrap percentile intervals (B. Efron, 1979; B. Efron and R. Tibshirani, 1993, chapter 13): whole submissions are drawn
 * with replacement, since what is coded in one hangs together. Yields after each sample how many are done, so that who
 * waits for it can do other work meanwhile.
 */
export function* intervalsOf(prepared: Prepared, resamples: number, seed: string): Generator<number, Intervals> {
  const random = seededRandom(seed)
  const weights = new Int32Array(prepared.tally.submissions)
  const rows = prepared.codes.length + 1
  const drawn = Array.from({ length: rows }, () => measures.map(() => new Float32Array(resamples)))
  for (let sample = 0; sample < resamples; sample += 1) {
    drawWeights(weights, random)
    const codes = countsOf(prepared, weights).map(disagreementsOf)
    const all = [...codes, pooledOf(codes)]
    for (const [row, values] of drawn.entries())
      for (const [column, measure] of measures.entries()) {
        const disagreement = all[row]?.[measure]
        const kept = values[column]
        if (kept) kept[sample] = disagreement ? numberOf(disagreement) : NaN
      }
    yield sample + 1
  }
  const intervals = drawn.map(values => byMeasure(measure => intervalOf(values[measures.indexOf(measure)], resamples)))
  return { codes: intervals.slice(0, -1), overall: intervals.at(-1) ?? byMeasure(() => null) }
}

function intervalOf(values: Float32Array | undefined, resamples: number): Interval | null {
  const defined = values?.filter(value => !Number.isNaN(value)).sort()
  if (!defined || defined.length === 0 || defined.length < resamples / 2) return null
  return {
    low: quantileOf(defined, (1 - level) / 2),
    high: quantileOf(defined, (1 + level) / 2),
    samples: defined.length,
  }
}

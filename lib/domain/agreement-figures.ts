import { alphaPairs, coefficientOf, kappaPairs, pooled, type Disagreement, type Pairs } from './agreement'
import type { Tally } from './agreement-tally'
import { unitizingDisagreement } from './unitizing'

export const measures = [
  'submissionKappa',
  'submissionAlpha',
  'sentenceKappa',
  'sentenceAlpha',
  'characterKappa',
  'characterAlpha',
  'spanAlpha',
] as const
export type Measure = (typeof measures)[number]

/** What one code comes to in a sample of submissions. `spans` counts what either marked, overlapping ones of a coder as one. */
export type CodeCounts = {
  submission: Pairs
  sentence: Pairs
  character: Pairs
  spans: number
  unitizing: Disagreement
}

/** A tally put in order, so that sums over many samples are quick. */
export type Prepared = { tally: Tally; lengths: Int32Array; wholes: Ranked; codes: PreparedCode[] }

/** Lengths by their place among all lengths of units: `ranks` pairs of submission and place. */
type Ranked = { ranks: Int32Array; sizes: Int32Array }
type PreparedCode = { units: Int32Array; gaps: Ranked }

/** Puts a tally in order. Takes some tenths of a second for a million codings. */
export function prepare(tally: Tally): Prepared {
  const distinct = new Set<number>()
  for (const { units } of tally.codes) {
    const { values } = units
    for (let at = 1; at < values.length; at += 2) distinct.add(values[at] ?? 0)
  }
  const lengths = Int32Array.from(distinct).sort()
  const placeOf = new Map(Array.from(lengths, (length, place) => [length, place]))
  return {
    tally,
    lengths,
    wholes: ranked(tally.texts.values, lengths),
    codes: tally.codes.map(code => ({
      units: code.units.values.map((value, at) => (at % 2 === 0 ? value : (placeOf.get(value) ?? 0))),
      gaps: ranked(code.gaps.values, lengths),
    })),
  }
}

/** Of each gap the place of the longest unit that fits, -1 where none does. */
function ranked(pairs: Int32Array, lengths: Int32Array): Ranked {
  const ranks = new Int32Array(pairs.length)
  const sizes = new Int32Array(pairs.length / 2)
  for (let at = 0; at < pairs.length; at += 2) {
    const size = pairs[at + 1] ?? 0
    ranks[at] = pairs[at] ?? 0
    ranks[at + 1] = placeBelow(lengths, Math.abs(size))
    sizes[at / 2] = size
  }
  return { ranks, sizes }
}

function placeBelow(lengths: Int32Array, size: number): number {
  let [from, to] = [0, lengths.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((lengths[middle] ?? 0) <= size) from = middle + 1
    else to = middle
  }
  return from - 1
}

/** Gaps by the longest unit that fits: how many and how long. */
type Room = { counts: Float64Array; sizes: Float64Array }

function addRoom(room: Room, { ranks, sizes }: Ranked, weights: Int32Array, times: number): void {
  for (let at = 0; at < ranks.length; at += 2) {
    const place = ranks[at + 1] ?? -1
    if (place < 0) continue
    const size = sizes[at >> 1] ?? 0
    const weight = times * (weights[ranks[at] ?? 0] ?? 0)
    room.counts[place] = (room.counts[place] ?? 0) + (size < 0 ? -weight : weight)
    room.sizes[place] = (room.sizes[place] ?? 0) + weight * size
  }
}

function weighed(values: Int32Array, weights: Int32Array): number {
  let sum = 0
  for (let at = 0; at < values.length; at += 1) sum += (values[at] ?? 0) * (weights[at] ?? 0)
  return sum
}

/** The sums of a sample in which each submission counts as often as `weights` says, a row a code. */
export function countsOf(prepared: Prepared, weights: Int32Array): CodeCounts[] {
  const { tally, lengths, wholes } = prepared
  const totals = {
    submission: weights.reduce((sum, weight) => sum + weight, 0),
    sentence: weighed(tally.sentences.values, weights),
    character: weighed(tally.characters.values, weights),
  }
  const whole: Room = { counts: new Float64Array(lengths.length), sizes: new Float64Array(lengths.length) }
  // Both coders have each text as one gap, until something is coded in it.
  addRoom(whole, wholes, weights, 2)
  return tally.codes.map((code, index) => {
    const used = code.used.values
    return {
      submission: pairsOf(code.submissions.values, used, weights, totals.submission),
      sentence: pairsOf(code.sentences.values, used, weights, totals.sentence),
      character: pairsOf(code.characters.values, used, weights, totals.character),
      ...spansOf(prepared, index, weights, whole, totals.character),
    }
  })
}

function pairsOf(shared: Int32Array, used: Int32Array, weights: Int32Array, units: number): Pairs {
  let [both, first, second] = [0, 0, 0]
  for (let at = 0, row = 0; row < used.length; row += 1, at += 3) {
    const weight = weights[used[row] ?? 0] ?? 0
    both += weight * (shared[at] ?? 0)
    first += weight * (shared[at + 1] ?? 0)
    second += weight * (shared[at + 2] ?? 0)
  }
  return { both, first, second, neither: units - both - first - second }
}

function spansOf(prepared: Prepared, index: number, weights: Int32Array, whole: Room, length: number) {
  const [code, kept] = [prepared.codes[index], prepared.tally.codes[index]]
  const none = { spans: 0, unitizing: { observed: 0, expected: 0 } }
  if (!code || !kept || code.units.length === 0) return none
  const room: Room = { counts: whole.counts.slice(), sizes: whole.sizes.slice() }
  addRoom(room, code.gaps, weights, 1)
  const counts = new Float64Array(prepared.lengths.length)
  for (let at = 0; at < code.units.length; at += 2) {
    const place = code.units[at + 1] ?? 0
    counts[place] = (counts[place] ?? 0) + (weights[code.units[at] ?? 0] ?? 0)
  }
  let differences = 0
  const used = kept.used.values
  for (let row = 0; row < used.length; row += 1)
    differences += (kept.differences[row] ?? 0) * (weights[used[row] ?? 0] ?? 0)
  return unitized(prepared.lengths, counts, room, length, differences)
}

function unitized(lengths: Int32Array, counts: Float64Array, room: Room, length: number, differences: number) {
  const fitting = new Map<number, number>()
  const units: { length: number; count: number }[] = []
  let [spans, gaps, sizes] = [0, 0, 0]
  for (let place = lengths.length - 1; place >= 0; place -= 1) {
    gaps += room.counts[place] ?? 0
    sizes += room.sizes[place] ?? 0
    const count = counts[place] ?? 0
    if (count === 0) continue
    const unit = lengths[place] ?? 0
    spans += count
    units.push({ length: unit, count })
    fitting.set(unit, sizes - gaps * unit)
  }
  const coded = units.reduce((sum, unit) => sum + unit.length * unit.count, 0)
  // Both gave the code to all there is, and alike: everything falls in one category.
  if (coded === 2 * length && differences === 0) return { spans, unitizing: { observed: 0, expected: 0 } }
  const fits = (unit: number) => fitting.get(unit) ?? 0
  return { spans, unitizing: unitizingDisagreement({ length, differences, units, fits }) }
}

/** What each measure sets against each other, for one code. */
export function disagreementsOf(counts: CodeCounts): Record<Measure, Disagreement> {
  return {
    submissionKappa: kappaPairs(counts.submission),
    submissionAlpha: alphaPairs(counts.submission),
    sentenceKappa: kappaPairs(counts.sentence),
    sentenceAlpha: alphaPairs(counts.sentence),
    characterKappa: kappaPairs(counts.character),
    characterAlpha: alphaPairs(counts.character),
    spanAlpha: counts.unitizing,
  }
}

/** Something for each measure. */
export function byMeasure<V>(of: (measure: Measure) => V): Record<Measure, V> {
  return {
    submissionKappa: of('submissionKappa'),
    submissionAlpha: of('submissionAlpha'),
    sentenceKappa: of('sentenceKappa'),
    sentenceAlpha: of('sentenceAlpha'),
    characterKappa: of('characterKappa'),
    characterAlpha: of('characterAlpha'),
    spanAlpha: of('spanAlpha'),
  }
}

/** All codes as one, measure by measure. */
export function pooledOf(rows: readonly Record<Measure, Disagreement>[]): Record<Measure, Disagreement> {
  return byMeasure(measure => pooled(rows.map(row => row[measure])))
}

/** The coefficient of a disagreement that has some unit; NaN, which never leaves this folder, where it is undefined. */
export function numberOf(disagreement: Disagreement): number {
  return coefficientOf(disagreement, 1).value ?? NaN
}

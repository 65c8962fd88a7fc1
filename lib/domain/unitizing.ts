import type { Span } from './span'

/**
 * Krippendorff's alpha for unitizing: how far two coders find the same stretches of a text, of different lengths and places.
 * Sources: K. Krippendorff (1995), On the reliability of unitizing continuous data, Sociological Methodology 25, 47-76;
 * K. Krippendorff (2004), Content Analysis, 2nd edition, pages 251-256.
 */

/** A stretch that a coder gave the code (`coded`), or one between such stretches. */
export type Section = Span & { coded: boolean }

/**
 * The spans of one coder and one code in their order, where they overlap made one. Those that only touch stay two, as they
 * were made.
 */
export function joined(spans: readonly Span[]): Span[] {
  const ordered = spans.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const kept: Span[] = []
  for (const span of ordered) {
    const last = kept.at(-1)
    if (last && span.start < last.end) kept[kept.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else kept.push(span)
  }
  return kept
}

/** A text of some length cut into what is coded and what is not. `spans` as `joined` answers them. */
export function sectionsOf(spans: readonly Span[], length: number): Section[] {
  const sections: Section[] = []
  let at = 0
  for (const { start, end } of spans) {
    if (start > at) sections.push({ start: at, end: start, coded: false })
    sections.push({ start, end, coded: true })
    at = end
  }
  if (at < length) sections.push({ start: at, end: length, coded: false })
  return sections
}

function difference(one: Section, other: Section): number {
  if (one.coded && other.coded) return (one.start - other.start) ** 2 + (one.end - other.end) ** 2
  const [unit, gap] = one.coded ? [one, other] : [other, one]
  const inside = unit.coded && gap.start <= unit.start && unit.end <= gap.end
  return inside ? (unit.end - unit.start) ** 2 : 0
}

/** The squared differences between two coders' sections of a text, each pair that overlaps taken once. */
export function differenceOf(first: readonly Section[], second: readonly Section[]): number {
  let total = 0
  let i = 0
  let j = 0
  for (;;) {
    const [one, other] = [first[i], second[j]]
    if (!one || !other) return total
    total += difference(one, other)
    if (one.end <= other.end) i += 1
    if (other.end <= one.end) j += 1
  }
}

/**
 * What two coders' units and gaps come to, over all texts: the parts of observed and expected disagreement that sums are
 * made of. `fits(l)`: over all gaps no shorter than `l`, the sum of what is left of each when a unit of `l` lies in it.
 */
export type Unitized = {
  length: number
  differences: number
  units: readonly { length: number; count: number }[]
  fits: (length: number) => number
}

/**
 * Observed and expected disagreement. Several texts are one continuum that no unit and no gap runs across.
 *
 * `step` is the smallest move of a border. 0: the text is a continuum, as Krippendorff's measure is meant, and as if it were
 * stretched without end. 1: borders lie between characters only, as his formula counts them on a short scale. On a text of
 * some hundred characters both are the same to two decimals.
 */
export function unitizingDisagreement({ length, differences, units, fits }: Unitized, step: 0 | 1 = 0) {
  if (length === 0) return { observed: 0, expected: 0 }
  const count = units.reduce((total, unit) => total + unit.count, 0)
  let placed = 0
  let taken = 0
  for (const { length: l, count: times } of units) {
    placed += times * (((count - 1) / 3) * (2 * l ** 3 - 3 * step * l ** 2 + step * l) + l ** 2 * fits(l))
    taken += times * l * (l - step)
  }
  const positions = 2 * length * (2 * length - step) - taken
  return { observed: differences / length ** 2, expected: positions > 0 ? (2 / length) * (placed / positions) : 0 }
}

/** The same for one text and two coders' spans of one code. */
export function unitizingOf(length: number, first: readonly Span[], second: readonly Span[], step: 0 | 1 = 0) {
  const coders = [first, second].map(spans => sectionsOf(joined(spans), length))
  const sections = coders.flat().map(({ start, end, coded }) => ({ length: end - start, coded, count: 1 }))
  const gaps = sections.filter(({ coded }) => !coded)
  const differences = differenceOf(coders[0] ?? [], coders[1] ?? [])
  // No gap and no difference: both gave the code to the whole text. Everything falls in one category.
  if (gaps.length === 0 && differences === 0) return { observed: 0, expected: 0 }
  const fits = (l: number) => gaps.reduce((all, gap) => all + (gap.length >= l ? gap.length - l + step : 0), 0)
  return unitizingDisagreement({ length, differences, units: sections.filter(({ coded }) => coded), fits }, step)
}

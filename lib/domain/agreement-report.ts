import * as z from 'zod/mini'

import { coefficientOf, unitsOf, type Disagreement, type Pairs } from './agreement'
import { countsOf, disagreementsOf, pooledOf, type CodeCounts, type Measure, type Prepared } from './agreement-figures'
import type { Interval, Intervals } from './agreement-intervals'
import { lineInput } from './text-input'

export const mostResamples = 5000

/** What a lead asks for: how many samples the intervals rest on (0: none), and the seed that draws the same again. */
export const AgreementOptions = z.object({
  resamples: z.coerce.number('Enter a number of samples').check(
    z.int('Enter a whole number of samples'),
    z.refine(
      samples => samples === 0 || (samples >= 100 && samples <= mostResamples),
      'Enter a number of samples between 100 and 5,000, or 0 for no intervals',
    ),
  ),
  seed: lineInput({ name: 'Seed', most: 40, missing: 'Enter a seed' }),
})
export type AgreementOptions = z.infer<typeof AgreementOptions>

const count = z.number()
const share = z.nullable(z.number())

/** `value` is null where it is undefined, and `why` says so. The interval is null where none was asked for or too few samples define it. */
const Coefficient = z.object({
  value: share,
  why: z.nullable(z.enum(['one-category', 'no-units'])),
  interval: z.nullable(z.object({ low: z.number(), high: z.number(), samples: count })),
})
export type ReportedCoefficient = z.infer<typeof Coefficient>

/** Over units that two judged: how many each gave the code, the share on which they agree, and the two coefficients. */
const UnitFigures = z.object({
  units: count,
  both: count,
  onlyFirst: count,
  onlySecond: count,
  observed: share,
  kappa: Coefficient,
  alpha: Coefficient,
})
export type UnitFigures = z.infer<typeof UnitFigures>

/** `units` are the spans that either marked; `observed` is the share of characters on which they agree. */
const SpanFigures = z.object({ units: count, length: count, observed: share, alpha: Coefficient })

const Figures = z.object({
  submission: UnitFigures,
  sentence: UnitFigures,
  character: UnitFigures,
  spans: SpanFigures,
})
export type Figures = z.infer<typeof Figures>

/** Why something that somebody coded is not compared. */
export const leftOutReasons = ['unfinished', 'not-live', 'merged', 'coders', 'later-text', 'others', 'lost'] as const
export type LeftOutReason = (typeof leftOutReasons)[number]
const LeftOut = z.array(z.object({ reason: z.enum(leftOutReasons), count }))

const CodeFigures = z.extend(Figures, {
  codeId: z.string(),
  name: z.string(),
  colour: z.number(),
  retired: z.boolean(),
  /** Spans and tags of both. Tags count by submission only. */
  codings: count,
  tags: count,
  /** Codings. */
  leftOut: LeftOut,
})
export type CodeFigures = z.infer<typeof CodeFigures>

/** All that a measurement found. Names are those of its day. */
export const AgreementReport = z.object({
  form: z.literal(1),
  submissions: count,
  texts: count,
  sentences: count,
  characters: count,
  codings: count,
  /** How many different pairs of people coded. */
  pairs: count,
  /** Submissions. */
  leftOut: LeftOut,
  overall: Figures,
  codes: z.array(CodeFigures),
})
export type AgreementReport = z.infer<typeof AgreementReport>

/** Of a code: what it is, and how many of its codings are not compared, by reason. */
export type CodeInReport = Pick<CodeFigures, 'codeId' | 'name' | 'colour' | 'retired' | 'leftOut'>

/** What is said of the whole comparison beside its figures. */
export type ReportFacts = { pairs: number; leftOut: AgreementReport['leftOut']; codes: readonly CodeInReport[] }

/** Writes down what was counted. Codes that nobody used have figures too: undefined ones, which say so. */
export function reportOf(prepared: Prepared, intervals: Intervals, facts: ReportFacts): AgreementReport {
  const { tally } = prepared
  const counts = countsOf(prepared, new Int32Array(tally.submissions).fill(1))
  const disagreements = counts.map(disagreementsOf)
  const characters = sumOf(tally.characters.values)
  const codes = facts.codes.flatMap((code, at) => {
    const [counted, set, each, kept] = [counts[at], disagreements[at], intervals.codes[at], tally.codes[at]]
    if (!counted || !set || !each || !kept) return []
    const figures = figuresOf(counted, set, each, characters)
    return [{ ...code, codings: kept.codings + kept.tags, tags: kept.tags, ...figures }]
  })
  const used = counts.filter((_, at) => (tally.codes[at]?.used.values.length ?? 0) > 0)
  return {
    form: 1,
    submissions: tally.submissions,
    texts: tally.texts.values.length / 2,
    sentences: sumOf(tally.sentences.values),
    characters,
    codings: codes.reduce((sum, code) => sum + code.codings, 0),
    pairs: facts.pairs,
    leftOut: facts.leftOut,
    overall: figuresOf(addedUp(used), pooledOf(disagreements), intervals.overall, characters * used.length),
    codes,
  }
}

function sumOf(values: Int32Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

/** Of all codes in use: a unit counts once for each of them. */
function addedUp(counts: readonly CodeCounts[]): CodeCounts {
  const pairs = (of: (each: CodeCounts) => Pairs) =>
    counts.map(of).reduce(
      (sum, each) => ({
        both: sum.both + each.both,
        first: sum.first + each.first,
        second: sum.second + each.second,
        neither: sum.neither + each.neither,
      }),
      { both: 0, first: 0, second: 0, neither: 0 },
    )
  return {
    submission: pairs(each => each.submission),
    sentence: pairs(each => each.sentence),
    character: pairs(each => each.character),
    spans: counts.reduce((sum, each) => sum + each.spans, 0),
    unitizing: { observed: 0, expected: 0 },
  }
}

function figuresOf(
  counts: CodeCounts,
  set: Record<Measure, Disagreement>,
  intervals: Record<Measure, Interval | null>,
  length: number,
): Figures {
  const coefficient = (measure: Measure, units: number) => reported(set[measure], units, intervals[measure])
  const unit = (kind: 'submission' | 'sentence' | 'character'): UnitFigures => {
    const { both, first, second } = counts[kind]
    const units = unitsOf(counts[kind])
    return {
      units,
      both,
      onlyFirst: first,
      onlySecond: second,
      observed: units > 0 ? 1 - (first + second) / units : null,
      kappa: coefficient(`${kind}Kappa`, units),
      alpha: coefficient(`${kind}Alpha`, units),
    }
  }
  const character = unit('character')
  return {
    submission: unit('submission'),
    sentence: unit('sentence'),
    character,
    spans: {
      units: counts.spans,
      length,
      observed: character.observed,
      alpha: coefficient('spanAlpha', character.units),
    },
  }
}

function reported(disagreement: Disagreement, units: number, interval: Interval | null): ReportedCoefficient {
  const found = coefficientOf(disagreement, units)
  return found.value === null
    ? { value: null, why: found.why, interval: null }
    : { value: found.value, why: null, interval }
}

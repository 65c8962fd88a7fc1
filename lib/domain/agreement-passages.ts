import { sharedLength, touched, type Shared } from './agreement-tally'
import type { ComparedUnit } from './agreement-words'
import type { Span } from './span'
import { joined } from './unitizing'

/** How two coders' work on one stretch stands to each other. `overlaps`: in common in part. */
export type Verdict = 'same' | 'overlaps' | 'first' | 'second'

/** Spans of either coder that overlap each other, or one sentence that either touched. */
export type Stretch = { first: Span[]; second: Span[]; verdict: Verdict }

/**
 * The stretches of a text in which either coder used a code, in their order. By sentence each sentence is a stretch of its
 * own, and touched is agreed.
 */
export function stretchesOf(
  unit: ComparedUnit,
  first: readonly Span[],
  second: readonly Span[],
  sentences: readonly Span[],
): Stretch[] {
  return unit === 'sentence' ? bySentence(first, second, sentences) : byOverlap(first, second)
}

function bySentence(first: readonly Span[], second: readonly Span[], sentences: readonly Span[]): Stretch[] {
  const within = (spans: readonly Span[]) =>
    new Set(touched(sentences, joined(spans)).flatMap(({ start, end }) => sentences.slice(start, end)))
  const [one, other] = [within(first), within(second)]
  return sentences
    .filter(sentence => one.has(sentence) || other.has(sentence))
    .map(sentence => ({
      first: one.has(sentence) ? [sentence] : [],
      second: other.has(sentence) ? [sentence] : [],
      verdict: one.has(sentence) ? (other.has(sentence) ? 'same' : 'first') : 'second',
    }))
}

function byOverlap(first: readonly Span[], second: readonly Span[]): Stretch[] {
  const marks = [
    ...first.map(span => ({ ...span, whose: 'first' as const })),
    ...second.map(span => ({ ...span, whose: 'second' as const })),
  ].sort((a, b) => a.start - b.start || a.end - b.end)
  const stretches: (Omit<Stretch, 'verdict'> & { end: number })[] = []
  for (const { start, end, whose } of marks) {
    const last = stretches.at(-1)
    const open = last && start < last.end ? last : { first: [], second: [], end: 0 }
    if (open !== last) stretches.push(open)
    open[whose].push({ start, end })
    open.end = Math.max(open.end, end)
  }
  return stretches.map(({ first: one, second: other }) => ({
    first: one,
    second: other,
    verdict: verdictOf(one, other),
  }))
}

function verdictOf(first: readonly Span[], second: readonly Span[]): Verdict {
  if (second.length === 0) return 'first'
  if (first.length === 0) return 'second'
  const shared = sharedLength(joined(first), joined(second))
  return shared.first + shared.second === 0 ? 'same' : 'overlaps'
}

/** How much both, or one alone, gave the code, in sentences or in characters. */
export function sharedIn(
  unit: 'sentence' | 'character',
  first: readonly Span[],
  second: readonly Span[],
  sentences: readonly Span[],
): Shared {
  const of = (spans: readonly Span[]) => (unit === 'sentence' ? touched(sentences, joined(spans)) : joined(spans))
  return sharedLength(of(first), of(second))
}

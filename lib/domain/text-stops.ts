import { sentencesOf } from './sentences'
import { lengthOf, type Span } from './span'

const words = new Intl.Segmenter('en', { granularity: 'word' })

/** How far a step of the keyboard goes. */
export type Step = 'word' | 'sentence'

/** The words, or the sentences, of a text in their order, without the spaces and marks between them (Unicode Annex 29). */
export function stopsOf(text: string, step: Step): Span[] {
  if (step === 'sentence') return sentencesOf(text)
  let at = 0
  return [...words.segment(text)].flatMap(({ segment, isWordLike }) => {
    const start = at
    at += lengthOf(segment)
    return isWordLike ? [{ start, end: at }] : []
  })
}

/** What is selected with the keyboard: the stop where it began and the one where it is now. */
export type Reading = { anchor: Span; head: Span }

export function spanOf({ anchor, head }: Reading): Span {
  return { start: Math.min(anchor.start, head.start), end: Math.max(anchor.end, head.end) }
}

/**
 * One step on or back. Extending keeps the anchor; else the stop that is come to is all that is selected. Without a
 * selection it begins with the first stop, or going back with the last. At either end it stays.
 */
export function moved(
  stops: readonly Span[],
  from: Reading | null,
  { forward, extend }: { forward: boolean; extend: boolean },
): Reading | null {
  const first = forward ? stops[0] : stops.at(-1)
  if (!from) return first ? { anchor: first, head: first } : null
  const next = forward
    ? stops.find(stop => stop.end > from.head.end && stop.start >= from.head.start)
    : stops.findLast(stop => stop.start < from.head.start && stop.end <= from.head.end)
  const head = next ?? (forward ? stops.at(-1) : stops[0]) ?? from.head
  return { anchor: extend ? from.anchor : head, head }
}

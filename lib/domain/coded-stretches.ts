import { lengthOf, unitAt, type Span } from './span'

/** Words of a text that the same codings cover; `ends` are those that end with them. */
export type Stretch = { text: string; ids: string[]; ends: string[] }

/** Cuts a text where codings begin and end. Spans are in code points and lie inside the text. */
export function stretchesOf(text: string, codings: readonly (Span & { id: string })[]): Stretch[] {
  const cuts = new Set([0, lengthOf(text), ...codings.flatMap(({ start, end }) => [start, end])])
  const points = [...cuts].toSorted((a, b) => a - b)
  let rest = text
  return points.slice(1).map((end, index) => {
    const start = points[index] ?? 0
    const unit = unitAt(rest, end - start)
    const words = rest.slice(0, unit)
    rest = rest.slice(unit)
    const over = codings.filter(coding => coding.start <= start && coding.end >= end)
    return {
      text: words,
      ids: over.map(({ id }) => id),
      ends: over.flatMap(coding => (coding.end === end ? coding.id : [])),
    }
  })
}

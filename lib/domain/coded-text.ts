import { overlap, type Span } from './span'

/** A stretch of a text on which the same codings stand, outermost first. */
export type Segment<C> = Span & { text: string; codings: (C & { lane: number })[] }

type Placed = Span & { id: string }

/**
 * Cuts a text where codings begin and end. Together the segments are the text. Codings that overlap get different lanes
 * (0, 1, …), the lowest that is free where they begin, so that each can be drawn as a line of its own; longer ones that
 * begin together come first. `alsoAt`: other spans at whose ends it is cut. In O((n + k) log k) for a text of n code points and k codings, plus what overlaps.
 */
export function segmentsOf<C extends Placed>(
  text: string,
  codings: readonly C[],
  alsoAt: readonly Span[] = [],
): Segment<C>[] {
  const points = Array.from(text)
  const within = codings.filter(({ start, end }) => start >= 0 && start < end && end <= points.length)
  const laid = withLanes(within)
  const edges = [...new Set([0, points.length, ...[...within, ...alsoAt].flatMap(({ start, end }) => [start, end])])]
    .filter(edge => edge >= 0 && edge <= points.length)
    .sort((a, b) => a - b)
  let next = 0
  let open: (C & { lane: number })[] = []
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? points.length
    open = open.filter(coding => coding.end > start)
    for (let coding = laid[next]; coding && coding.start === start; coding = laid[next]) {
      open.push(coding)
      next += 1
    }
    return { start, end, text: points.slice(start, end).join(''), codings: [...open] }
  })
}

function withLanes<C extends Placed>(codings: readonly C[]): (C & { lane: number })[] {
  const inOrder = [...codings].sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1))
  const ends: number[] = []
  return inOrder.map(coding => {
    const free = ends.findIndex(end => end <= coding.start)
    const lane = free < 0 ? ends.length : free
    ends[lane] = coding.end
    return { ...coding, lane }
  })
}

/** The codings on a span, in the order of their beginnings. */
export function codingsOn<C extends Span>(codings: readonly C[], span: Span): C[] {
  return codings.filter(coding => overlap(coding, span))
}

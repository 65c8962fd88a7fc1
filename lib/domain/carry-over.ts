import { diffArrays } from 'diff'

import { lengthOf, spanFault, textOf, unitAt, type Span } from './span'

const patience = 2_000

/** A stretch that both versions share: where it begins in each, and its length, in code points. */
type Shared = { from: number; to: number; length: number }

/** Where two versions of a text are the same, word by word (Myers' difference of their words and spaces). */
function sharedStretches(old: string, now: string): Shared[] {
  const parts = diffArrays(piecesOf(old), piecesOf(now), { timeout: patience })
  if (!parts) return []
  const shared: Shared[] = []
  let [from, to] = [0, 0]
  for (const part of parts) {
    const length = part.value.reduce((sum, piece) => sum + lengthOf(piece), 0)
    if (part.removed) from += length
    else if (part.added) to += length
    else {
      shared.push({ from, to, length })
      from += length
      to += length
    }
  }
  return shared
}

function piecesOf(text: string): string[] {
  return text.match(/\s+|\S+/gu) ?? []
}

/**
 * A way to carry spans of one version of a text over to the next: each to where alignment finds its words unchanged,
 * else to the only place where they stand; null for one whose words are gone. What is carried has the same words, always.
 */
export function carrierOf(old: string, now: string): (span: Span) => Span | null {
  const shared = sharedStretches(old, now)
  return span => {
    const stretch = shared.find(({ from, length }) => from <= span.start && span.end <= from + length)
    const moved = stretch ? shifted(span, stretch.to - stretch.from) : onlyPlace(now, textOf(old, span))
    return moved && textOf(now, moved) === textOf(old, span) && spanFault(now, moved) === null ? moved : null
  }
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by }
}

function onlyPlace(text: string, words: string): Span | null {
  const unit = text.indexOf(words)
  if (words === '' || unit < 0 || text.indexOf(words, unit + 1) >= 0) return null
  const start = lengthOf(text.slice(0, unit))
  return { start, end: start + lengthOf(text.slice(unit, unit + unitAt(words, Infinity))) }
}

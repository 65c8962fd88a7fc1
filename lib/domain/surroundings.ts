import { lengthOf, textOf, type Span } from '@/lib/domain/span'

/**
 * What stands before and after some words of a text, up to `most` code points on each side. It is cut between words, and
 * says where it is cut.
 */
export function surroundingsOf(text: string, { start, end }: Span, most: number): { before: string; after: string } {
  const [from, to] = [Math.max(0, start - most), end + most]
  const before = textOf(text, { start: from, end: start })
  const after = textOf(text, { start: end, end: to })
  return {
    before: from > 0 ? `… ${before.replace(/^\S*\s+/u, '')}` : before,
    after: to < lengthOf(text) ? `${after.replace(/\s+\S*$/u, '')} …` : after,
  }
}

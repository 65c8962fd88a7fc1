import { lengthOf, type Span } from './span'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
const beyondFirstPlane = /[\ud800-\udfff]/

/**
 * The sentences of a text, in code points, in their order, without the white space around them. A line break ends one.
 * Source of the rules: Unicode Standard Annex 29, as `Intl.Segmenter` has them for English.
 */
export function sentencesOf(text: string): Span[] {
  // Counting code points is slow: most texts have none that takes two units.
  const length = beyondFirstPlane.test(text) ? lengthOf : (part: string) => part.length
  const spans: Span[] = []
  let at = 0
  for (const { segment } of segmenter.segment(text)) {
    const words = segment.trim()
    if (words !== '') {
      const start = at + segment.length - segment.trimStart().length
      spans.push({ start, end: start + length(words) })
    }
    at += length(segment)
  }
  return spans
}

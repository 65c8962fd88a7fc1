/** A stretch of a text in Unicode code points, end exclusive: never in UTF-16 units, which cut what lies beyond the first plane. */
export type Span = { start: number; end: number }

/** The length of a text in code points. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length += 1
  return length
}

/** Where a code point begins in UTF-16 units. Beyond the end it is the end. */
export function unitAt(text: string, point: number): number {
  let unit = 0
  for (let passed = 0; passed < point && unit < text.length; passed += 1)
    unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1
  return unit
}

/** Which code point a UTF-16 unit belongs to, counted from the text's beginning. */
export function pointAt(text: string, unit: number): number {
  return lengthOf(text.slice(0, unit))
}

/** The words of a span. */
export function textOf(text: string, { start, end }: Span): string {
  const from = unitAt(text, start)
  return text.slice(from, from + unitAt(text.slice(from), end - start))
}

const marks = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Where characters as people see them begin, the end of the text included: a letter with its accents, an emoji with its skin tone. */
export function characterEdges(text: string): Set<number> {
  const edges = new Set([0])
  let at = 0
  for (const { segment } of marks.segment(text)) edges.add((at += lengthOf(segment)))
  return edges
}

export type SpanFault = 'empty' | 'outside' | 'splits'

/** What is wrong with a span of a text; null where it stands on whole characters of it. */
export function spanFault(text: string, { start, end }: Span): SpanFault | null {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start >= end) return 'empty'
  if (start < 0 || end > lengthOf(text)) return 'outside'
  if (textOf(text, { start, end }).trim() === '') return 'empty'
  const edges = characterEdges(text)
  return edges.has(start) && edges.has(end) ? null : 'splits'
}

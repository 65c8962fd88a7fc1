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

/** How many code points lie before a UTF-16 unit. */
export function pointAt(text: string, unit: number): number {
  return lengthOf(text.slice(0, unit))
}

/** The words of a span. */
export function textOf(text: string, { start, end }: Span): string {
  const from = unitAt(text, start)
  return text.slice(from, from + unitAt(text.slice(from), end - start))
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Whether a place in UTF-16 units lies between two characters as people see them: never inside a letter with its
 * accents, or an emoji with its skin tone (Unicode Standard Annex 29, extended grapheme clusters).
 */
function isEdge(text: string, unit: number): boolean {
  return unit <= 0 || unit >= text.length || characters.segment(text).containing(unit)?.index === unit
}

export type SpanFault = 'empty' | 'outside' | 'splits'

/** What is wrong with a span of a text; null where it stands on whole characters of it. */
export function spanFault(text: string, { start, end }: Span): SpanFault | null {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start >= end) return 'empty'
  if (start < 0 || end > lengthOf(text)) return 'outside'
  if (textOf(text, { start, end }).trim() === '') return 'empty'
  return isEdge(text, unitAt(text, start)) && isEdge(text, unitAt(text, end)) ? null : 'splits'
}

/** The span widened to whole characters, and without the spaces at its ends; null where nothing is left. */
export function wholeCharacters(text: string, { start, end }: Span): Span | null {
  const [from, to] = widened(text, unitAt(text, Math.max(0, start)), unitAt(text, end))
  const words = text.slice(from, to)
  const kept = words.trim()
  if (!kept) return null
  const begins = from + words.length - words.trimStart().length
  // a space can be part of a character, where a mark follows it
  const [first, last] = widened(text, begins, begins + kept.length)
  return { start: pointAt(text, first), end: pointAt(text, last) }
}

function widened(text: string, from: number, to: number): [number, number] {
  let [first, last] = [from, to]
  while (!isEdge(text, first)) first -= 1
  while (!isEdge(text, last)) last += 1
  return [first, last]
}

/** Whether two spans share a code point. */
export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** The beginning of a text with as many whole characters as fit into so many code points. */
export function beginningOf(text: string, most: number): string {
  let end = unitAt(text, most)
  while (!isEdge(text, end)) end -= 1
  return text.slice(0, end)
}

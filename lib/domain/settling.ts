import type { Span } from './span'

/** What one of two coded: a code on words of the text of that place in the reading order, or on the whole (a tag). */
export type OneCoding = { id: string; codeId: string; text: number | null; span: Span | null }

/**
 * What two coders made of the same thing. `agree`: the same code on the same words, or the same tag. `words`: the same
 * code on words that overlap. `alone`: only one of them has it.
 */
export type Comparison = { kind: 'agree' | 'words' | 'alone'; first: OneCoding | null; second: OneCoding | null }

/** What a lead may make of one: the words of either, those of both together, or nothing. */
export const settleChoices = ['first', 'second', 'both', 'drop'] as const
export type SettleChoice = (typeof settleChoices)[number]

/** The key for each on the page where they are settled. */
export const choiceKeys: Record<SettleChoice, string> = { first: '1', second: '2', both: '3', drop: '0' }

/**
 * Compares the codings of two people, each coding once, in the order of the texts. Identical ones meet first; of the
 * rest, those of one code that overlap, the longest overlap first. So a pair stays a pair whatever else is settled.
 */
export function compareCodings(first: readonly OneCoding[], second: readonly OneCoding[]): Comparison[] {
  const left = new Map(first.map(coding => [coding.id, coding]))
  const right = new Map(second.map(coding => [coding.id, coding]))
  const found: Comparison[] = []
  const meet = (kind: 'agree' | 'words', one: OneCoding, other: OneCoding) => {
    if (!left.delete(one.id) || !right.delete(other.id)) return
    found.push({ kind, first: one, second: other })
  }
  const sameWords = new Map(second.map(coding => [wordsKey(coding), coding]))
  for (const one of first) {
    const other = sameWords.get(wordsKey(one))
    if (other && right.has(other.id)) meet('agree', one, other)
  }
  for (const { one, other } of overlapping([...left.values()], [...right.values()]))
    if (left.has(one.id) && right.has(other.id)) meet('words', one, other)
  for (const one of left.values()) found.push({ kind: 'alone', first: one, second: null })
  for (const other of right.values()) found.push({ kind: 'alone', first: null, second: other })
  return found.toSorted(inReadingOrder)
}

function wordsKey({ codeId, text, span }: OneCoding): string {
  return [codeId, text, span?.start, span?.end].join(' ')
}

function overlapping(first: readonly OneCoding[], second: readonly OneCoding[]) {
  const place = ({ codeId, text }: OneCoding) => `${codeId} ${text}`
  const byPlace = new Map<string, OneCoding[]>()
  for (const other of second) byPlace.set(place(other), [...(byPlace.get(place(other)) ?? []), other])
  return first
    .flatMap(one => (byPlace.get(place(one)) ?? []).map(other => ({ one, other, shared: overlap(one, other) })))
    .filter(({ shared }) => shared > 0)
    .toSorted(
      (a, b) =>
        b.shared - a.shared ||
        startOf(a.one) + startOf(a.other) - startOf(b.one) - startOf(b.other) ||
        endOf(a.one) + endOf(a.other) - endOf(b.one) - endOf(b.other) ||
        // ids as a pair, so that it is the same whoever is called the first
        (pairKey(a) < pairKey(b) ? -1 : 1),
    )
}

function pairKey({ one, other }: { one: OneCoding; other: OneCoding }) {
  return [one.id, other.id].toSorted().join(' ')
}

const startOf = ({ span }: OneCoding) => span?.start ?? 0
const endOf = ({ span }: OneCoding) => span?.end ?? 0
const overlap = (a: OneCoding, b: OneCoding) => Math.min(endOf(a), endOf(b)) - Math.max(startOf(a), startOf(b))

function inReadingOrder(a: Comparison, b: Comparison): number {
  const place = ({ first, second }: Comparison) => {
    const text = (first ?? second)?.text ?? null
    const starts = [first, second].flatMap(coding => (coding ? startOf(coding) : []))
    return { text: text ?? Infinity, start: Math.min(...starts) }
  }
  const [x, y] = [place(a), place(b)]
  return x.text === y.text ? x.start - y.start : x.text - y.text
}

/** Which choices there are: a tag or words of one alone are kept or dropped. */
export function choicesOf({
  kind,
  first,
  second,
}: Pick<Comparison, 'kind'> & { first: unknown; second: unknown }): SettleChoice[] {
  if (kind === 'agree') return ['both']
  if (kind === 'words') return ['first', 'second', 'both', 'drop']
  return [...(first ? (['first'] as const) : []), ...(second ? (['second'] as const) : []), 'drop']
}

/** The words that a choice leaves: null for a tag and for what is dropped. */
export function settledSpan(choice: SettleChoice, first: Span | null, second: Span | null): Span | null {
  if (choice === 'first') return first
  if (choice === 'second') return second
  if (choice === 'drop') return null
  if (!first || !second) return first ?? second
  return { start: Math.min(first.start, second.start), end: Math.max(first.end, second.end) }
}

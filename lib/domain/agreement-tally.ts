import { NumberList } from './number-list'
import type { Span } from './span'
import { differenceOf, joined, sectionsOf, type Section } from './unitizing'

/** A code that one of the two (0 or 1) gave to some words. `code` is its place in the list of codes. */
export type Mark = Span & { code: number; coder: 0 | 1 }

/** A text as both coders read it, in code points. */
export type CodedText = { length: number; sentences: readonly Span[]; marks: readonly Mark[] }

/** What two coders made of one submission. Tags are codes on it as a whole. */
export type CodedSubmission = { texts: readonly CodedText[]; tags: readonly { code: number; coder: 0 | 1 }[] }

/** How many units both, or one alone, gave the code. */
export type Shared = { both: number; first: number; second: number }

/**
 * What is kept of one code: of each submission where somebody used it, its number and the counts that every figure is a sum
 * of. Figures of any drawn sample of submissions are the same sums with each counted as often as it was drawn.
 */
export type CodeTally = {
  used: NumberList
  submissions: NumberList
  sentences: NumberList
  characters: NumberList
  /** Of unitizing: the squared differences, in one number each. */
  differences: number[]
  /** Pairs: submission, length. */
  units: NumberList
  /** Pairs: submission, length; negative for a whole text that is no gap any more because it holds units. */
  gaps: NumberList
  codings: number
  tags: number
}

/** All that was compared, in the order in which it was counted. */
export type Tally = {
  codes: CodeTally[]
  sentences: NumberList
  characters: NumberList
  /** Pairs: submission, length of a text of it. */
  texts: NumberList
  submissions: number
}

export function newTally(codes: number): Tally {
  return {
    codes: Array.from({ length: codes }, () => ({
      used: new NumberList(),
      submissions: new NumberList(),
      sentences: new NumberList(),
      characters: new NumberList(),
      differences: [],
      units: new NumberList(),
      gaps: new NumberList(),
      codings: 0,
      tags: 0,
    })),
    sentences: new NumberList(),
    characters: new NumberList(),
    texts: new NumberList(),
    submissions: 0,
  }
}

type Found = { coders: [boolean, boolean]; sentences: Shared; characters: Shared; differences: number }

/** Adds what two coders made of one more submission. */
export function countSubmission(tally: Tally, submission: CodedSubmission): void {
  const number = tally.submissions
  const found = new Map<number, Found>()
  let sentences = 0
  let characters = 0
  for (const text of submission.texts) {
    sentences += text.sentences.length
    characters += text.length
    tally.texts.push(number)
    tally.texts.push(text.length)
    for (const [code, spans] of spansByCode(text.marks))
      countText(tally, number, foundOf(found, code), code, spans, text)
  }
  for (const { code, coder } of submission.tags) {
    foundOf(found, code).coders[coder] = true
    const counted = tally.codes[code]
    if (counted) counted.tags += 1
  }
  for (const [code, each] of found) keep(tally.codes[code], number, each)
  tally.sentences.push(sentences)
  tally.characters.push(characters)
  tally.submissions += 1
}

function foundOf(found: Map<number, Found>, code: number): Found {
  const before = found.get(code)
  if (before) return before
  const none = () => ({ both: 0, first: 0, second: 0 })
  const made: Found = { coders: [false, false], sentences: none(), characters: none(), differences: 0 }
  found.set(code, made)
  return made
}

function spansByCode(marks: readonly Mark[]): Map<number, [Span[], Span[]]> {
  const byCode = new Map<number, [Span[], Span[]]>()
  for (const mark of marks) {
    const spans = byCode.get(mark.code) ?? [[], []]
    spans[mark.coder].push(mark)
    byCode.set(mark.code, spans)
  }
  return byCode
}

function countText(
  tally: Tally,
  number: number,
  found: Found,
  code: number,
  spans: readonly [Span[], Span[]],
  text: CodedText,
): void {
  const counted = tally.codes[code]
  if (!counted) return
  const [first, second] = [joined(spans[0]), joined(spans[1])]
  counted.codings += spans[0].length + spans[1].length
  for (const coder of [0, 1] as const) if (spans[coder].length > 0) found.coders[coder] = true
  add(found.characters, sharedLength(first, second))
  add(found.sentences, sharedLength(touched(text.sentences, first), touched(text.sentences, second)))
  const sections = [sectionsOf(first, text.length), sectionsOf(second, text.length)] as const
  found.differences += differenceOf(...sections)
  for (const coder of [0, 1] as const) if (spans[coder].length > 0) keepSections(counted, number, sections[coder], text)
}

function keepSections(counted: CodeTally, number: number, sections: readonly Section[], text: CodedText): void {
  for (const { start, end, coded } of sections) {
    const list = coded ? counted.units : counted.gaps
    list.push(number)
    list.push(end - start)
  }
  counted.gaps.push(number)
  counted.gaps.push(-text.length)
}

function add(total: Shared, more: Shared): void {
  total.both += more.both
  total.first += more.first
  total.second += more.second
}

function keep(
  counted: CodeTally | undefined,
  number: number,
  { coders, sentences, characters, differences }: Found,
): void {
  if (!counted) return
  counted.used.push(number)
  counted.differences.push(differences)
  const [first, second] = coders
  pushShared(counted.submissions, {
    both: Number(first && second),
    first: Number(first && !second),
    second: Number(second && !first),
  })
  pushShared(counted.sentences, sentences)
  pushShared(counted.characters, characters)
}

function pushShared(list: NumberList, { both, first, second }: Shared): void {
  list.push(both)
  list.push(first)
  list.push(second)
}

/** Of which sentences, counted from 0, some part lies in the spans: ranges, end exclusive. Both lists are in their order. */
export function touched(sentences: readonly Span[], spans: readonly Span[]): Span[] {
  const ranges: Span[] = []
  let from = 0
  for (const span of spans) {
    while (from < sentences.length && (sentences[from]?.end ?? 0) <= span.start) from += 1
    let to = from
    while (to < sentences.length && (sentences[to]?.start ?? 0) < span.end) to += 1
    if (to === from) continue
    const last = ranges.at(-1)
    if (last && from <= last.end) last.end = Math.max(last.end, to)
    else ranges.push({ start: from, end: to })
  }
  return ranges
}

const total = (spans: readonly Span[]) => spans.reduce((all, { start, end }) => all + end - start, 0)

/** How much two coders' spans have in common, and alone. Neither list overlaps itself; both are in their order. */
export function sharedLength(first: readonly Span[], second: readonly Span[]): Shared {
  let both = 0
  let i = 0
  let j = 0
  for (;;) {
    const [one, other] = [first[i], second[j]]
    if (!one || !other) break
    both += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
    if (one.end <= other.end) i += 1
    else j += 1
  }
  return { both, first: total(first) - both, second: total(second) - both }
}

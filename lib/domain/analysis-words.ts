import type { AnalysisView } from './analysis'
import { stopWords } from './stop-words'

/** A phrase, how often it was said and in how many texts' submissions. */
export type PhraseCount = { phrase: string; times: number; submissions: number }

// Letters, marks and digits, with single apostrophes, hyphens and full stops between them: don't, well-being, 1.5
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.‐-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu
// What no phrase runs across
const sentenceEnd = /[.!?;:()[\]\n“”"…]|\s[–—-]\s/u

type Word = { word: string; start: number; end: number; begins: boolean }

/** The words of a text in lower case with straight apostrophes, and where they stand; `begins` is true where no phrase goes on from the word before. */
export function wordsIn(text: string): Word[] {
  const found: Word[] = []
  let end = 0
  for (const match of text.matchAll(word)) {
    const start = match.index
    const begins = found.length === 0 || sentenceEnd.test(text.slice(end, start))
    end = start + match[0].length
    found.push({ word: match[0].toLowerCase().replaceAll('’', "'").replaceAll('‐', '-'), start, end, begins })
  }
  return found
}

/** The words that a view leaves out. */
export function stopped({ stop, also }: Pick<AnalysisView, 'stop' | 'also'>): ReadonlySet<string> {
  const own = wordsIn(also).map(found => found.word)
  return new Set([...(stop === 'on' ? stopWords : []), ...own])
}

/** Every phrase of so many words in a text, with where it stands; it neither begins nor ends with a word that is left out. */
export function* phrasesIn(text: string, length: number, without: ReadonlySet<string>) {
  const words = wordsIn(text)
  for (let at = 0; at + length <= words.length; at += 1) {
    const part = words.slice(at, at + length)
    const [first, last] = [part[0], part.at(-1)]
    if (!first || !last || without.has(first.word) || without.has(last.word)) continue
    if (part.slice(1).some(({ begins }) => begins)) continue
    if (part.every(({ word: said }) => /^[\p{N}.]+$/u.test(said))) continue
    yield { phrase: part.map(({ word: said }) => said).join(' '), start: first.start, end: last.end }
  }
}

/** Counts phrases over texts that come one after the other, those of a submission together. */
export class PhraseTally {
  private readonly counts = new Map<string, { times: number; submissions: number; last: string }>()

  constructor(
    private readonly length: number,
    private readonly without: ReadonlySet<string>,
  ) {}

  /** Adds a text of a submission. */
  add(submissionId: string, text: string): void {
    for (const { phrase } of phrasesIn(text, this.length, this.without)) {
      const kept = this.counts.get(phrase)
      if (!kept) this.counts.set(phrase, { times: 1, submissions: 1, last: submissionId })
      else {
        kept.times += 1
        if (kept.last !== submissionId) {
          kept.submissions += 1
          kept.last = submissionId
        }
      }
    }
  }

  /** The most frequent, by submissions or by how often they were said; of equals the first in the alphabet. */
  top(most: number, by: 'times' | 'submissions'): PhraseCount[] {
    return [...this.counts]
      .map(([phrase, { times, submissions }]) => ({ phrase, times, submissions }))
      .sort((one, other) => other[by] - one[by] || other.times - one.times || (one.phrase < other.phrase ? -1 : 1))
      .slice(0, most)
  }
}

/** A place where a phrase is said: what stands before it, the words themselves, what stands after. */
export type Saying = { before: string; said: string; after: string }

/** Where a text says a phrase, with up to so many characters on each side. */
export function sayingsIn(text: string, phrase: string, around: number): Saying[] {
  const length = wordsIn(phrase).length
  if (length === 0) return []
  const wanted = wordsIn(phrase)
    .map(found => found.word)
    .join(' ')
  return [...phrasesIn(text, length, new Set())]
    .filter(found => found.phrase === wanted)
    .map(({ start, end }) => ({
      before: start > around ? `… ${text.slice(start - around, start).replace(/^\S*\s/u, '')}` : text.slice(0, start),
      said: text.slice(start, end),
      after: end + around < text.length ? `${text.slice(end, end + around).replace(/\s\S*$/u, '')} …` : text.slice(end),
    }))
}

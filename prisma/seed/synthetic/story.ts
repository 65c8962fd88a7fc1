import { lengthOf } from '@/lib/domain/span'
import type { Chance } from './chance'
import { sentence, type Language } from './language'

/**
 * A text, and where its sentences and their words stand in it, in code points, end exclusive. Words are numbered through
 * the whole text.
 */
export type Story = {
  body: string
  words: { start: number; end: number }[]
  /** Numbers of the first word and of the one after the last. */
  sentences: { from: number; to: number }[]
}

// what phones put behind a sentence: characters beyond the first plane, joined ones, and a letter with its mark apart
const flourishes = ['🙂', '🙏🏽', '👩🏾‍🍳', '❤️', '🇬🇧', '\u1ecc\u0300\u1e63un', '👍']

/** A text of about so many words, in paragraphs; `lively` writers put characters of their phone into it. */
export function tell(language: Language, chance: Chance, given: { words: number; lively: boolean }): Story {
  const story: Story = { body: '', words: [], sentences: [] }
  const parts: string[] = []
  let at = 0
  let paragraph = 0
  while (story.words.length < given.words) {
    const told = sentence(language, chance)
    if (story.sentences.length > 0 && story.words.length + told.length > given.words * 1.08) break
    if (given.lively && chance.happens(0.15)) told.push(chance.pick(flourishes))
    if (parts.length > 0) {
      const gap = paragraph > 3 && chance.happens(0.3) ? '\n\n' : ' '
      paragraph = gap === ' ' ? paragraph : 0
      parts.push(gap)
      at += gap.length
    }
    const from = story.words.length
    for (const [index, word] of told.entries()) {
      if (index > 0) at += 1
      story.words.push({ start: at, end: (at += lengthOf(word)) })
    }
    parts.push(told.join(' '))
    story.sentences.push({ from, to: story.words.length })
    paragraph += 1
  }
  return { ...story, body: parts.join('') }
}

/** A stretch of a text as researchers mark it: a few words, a sentence, or some sentences on end. */
export function stretch({ words, sentences }: Story, chance: Chance): { first: number; last: number } {
  const at = chance.below(sentences.length)
  const { from, to } = sentences[at] ?? { from: 0, to: words.length }
  if (chance.happens(0.45)) {
    const through = sentences[Math.min(sentences.length - 1, at + Math.floor(chance.next() ** 3 * 4))]
    return { first: from, last: (through?.to ?? to) - 1 }
  }
  const first = from + chance.below(to - from)
  return { first, last: Math.min(words.length - 1, first + 2 + Math.floor(chance.next() ** 2 * 22)) }
}

/** The span of words, first to last, in code points. */
export function spanOf({ words }: Story, first: number, last: number): { spanStart: number; spanEnd: number } {
  const [begins, ends] = [words[first], words[last]]
  if (!begins || !ends) throw new Error('A stretch lies outside its text.')
  return { spanStart: begins.start, spanEnd: ends.end }
}

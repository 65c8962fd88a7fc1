import type { Chance } from './chance'

/** A model of how sentences go on: which word follows a word, and which follows two. Words carry their punctuation. */
export type Language = {
  words: readonly string[]
  starts: readonly number[]
  /** By a word's number. */
  afterOne: readonly (readonly number[])[]
  /** By the numbers of two words, as `first * words.length + second`. */
  afterTwo: ReadonlyMap<number, readonly number[]>
}

// how often the two words before decide what follows, and not the last alone: higher copies whole sentences
const memory = 0.75
const longest = 45
const end = -1

/** The sentences of texts whose paragraphs are parted by an empty line, without quotation marks and brackets. */
export function sentencesOf(text: string): string[] {
  return text
    .replace(/[“”()"]/g, '')
    .split(/\n+/)
    .flatMap(paragraph => paragraph.split(/(?<=[.!?])\s+/))
    .map(sentence => sentence.trim())
    .filter(sentence => sentence !== '')
}

/** Learns from texts how their sentences begin, go on and end. */
export function learn(texts: readonly string[]): Language {
  const numbers = new Map<string, number>()
  const words: string[] = []
  const starts: number[] = []
  const afterOne: number[][] = []
  const pairs: [number, number, number][] = []
  const numberOf = (word: string) => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, words.length)
    afterOne.push([])
    return words.push(word) - 1
  }
  for (const sentence of texts.flatMap(sentencesOf)) {
    const told = sentence.split(/\s+/).map(numberOf)
    told.forEach((word, index) => {
      const next = told[index + 1] ?? end
      const before = told[index - 1]
      if (before === undefined) starts.push(word)
      else pairs.push([before, word, next])
      afterOne[word]?.push(next)
    })
  }
  const afterTwo = new Map<number, number[]>()
  for (const [first, second, next] of pairs) {
    const key = first * words.length + second
    const kept = afterTwo.get(key)
    if (kept) kept.push(next)
    else afterTwo.set(key, [next])
  }
  return { words, starts, afterOne, afterTwo }
}

// a sentence that comes oftener by chance than this is not told: the same few would stand in every tenth text
const likeliest = 1 / 40_000

/** A sentence that nobody wrote, word by word. Numbers have other digits than those that were learned. */
export function sentence(language: Language, chance: Chance): string[] {
  for (;;) {
    const made = attempt(language, chance)
    if (made) return made
  }
}

function attempt(language: Language, chance: Chance): string[] | null {
  const { words, starts, afterOne, afterTwo } = language
  const made: string[] = []
  let before = end
  let word = chance.pick(starts)
  let likelihood = shareOf(starts, word)
  while (word !== end && made.length < longest) {
    made.push(words[word] ?? '')
    const one = afterOne[word] ?? []
    const two = before === end ? one : (afterTwo.get(before * words.length + word) ?? one)
    before = word
    word = chance.pick(chance.happens(memory) ? two : one)
    if (likelihood > likeliest) likelihood *= memory * shareOf(two, word) + (1 - memory) * shareOf(one, word)
  }
  if (likelihood > likeliest) return null
  const last = made.pop() ?? ''
  return [...made, /[.!?]$/.test(last) ? last : `${last.replace(/[,;:–-]+$/, '')}.`].map(told =>
    otherDigits(told, chance),
  )
}

function shareOf(words: readonly number[], word: number): number {
  let times = 0
  for (const one of words) if (one === word) times += 1
  return times / words.length
}

/** Years and the name of the disease stay. */
function otherDigits(word: string, chance: Chance): string {
  if (!/\d/.test(word) || /covid|20[12]\d/i.test(word)) return word
  return word.replace(/\d+/g, digits => {
    const most = 10 ** Math.min(digits.length, 9)
    const least = digits.startsWith('0') ? 0 : most / 10
    return String(Math.floor(least + chance.next() * (most - least))).padStart(digits.length, '0')
  })
}

import type { Span } from './span'

/** A text as patterns read it, and where in the text itself each of its characters (UTF-16) comes from, in code points. */
export type Folded = { text: string; starts: number[]; ends: number[] }

const accents = /\p{M}/gu
const hidden = /^[\p{Cf}\u00ad]$/u
const dashes = /^\p{Pd}$|^\u2212$/u
const spaces = /^[^\S\n]$/u
const apostrophes = /^['‘’ʼ`´]$/u
const digitZeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6]

/**
 * The same letters without accents, look-alikes made the same (NFKD), one kind of dash, apostrophe, space and digit, and
 * without what cannot be seen: a number with a soft hyphen in it is a number still. Large and small letters stay.
 */
export function fold(text: string): Folded {
  const folded: Folded = { text: '', starts: [], ends: [] }
  let letters = ''
  let point = 0
  for (const character of text) {
    const plain = character < '\u0080' && character !== '`' ? character : plainOf(character)
    if (plain === '' && folded.ends.length > 0) folded.ends[folded.ends.length - 1] = point + 1
    for (let unit = 0; unit < plain.length; unit += 1) {
      folded.starts.push(point)
      folded.ends.push(point + 1)
    }
    letters += plain === '\t' ? ' ' : plain
    point += 1
  }
  folded.text = letters
  return folded
}

/** Where a stretch of the folded text (UTF-16, end exclusive) stands in the text that was folded. */
export function unfold({ starts, ends }: Folded, start: number, end: number): Span {
  return { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }
}

function plainOf(character: string): string {
  if (hidden.test(character)) return ''
  if (dashes.test(character)) return '-'
  if (apostrophes.test(character)) return "'"
  if (spaces.test(character)) return ' '
  const code = character.codePointAt(0) ?? 0
  const zero = digitZeros.find(zero => code >= zero && code < zero + 10)
  if (zero !== undefined) return String(code - zero)
  const plain = character.normalize('NFKD').replace(accents, '')
  return strokes[plain] ?? plain
}

// Letters whose stroke is no accent to Unicode.
const strokes: Record<string, string> = { ł: 'l', Ł: 'L', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ı: 'i' }

/** Its letters and numbers alone, in small letters, each with where it stands in the folded text. */
export type Squeezed = { letters: string; at: number[]; folded: Folded }

const letterOrNumber = /[\p{L}\p{N}]/u

/** Leaves out all but letters and numbers, so that a name is found whatever stands between them. */
export function squeeze(folded: Folded): Squeezed {
  let letters = ''
  const at: number[] = []
  let unit = 0
  for (const character of folded.text) {
    if (letterOrNumber.test(character)) {
      const small = character.toLowerCase()
      letters += small
      for (let part = 0; part < small.length; part += 1) at.push(unit)
    }
    unit += character.length
  }
  return { letters, at, folded }
}

/** Where these letters stand as whole words, as stretches of the folded text. In linear time: no pattern is tried. */
export function wordsIn({ letters, at, folded }: Squeezed, words: string): Span[] {
  const wanted = squeeze(fold(words)).letters
  const found: Span[] = []
  if (wanted === '') return found
  for (let from = letters.indexOf(wanted); from >= 0; from = letters.indexOf(wanted, from + 1)) {
    const start = at[from] ?? 0
    const last = at[from + wanted.length - 1] ?? 0
    const end = last + ((folded.text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1)
    if (!isLetterAt(folded.text, start - 1) && !isLetterAt(folded.text, end)) found.push({ start, end })
  }
  return found
}

function isLetterAt(text: string, unit: number): boolean {
  if (unit < 0) return false
  const low = text.charCodeAt(unit) >= 0xdc00 && text.charCodeAt(unit) <= 0xdfff
  const code = text.codePointAt(low ? unit - 1 : unit)
  return code !== undefined && letterOrNumber.test(String.fromCodePoint(code))
}

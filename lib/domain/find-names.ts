import { fold, squeeze, wordsIn, type Folded } from './folded-text'
import {
  givenNames,
  givenWords,
  institutions,
  kinOf,
  otherWords,
  particles,
  speaking,
  surnamesToo,
  titles,
} from './name-words'
import type { Span } from './span'

/** Somebody whose name is looked for wherever it stands: `whole` as they write it, `parts` each by itself, in small letters. */
export type KnownPerson = { whole: string; parts: string[] }

/** `last` is the place of its last word among the words. */
type Name = Span & { last: number }

/** A word of a folded text: `key` in small letters without "'s", `gap` what stands before it. */
type Token = Span & { word: string; key: string; gap: string; capital: boolean; possessive: boolean }

const wordPattern = /\p{L}(?:[\p{L}\p{N}]|['-](?=\p{L}))*/gu

function tokensOf({ text }: Folded): Token[] {
  let end = 0
  return Array.from(text.matchAll(wordPattern), match => {
    const possessive = /'s$/iu.test(match[0])
    const word = possessive ? match[0].slice(0, -2) : match[0]
    const token = {
      word,
      key: word.toLowerCase(),
      start: match.index,
      end: match.index + word.length,
      gap: text.slice(end, match.index),
      capital: /^\p{Lu}/u.test(word),
      possessive,
    }
    end = token.end
    return token
  })
}

/** What somebody wrote into a contact field, as a person to look for: without titles, roles and remarks. Null where no name is in it. */
export function knownPerson(field: string): KnownPerson | null {
  const name = fold(field).text.replace(/\([^)]*\)|,.*$/gu, ' ')
  const lower = name === name.toLowerCase()
  const said = tokensOf(fold(name)).filter(({ key, capital }) => {
    const stands = capital || lower || particles.has(key)
    return stands && !titles.has(key) && !otherWords.has(key)
  })
  const parts = said
    .flatMap(({ key }) => [key, ...key.split('-')])
    .filter(part => (part.length > 2 || givenWords.has(part)) && !institutions.has(part) && !particles.has(part))
  if (parts.length === 0) return null
  return { whole: said.map(({ word }) => word).join(' '), parts: [...new Set(parts.flatMap(withKin))] }
}

/** A person as an e-mail address names them: `jo.marchetti@` does, `office@` and `larder@` do not. */
export function personInAddress(address: string): KnownPerson | null {
  const parts = fold(address.split('@')[0] ?? '')
    .text.toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(part => part.length > 1)
  const [first = ''] = parts
  if (!givenNames.has(first) && !(givenWords.has(first) && parts.length > 1)) return null
  return {
    whole: parts.join(' '),
    parts: parts.filter(part => part.length > 2 && !institutions.has(part)).flatMap(withKin),
  }
}

function withKin(part: string): string[] {
  return [part, ...kinOf.filter(names => names.includes(part)).flat()].filter(name => name === part || name.length > 2)
}

/** Where names stand, as stretches of the folded text. `speaker`: the text says who speaks, and often begins with a name. */
export function findNames(folded: Folded, known: KnownPerson[], speaker = false): Span[] {
  const tokens = tokensOf(folded)
  const squeezed = squeeze(folded)
  const parts = new Set(known.flatMap(person => person.parts))
  const whole = known.filter(({ whole }) => whole.includes(' ')).flatMap(({ whole }) => wordsIn(squeezed, whole))
  // "They will. Turner did" names no Will Turner
  const together = whole.filter(({ start, end }) => !/\p{L}{2}[.!?;:]\s/u.test(folded.text.slice(start, end)))
  return [...together, ...tokens.flatMap((_, at) => nameAt(tokens, at, parts, speaker && at === 0) ?? [])]
}

/** Words that name somebody in full, as a person to look for by each part; null where they are one name alone. */
export function peopleNamed(words: string): KnownPerson | null {
  const person = knownPerson(words)
  return person?.whole.includes(' ') ? person : null
}

function nameAt(tokens: Token[], at: number, known: Set<string>, speaker: boolean): Span | null {
  const token = tokens[at]
  if (!token) return null
  const afterTitle = titles.has(token.key) && token.capital && nextTo(tokens[at + 1], /^\.? $/u)
  if (afterTitle) {
    const name = gather(tokens, at + 1, true)
    if (name) return { start: token.start, end: name.end }
  }
  if (isCue(tokens, at)) {
    const name = gather(tokens, at, true)
    if (name) return name
  }
  if (holy(tokens, at)) return null
  if (isPart(token, known)) return gather(tokens, at, true)
  if (!token.capital) return null
  const name = gather(tokens, at)
  const several = name !== null && name.end > token.end
  const first = token.key.split('-')[0] ?? ''
  if (name && givenNames.has(token.key)) return name
  if (name && several && (givenNames.has(first) || givenWords.has(token.key))) return name
  if (name && several && (speaker ? endsThere(tokens, name) : speaks(tokens, at, name))) return name
  return null
}

/** A part of a known name: with a capital, and not a word that is at home in any text unless it stands for the person alone. */
function isPart(token: Token, known: Set<string>): boolean {
  const keys = [token.key, ...token.key.split('-')]
  if (!token.capital || !keys.some(key => known.has(key))) return false
  return !otherWords.has(token.key) && token.key !== 'will'
}

/** From a capital word on: initials, further capitals and what joins them. Null where it is the name of a place or a body. */
function gather(tokens: Token[], at: number, sure = false): Name | null {
  const first = tokens[at]
  if (!first || !(sure || first.capital) || !isNameWord(first, sure)) return null
  let last = at
  let scanned = at + 1
  while (scanned < tokens.length && scanned < at + 6 && !(tokens[last]?.possessive ?? true)) {
    const next = tokens[scanned]
    const initial = (tokens[scanned - 1]?.word.length ?? 0) === 1
    if (!next || !(next.gap === ' ' || (initial && next.gap === '. '))) break
    const surname = last === at && givenNames.has(first.key) && surnamesToo.has(next.key)
    if (next.capital && (surname || isNameWord(next, false))) last = scanned
    else if (!(particles.has(next.key) && !next.capital)) break
    scanned += 1
  }
  const after = tokens[last + 1]
  const joins = after?.gap === ' ' || after?.gap === "'s "
  if (after && joins && after.capital && institutions.has(after.key)) return null
  return { start: first.start, end: tokens[last]?.end ?? first.end, last }
}

function isNameWord(token: Token, sure: boolean): boolean {
  if (token.word.length === 1) return token.capital && (sure || !otherWords.has(token.key))
  if (institutions.has(token.key))
    return sure && [givenNames, givenWords, surnamesToo].some(words => words.has(token.key))
  return !otherWords.has(token.key) && !(titles.has(token.key) && token.word.length > 1)
}

function nextTo(token: Token | undefined, gap: RegExp): boolean {
  return token !== undefined && gap.test(token.gap) && (token.capital || givenNames.has(token.key))
}

/** "my name is", "whose name was", "I am called", and then a name. */
function isCue(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || !(token.capital || givenNames.has(token.key))) return false
  const before = tokens.slice(Math.max(0, at - 3), at).map(({ key, possessive }) => (possessive ? `${key}'s` : key))
  return /(?:^| )(?:(?:my|his|her|their|whose) (?:first )?(?:name (?:is|was)|name's)|(?:am|i'm|is|was|who's) (?:called|named)|signed by)$/u.test(
    before.join(' '),
  )
}

/** After "St" or "Queen" a first name belongs to a church, a school or a hospital. */
function holy(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]
  return (
    before !== undefined &&
    /^\.? $/u.test(tokens[at]?.gap ?? '') &&
    ['st', 'saint', 'ss', 'queen', 'king', 'prince', 'princess'].includes(before.key)
  )
}

function speaks(tokens: Token[], at: number, name: Name): boolean {
  const after = tokens[name.last + 1]
  const before = tokens[at - 1]
  const said = (token: Token | undefined) => token !== undefined && !token.capital && speaking.has(token.key)
  return (said(after) && after?.gap === ' ') || (said(before) && tokens[at]?.gap === ' ')
}

function endsThere(tokens: Token[], name: Name): boolean {
  const after = tokens[name.last + 1]
  return after === undefined || /^\s*[,;(-]/u.test(after.gap)
}

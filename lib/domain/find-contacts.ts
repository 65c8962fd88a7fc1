import type { Folded } from './folded-text'
import type { Span } from './span'

/** What is found in a folded text, as a stretch of it in UTF-16. */
export type Match = Span & { kind: 'email' | 'link' | 'handle' | 'telephone' | 'postcode' | 'address' }

const host = '[\\p{L}\\p{N}-]{1,63}'
const before = '(?<![\\p{L}\\p{N}])'
const after = '(?![\\p{L}\\p{N}])'
const spelledAt = '(?: ?[(\\[{<] ?at ?[)\\]}>] ?| at )'
const spelledDot = '(?: ?[(\\[{<] ?dot ?[)\\]}>] ?| dot )'

// Only endings that are no words of English, so that a full stop without a space makes no link.
const endings =
  'co\\.uk|org\\.uk|gov\\.uk|ac\\.uk|nhs\\.uk|sch\\.uk|ltd\\.uk|me\\.uk|com|org|net|uk|info|biz|eu|ie|io|app|dev|online|site|website|blog|shop|coop|wales|scot|london|example|test|edu|gov|de|fr|pl'
const networks =
  '(?:instagram|facebook|twitter|tiktok|snapchat|linkedin|youtube|threads|pinterest)\\.com|fb\\.(?:com|me)|x\\.com|youtu\\.be|linktr\\.ee|wa\\.me|t\\.me|bit\\.ly|goo\\.gl|t\\.co|bsky\\.app'
const path = '(?:[/?#:][^\\s<>"“”]{0,500})?'

const patterns: [Match['kind'], RegExp][] = [
  [
    'email',
    new RegExp(
      `${before}[\\p{L}\\p{N}.!#$%&'*+/=?^_{|}~-]{1,64} ?@ ?${host}(?:\\.${host}){0,5}\\.\\p{L}${host}`,
      'giu',
    ),
  ],
  ['email', new RegExp(`${before}[\\p{L}\\p{N}._+-]{1,64}@${host}${spelledDot}${host}`, 'giu')],
  [
    'email',
    new RegExp(
      `${before}[\\p{L}\\p{N}._+-]{1,64}${spelledAt}${host}(?:(?:\\.|${spelledDot})${host}){0,4}${spelledDot}${host}`,
      'giu',
    ),
  ],
  ['email', new RegExp(`${before}[\\p{L}\\p{N}._+-]{1,64} ?[(\\[{<] ?at ?[)\\]}>] ?${host}(?:\\.${host}){1,4}`, 'giu')],
  ['handle', new RegExp(`(?:https?://)?(?:www\\.|m\\.)?${before}(?:${networks})${after}${path}`, 'giu')],
  ['link', new RegExp(`${before}(?:https?|ftp|mailto):(?://)?[^\\s<>"“”]{3,2000}`, 'giu')],
  ['link', new RegExp(`${before}www\\.[^\\s<>"“”]{3,500}`, 'giu')],
  ['link', new RegExp(`(?<![\\p{L}\\p{N}@.-])(?:${host}\\.){1,6}(?:${endings})${after}${path}`, 'giu')],
  ['link', new RegExp(`${before}${host}(?: dot (?:${host})){0,3}${spelledDot}(?:com|org|net|uk)${after}`, 'giu')],
  ['handle', new RegExp('(?<![\\p{L}\\p{N}._@/])@[\\p{L}\\p{N}_][\\p{L}\\p{N}_.]{1,40}', 'gu')],
  [
    'handle',
    /(?<![\p{L}\p{N}])(?:instagram|insta|twitter|facebook|tiktok|snapchat|snap|bluesky|whatsapp)(?: (?:is|as|handle|name|account|page|group)){0,2}[ :]{1,3}(?=[\p{L}\p{N}_.]{0,40}[_\d])[\p{L}_][\p{L}\p{N}_.]{2,40}/giu,
  ],
]

/** E-mail addresses, links and names on social networks, in their usual writings. */
export function findAddressesOnline({ text }: Folded): Match[] {
  return patterns.flatMap(([kind, pattern]) =>
    Array.from(text.matchAll(pattern), found => trimmed(kind, found[0], found.index)),
  )
}

/** What ends a sentence is no part of the address before it. */
function trimmed(kind: Match['kind'], found: string, start: number): Match {
  let end = found.length
  while (end > 1 && ".,;:!?)]}'*-".includes(found.charAt(end - 1))) end -= 1
  return { kind, start, end: start + end }
}

const separators = '[ ().\\-/\\n]'
const runs = new RegExp(`(?<![\\p{L}\\p{N}£$€])(?:\\+|\\(\\+|\\()?\\d(?:${separators}{0,4}\\d){6,40}`, 'gu')
const told =
  /(?<![\p{L}\p{N}])(?:tel|telephone|phone|ring|call|text|mobile|mob|whatsapp|fax)(?: (?:us|me|him|her|them|on|at|no|number|is)){0,3}[.: ]{1,4}(\d{3,4}[ -]?\d{4})(?![\p{L}\p{N}])/giu
const numbered = /(?:isbn|ref|reference|no|number|charity|company|invoice|order)[.: #]{0,3}$/iu
const spelled =
  /(?<!\p{L})(?:(?:double |treble |triple )?(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine)[ ,-]{1,3}){7,14}(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine)(?!\p{L})/giu

/** Telephone numbers: of the United Kingdom however they are parted, others with their country, and those that are told as such. */
export function findTelephones({ text }: Folded, known: string[] = []): Match[] {
  const found = Array.from(text.matchAll(runs)).flatMap(run => numbersIn(text, run[0], run.index, known))
  const short = Array.from(text.matchAll(told), match => {
    const end = match.index + match[0].length
    return { kind: 'telephone' as const, start: end - (match[1] ?? '').length, end }
  })
  const inWords = Array.from(text.matchAll(spelled), match => ({
    kind: 'telephone' as const,
    start: match.index,
    end: match.index + match[0].length,
  }))
  return [...found, ...short, ...inWords]
}

/** A run of digits can hold several numbers, or a number and what follows it: each is taken from the beginning of a group. */
function numbersIn(text: string, run: string, at: number, known: string[]): Match[] {
  const groups = Array.from(run.matchAll(/\d+/gu), group => ({ digits: group[0], start: group.index }))
  const found: Match[] = []
  for (let first = 0; first < groups.length; first += 1) {
    const from = groups[first]?.start ?? 0
    if (/\d[.,]$/.test(text.slice(Math.max(0, at + from - 2), at + from))) continue
    const sign = /\(?\+\(?$/.exec(run.slice(0, from))?.[0] ?? /\($/.exec(run.slice(0, from))?.[0] ?? ''
    let digits = ''
    let best = -1
    for (let last = first; last < groups.length && last < first + 12; last += 1) {
      digits += groups[last]?.digits ?? ''
      if (digits.length > 16) break
      const writing = run.slice(from, endOf(groups[last]))
      if (isTelephone(digits, sign.includes('+'), writing, known)) best = last
    }
    if (best < 0 || numbered.test(text.slice(Math.max(0, at + from - 14), at + from - sign.length))) continue
    const end = endOf(groups[best])
    // a bracket that closes after the number is not its own
    const around = sign.startsWith('(') && !run.slice(from, end).includes(')') ? 1 : 0
    found.push({ kind: 'telephone', start: at + from - sign.length + around, end: at + end })
    first = best
  }
  return found
}

function endOf(group: { digits: string; start: number } | undefined): number {
  return group ? group.start + group.digits.length : 0
}

function isTelephone(digits: string, plus: boolean, writing: string, known: string[]): boolean {
  if (known.includes(digits)) return true
  // a date, or a sum with decimals, is no number to call
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/.test(writing) || /^\d{1,2}\.\d/.test(writing) || /\n.*\n/.test(writing))
    return false
  if (plus) return digits.startsWith('44') ? /^440?[1-9]\d{8,9}$/.test(digits) : /^[1-9]\d{7,14}$/.test(digits)
  if (/^00[1-9]\d{7,12}$/.test(digits)) return true
  if (/^44[1-37-9]\d{9}$/.test(digits)) return true
  if (/^0[1-37-9]\d{8,9}$/.test(digits)) return true
  if (/^0(?:800|845)\d{4}$/.test(digits)) return /^\d{4} /.test(writing)
  return /^7\d{3}[ -]\d{3}[ -]?\d{3}$/.test(writing)
}

/** The digits of a number as it would be dialled here: `+44 7700 900123` is `07700900123`. */
export function dialled(telephone: string): string {
  const digits = telephone.replace(/\(0\)/g, '').replace(/\D/g, '')
  return /^(?:\s*\+|00)/.test(telephone) ? digits.replace(/^(?:00)?440?/, '0') : digits
}

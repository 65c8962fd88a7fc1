import fc from 'fast-check'

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const sentences = [
  'Six of us opened the old shop as a pantry, three mornings a week.',
  'Roedd pobl yn dod i’r neuadd bob bore',
  'ہم نے پرانی دکان کھولی، ہفتے میں تین دن',
  'ਅਸੀਂ ਪੁਰਾਣੀ ਦੁਕਾਨ ਖੋਲ੍ਹੀ',
  'আমরা পুরোনো দোকানটি খুললাম',
  '我们把旧商店改成了食品储藏室',
  'Otworzyliśmy stary sklep; żółć, gęślą jaźń',
  'פתחנו את החנות הישנה',
  '👩🏽‍🍳👨‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 cooked for 🎉',
  'e\u0301 is not é, and z\u0351\u036b\u0343a\u0363l\u0369g\u0352o\u0308 is both',
  '\u202eturned round\u202c and \u2067isolated\u2069',
  'a tab\tand\r\nlines\rof\nall\u2028kinds',
  '</textarea><script>alert(1)</script> \' " \\ %00 &amp; \\u0000',
]
// what no text may hold: left out where it is kept, and nothing else with it
const impossible = ['\0', '\ud83d', '\udc69', '\udbff\ud800']

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...sentences) },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom(...impossible) },
)

/** Texts as people and machines type them: any script, emoji, right to left, combining marks, and what cannot be kept. */
export function randomTexts(seed: number, many: number): string[] {
  return fc.sample(
    fc.array(piece, { minLength: 1, maxLength: 12 }).map(pieces => pieces.join(' ')),
    { numRuns: many, seed },
  )
}

/** A typed text as it has to be kept: all of it but what no text may hold. */
export function asKept(typed: string): string {
  return typed.replace(/[\p{Surrogate}\0]/gu, '')
}

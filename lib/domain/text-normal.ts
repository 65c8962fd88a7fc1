// Everything that cannot be seen or stored: control characters but the line feed and the tab, halves of a surrogate
// pair, the byte order mark, and marks that turn the direction of what follows them. PostgreSQL refuses NUL and
// surrogates; the others hide, or make a name show as another.
const unwanted = /[\p{Surrogate}\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/gu
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

/** What somebody typed, as it is kept: NFC, lines parted by LF, nothing invisible, no space around it. Empty when nothing of it can be seen. */
export function normaliseText(typed: string): string {
  const text = typed
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(unwanted, '')
    .normalize('NFC')
    .trim()
  return visible.test(text) ? text : ''
}

/** The same for an answer of one line: line breaks and runs of spaces become one space. */
export function normaliseLine(typed: string): string {
  return normaliseText(typed).replace(/\s+/gu, ' ')
}

/** The first so many characters (UTF-16) of a text that is normal already, and no half of one at the end. */
export function cutText(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
}

/** A text for comparing or for addresses: small letters without accents, look-alikes made the same (NFKD). */
export function bareLetters(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

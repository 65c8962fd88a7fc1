/** Crockford's base 32: no I, L, O or U, which are misread or misheard. The place of a character is its value. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const lookAlikes: Record<string, string> = { I: '1', L: '1', O: '0' }

/**
 * The check character of seven others: their weighted sum over GF(32) with a weight of its own for each place
 * (polynomial x⁵ + x² + 1), so that one wrong character or two that changed places never pass.
 */
function checkCharacter(seven: string): string {
  let sum = 0
  for (const character of seven) {
    sum = timesX(sum ^ alphabet.indexOf(character))
  }
  return alphabet.charAt(sum)
}

function timesX(value: number): number {
  const shifted = value << 1
  return shifted & 32 ? shifted ^ 0b100101 : shifted
}

/** The reference of seven characters of the alphabet, such as `WM-7K3Q-2M9D`: the eighth is their check character. */
export function referenceOf(seven: string): string {
  const eight = seven + checkCharacter(seven)
  return `WM-${eight.slice(0, 4)}-${eight.slice(4)}`
}

/** A reference by chance: one of 32⁷ (34 thousand million). Whether it is taken, the database says. */
export function newReference(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(7))
  return referenceOf(Array.from(bytes, byte => alphabet.charAt(byte % 32)).join(''))
}

/**
 * Reads a reference as people type or say it: small letters, spaces, no dashes, no `WM`, O for 0, I or L for 1.
 * Null when it is none, or when the check character says that something is mistyped.
 */
export function readReference(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s–—-]/g, '')
  const eight = (plain.length === 10 && plain.startsWith('WM') ? plain.slice(2) : plain).replace(
    /[ILO]/g,
    letter => lookAlikes[letter] ?? letter,
  )
  if (!/^[0-9A-HJKMNP-TV-Z]{8}$/.test(eight)) return null
  const reference = referenceOf(eight.slice(0, 7))
  return reference.endsWith(eight.slice(4)) && reference.startsWith(`WM-${eight.slice(0, 4)}`) ? reference : null
}

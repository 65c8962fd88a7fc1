/**
 * Chance that can be had again: the same seed gives the same numbers, each from 0 up to 1, on every machine. For draws
 * that somebody may want to check, never for secrets. The seed is hashed by FNV-1a; the numbers are those of sfc32
 * (C. Doty-Humphrey, PractRand).
 */
export function seededRandom(seed: string): () => number {
  const state = [0x9e3779b9, 0x243f6a88, 0xb7e15162].map(start => hashOf(seed, start))
  let [a = 0, b = 0, c = 0, counter = 1] = state
  const next = () => {
    const sum = (a + b + counter++) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let round = 0; round < 15; round += 1) next()
  return next
}

function hashOf(seed: string, start: number): number {
  let hash = start
  for (const character of seed) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return hash
}

/** The same things in an order by chance; what was given stays as it was. */
export function shuffled<T>(things: readonly T[], random: () => number): T[] {
  const order = [...things]
  for (let last = order.length - 1; last > 0; last -= 1) {
    const chosen = Math.floor(random() * (last + 1))
    const [moved, other] = [order[last], order[chosen]]
    if (moved !== undefined && other !== undefined) [order[last], order[chosen]] = [other, moved]
  }
  return order
}

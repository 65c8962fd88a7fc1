/** Draws that are the same for the same seed and turn, whatever else was drawn elsewhere. */
export type Chance = {
  /** From 0 up to, and without, 1. */
  next(): number
  /** A whole number from 0 up to, and without, `most`. */
  below(most: number): number
  happens(share: number): boolean
  /** Throws of an empty list. */
  pick<T>(list: readonly T[]): T
  /** A version 7 UUID: the time in milliseconds since 1970, and the rest by chance. */
  id(at: number): string
}

/** The draws of one turn: for `seed` and `turn` always the same (sfc32 of Chris Doty-Humphrey, PractRand). */
export function chanceOf(seed: number, turn: number): Chance {
  const next = generator(seed, turn)
  const below = (most: number) => Math.floor(next() * most)
  return {
    next,
    below,
    happens: share => next() < share,
    pick: list => {
      const found = list[below(list.length)]
      if (found === undefined) throw new Error('There is nothing to choose from.')
      return found
    },
    id: at => {
      const time = Math.floor(at).toString(16).padStart(12, '0')
      const four = () => below(0x10000).toString(16).padStart(4, '0')
      const [a, b] = [below(0x1000), below(0x4000)]
      const version = (0x7000 + a).toString(16)
      const variant = (0x8000 + b).toString(16)
      return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${four()}${four()}${four()}`
    },
  }
}

function generator(seed: number, turn: number): () => number {
  let [a, b, c, counter] = [seed | 0, turn | 0, 0x9e3779b9 | 0, 1]
  const step = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4294967296
  }
  // seeds and turns that lie next to each other give nothing alike once these are through
  for (let warm = 0; warm < 15; warm += 1) step()
  return step
}

/** How often each of a list stands in it, to draw from in proportion: `pick` of the list itself, and without the list. */
export function weighted<T>(weights: ReadonlyMap<T, number>): (chance: Chance) => T {
  const entries = [...weights].filter(([, weight]) => weight > 0)
  const sum = entries.reduce((total, [, weight]) => total + weight, 0)
  return chance => {
    let left = chance.next() * sum
    for (const [value, weight] of entries) if ((left -= weight) < 0) return value
    const last = entries.at(-1)
    if (!last) throw new Error('There is nothing to choose from.')
    return last[0]
  }
}

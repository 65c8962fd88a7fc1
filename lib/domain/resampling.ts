/**
 * Random numbers that the same seed gives again, from 0 up to but not 1, on every machine. Not for secrets.
 * Source: xoshiro128** of D. Blackman and S. Vigna (2018), its state filled by FNV-1a of the seed.
 */
export function seededRandom(seed: string): () => number {
  const state = Uint32Array.from([0, 1, 2, 3], turn => hashOf(`${turn}:${seed}`))
  return () => {
    let [a = 0, b = 0, c = 0, d = 0] = state
    const product = Math.imul(b, 5)
    const drawn = Math.imul((product << 7) | (product >>> 25), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    state.set([a, b, c, d])
    return drawn / 2 ** 32
  }
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  // FNV's last bytes hardly reach the upper bits: they are mixed once more.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** How often each of so many things is drawn when as many are drawn with replacement, written over `weights`. */
export function drawWeights(weights: Int32Array, random: () => number): void {
  weights.fill(0)
  for (let drawn = 0; drawn < weights.length; drawn += 1) {
    const chosen = Math.floor(random() * weights.length)
    weights[chosen] = (weights[chosen] ?? 0) + 1
  }
}

/**
 * The value below which a share of the values lies, between neighbours in proportion (type 7 of R. Hyndman and Y. Fan,
 * 1996). `ordered` is in ascending order and not empty.
 */
export function quantileOf(ordered: ArrayLike<number>, share: number): number {
  const place = share * (ordered.length - 1)
  const below = ordered[Math.floor(place)] ?? NaN
  const above = ordered[Math.ceil(place)] ?? below
  return below + (place - Math.floor(place)) * (above - below)
}

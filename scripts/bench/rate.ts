import { performance } from 'node:perf_hooks'

const second = 1_000

/** How long a deed is repeated, in seconds: first to warm up, then while it is counted. */
export type Span = { warm: number; counted: number }

/**
 * How often a second a deed is done by so many hands at once, each beginning anew as soon as it has finished. Deeds that
 * end in the counted time count; those under way at its end are finished, so that nothing is left behind.
 */
export async function rateOf(deed: () => Promise<void>, hands: number, span: Span): Promise<number> {
  const from = performance.now() + span.warm * second
  const until = from + span.counted * second
  let done = 0
  const hand = async () => {
    while (performance.now() < until) {
      await deed()
      const now = performance.now()
      if (now >= from && now < until) done += 1
    }
  }
  await Promise.all(Array.from({ length: hands }, hand))
  return done / span.counted
}

/**
 * The same of the portal and of its floor, taken in turns so that a machine that slows down slows both: the floor in two
 * halves, before and after.
 */
export async function rateAndFloor(
  deed: () => Promise<void>,
  bare: () => Promise<void>,
  hands: number,
  span: Span,
): Promise<{ value: number; floor: number }> {
  const half = { warm: span.warm / 2, counted: span.counted / 2 }
  const before = await rateOf(bare, hands, half)
  const value = await rateOf(deed, hands, span)
  const after = await rateOf(bare, hands, half)
  return { value, floor: (before + after) / 2 }
}

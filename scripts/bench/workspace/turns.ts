import { performance } from 'node:perf_hooks'

import { percentile } from '@/scripts/bench/figure'

/** What was waited for, in milliseconds: half of the times no longer, and nineteen of twenty. */
export type Waited = { p50: number; p95: number }

/** Does two things so many times in turns, so that a machine that slows down slows both; the first turns warm up. */
export async function inTurns(
  value: () => Promise<unknown>,
  floor: () => Promise<unknown>,
  times: number,
): Promise<{ value: Waited; floor: Waited }> {
  const [values, floors]: [number[], number[]] = [[], []]
  for (let turn = -3; turn < times; turn += 1) {
    const [one, other] = [await timed(value), await timed(floor)]
    if (turn < 0) continue
    values.push(one)
    floors.push(other)
  }
  return { value: waited(values), floor: waited(floors) }
}

/** How long something takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

export function waited(times: readonly number[]): Waited {
  return { p50: percentile(times, 50), p95: percentile(times, 95) }
}

import { stages, type Stage } from './submission'

/** How many submissions are in each stage. */
export type StageCounts = Record<Stage, number>

export const noneYet: StageCounts = { NEW: 0, CODING: 0, CODED: 0, SETTLED: 0 }

export function allOf(counts: StageCounts): number {
  return stages.reduce((sum, stage) => sum + counts[stage], 0)
}

const day = 86_400_000

/** Whole days until a moment, begun ones counted; 0 once it has passed. */
export function daysUntil(moment: Date, now: Date): number {
  return Math.max(0, Math.ceil((moment.getTime() - now.getTime()) / day))
}

/** The time left in words: "23 days left", "less than a day left", "analysis has closed". */
export function timeLeftInWords(closesAt: Date, now: Date): string {
  if (closesAt <= now) return 'analysis has closed'
  const days = Math.floor((closesAt.getTime() - now.getTime()) / day)
  if (days === 0) return 'less than a day left'
  return days === 1 ? '1 day left' : `${days} days left`
}

/** How many have to be settled a week from now on so that all are when analysis closes; null where none is left to do, or no time. */
export function neededAWeek(counts: StageCounts, closesAt: Date, now: Date): number | null {
  const left = allOf(counts) - counts.SETTLED
  const weeks = (closesAt.getTime() - now.getTime()) / (7 * day)
  if (left === 0 || weeks <= 0) return null
  return Math.ceil(left / Math.max(1, weeks))
}

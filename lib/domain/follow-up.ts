import { addressWith, askedFor, fromAddress, inAddress, type Asked } from './address'
import { fromLondonField, toLondonField } from './london-time'

/** How a call went, in the order in which they are offered. */
export const callOutcomes = ['REACHED', 'NO_ANSWER', 'CALL_BACK', 'WRONG_NUMBER', 'DECLINED'] as const
export type CallOutcome = (typeof callOutcomes)[number]

/** Their names, as researchers read and choose them. */
export const outcomeNames: Record<CallOutcome, string> = {
  REACHED: 'Reached',
  NO_ANSWER: 'No answer',
  CALL_BACK: 'Call back',
  WRONG_NUMBER: 'Wrong number',
  DECLINED: 'Declined',
}

/** Whether nothing is left to call about: they were reached and no further call was agreed, or they declined. */
export function closesFollowUp(outcome: CallOutcome, nextAt: Date | null): boolean {
  return outcome === 'DECLINED' || (outcome === 'REACHED' && nextAt === null)
}

export const followUpShows = ['DUE', 'UNTRIED', 'CLOSED'] as const
/** Part of the queue: a date that has come, nobody has called yet, or nothing more to call about. Null is all that is open. */
export type FollowUpShow = (typeof followUpShows)[number]
export const followUpOwners = ['MINE', 'TEAM'] as const
/** Taken by whoever looks, or about submissions that their team is assigned to. */
export type FollowUpOwner = (typeof followUpOwners)[number]
export type FollowUpFilter = { show: FollowUpShow | null; who: FollowUpOwner | null; page: number }

const mostPages = 10_000

/** Reads the filter from an address. What is not known is left out. Pages count from 1. */
export function readFollowUpFilter(asked: Asked): FollowUpFilter {
  const page = Number(askedFor(asked, 'page'))
  return {
    show: fromAddress(askedFor(asked, 'show'), followUpShows),
    who: fromAddress(askedFor(asked, 'who'), followUpOwners),
    page: Number.isInteger(page) && page > 1 && page <= mostPages ? page : 1,
  }
}

/** The address of the queue, with only what narrows it. */
export function followUpAddress({ show, who, page }: Partial<FollowUpFilter>): string {
  return addressWith('/workspace/follow-ups', {
    show: show && inAddress(show),
    who: who && inAddress(who),
    page: page && page > 1 ? String(page) : null,
  })
}

const twoYears = 2 * 366 * 86_400_000

/** The end of the day in the region's time: what is due by then is due today. */
export function endOfLondonDay(now: Date): Date {
  const noon = new Date(`${toLondonField(now).slice(0, 10)}T12:00:00Z`)
  const tomorrow = new Date(noon.getTime() + 86_400_000).toISOString().slice(0, 10)
  return fromLondonField(`${tomorrow}T00:00`) ?? now
}

/** What is wrong with the time of a next call; null where nothing is. */
export function nextCallProblem(next: Date | null, now: Date): string | null {
  if (next === null) return null
  if (next <= now) return 'The next call must be in the future'
  return next.getTime() - now.getTime() > twoYears ? 'The next call must be within two years' : null
}

/** Best times as a list shows them: without anything that looks like a number to call or an address to write to. */
export function timesWithoutContact(bestTimes: string): string {
  return bestTimes
    .replace(/[^\s<>()",;:]+@[^\s<>()",;:]+/g, '(address hidden)')
    .replace(/\+?\(?\d(?:[\s().–-]*\d){8,}/g, '(number hidden)')
}

/** The first words of a text, whole ones, up to so many characters. */
export function inBrief(text: string, most: number): string {
  const letters = [...text.replace(/\s+/gu, ' ').trim()]
  if (letters.length <= most) return letters.join('')
  const cut = letters.slice(0, most).join('')
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()} …`
}

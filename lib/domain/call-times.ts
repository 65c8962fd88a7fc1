import { toLondonField } from './london-time'

/**
 * The day that people are told. A time at midnight in the region is the end of the day before it (`wholeDay`): nobody
 * understands "closes on 8 August at 12am". `day` is a moment within the day.
 */
export function lastDay(closesAt: Date | string): { day: Date; wholeDay: boolean } {
  const moment = new Date(closesAt)
  const wholeDay = toLondonField(moment).endsWith('T00:00')
  return { day: wholeDay ? new Date(moment.getTime() - 60_000) : moment, wholeDay }
}

/** Whether something begins with its day, so that the hour need not be said. */
export function beginsWithDay(opensAt: Date | string): boolean {
  return toLondonField(opensAt).endsWith('T00:00')
}

/** Until when a draft that was begun before closing can still be sent; null where there is no such time, or it is over. */
export function graceEnd(call: { closesAt: Date | string | null; graceHours: number }, now: Date): Date | null {
  if (!call.closesAt || call.graceHours <= 0) return null
  const closed = new Date(call.closesAt).getTime()
  const end = new Date(closed + call.graceHours * 3_600_000)
  return now.getTime() >= closed && now < end ? end : null
}

/** How long is left, as people count it: calendar days of the region until the last hours. */
export type TimeLeft = { unit: 'days' | 'hours' | 'minutes'; count: number }

const lastDays = 7

/**
 * What to say of the time that is left in the last seven days: how many days from today the last one is, within the last
 * day the full hours, within the last hour the minutes (one at least). Null before, and when it is over.
 */
export function timeLeft(closesAt: Date | string, now: Date): TimeLeft | null {
  const left = new Date(closesAt).getTime() - now.getTime()
  if (left <= 0) return null
  if (left < 3_600_000) return { unit: 'minutes', count: Math.max(1, Math.floor(left / 60_000)) }
  const dayOf = (time: Date) => Date.parse(toLondonField(time).slice(0, 10))
  const days = Math.round((dayOf(lastDay(closesAt).day) - dayOf(now)) / 86_400_000)
  if (days > lastDays) return null
  return days > 0 ? { unit: 'days', count: days } : { unit: 'hours', count: Math.floor(left / 3_600_000) }
}

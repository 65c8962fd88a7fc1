import { callTimeZone } from './call'

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: callTimeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})
const day = new Intl.DateTimeFormat('en-GB', { timeZone: callTimeZone, day: 'numeric', month: 'long', year: 'numeric' })
const shortDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: callTimeZone,
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})
const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: callTimeZone, weekday: 'long' })

/** `Friday 7 August 2026`, in the region's time. */
export function londonDayInWords(time: Date | string): string {
  return `${weekday.format(new Date(time))} ${londonDate(time)}`
}

/** `7 August 2026`, in the region's time. */
export function londonDate(time: Date | string): string {
  return day.format(new Date(time))
}

/** `7 Aug 2026`, for lists. */
export function londonShortDate(time: Date | string): string {
  return shortDay.format(new Date(time))
}

/** `7 August 2026 at 17:30`, in the region's time. */
export function londonDateTime(time: Date | string): string {
  return `${day.format(new Date(time))} at ${toLondonField(time).slice(11)}`
}

/** `17:30`, in the region's time. */
export function londonTime(time: Date | string): string {
  return toLondonField(time).slice(11)
}

/** `2026-08-07T17:30`, as a `datetime-local` field has it; empty for no time. */
export function toLondonField(time: Date | string | null): string {
  if (!time) return ''
  const found = Object.fromEntries(parts.formatToParts(new Date(time)).map(({ type, value }) => [type, value]))
  return `${found['year']?.padStart(4, '0')}-${found['month']}-${found['day']}T${found['hour']}:${found['minute']}`
}

/**
 * The moment that a `datetime-local` field names in the region's time; null where it names none (PostgreSQL has no year 0). An hour that comes
 * twice (in October) is the first of the two; one that is left out (in March) is the one after it.
 */
export function fromLondonField(text: string): Date | null {
  const [, date, time] = /^((?!0000)\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?$/.exec(text) ?? []
  if (!date || !time) return null
  const asUtc = new Date(`${date}T${time}:00.000Z`)
  if (Number.isNaN(asUtc.getTime()) || asUtc.toISOString().slice(0, 16) !== `${date}T${time}`) return null
  const hour = 3_600_000
  const inSummer = new Date(asUtc.getTime() - hour)
  return toLondonField(inSummer) === `${date}T${time}` ? inSummer : asUtc
}

import { callTimeZone } from '@/lib/domain/call'

// Plain "en" would be American: 8/7/2027, and a comma before "and".
const regional: Record<string, string> = { en: 'en-GB' }
const formatsOf = (locale: string) => regional[locale] ?? locale

// Making one takes a hundred times as long as using it.
const formats = new Map<string, Intl.DateTimeFormat>()

function inWords(time: Date | string, locale: string, parts: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${Object.entries(parts).join()}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(formatsOf(locale), { ...parts, timeZone: callTimeZone })
  formats.set(key, format)
  return format.format(new Date(time))
}

/** `Friday 7 August 2026`, in the region's time. */
export function dayInWords(time: Date | string, locale: string): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  return inWords(time, locale, parts).replace(',', '')
}

/** `7 August 2026`, in the region's time. */
export function dateInWords(time: Date | string, locale: string): string {
  const parts = { day: 'numeric', month: 'long', year: 'numeric' } as const
  return inWords(time, locale, parts)
}

/** `5:30pm`, in the region's time. */
export function clockInWords(time: Date | string, locale: string): string {
  const parts = { hour: 'numeric', minute: '2-digit', hour12: true } as const
  return inWords(time, locale, parts)
    .replace(/\s/gu, '')
    .replace(/:00(?=[ap]m)/u, '')
}

/** `17:30`, in the region's time. */
export function timeInWords(time: Date | string, locale: string): string {
  const parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return inWords(time, locale, parts)
}

/** `the one, the other and the third`. */
export function listInWords(things: readonly string[], locale: string): string {
  return new Intl.ListFormat(formatsOf(locale), { type: 'conjunction' }).format(things)
}

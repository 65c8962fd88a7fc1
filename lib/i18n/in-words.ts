import { callTimeZone } from '@/lib/domain/call'

// Plain "en" would be American: 8/7/2027, and a comma before "and".
const regional: Record<string, string> = { en: 'en-GB' }
const formatsOf = (locale: string) => regional[locale] ?? locale

/** `Friday 7 August 2026`, in the region's time. */
export function dayInWords(time: Date | string, locale: string): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: callTimeZone } as const
  return new Intl.DateTimeFormat(formatsOf(locale), parts).format(new Date(time)).replace(',', '')
}

/** `7 August 2026`, in the region's time. */
export function dateInWords(time: Date | string, locale: string): string {
  const parts = { day: 'numeric', month: 'long', year: 'numeric', timeZone: callTimeZone } as const
  return new Intl.DateTimeFormat(formatsOf(locale), parts).format(new Date(time))
}

/** `5:30pm`, in the region's time. */
export function clockInWords(time: Date | string, locale: string): string {
  const parts = { hour: 'numeric', minute: '2-digit', hour12: true, timeZone: callTimeZone } as const
  return new Intl.DateTimeFormat(formatsOf(locale), parts)
    .format(new Date(time))
    .replace(/\s/gu, '')
    .replace(/:00(?=[ap]m)/u, '')
}

/** `17:30`, in the region's time. */
export function timeInWords(time: Date | string, locale: string): string {
  const parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: callTimeZone } as const
  return new Intl.DateTimeFormat(formatsOf(locale), parts).format(new Date(time))
}

/** `the one, the other and the third`. */
export function listInWords(things: readonly string[], locale: string): string {
  return new Intl.ListFormat(formatsOf(locale), { type: 'conjunction' }).format(things)
}

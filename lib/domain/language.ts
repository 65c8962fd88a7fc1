/** Languages that a submission's can be, as ISO 639-1: those that the detector tells apart. */
export const languageCodes = [
  ...['am', 'ar', 'az', 'be', 'bg', 'bn', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'gu'],
  ...['he', 'hi', 'hr', 'hu', 'hy', 'is', 'it', 'ja', 'ka', 'kn', 'ko', 'ku', 'lo', 'lt', 'lv', 'ml', 'mr', 'ms', 'nl'],
  ...['no', 'or', 'pa', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'sq', 'sr', 'sv', 'ta', 'te', 'th', 'tl', 'tr', 'uk', 'ur'],
  // not told apart by the detector, but spoken here: somebody can say so
  ...['vi', 'yo', 'zh', 'cy', 'so', 'ps', 'ti'],
] as const
export type LanguageCode = (typeof languageCodes)[number]

const names = new Intl.DisplayNames('en-GB', { type: 'language' })

/** A language in words, `Polish`; what is not known by its code. */
export function languageName(code: string): string {
  return /^[a-z]{2,3}$/.test(code) ? (names.of(code) ?? code) : code
}

/** Fewer words than this are not enough to tell a language by. */
export const fewestWords = 20

import type { LeftOutReason, ReportedCoefficient } from './agreement-report'

export const comparedUnits = ['submission', 'sentence', 'character', 'spans'] as const
export type ComparedUnit = (typeof comparedUnits)[number]

/** As headings and links name them. */
export const unitNames: Record<ComparedUnit, string> = {
  submission: 'By submission',
  sentence: 'By sentence',
  character: 'By character',
  spans: 'By span',
}

/** Why something is not compared, after its number: "3 submissions that …". */
export const leftOutWords: Record<LeftOutReason, string> = {
  unfinished: 'not yet finished by both coders',
  'not-live': 'withdrawn, or held back in the quarantine',
  merged: 'merged into another submission and counted with it',
  coders: 'without two coders now',
  'later-text': 'on a text that came after the double coding began, on a translation, or on a file that was taken away',
  others: 'made by others than the two coders',
  lost: 'lost in the respondent’s correction',
}

/** What stands in place of a coefficient that is undefined. */
export const undefinedWords: Record<NonNullable<ReportedCoefficient['why']>, string> = {
  'one-category': 'Undefined: everything falls in one category',
  'no-units': 'Undefined: there is nothing to compare',
}

const digits = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 3, maximumFractionDigits: 3 })
const percent = new Intl.NumberFormat('en-GB', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** `0.712`, with a true minus where it is below nought. */
export function inFigures(value: number): string {
  return digits.format(Object.is(Math.round(value * 1000), -0) ? 0 : value).replace('-', '−')
}

/** `0.71`: enough for the end of an interval in a table. */
export function inBrief(value: number): string {
  return inFigures(Math.round(value * 100) / 100).slice(0, -1)
}

/** `94.4%`; a dash where there is nothing to agree on. Rounded down near the end: 100% is said only of all. */
export function inPercent(share: number | null): string {
  if (share === null) return '–'
  return percent.format(share < 1 ? Math.min(share, 0.999) : share)
}

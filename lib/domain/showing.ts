import * as z from 'zod/mini'

import { fromLondonField, toLondonField } from './london-time'
import { paragraphsInput } from './text-input'

/** For how many days a respondent's silence is no answer, unless the sender says otherwise. */
export const usualDays = 14
const [fewestDays, mostDays] = [7, 60]

const day = 86_400_000

/** Sending the text to those who asked to see it first. */
export const ShowInput = z.object({
  id: z.uuid(),
  version: z.coerce.number().check(z.int(), z.positive()),
  days: z.coerce
    .number(`Enter how many days, from ${fewestDays} to ${mostDays}`)
    .check(
      z.int(`Enter how many days, from ${fewestDays} to ${mostDays}`),
      z.minimum(fewestDays, `Give them at least ${fewestDays} days`),
      z.maximum(mostDays, `Give them at most ${mostDays} days`),
    ),
})
export type ShowInput = z.infer<typeof ShowInput>

/** What a respondent can say of a case study that they are shown. */
export const showingAnswers = ['YES', 'CHANGE', 'NO'] as const
export type ShowingAnswer = (typeof showingAnswers)[number]

/** What they send from their page. The action words what is missing. */
export const ShowingAnswerInput = z.object({
  showing: z.uuid(),
  answer: z.enum(showingAnswers),
  words: paragraphsInput({ name: 'Note', most: 2_000 }),
})
export type ShowingAnswerInput = z.infer<typeof ShowingAnswerInput>

/** What was shown to one respondent, when, and what they said. */
export type Shown = {
  shownAt: Date | null
  toldAt: Date | null
  lapsesAt: Date | null
  answer: ShowingAnswer | null
}

/** Where a respondent's yes stands. `lapsed`: they were told by when silence is a yes, and that day has passed. */
export type YesState = 'notShown' | 'waiting' | 'lapsed' | 'yes' | 'change' | 'no'

const states = { YES: 'yes', CHANGE: 'change', NO: 'no' } as const

/** What a respondent said counts before everything; silence only for who was told in time. */
export function yesState(shown: Shown | undefined, now: Date): YesState {
  if (!shown) return 'notShown'
  if (shown.answer) return states[shown.answer]
  if (!shown.shownAt) return 'notShown'
  return willLapse(shown) && shown.lapsesAt && shown.lapsesAt <= now ? 'lapsed' : 'waiting'
}

/** Whether silence is going to count: the mail that names the day went out within a day of being written. */
export function willLapse({ shownAt, toldAt, lapsesAt }: Shown): boolean {
  return Boolean(shownAt && toldAt && lapsesAt && toldAt.getTime() - shownAt.getTime() <= day)
}

/** Whether a case study may be published as far as this respondent is concerned. */
export function countsAsYes(state: YesState): boolean {
  return state === 'yes' || state === 'lapsed'
}

/** The end, in the region's time, of the day that lies so many days ahead. */
export function lapseAfter(shownAt: Date, days: number): Date {
  const today = new Date(`${toLondonField(shownAt).slice(0, 10)}T00:00:00Z`)
  const next = new Date(today.getTime() + (days + 1) * day)
  return fromLondonField(next.toISOString().slice(0, 16)) ?? next
}

/** The last day that is theirs, as it is told to them. */
export function lastDay(lapsesAt: Date): Date {
  return new Date(lapsesAt.getTime() - 1)
}

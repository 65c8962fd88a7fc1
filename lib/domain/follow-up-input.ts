import * as z from 'zod/mini'

import { callOutcomes } from './follow-up'
import { fromLondonField } from './london-time'
import { paragraphsInput } from './text-input'

/** When to call next, as a `datetime-local` field has it in the region's time; empty for no date. */
const nextAt = z.pipe(
  z.pipe(
    z._default(z.string(), ''),
    z.transform(typed => (typed.trim() === '' ? null : (fromLondonField(typed.trim()) ?? 'unreadable'))),
  ),
  z.union([z.null(), z.date()], 'Enter a day and a time for the next call'),
)

const reference = z.string().check(z.maxLength(40))
const note = paragraphsInput({ name: 'Note', most: 10_000 })
const called = z.pipe(
  z.pipe(
    z._default(z.string('Enter when you called'), ''),
    z.transform(typed => fromLondonField(typed.trim())),
  ),
  z.date('Enter when you called'),
)

/** A call that was tried, as its form sends it. `noMore` says whether a respondent who declined is never to be called. */
export const AttemptInput = z
  .object({
    /** The form's own, so that the same call sent again is written down once. */
    id: z.uuid(),
    reference,
    outcome: z.enum(callOutcomes, 'Select how the call went'),
    calledAt: called,
    note,
    nextAt,
    noMore: z.nullable(z._default(z.nullable(z.enum(['yes', 'no'])), null)),
  })
  .check(
    z.refine(({ outcome, noMore }) => outcome !== 'DECLINED' || noMore !== null, {
      path: ['noMore'],
      error: 'Select whether they may still be telephoned',
    }),
    z.refine(({ outcome, nextAt: next }) => outcome !== 'DECLINED' || next === null, {
      path: ['nextAt'],
      error: 'Leave the next call empty: they declined',
    }),
    z.refine(({ outcome, nextAt: next }) => outcome !== 'CALL_BACK' || next !== null, {
      path: ['nextAt'],
      error: 'Enter when to call back',
    }),
  )
export type Attempt = z.infer<typeof AttemptInput>

export const TakingInput = z.object({
  reference,
  taken: z.enum(['yes', 'no']),
  /** Who had it when the page was read, so that two who take it at once are told. */
  from: z.union([z.literal(''), z.uuid()]),
})
export const PlanInput = z.object({ reference, nextAt })
export const ClosingInput = z.object({ reference, closed: z.enum(['yes', 'no']) })
export const NoteInput = z.object({
  reference,
  attemptId: z.uuid(),
  version: z.coerce.number().check(z.int()),
  note: paragraphsInput({ name: 'Note', most: 10_000, missing: 'Enter the note' }),
})

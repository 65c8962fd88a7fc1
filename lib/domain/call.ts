import * as z from 'zod/mini'

/** Where a call stands in its life, at one address. */
export type CallState = 'notOpen' | 'open' | 'closed' | 'outcome'

type Times = { opensAt: Date | string | null; closesAt: Date | string | null; outcome: string }

/** `opensAt` null means that nobody has opened it. The closing moment itself is too late. */
export function callState(call: Times, now: Date): CallState {
  if (!call.opensAt || now < new Date(call.opensAt)) return 'notOpen'
  if (!call.closesAt || now < new Date(call.closesAt)) return 'open'
  return call.outcome ? 'outcome' : 'closed'
}

/** Whether answers are taken: while open, and for `graceHours` after closing for a draft begun before. */
export function takesAnswers(
  call: Times & { graceHours: number },
  draft: { createdAt: Date } | null,
  now: Date,
): boolean {
  const state = callState(call, now)
  if (state === 'open') return true
  if (state === 'notOpen' || !call.closesAt || !draft) return false
  const closed = new Date(call.closesAt)
  return draft.createdAt < closed && now.getTime() < closed.getTime() + call.graceHours * 3_600_000
}

/** Whether what was sent can still be corrected: until the analysis closes, or while no such time is set. */
export function mayCorrect(call: { analysisClosesAt: Date | string | null }, now: Date): boolean {
  return !call.analysisClosesAt || now < new Date(call.analysisClosesAt)
}

/** Key facts on the press page, as the call's row keeps them. */
export const PressFacts = z.array(z.object({ label: z.string(), value: z.string() }))
export type PressFact = z.infer<typeof PressFacts>[number]

/** The time zone in which calls open and close, and in which times are shown. */
export const callTimeZone = 'Europe/London'

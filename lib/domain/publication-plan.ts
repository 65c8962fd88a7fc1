import * as z from 'zod/mini'

import { fromLondonField } from './london-time'

/** When to publish, as a field of date and time has it, in the region's time. */
export const PlanInput = z.object({
  id: z.uuid(),
  version: z.coerce.number().check(z.int(), z.positive()),
  at: z.string('Enter the day and the time').check(z.maxLength(40)),
})
export type PlanInput = z.infer<typeof PlanInput>

const mostAhead = 366 * 86_400_000

/** The moment that was chosen, or why it cannot be that one. */
export function plannedTime(at: string, now: Date): { time: Date } | { message: string } {
  const time = fromLondonField(at)
  if (!time) return { message: 'Enter the day and the time, such as 7 August 2026, 9:30' }
  if (time <= now) return { message: 'The day and the time must be in the future' }
  if (time.getTime() - now.getTime() > mostAhead) return { message: 'The day must be within a year from now' }
  return { time }
}

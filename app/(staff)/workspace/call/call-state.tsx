import type { CallView } from '@/lib/data/calls'
import { callState } from '@/lib/domain/call'
import { lastDay } from '@/lib/domain/call-times'
import { londonDate, londonDateTime } from '@/lib/domain/london-time'

/** Where the call stands, in a sentence. */
export function CallState({ call }: { call: CallView }) {
  const { opensAt, closesAt } = call
  switch (callState(call, new Date())) {
    case 'notOpen':
      return <p>{opensAt ? `It opens on ${londonDateTime(opensAt)}.` : 'It has not been opened yet.'}</p>
    case 'open':
      return <p>{closesAt ? `It is open until ${closing(closesAt)}.` : 'It is open, with no closing time.'}</p>
    default:
      return <p>{closesAt ? `It closed on ${londonDateTime(closesAt)}.` : 'It has closed.'}</p>
  }
}

// Said as the public page says it, so that a lead sees the same day in both.
function closing(closesAt: string): string {
  const { day, wholeDay } = lastDay(closesAt)
  return wholeDay ? `the end of ${londonDate(day)}` : londonDateTime(closesAt)
}

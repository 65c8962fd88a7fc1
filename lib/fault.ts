import { noteStatus } from '@/lib/answer-status'
import { log } from '@/lib/log'
import { isOutOfReach, isUnreadablePost } from '@/lib/outage'

/**
 * Logs an unexpected fault under the ids that its page shows: the request's, or Next's own. Of the fault only its name and the places in the code:
 * its message may quote what somebody typed.
 */
export function logFault(
  error: unknown,
  where: { request: string; method: string; route: string; kind: string },
): void {
  if (where.kind === 'action' && isUnreadablePost(error)) return noteStatus(where.request, 400)
  const away = isOutOfReach(error)
  if (away) noteStatus(where.request, 503)
  const { name, stack, id } = partsOf(error)
  log('error', away ? 'database.away' : 'request.fault', { id, ...where, fault: name, stack })
}

function partsOf(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error, stack: '', id: '' }
  const places = (error.stack ?? '').split('\n').filter(line => line.startsWith('    at '))
  return {
    name: error.name,
    stack: places.slice(0, 12).join('\n'),
    id: 'digest' in error ? String(error.digest) : '',
  }
}

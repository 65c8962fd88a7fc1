import type { Task } from 'graphile-worker'
import * as z from 'zod/mini'

import { setExchangeAside, workOnExchange } from '@/lib/data/exchange-work'
import { log } from '@/lib/log'

const Payload = z.object({ id: z.uuid() })

/** Works on an export or an import once. Where the worker is stopped meanwhile, it is begun anew by the next; a fault stands. */
export const exchangeProjectJob: Task = async (payload, { job, abortSignal }) => {
  const { id } = Payload.parse(payload)
  try {
    await workOnExchange(id, abortSignal)
  } catch {
    const stopped = abortSignal?.aborted === true
    if (!stopped) log('error', 'exchange.fault', { job: job.id })
    await setExchangeAside(id, stopped)
    if (stopped) throw new Error('The worker was stopped.')
  }
}

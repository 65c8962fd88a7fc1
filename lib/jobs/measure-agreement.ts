import type { Task } from 'graphile-worker'
import * as z from 'zod/mini'

import { setRunAside, workOnRun } from '@/lib/data/agreement-runs'
import { log } from '@/lib/log'

const Payload = z.object({ id: z.uuid() })

/**
 * Measures agreement once. Where the worker is stopped meanwhile, it is begun anew by the next; a fault stands, and a lead
 * may try again. Where the database itself is gone nothing can be written down: the clock of the worker finds it later.
 */
export const measureAgreementJob: Task = async (payload, { job, abortSignal }) => {
  const { id } = Payload.parse(payload)
  try {
    await workOnRun(id, abortSignal)
  } catch {
    const stopped = abortSignal?.aborted === true
    if (!stopped) log('error', 'agreement.fault', { job: job.id })
    await setRunAside(id, stopped)
    if (stopped) throw new Error('The worker was stopped.')
  }
}

import type { Task } from 'graphile-worker'
import * as z from 'zod/mini'

import { setExportAside } from '@/lib/data/export-standing'
import { workOnExport } from '@/lib/data/exports'
import { log } from '@/lib/log'

const Payload = z.object({ id: z.uuid() })

/**
 * Makes an export once. Where the worker is stopped meanwhile it is begun anew by the next; a fault stands in the list, and
 * whoever asked may ask again. One that was cancelled is gone, and there is nothing to set aside.
 */
export const makeExportJob: Task = async (payload, { job, abortSignal }) => {
  const { id } = Payload.parse(payload)
  try {
    await workOnExport(id, abortSignal)
  } catch {
    const stopped = abortSignal?.aborted === true
    if (!stopped) log('error', 'export-fault', { job: job.id })
    await setExportAside(id, stopped)
    if (stopped) throw new Error('The worker was stopped.')
  }
}

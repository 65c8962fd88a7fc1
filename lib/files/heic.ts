import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import * as z from 'zod/mini'

import { fileLimits } from '@/lib/domain/material'
import { projectRoot } from '@/lib/postgres/data-dir'

const patience = 30_000
const mostMemory = 640 * 1_048_576

const Answer = z.union([
  z.object({ width: z.int(), height: z.int(), pixels: z.instanceof(ArrayBuffer) }),
  z.object({ fault: z.enum(['damaged', 'pixels']) }),
])
type Decoded = z.infer<typeof Answer>

/**
 * The pixels of a HEIC photograph (RGBA, upright), from a decoder in a thread of its own with limits of memory and time.
 * A fault where it cannot be decoded within them.
 */
export async function decodeHeic(part: string): Promise<Decoded> {
  const program = path.join(/* turbopackIgnore: true */ projectRoot(), 'lib', 'files', 'heic-worker.mjs')
  const worker = new Worker(/* turbopackIgnore: true */ program, {
    workerData: { part, mostPixels: fileLimits.pixels, mostMemory },
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32 },
  })
  const over = new AbortController()
  const answered = new Promise<Decoded>(resolve => {
    worker.once('message', (message: unknown) => resolve(Answer.parse(message)))
    worker.once('error', () => resolve({ fault: 'damaged' }))
    worker.once('exit', () => resolve({ fault: 'damaged' }))
  })
  const tooLong = pause<Decoded>(patience, { fault: 'damaged' }, { signal: over.signal })
  tooLong.catch(() => undefined)
  try {
    return await Promise.race([answered, tooLong])
  } finally {
    over.abort()
    await worker.terminate()
  }
}

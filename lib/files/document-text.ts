import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import * as z from 'zod/mini'

import { documentKind, documentTextLimit } from '@/lib/domain/material'
import { normaliseText } from '@/lib/domain/text-normal'
import { projectRoot } from '@/lib/postgres/data-dir'
import { atOnce } from './in-turn'

const patience = 20_000 // milliseconds

const Answer = z.object({ text: z.string() })

/** One after the other: what two hostile documents take in memory is never added up. */
const inTurn = atOnce(1)

/**
 * The words of a PDF, DOCX or ODT as plain text: NFC, without control characters, paragraphs parted by an empty line, at
 * most 1,000,000 characters (Unicode code points). Empty where it has none (a scan), where it is damaged, and where its
 * reader needs more than 20 seconds or its share of memory: it works in a thread of its own.
 */
export async function documentText(bytes: Uint8Array, type: string): Promise<string> {
  const kind = documentKind(type)
  if (!kind) return ''
  const found = normaliseText(await inTurn(() => readInThread(bytes, kind)))
  return found.length > documentTextLimit ? [...found].slice(0, documentTextLimit).join('').trimEnd() : found
}

async function readInThread(bytes: Uint8Array, kind: string): Promise<string> {
  const program = path.join(/* turbopackIgnore: true */ projectRoot(), 'lib', 'files', 'document-text-worker.mjs')
  const worker = new Worker(/* turbopackIgnore: true */ program, {
    // what is taken out while normalising is far less than as much again
    workerData: { bytes, kind, most: 2 * documentTextLimit },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64 },
  })
  const over = new AbortController()
  const answered = new Promise<string>(resolve => {
    worker.once('message', (message: unknown) => resolve(Answer.parse(message).text))
    worker.once('error', () => resolve(''))
    worker.once('exit', () => resolve(''))
  })
  const tooLong = pause(patience, '', { signal: over.signal })
  tooLong.catch(() => undefined)
  try {
    return await Promise.race([answered, tooLong])
  } finally {
    over.abort()
    await worker.terminate()
  }
}

import { Logger, run, runMigrations, type Runner } from 'graphile-worker'
import { setTimeout as pause } from 'node:timers/promises'

import { requeueStrandedMail } from '@/lib/data/mail-queue'
import { log } from '@/lib/log'
import { sendMail } from './send-mail'

// Job errors may quote an address: the log gets levels and ids, the mail's own row the sentence.
const logger = new Logger(scope => level => {
  if (level === 'error') log('error', 'job.fault', { task: scope.taskIdentifier ?? '', job: scope.jobId ?? '' })
})

/** Makes or brings up to date the queue's own schema (`graphile_worker`). At every start, after our migrations; several at once are safe. */
export async function prepareJobs(url: string): Promise<void> {
  await runMigrations({ connectionString: url, logger })
}

const mostFailures = 4

/** One runner. It ends itself when it fails to ask for jobs again and again: graphile-worker can remember a failure for ever. */
async function beginRun(url: string): Promise<Runner> {
  const runner = await run({
    connectionString: url,
    concurrency: 2,
    maxPoolSize: 3,
    noHandleSignals: true,
    pollInterval: 2_000,
    taskList: { 'send-mail': sendMail, 'requeue-mail': requeueStrandedMail },
    crontab: '*/5 * * * * requeue-mail',
    logger,
  })
  let failures = 0
  const asked = () => {
    failures = 0
  }
  runner.events.on('worker:getJob:empty', asked)
  runner.events.on('job:start', asked)
  runner.events.on('worker:getJob:error', () => {
    failures += 1
    if (failures === mostFailures) void runner.stop().catch(() => undefined)
  })
  return runner
}

/**
 * Works through the queue until `stop`, which waits for the jobs under way. Where the database goes away it comes back
 * by itself. Rejects when the first start fails; `prepareJobs` comes before it.
 */
export async function startWorker(url: string): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController()
  let runner: Runner | null = await beginRun(url)
  const watch = async () => {
    while (!stopping.signal.aborted) {
      await runner?.promise.catch(() => undefined)
      if (stopping.signal.aborted) return
      log('warn', 'worker.restart')
      await pause(1_000, undefined, { signal: stopping.signal }).catch(() => undefined)
      runner = stopping.signal.aborted ? null : await beginRun(url).catch(() => null)
    }
  }
  const watching = watch()
  return {
    async stop() {
      stopping.abort()
      await runner?.stop().catch(() => undefined)
      await watching
      await runner?.stop().catch(() => undefined) // one that began while we were told to stop
    },
  }
}

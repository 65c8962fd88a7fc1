import { Logger, runMigrations, runTaskList, type WorkerEvents } from 'graphile-worker'
import { EventEmitter, once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Pool } from 'pg'

import { readWaitingDocuments } from '@/lib/data/document-texts'
import { scanWaitingFiles, sweepFiles } from '@/lib/data/file-keeping'
import { dropDeletedCollections } from '@/lib/data/collection-editing'
import { requeueStrandedRuns } from '@/lib/data/agreement-runs'
import { dropExpiredExports, requeueStrandedExports } from '@/lib/data/export-standing'
import { dropOldExchanges, requeueStrandedExchanges } from '@/lib/data/exchange-work'
import { requeueStrandedMail } from '@/lib/data/mail-queue'
import { requeueTelling } from '@/lib/data/mention-digests'
import { writeMissingLanguages } from '@/lib/data/submission-language'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { makeExportJob } from './make-export'
import { eraseUnsentDue } from './erase-unsent'
import { eraseDue } from './erase-withdrawn'
import { exchangeProjectJob } from './exchange-project'
import { publishPlanned } from './publish-planned'
import { readDocumentJob } from './read-document'
import { measureAgreementJob } from './measure-agreement'
import { startMailboxReader } from './read-mailbox'
import { sendMail } from './send-mail'
import { tellFinds } from './tell-finds'
import { tellMentions } from './tell-mentions'

const second = 1_000
const requeueEvery = 300 * second
const scanEvery = 60 * second
const resumeEvery = 30 * second
const dropEvery = 600 * second
const eraseEvery = 3_600 * second
const sweepEvery = 6 * 3_600 * second

// Job errors may quote an address: the log gets levels and ids, the mail's own row the sentence.
const logger = new Logger(scope => level => {
  if (level === 'error') log('error', 'job.fault', { task: scope.taskIdentifier ?? '', job: scope.jobId ?? '' })
})

/** Makes or brings up to date the queue's own schema (`graphile_worker`). At every start, after our migrations; several at once are safe. */
export async function prepareJobs(url: string): Promise<void> {
  await runMigrations({ connectionString: url, logger })
}

/**
 * Workers on connections of their own. Not graphile-worker's `run`, whose clock leaves a rejected promise to nobody when
 * the database goes away: that ends the whole process.
 */
function openWorkers(url: string) {
  const pool = new Pool({ connectionString: url, max: 3 })
  // A connection that is cut fails its query, which is tried again on another: nothing to do here.
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  const events: WorkerEvents = new EventEmitter()
  const failed = Promise.race([once(events, 'worker:getJob:error'), once(events, 'worker:fatalError')])
  const options = { concurrency: 2, noHandleSignals: true, pollInterval: 2 * second, events, logger }
  const tasks = {
    'send-mail': sendMail,
    'read-document': readDocumentJob,
    'tell-mentions': tellMentions,
    'tell-finds': tellFinds,
    'measure-agreement': measureAgreementJob,
    'publish-planned': publishPlanned,
    'make-export': makeExportJob,
    'exchange-project': exchangeProjectJob,
  }
  const workers = runTaskList(options, tasks, pool)
  return {
    /** Settles once a worker could not get at the queue. Such workers may never recover: they are replaced. */
    failed,
    async close() {
      await Promise.resolve(workers.gracefulShutdown()).catch(() => undefined)
      await pool.end().catch(() => undefined)
    },
  }
}

/**
 * Works through the queue until `stop`, which waits for the jobs under way. Where the database goes away it comes back
 * by itself. `prepareJobs` comes before it.
 */
export function startWorker(url: string): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const stopped = once(signal, 'abort')
  const work = async () => {
    while (!signal.aborted) {
      const workers = openWorkers(url)
      await Promise.race([workers.failed, stopped])
      if (!signal.aborted) log('error', 'worker.lost')
      await workers.close()
      await pause(second, undefined, { signal }).catch(() => undefined)
    }
  }
  const requeue = () => requeueStrandedMail().catch(() => log('error', 'mail.requeue'))
  // what is not done when its clock strikes again goes on alone
  const keep = (work: () => Promise<unknown>, event: string) => {
    let running = false
    return () => {
      if (running) return
      running = true
      void work()
        .catch(() => log('error', event))
        .finally(() => (running = false))
    }
  }
  const clocks = [
    setInterval(() => void requeue(), requeueEvery),
    setInterval(keep(requeueTelling, 'mentions.requeue'), requeueEvery),
    setInterval(keep(requeueStrandedRuns, 'agreement.requeue'), resumeEvery),
    setInterval(keep(requeueStrandedExports, 'export.requeue'), resumeEvery),
    setInterval(
      keep(() => dropExpiredExports(), 'export.drop'),
      dropEvery,
    ),
    setInterval(keep(requeueStrandedExchanges, 'exchange.requeue'), resumeEvery),
    setInterval(
      keep(() => dropOldExchanges(), 'exchange.drop'),
      eraseEvery,
    ),
    setInterval(keep(publishPlanned, 'publication.due'), scanEvery),
    setInterval(keep(eraseDue, 'withdrawn.erase'), eraseEvery),
    setInterval(
      keep(() => dropDeletedCollections(), 'collection.drop'),
      eraseEvery,
    ),
    setInterval(keep(eraseUnsentDue, 'unsent.erase'), eraseEvery),
    setInterval(keep(scanWaitingFiles, 'file.scan'), scanEvery),
    setInterval(keep(readWaitingDocuments, 'document.read'), scanEvery),
    setInterval(
      keep(() => sweepFiles(), 'file.sweep'),
      sweepEvery,
    ),
  ]
  const { imapUrl } = env()
  const mailbox = imapUrl ? startMailboxReader(url, imapUrl) : null
  const working = work()
  // what was sent before languages were told; at every start, since little is left after the first
  const telling = writeMissingLanguages(signal).catch(() => log('error', 'language.write'))
  return {
    async stop() {
      clocks.forEach(clock => clearInterval(clock))
      stopping.abort()
      await Promise.all([working, telling, mailbox?.stop()])
    },
  }
}

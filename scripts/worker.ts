import { settleDatabase } from '@/lib/env'
import { usePostgres } from '@/lib/postgres/embedded'
import { ensureClient } from './build'
import { outliveUnreadLog } from './unread-log'

/** Background jobs alone, for more machines: beside a portal that runs with `WORKER=off`, or with others. */
async function work() {
  outliveUnreadLog()
  await ensureClient()
  const postgres = await usePostgres({ log: console.log })
  settleDatabase(postgres.url)
  const { prepareJobs, startWorker } = await import('@/lib/jobs/worker')
  await prepareJobs(postgres.url)
  const worker = startWorker(postgres.url)
  console.log('Waiting for jobs.')
  const stop = async () => {
    await worker.stop()
    await postgres.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
}

work().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})

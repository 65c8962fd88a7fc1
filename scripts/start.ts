import fs from 'node:fs'
import path from 'node:path'

import { env, readEnv, settleDatabase } from '@/lib/env'
import { dataDir } from '@/lib/postgres/data-dir'
import { usePostgres, type PostgresInUse } from '@/lib/postgres/embedded'
import { migrate } from '@/lib/postgres/migrate'
import { ensureBuild, ensureClient } from './build'
import { firstContents } from './first-contents'
import { outliveUnreadLog } from './unread-log'

const say = (line: string) => console.log(line)
const dev = process.argv.includes('--dev')

/** Everything that `npm start` and `npm run dev` do: set up what is missing, then serve until told to stop. */
async function start() {
  outliveUnreadLog()
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production' })
  readEnv(process.env)
  process.title = 'evidence-portal'
  quietDriverWarning()
  await ensureClient()
  if (!dev) await ensureBuild(say)
  // Next keeps cached reads on disk beyond a restart; they may be of another database.
  fs.rmSync('.next/cache/fetch-cache', { recursive: true, force: true })

  const postgres = await usePostgres({ log: say })
  settleDatabase(postgres.url)
  try {
    await run(postgres)
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

/** Prisma loads relations of one transaction side by side, which the driver queues and warns of; nothing of ours to mend. */
function quietDriverWarning() {
  process.removeAllListeners('warning')
  process.on('warning', warning => {
    if (!warning.message.startsWith('Calling client.query() when')) console.warn(`${warning.name}: ${warning.message}`)
  })
}

async function run(postgres: PostgresInUse) {
  const applied = await migrate(postgres.url)
  if (applied.length > 0) say(`The database is set up (${applied.length} migrations applied).`)
  const { prepareJobs, startWorker } = await import('@/lib/jobs/worker')
  await prepareJobs(postgres.url)
  const contents = await firstContents({ embedded: postgres.embedded, now: new Date() })
  const { serve } = await import('./serve')
  const serving = await serve({ dev })
  const worker = env().worker ? startWorker(postgres.url) : null
  announce(serving.port, contents)

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await serving.stop()
    await worker?.stop()
    await postgres.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
}

function announce(port: number, contents: Awaited<ReturnType<typeof firstContents>>) {
  const { host, publicUrl, smtpUrl } = env()
  const shown = host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? 'localhost' : host
  say('')
  say(`The evidence portal is at ${publicUrl ?? `http://${shown}:${port}`}`)
  say(`Its data is in ${dataDir()}`)
  if (!smtpUrl)
    say(`SMTP_URL is not set: mails are written to ${path.join(dataDir(), 'mail')} and shown at /workspace/mail.`)
  for (const line of contents) say(line)
  say('')
}

start().catch((error: unknown) => {
  console.error(`\nThe portal did not start. ${error instanceof Error ? error.message : String(error)}`)
  if (!(error instanceof Error) || !error.message.endsWith('.')) console.error(error)
  process.exit(1)
})

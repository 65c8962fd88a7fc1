import { parseArgs } from 'node:util'

import { readEnv, settleDatabase } from '@/lib/env'
import { usePostgres } from '@/lib/postgres/embedded'
import { migrate } from '@/lib/postgres/migrate'
import { createUser } from './admin/create-user'
import { generate } from './admin/generate'
import { startFresh } from './admin/start-fresh'
import { type Verb } from './admin/verb'
import { ensureClient } from './build'

const verbs: Record<string, Verb> = { 'create-user': createUser, 'start-fresh': startFresh, generate }

function usage(): string {
  const lines = Object.entries(verbs).map(([name, { usage, says }]) => `  ${`${name} ${usage}`}\n      ${says}`)
  return `npm run admin -- <what> [options]\n\n${lines.join('\n')}`
}

async function administer() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      team: { type: 'string' },
      password: { type: 'string' },
      submissions: { type: 'string' },
      seed: { type: 'string' },
      into: { type: 'string' },
      yes: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  const verb = verbs[positionals[0] ?? '']
  if (!verb || values.help) return say([usage()], verb || values.help ? 0 : 2)
  readEnv(process.env)
  await ensureClient()
  const postgres = await usePostgres()
  settleDatabase(postgres.url)
  try {
    await migrate(postgres.url)
    say(await verb.run({ ...values }, postgres), 0)
  } finally {
    const { db } = await import('@/lib/db')
    await db.$disconnect()
    await postgres.stop()
  }
}

function say(lines: string[], code: number) {
  for (const line of lines) console.log(line)
  process.exitCode = code
}

administer().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})

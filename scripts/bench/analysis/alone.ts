import { createWriteStream } from 'node:fs'
import fs from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'

import { confirmImport, getExchange, keepProject } from '@/lib/data/exchange-runs'
import { workOnExchange } from '@/lib/data/exchange-work'
import { writeWholeProject } from '@/lib/data/project-export'
import { db } from '@/lib/db'
import { newPart } from '@/lib/files/part'
import { seedUnopened } from '@/prisma/seed/unopened'
import { timed } from '@/scripts/bench/workspace/turns'
import { leadOf } from './ground'

// one thing, and then how long it took and how much memory this process held at most
const [what, file = ''] = process.argv.slice(2)

async function exportIt(): Promise<void> {
  const call = await db.call.findFirstOrThrow({ where: { isCurrent: true }, select: { id: true, name: true } })
  await writeWholeProject(
    await leadOf(),
    call,
    async () => undefined,
    stream => pipeline(stream, createWriteStream(file)),
  )
}

async function importIt(): Promise<void> {
  const { id: callId } = await db.call.findFirstOrThrow({ where: { isCurrent: true }, select: { id: true } })
  const lead = await leadOf()
  const part = newPart()
  await fs.copyFile(file, part)
  const { size: bytes } = await fs.stat(part)
  const kept = await keepProject(lead, callId, { part, name: 'bench.qdpx', bytes })
  if (!kept.ok) throw new Error(kept.message)
  const { id } = kept.value
  await workOnExchange(id)
  const read = await getExchange(lead, callId, id)
  if (read?.status !== 'READ') throw new Error(read?.report?.faults.join('\n') ?? 'It was not read.')
  const confirmed = await confirmImport(lead, callId, { id, people: {} })
  if (!confirmed.ok) throw new Error(confirmed.message)
  await workOnExchange(id)
  if ((await getExchange(lead, callId, id))?.status !== 'DONE') throw new Error('It was not imported.')
}

/** An empty portal has a call, and here a lead who imports. */
async function settle(): Promise<void> {
  if ((await db.call.count()) > 0) return
  await db.$transaction(seedUnopened, { timeout: 60_000 })
  const { id: teamId } = await db.team.findFirstOrThrow({ select: { id: true } })
  await db.person.create({
    data: { name: 'A lead', email: 'lead@bench.example', role: 'LEAD', passwordHash: '-', teamId },
  })
}

const doings: Record<string, () => Promise<unknown>> = {
  nothing: () => db.call.count(),
  export: exportIt,
  import: importIt,
}

async function main(): Promise<void> {
  const doing = doings[what ?? '']
  if (!doing) throw new Error('Say what: nothing, export or import.')
  await settle()
  const ms = await timed(doing)
  await db.$disconnect()
  console.log(`${ms / 1000} ${process.resourceUsage().maxRSS / 1024}`)
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)

import { beforeOpening } from '@/scripts/checklist'
import { type Verb } from './verb'

/** Leaves the demonstration. Refuses on anything else: what people really sent is never thrown away by one command. */
export const startFresh: Verb = {
  usage: '--yes',
  says: 'leaves the demonstration: an unopened call, no accounts, a checklist of what to do next',
  async run(given) {
    const { db } = await import('@/lib/db')
    const call = await db.call.findFirst({ where: { isCurrent: true }, select: { demonstration: true } })
    if (call && !call.demonstration)
      throw new Error('This portal holds a real call, not the demonstration: nothing was changed.')
    if (given.yes !== true) throw new Error('This deletes the demonstration and its accounts. Say so with --yes.')
    const { seedUnopened } = await import('@/prisma/seed/unopened')
    await db.$transaction(
      async tx => {
        const tables = await tx.$queryRaw<{ name: string }[]>`
          SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`
        await tx.$executeRawUnsafe(`TRUNCATE ${tables.map(table => table.name).join(', ')} CASCADE`)
        await seedUnopened(tx)
      },
      { timeout: 60_000 },
    )
    return ['The demonstration is gone. A portal that runs has to be started again.', ...beforeOpening]
  },
}

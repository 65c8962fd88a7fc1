import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import { peakWhile } from '@/scripts/bench/memory'
import { addSecondCoders } from './filling'
import { floorOf, keepPlan, runFloor } from './floors'
import type { Ground } from './ground'
import { timed, waited } from './turns'

const codingsOf = (size: number) => size * 10
const patience = 600_000

/**
 * Agreement over ten codings a submission, all of them of submissions that two coded: the background job of the portal
 * from its queue to its report, without intervals and with 1,000 resamples, against the statement that counts the same
 * codings once.
 */
export async function measureAgreeing(ground: Ground): Promise<void> {
  const { size, say, database, callId, stage } = ground
  const compared = await addSecondCoders(database, callId, codingsOf(size))
  await database.query(
    `CREATE INDEX IF NOT EXISTS bench_compared ON "Submission" ("callId") WHERE "doubleCodedAt" IS NOT NULL AND NOT "blind"`,
  )
  await database.query('VACUUM (ANALYZE)')
  say({ name: `workspace/agreement-${size}-compared`, value: compared, unit: 'codings' })
  const floor = floorOf('agreement', [callId])
  for (const resamples of [0, 1_000]) {
    const before = await timed(() => runFloor(database, floor))
    let taken = 0
    const work = async () => void (taken = await measureOnce(ground, resamples))
    const pid = stage.portal.process.pid
    const peak = pid === undefined ? (await work(), 0) : await peakWhile(pid, work)
    const after = await timed(() => runFloor(database, floor))
    const name = `workspace/agreement-${size}-${resamples}`
    say({ name, value: taken / 1_000, unit: 's', floor: waited([before, after]).p50 / 1_000 })
    if (peak > 0) say({ name: `${name}-memory`, value: peak, unit: 'MB' })
  }
  await keepPlan(database, floor, size)
  await database.query('DROP INDEX bench_compared')
}

/** Queues a measurement as a lead's button does, waits for its end, and answers the milliseconds between. */
async function measureOnce({ database, callId }: Ground, resamples: number): Promise<number> {
  const id = randomUUID()
  return timed(async () => {
    await database.query(
      `INSERT INTO "AgreementRun" ("id", "callId", "requestedById", "options")
       SELECT $1, $2, p."id", jsonb_build_object('resamples', $3::int, 'seed', '1')
       FROM "Person" p WHERE p."role" = 'LEAD' ORDER BY p."email" LIMIT 1`,
      [id, callId, resamples],
    )
    await database.query(`SELECT graphile_worker.add_job('measure-agreement', json_build_object('id', $1::text))`, [id])
    for (const until = Date.now() + patience; Date.now() < until; await pause(50)) {
      const { rows } = await database.query<{ status: string }>('SELECT "status" FROM "AgreementRun" WHERE "id" = $1', [
        id,
      ])
      if (rows[0]?.status === 'DONE') return
      if (rows[0]?.status === 'FAILED') throw new Error('Agreement could not be measured: see the log of the portal.')
    }
    throw new Error(`Agreement was not measured within ${patience / 1_000} s.`)
  })
}

import { createHmac } from 'node:crypto'

import { db, type Transaction } from '@/lib/db'
import { sessionSecret } from '@/lib/secrets'

/** How many turns somebody has within how many minutes. The name keeps the counts of different deeds apart. */
export type Limit = { name: string; most: number; minutes: number }

/** `minutes` is how long to wait, rounded up; 0 where the turn was given. */
type Turn = { given: boolean; minutes: number }

// Without the secret, the hash of a network address could be found by trying them all.
function keyFor(limit: Limit, who: string): string {
  return createHmac('sha256', sessionSecret()).update(`${limit.name}\n${who}`).digest('hex')
}

/**
 * Takes one turn out of those that are left, before the deed, so that a hundred requests at once get no more than one
 * after another. The window begins with the first turn and ends by itself. `who` is hashed, never kept.
 */
export async function takeTurn(limit: Limit, who: string, using: Transaction = db): Promise<Turn> {
  const rows = await using.$queryRaw<{ hits: number; seconds: number }[]>`
    INSERT INTO "RateLimit" AS kept ("key", "windowStart", "hits") VALUES (${keyFor(limit, who)}, now(), 1)
    ON CONFLICT ("key") DO UPDATE SET
      "hits" = CASE WHEN kept."windowStart" <= now() - make_interval(mins => ${limit.minutes}::int)
        THEN 1 ELSE least(kept."hits" + 1, ${limit.most + 1}::int) END,
      "windowStart" = CASE WHEN kept."windowStart" <= now() - make_interval(mins => ${limit.minutes}::int)
        THEN now() ELSE kept."windowStart" END
    RETURNING "hits", (${limit.minutes * 60}::int - extract(epoch FROM now() - "windowStart"))::float8 AS "seconds"`
  const row = rows[0]
  if (!row || row.hits <= limit.most) return { given: true, minutes: 0 }
  return { given: false, minutes: Math.max(1, Math.ceil(row.seconds / 60)) }
}

/** How long to wait, as the end of a sentence. */
export function waitTime({ minutes }: Turn): string {
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}

/** Gives the last turn back: it was no failure. */
export async function giveTurnBack(limit: Limit, who: string): Promise<void> {
  await db.$executeRaw`UPDATE "RateLimit" SET "hits" = greatest("hits" - 1, 0) WHERE "key" = ${keyFor(limit, who)}`
}

/** Forgets what was counted for somebody. */
export async function forgetTurns(limit: Limit, who: string): Promise<void> {
  await db.rateLimit.deleteMany({ where: { key: keyFor(limit, who) } })
}

/** Removes the counts of windows that began more than a day ago: none is longer. */
export async function dropOldTurns(): Promise<void> {
  await db.$executeRaw`DELETE FROM "RateLimit" WHERE "windowStart" < now() - interval '1 day'`
}

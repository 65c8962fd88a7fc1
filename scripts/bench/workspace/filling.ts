import fs from 'node:fs'
import type { Client } from 'pg'

import { writeSynthetic } from '@/prisma/seed/synthetic/synthetic'
import type { Figure } from '@/scripts/bench/figure'
import { timed } from './turns'

const seed = 1

/**
 * Fills the current call up to so many synthetic submissions and says how long it took: `held` are there already, so that
 * a run makes each of them once. Then tidies the tables as PostgreSQL's own cleaner would by itself after a while.
 */
export async function fillTo(
  database: Client,
  size: number,
  held: number,
  say: (figure: Figure) => void,
): Promise<void> {
  const ms = await timed(() =>
    writeSynthetic({
      submissions: size - held,
      seed,
      first: held,
      now: new Date(),
      progress: written => tell(held + written, size),
    }),
  )
  say({ name: `workspace/generate-${size - held}`, value: ms / 1000, unit: 's' })
  await database.query('VACUUM (ANALYZE)')
  const { rows } = await database.query<{ codings: number }>('SELECT count(*)::int AS codings FROM "Coding"')
  say({ name: `workspace/codings-${size}`, value: rows[0]?.codings ?? 0, unit: 'codings' })
}

function tell(written: number, size: number): void {
  if (written % 10_000 === 0) console.error(`  ${written} of ${size} submissions are written.`)
}

/**
 * Gives what one researcher finished a second one who coded the same without seeing it, until so many codings are there to
 * be compared: of the synthetic submissions only a fifth are coded by two, and agreement is wanted over many.
 */
export async function addSecondCoders(database: Client, callId: string, codings: number): Promise<number> {
  const text = fs.readFileSync('scripts/bench/workspace/second-coder.sql', 'utf8')
  for (;;) {
    const { rows } = await database.query<{ compared: number }>(
      `SELECT count(*)::int AS compared FROM "Coding" c JOIN "Submission" s ON s."id" = c."submissionId"
       WHERE s."callId" = $1 AND s."doubleCodedAt" IS NOT NULL AND NOT s."blind" AND s."status" = 'SUBMITTED'
         AND NOT c."agreed" AND c."removedAt" IS NULL AND c."lostAt" IS NULL`,
      [callId],
    )
    const compared = rows[0]?.compared ?? 0
    // each submission that is added brings about 23
    const missing = Math.ceil((codings - compared) / 23)
    if (missing <= 0) return compared
    const { rowCount } = await database.query(text, [callId, missing])
    if (!rowCount) return compared
  }
}

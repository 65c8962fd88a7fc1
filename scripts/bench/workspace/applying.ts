import { randomUUID } from 'node:crypto'

import { post } from '@/e2e/http-respondent'
import { chanceOf, type Chance } from '@/prisma/seed/synthetic/chance'
import { rateAndFloor, type Span } from '@/scripts/bench/rate'
import { floorOf, keepPlan } from './floors'
import type { Ground } from './ground'
import { browserOf } from './researchers'
import { waited } from './turns'

type Target = { reference: string; versionId: string; body: string }
type Given = {
  id: string
  reference: string
  textVersionId: string
  codeId: string
  start: number
  end: number
  memo: string
}

const span: Span = { warm: 2, counted: 8 }
const words = 'We moved the queue to the garden walls, five minutes from each other.'

/**
 * A code on words of an answer, from the request until it is committed and answered, by one researcher and by eight at
 * once, against the bare route that commits one row. Each codes words that nobody coded.
 */
export async function measureApplying(ground: Ground): Promise<void> {
  const { size, say, stage, database } = ground
  const next = await spansFor(ground)
  for (const hands of [1, 8]) {
    const line = stage.line(hands)
    const browsers = ground.researchers.slice(0, hands).map((one, index) => browserOf(one, line, index))
    const [ids, times]: [string[], number[]] = [[], []]
    let turn = 0
    const apply = async () => {
      const browser = browsers[(turn += 1) % browsers.length]
      if (!browser) throw new Error('There are too few researchers.')
      const given = next()
      const { status, body, ms } = await post(browser, '/api/workspace/codings', given)
      if (status !== 200) throw new Error(`A coding got ${status}: ${body.slice(0, 200)}`)
      ids.push(given.id)
      times.push(ms)
    }
    const bare = async () => {
      const body = JSON.stringify({ body: words })
      const { status } = await stage.bare.ask({ method: 'POST', path: '/api/insert', type: 'application/json', body })
      if (status !== 200) throw new Error(`The bare route answered ${status}.`)
    }
    const rates = await rateAndFloor(apply, bare, hands, span)
    say({ name: `workspace/apply-code-${hands}-${size}`, unit: 'requests/s', ...rates })
    const { p50, p95 } = waited(times)
    say({ name: `workspace/apply-code-${hands}-${size}-p50`, value: p50, unit: 'ms' })
    say({ name: `workspace/apply-code-${hands}-${size}-p95`, value: p95, unit: 'ms' })
    const kept = await database.query('SELECT 1 FROM "Coding" WHERE "id" = ANY($1::uuid[])', [ids])
    say({ name: `workspace/apply-code-${hands}-${size}-lost`, value: ids.length - kept.rows.length, unit: 'codings' })
  }
  await keepPlan(database, floorOf('insert-row', [words]), size)
}

/** Spans on whole words of answers that any researcher may code, each another one. */
async function spansFor({ database, callId, size }: Ground): Promise<() => Given> {
  const { rows } = await database.query<Target>(
    `SELECT s."reference", v."id" AS "versionId", v."body" FROM "Submission" s
     JOIN "Text" t ON t."submissionId" = s."id" AND t."field" = 'whatHappened' AND t."kind" = 'ANSWER'
     JOIN "TextVersion" v ON v."textId" = t."id"
     WHERE s."callId" = $1 AND s."status" = 'SUBMITTED' AND s."stage" = 'CODING' AND s."doubleCodedAt" IS NULL
       AND s."correctedAt" IS NULL AND v."body" ~ '^[[:ascii:]’£–]*$'
     ORDER BY v."id" LIMIT 1000`,
    [callId],
  )
  const codes = await database.query<{ id: string }>(
    'SELECT "id" FROM "Code" WHERE "callId" = $1 AND "retiredAt" IS NULL',
    [callId],
  )
  const chance = chanceOf(size, 1)
  return () => {
    const { reference, versionId, body } = chance.pick(rows)
    const codeId = chance.pick(codes.rows).id
    return { id: randomUUID(), reference, textVersionId: versionId, codeId, ...wordsOf(body, chance), memo: '' }
  }
}

/** From a word to one of the next forty: of plain texts a character is a code point. */
function wordsOf(body: string, chance: Chance): { start: number; end: number } {
  const found = [...body.matchAll(/\S+/g)]
  const from = chance.below(found.length)
  const [first, last] = [found[from], found[Math.min(found.length - 1, from + chance.below(40))]]
  if (!first || !last) throw new Error('A text has no words.')
  return { start: first.index, end: last.index + last[0].length }
}

import { db } from '@/lib/db'
import type { ExchangeReport, ProjectThing } from '@/lib/domain/exchange'
import { openProject, ProjectFault } from '@/lib/exchange/qdpx-zip'
import { readProject } from '@/lib/exchange/qdpx-read'
import type { Learned } from '@/lib/exchange/qdpx-elements'
import { Prisma } from '@/prisma/generated/client'

import { caseGround } from './project-case-fit'
import { Preview } from './project-preview'

const mostAtOnce = 500
const mostCharacters = 1_000_000

/**
 * Reads a file into rows that wait, and says what importing it would do. Nothing of the portal itself changes. With
 * faults nothing waits.
 */
export async function stageProject(
  run: { id: string; callId: string },
  path: string,
  tell: (share: number) => Promise<void>,
): Promise<ExchangeReport> {
  await db.exchangeRow.deleteMany({ where: { runId: run.id } })
  const learned: Learned = { origin: '', faults: [], losses: new Map() }
  const preview = new Preview(learned, await caseGround(db, run.callId, new Map()))
  try {
    await stage(run.id, path, { learned, preview, tell })
  } catch (error) {
    if (!(error instanceof ProjectFault)) throw error
    learned.faults.unshift(error.message)
  }
  const report = await preview.report(run.callId)
  if (report.faults.length > 0) await db.exchangeRow.deleteMany({ where: { runId: run.id } })
  else report.losses.push(...(await alreadyHere(run)))
  return report
}

type Staging = { learned: Learned; preview: Preview; tell: (share: number) => Promise<void> }

async function stage(runId: string, path: string, { learned, preview, tell }: Staging): Promise<void> {
  const file = await openProject(path)
  try {
    let rows: { kind: string; guid: string; content: unknown }[] = []
    let [place, characters] = [0, 0]
    const write = async () => {
      if (rows.length === 0) return
      await db.$executeRaw`
        INSERT INTO "ExchangeRow" ("runId", "place", "kind", "guid", "content")
        SELECT ${runId}::uuid, ${place}::int + g."place"::int, g."row" ->> 'kind', (g."row" ->> 'guid')::uuid, g."row" -> 'content'
        FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) WITH ORDINALITY AS g("row", "place")`
      place += rows.length
      rows = []
      characters = 0
    }
    for await (const thing of readProject(file, learned, bytes => tell(Math.min(0.95, bytes / 50_000_000)))) {
      if (!preview.take(thing)) continue
      // jsonb holds no NUL
      rows.push({ kind: thing.kind, guid: thing.guid, content: withoutNul(thing) })
      characters += thing.kind === 'source' ? thing.text.length + thing.selections.length * 400 : 500
      if (rows.length >= mostAtOnce || characters > mostCharacters) await write()
    }
    await write()
  } finally {
    file.close()
  }
}

function withoutNul(thing: ProjectThing): unknown {
  const text = JSON.stringify(thing)
  if (!text.includes('\\u0000')) return thing
  return JSON.parse(text, (_, each: unknown) => (typeof each === 'string' ? each.replaceAll('\0', '') : each))
}

/** What of a file is here already, or may not come back. */
async function alreadyHere({ id, callId }: { id: string; callId: string }): Promise<string[]> {
  type Here = { here: number; fixed: number; closed: number; texts: number; other: number }
  const [row] = await db.$queryRaw<Here[]>(Prisma.sql`
    SELECT count(*) FILTER (WHERE "live" AND NOT "fixed")::int AS "here", count(*) FILTER (WHERE "live" AND "fixed")::int AS "fixed",
      count(*) FILTER (WHERE NOT "live")::int AS "closed", coalesce(max(x."texts"), 0)::int AS "texts",
      coalesce(max(x."other"), 0)::int AS "other"
    FROM (SELECT count(*) AS "texts", count(*) FILTER (WHERE v."body" <> t."content" ->> 'text') AS "other"
      FROM "ExchangeRow" t JOIN "TextVersion" v ON v."id" = t."guid" WHERE t."runId" = ${id}::uuid AND t."kind" = 'source') x
    LEFT JOIN (SELECT s."status" = 'SUBMITTED' AND s."callId" = ${callId}::uuid AS "live",
        s."stage" = 'SETTLED' OR s."doubleCodedAt" IS NOT NULL AS "fixed"
      FROM "ExchangeRow" r JOIN "Submission" s ON s."id" = r."guid"
      WHERE r."runId" = ${id}::uuid AND r."kind" = 'case') c ON true`)
  const say = (count: number | undefined, what: string) => (count ? [`${what}: ${count.toLocaleString('en-GB')}.`] : [])
  return [
    ...say(row?.here, 'Submissions that are here already: they stay as they are, and get only what is new'),
    ...say(row?.fixed, 'Submissions that are here and settled, or coded by two: nothing is added to them'),
    ...say(row?.texts, 'Texts that are here already and do not come twice'),
    ...say(row?.other, 'Texts that say something else here: nothing that the file has on their words comes'),
    ...say(row?.closed, 'Submissions that were withdrawn here, or belong to another call: nothing of them comes'),
  ]
}

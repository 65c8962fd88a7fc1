import type { Client } from 'pg'
import { randomUUID } from 'node:crypto'

import { proseOf } from '@/lib/domain/prose'
import { organisationTypes } from '@/lib/domain/submission'
import { entries } from '@/prisma/seed/demonstration'
import { chanceOf, type Chance } from '@/prisma/seed/synthetic/chance'
import { learn, type Language } from '@/prisma/seed/synthetic/language'
import { tell } from '@/prisma/seed/synthetic/story'

const seed = 5
const batch = 500

type Offer = { key: string; name: string }
type Offered = { callId: string; places: Offer[]; prompts: Offer[]; lenses: Offer[]; communities: string[] }

/** Adds published case studies to the current call up to so many, told by the demonstration's own words. The same each time. */
export async function publishUpTo(database: Client, size: number): Promise<void> {
  const offered = await readOffered(database)
  const { rows } = await database.query<{ held: number }>('SELECT count(*)::int AS held FROM "Release"')
  const language = learn(
    entries.flatMap(({ caseStudy }) => (caseStudy ? [caseStudy.whatHappened, caseStudy.learning] : [])),
  )
  for (let turn = rows[0]?.held ?? 0; turn < size; turn += batch) {
    const turns = Array.from({ length: Math.min(batch, size - turn) }, (_, index) => turn + index)
    const studies = turns.map(one => studyOf(offered, language, one))
    await insert(
      database,
      'CaseStudy',
      studies.map(({ study }) => study),
    )
    await insert(
      database,
      'Release',
      studies.map(({ release }) => release),
    )
  }
  await database.query('VACUUM (ANALYZE)')
}

async function readOffered(database: Client): Promise<Offered> {
  const { rows: calls } = await database.query<{ id: string; communities: string[] }>(
    'SELECT "id", "communities" FROM "Call" WHERE "isCurrent"',
  )
  const [call] = calls
  if (!call) throw new Error('There is no current call.')
  const list = async (table: string, name: string) =>
    (
      await database.query<Offer>(
        `SELECT "key", "${name}" AS "name" FROM "${table}" WHERE "callId" = $1 ORDER BY "position"`,
        [call.id],
      )
    ).rows
  return {
    callId: call.id,
    communities: call.communities,
    places: await list('Place', 'name'),
    prompts: await list('Prompt', 'theme'),
    lenses: await list('Lens', 'label'),
  }
}

function studyOf({ callId, ...offered }: Offered, language: Language, turn: number) {
  const chance = chanceOf(seed, turn)
  const told = (words: number) => tell(language, chance, { words, lively: false }).body
  const [places, prompts, lenses] = [
    some(offered.places, chance),
    some(offered.prompts, chance),
    some(offered.lenses, chance),
  ]
  const named = chance.happens(0.7)
  const id = randomUUID()
  const texts = {
    title: told(9).replace(/\s+/g, ' ').slice(0, 150).replace(/\.$/, ''),
    summary: told(28).replace(/\s+/g, ' ').slice(0, 300),
    whatHappened: proseOf(told(260)),
    whatWasNew: proseOf(told(90)),
    difference: proseOf(told(90)),
    learning: proseOf(told(90)),
    quotation: '',
    quotationSource: '',
    decisionArea: '',
  }
  const at = new Date(Date.UTC(2026, 0, 1) + turn * 1_800_000).toISOString()
  const slug = `synthetic-case-study-${turn}`
  const study = { id, callId, slug, ...texts, status: 'PUBLISHED', version: 1, createdAt: at, updatedAt: at }
  const release = {
    id: randomUUID(),
    callId,
    caseStudyId: id,
    slug,
    ...texts,
    organisationName: named ? `Organisation ${turn} (example)` : null,
    organisationType: chance.pick(organisationTypes),
    placeKeys: places.map(({ key }) => key),
    placeNames: places.map(({ name }) => name),
    promptKeys: prompts.map(({ key }) => key),
    themes: prompts.map(({ name }) => name),
    lensKeys: lenses.map(({ key }) => key),
    lenses: lenses.map(({ name }) => name),
    communities: named ? some(offered.communities, chance) : [],
    approvedAt: at,
    publishedAt: at,
    formerSlugs: [],
  }
  return { study, release }
}

function some<T>(values: readonly T[], chance: Chance): T[] {
  const count = 1 + (chance.happens(0.4) ? 1 : 0)
  return [...new Set(Array.from({ length: count }, () => chance.pick(values)))]
}

async function insert(database: Client, table: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
    .map(column => `"${column}"`)
    .join(', ')
  await database.query(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1::json)`,
    [JSON.stringify(rows)],
  )
}

import { db } from '@/lib/db'

/** A value of a facet as the address names it, and the row that it stands for. */
type Named = { id: string; key: string }

/** What the values of facets stand for in a call: which rows, and what each of them counts under as well. */
export type FacetNames = {
  themes: Named[]
  /** A place counts under itself and under the place that holds it. */
  places: Named[]
  /** A code counts under itself and under every code above it. */
  codes: Named[]
  /** Everybody of a team, under the team's short name. */
  people: Named[]
}

type Row = { kind: 'theme' | 'place' | 'code' | 'person'; id: string; key: string; parent: string | null }

/** Reads them in one query. */
export async function readFacetNames(callId: string): Promise<FacetNames> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT 'theme' AS "kind", "id"::text, "key", NULL AS "parent" FROM "Prompt" WHERE "callId" = ${callId}::uuid
    UNION ALL SELECT 'place', "id"::text, "key", "parentId"::text FROM "Place" WHERE "callId" = ${callId}::uuid
    UNION ALL SELECT 'code', "id"::text, "id"::text, "parentId"::text FROM "Code" WHERE "callId" = ${callId}::uuid
    UNION ALL SELECT 'person', p."id"::text, t."short", NULL FROM "Person" p JOIN "Team" t ON t."id" = p."teamId"`
  const of = (kind: Row['kind']) => rows.filter(row => row.kind === kind)
  return { themes: of('theme'), places: withAbove(of('place')), codes: withAbove(of('code')), people: of('person') }
}

/** Each row under its own key and under the key of every row above it. */
function withAbove(rows: Row[]): Named[] {
  const byId = new Map(rows.map(row => [row.id, row]))
  return rows.flatMap(row => {
    const named: Named[] = []
    const passed = new Set<string>()
    for (let at: Row | undefined = row; at && !passed.has(at.id); at = byId.get(at.parent ?? '')) {
      passed.add(at.id)
      named.push({ id: row.id, key: at.key })
    }
    return named
  })
}

/** The rows that some keys stand for. */
export function idsOf(names: Named[], keys: readonly string[]): string[] {
  return [...new Set(names.filter(({ key }) => keys.includes(key)).map(({ id }) => id))]
}

import { db } from '@/lib/db'
import type { TeamRef, Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import type { KnownValues } from '@/lib/domain/submission-filter'

/** A code in the order of the codebook's tree; `depth` is 0 at the top. */
export type CodeChoice = { id: string; name: string; colour: number; depth: number; retired: boolean }

/** What facets can be narrowed to beside what the call itself offers, and all that an address may name. */
export type FacetValues = {
  teams: TeamRef[]
  people: { id: string; name: string; team: string }[]
  codes: CodeChoice[]
  known: KnownValues
}

const nothingKnown: KnownValues = { themes: [], places: [], communities: [], teams: [], coders: [], codes: [] }

/** Reads it; empty for who may see no submissions. */
export async function readFacetValues(viewer: Viewer, callId: string): Promise<FacetValues> {
  if (!may(viewer, 'listSubmissions')) return { teams: [], people: [], codes: [], known: nothingKnown }
  const [teams, people, codes, prompts, places, call] = await Promise.all([
    db.team.findMany({ select: { id: true, name: true, short: true }, orderBy: { name: 'asc' } }),
    db.person.findMany({
      where: { teamId: { not: null } },
      select: { id: true, name: true, team: { select: { short: true } } },
      orderBy: [{ team: { name: 'asc' } }, { name: 'asc' }],
    }),
    db.code.findMany({
      where: { callId, mergedIntoId: null },
      select: { id: true, parentId: true, name: true, colour: true, retiredAt: true },
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
    }),
    db.prompt.findMany({ where: { callId }, select: { key: true } }),
    db.place.findMany({ where: { callId }, select: { key: true } }),
    db.call.findUnique({ where: { id: callId }, select: { communities: true } }),
  ])
  return {
    teams,
    people: people.map(({ id, name, team }) => ({ id, name, team: team?.short ?? '' })),
    codes: inTree(codes),
    known: {
      themes: prompts.map(({ key }) => key),
      places: places.map(({ key }) => key),
      communities: call?.communities ?? [],
      teams: teams.map(({ short }) => short),
      coders: people.map(({ id }) => id),
      codes: codes.map(({ id }) => id),
    },
  }
}

type CodeRow = { id: string; parentId: string | null; name: string; colour: number; retiredAt: Date | null }

/** Each code before those below it. What lies below something that is not there stands at the top. */
function inTree(rows: CodeRow[]): CodeChoice[] {
  const here = new Set(rows.map(({ id }) => id))
  const below = new Map<string, CodeRow[]>()
  for (const row of rows) {
    const parent = row.parentId && here.has(row.parentId) ? row.parentId : ''
    below.set(parent, [...(below.get(parent) ?? []), row])
  }
  const walk = (parent: string, depth: number): CodeChoice[] =>
    (below.get(parent) ?? []).flatMap(({ id, name, colour, retiredAt }) => [
      { id, name, colour, depth, retired: retiredAt !== null },
      ...walk(id, depth + 1),
    ])
  return walk('', 0)
}

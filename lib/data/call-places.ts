import type * as z from 'zod/mini'

import type { CallAsRead } from '@/lib/data/call-editing'
import { keysOf, saveCallList, type CallList } from '@/lib/data/call-lists'
import { writeSearch } from '@/lib/data/submission-search'
import { keyFor, type PlaceRow } from '@/lib/domain/call-edit'
import type { Viewer } from '@/lib/domain/person'
import { refused, type Refusal } from '@/lib/result'

type Place = z.infer<typeof PlaceRow>
type Kept = {
  id: string
  key: string
  name: string
  parentId: string | null
  kind: 'AUTHORITY' | 'WHOLE_REGION' | 'ELSEWHERE'
}

const places: CallList<Place, Kept> = {
  field: 'places',
  read: (tx, callId) =>
    tx.place.findMany({
      where: { callId, retiredAt: null },
      select: { id: true, key: true, name: true, parentId: true, kind: true },
      orderBy: { position: 'asc' },
    }),
  retiredKeys: async (tx, callId) => keysOf(await tx.place.findMany({ where: { callId, retiredAt: { not: null } } })),
  nameOf: row => row.name,
  describeRow: row => row.name,
  describeKept: row => row.name,
  refuse: refuseTree,
  uses: async (tx, placeId) =>
    (await tx.submissionPlace.count({ where: { placeId } })) + (await tx.caseStudyPlace.count({ where: { placeId } })),
  // drafts and responses may have been given a form with it; its tile is free for another
  remove: (tx, id) =>
    tx.place.update({
      where: { id },
      data: { retiredAt: new Date(), tileColumn: null, tileRow: null, parentId: null },
    }),
  async save(tx, callId, kept, { name, parentId: parent }, position, taken) {
    const parentId = parent || null
    if (!kept) return tx.place.create({ data: { callId, key: keyFor(name, taken), name, parentId, position } })
    await tx.place.update({ where: { id: kept.id }, data: { name, parentId, position } })
    if (kept.name === name) return
    // Submissions are found by the names of their places.
    const named = await tx.submissionPlace.findMany({ where: { placeId: kept.id }, select: { submissionId: true } })
    await writeSearch(tx, ...named.map(row => row.submissionId))
  },
}

// Two levels, all of one call: a place that holds others lies in none itself. "Across the region" is no place to lie in.
function refuseTree(rows: Place[], kept: Kept[]): Refusal | null {
  const byId = new Map(rows.flatMap(row => (row.id ? [[row.id, row]] : [])))
  const kindOf = new Map(kept.map(place => [place.id, place.kind]))
  for (const row of rows) {
    if (!row.parentId) continue
    const parent = byId.get(row.parentId)
    if (!parent) return refused(`“${row.name}” lies in a place that is not in the list. Select another one, or none.`)
    if (parent.id === row.id) return refused(`“${row.name}” cannot lie in itself.`)
    if (parent.parentId)
      return refused(`“${row.name}” cannot lie in “${parent.name}”, which lies in another place itself.`)
    if (kindOf.get(parent.id) !== 'AUTHORITY' || (row.id && kindOf.get(row.id) !== 'AUTHORITY'))
      return refused(`“${row.name}” cannot lie in “${parent.name}”.`)
  }
  return null
}

/** Saves the places and which of them lie in which. Their tiles stay where they are; new places have none. */
export function savePlaces(viewer: Viewer, read: CallAsRead, rows: Place[]) {
  return saveCallList(viewer, read, rows, places)
}

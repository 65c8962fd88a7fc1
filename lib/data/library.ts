import { cardOf, releaseCard, type ReleaseCard } from '@/lib/data/gallery'
import { wordsSql } from '@/lib/data/gallery-search'
import { db } from '@/lib/db'
import { readCursor, writeCursor } from '@/lib/domain/cursor'
import type { LibraryChoice } from '@/lib/domain/library-filter'
import { placesChosen } from '@/lib/domain/library-filter'
import { fromLondonField } from '@/lib/domain/london-time'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import type { Prisma } from '@/prisma/generated/client'

/** A page of the library. `count` is of all that match; `areas` are counted as if none of them were chosen. */
export type LibraryPage = {
  cards: ReleaseCard[]
  count: number
  next: string | null
  areas: { area: string; count: number }[]
}

type Places = readonly { key: string; parentKey: string | null }[]

const pageSize = 12
const searchCap = 2_000
const day = 86_400_000

/** What the library holds: what is approved, before and after it is public. */
export const inLibrary = {
  caseStudy: { status: { in: ['APPROVED', 'PUBLISHED'] } },
} as const satisfies Prisma.ReleaseWhereInput

/** What matches, the latest approved first. Null where the viewer may not read the library. */
export async function searchLibrary(
  viewer: Viewer,
  call: { id: string; places: Places },
  choice: LibraryChoice,
  after?: string,
): Promise<LibraryPage | null> {
  if (!may(viewer, 'readLibrary')) return null
  const ofAnyArea = await whereOf(call, { ...choice, areas: [] })
  const where = choice.areas.length > 0 ? { AND: [ofAnyArea, { decisionArea: { in: choice.areas } }] } : ofAnyArea
  const [count, found, areas] = await Promise.all([
    db.release.count({ where }),
    db.release.findMany({
      where: { AND: [where, olderThan(after)] },
      orderBy: [{ approvedAt: 'desc' }, { id: 'desc' }],
      take: pageSize + 1,
      select: releaseCard,
    }),
    countAreas(ofAnyArea, choice.areas),
  ])
  const shown = found.slice(0, pageSize)
  const last = found.length > pageSize ? shown.at(-1) : undefined
  const next = last ? writeCursor({ at: last.approvedAt, id: last.id }) : null
  return { cards: shown.map(cardOf), count, next, areas }
}

/** The condition that a choice puts on releases of a call: those of the library only. */
export async function whereOf(
  call: { id: string; places: Places },
  choice: LibraryChoice,
): Promise<Prisma.ReleaseWhereInput> {
  const { theme, lens, type, standing, areas, from, to, q } = choice
  const places = placesChosen(choice, call.places)
  const [begin, end] = [from && fromLondonField(`${from}T00:00`), to && fromLondonField(`${to}T00:00`)]
  const where: Prisma.ReleaseWhereInput[] = [{ callId: call.id, ...inLibrary }]
  if (theme) where.push({ promptKeys: { has: theme } })
  if (lens) where.push({ lensKeys: { has: lens } })
  if (places) where.push({ placeKeys: { hasSome: places } })
  if (type) where.push({ organisationType: type })
  if (standing === 'public') where.push({ publishedAt: { not: null }, caseStudy: { status: 'PUBLISHED' } })
  if (standing === 'approved') where.push({ caseStudy: { status: 'APPROVED' } })
  if (areas.length > 0) where.push({ decisionArea: { in: areas } })
  if (begin) where.push({ approvedAt: { gte: begin } })
  if (end) where.push({ approvedAt: { lt: new Date(end.getTime() + day) } })
  if (q) where.push({ id: { in: await idsMatching(call.id, q) } })
  return { AND: where }
}

/** Those in which most is found come first; a chosen one stays even where nothing is. */
async function countAreas(where: Prisma.ReleaseWhereInput, chosen: readonly string[]) {
  const groups = await db.release.groupBy({ by: ['decisionArea'], where, _count: { _all: true } })
  const counts = new Map(groups.filter(group => group.decisionArea).map(g => [g.decisionArea, g._count._all]))
  for (const area of chosen) if (!counts.has(area)) counts.set(area, 0)
  return [...counts]
    .map(([area, count]) => ({ area, count }))
    .toSorted((one, other) => other.count - one.count || one.area.localeCompare(other.area, 'en-GB'))
}

async function idsMatching(callId: string, search: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Release"
    WHERE "callId" = ${callId}::uuid AND "search" @@ ${wordsSql(search)}
    LIMIT ${searchCap}`
  return rows.map(row => row.id)
}

function olderThan(after: string | undefined): Prisma.ReleaseWhereInput {
  const cursor = readCursor(after ?? '')
  if (!cursor) return {}
  const { at, id } = cursor
  return { OR: [{ approvedAt: { lt: at } }, { approvedAt: at, id: { lt: id } }] }
}

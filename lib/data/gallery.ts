import { cache } from 'react'

import { cached } from '@/lib/data/cached'
import { galleryTag } from '@/lib/data/releases'
import { db } from '@/lib/db'
import { writtenOf, type Written } from '@/lib/domain/case-study'
import { readCursor, writeCursor } from '@/lib/domain/cursor'
import type { GalleryFilter } from '@/lib/domain/gallery-filter'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import type { OrganisationType } from '@/lib/domain/submission'
import type { Prisma } from '@/prisma/generated/client'

/** A case study in a list of readers. Times are ISO strings, for views are kept in a cache as JSON. */
export type ReleaseCard = {
  slug: string
  title: string
  summary: string
  organisationName: string | null
  organisationType: OrganisationType | null
  placeKeys: string[]
  placeNames: string[]
  themes: string[]
  approvedAt: string
  publishedAt: string | null
}

/** A case study as readers get it: all of it comes from its release. */
export type ReleaseView = ReleaseCard &
  Written & { callSlug: string; promptKeys: string[]; lenses: string[]; related: ReleaseCard[] }

/** `count` is of all that match, not of this page. `next` begins the page after; null on the last one. */
export type GalleryPage = { cards: ReleaseCard[]; count: number; next: string | null }

/** Who reads: everyone, what is published; the library, what is approved as well. */
type Readers = 'public' | 'library'

const pageSize = 12
const searchCap = 2_000

const card = {
  id: true,
  slug: true,
  title: true,
  summary: true,
  organisationName: true,
  organisationType: true,
  placeKeys: true,
  placeNames: true,
  themes: true,
  approvedAt: true,
  publishedAt: true,
} as const satisfies Prisma.ReleaseSelect

/** The published case studies of a call that match, the youngest first. From the cache, but for a search or a later page. Pages only. */
export function publishedCaseStudies(callId: string, filter: GalleryFilter): Promise<GalleryPage> {
  if (filter.search || filter.after) return readPage('public', callId, filter)
  const { promptKey = null, placeKeys = null, organisationType = null } = filter
  return cachedFirstPage(callId, promptKey, placeKeys, organisationType)
}

/** What the library shows: approved case studies too. Null where the viewer may not read it. */
export async function libraryCaseStudies(
  viewer: Viewer,
  callId: string,
  filter: GalleryFilter,
): Promise<GalleryPage | null> {
  return may(viewer, 'readLibrary') ? readPage('library', callId, filter) : null
}

/** A published case study, from the cache; null where there is none at this address. Pages only. */
export const publishedCaseStudy = cache(async (slug: string): Promise<ReleaseView | null> => {
  // Asked first, so that made-up addresses do not fill the cache.
  const slugs = await cachedSlugs()
  return slugs.includes(slug) ? cachedRelease(slug) : null
})

/** An approved or published case study for the library. Null where there is none, or where the viewer may not read it. */
export async function libraryCaseStudy(viewer: Viewer, slug: string): Promise<ReleaseView | null> {
  return may(viewer, 'readLibrary') ? readRelease('library', slug) : null
}

/** The places of each published case study of a call, from the cache: for the figures on the tiles. Pages only. */
export const publishedPlaces = cached((callId: string) => readPlaces('public', callId), 'gallery-places', galleryTag)

/** The same for the library; empty where the viewer may not read it. */
export async function libraryPlaces(viewer: Viewer, callId: string): Promise<{ placeKeys: string[] }[]> {
  return may(viewer, 'readLibrary') ? readPlaces('library', callId) : []
}

const cachedFirstPage = cached(
  (
    callId: string,
    promptKey: string | null,
    placeKeys: string[] | null,
    organisationType: OrganisationType | null,
  ): Promise<GalleryPage> =>
    readPage('public', callId, {
      promptKey: promptKey ?? undefined,
      placeKeys: placeKeys ?? undefined,
      organisationType: organisationType ?? undefined,
    }),
  'gallery',
  galleryTag,
)

const cachedRelease = cached((slug: string) => readRelease('public', slug), 'case-study', galleryTag)

const cachedSlugs = cached(
  async (): Promise<string[]> => {
    const releases = await db.release.findMany({ where: shownTo('public'), select: { slug: true } })
    return releases.map(release => release.slug)
  },
  'gallery-slugs',
  galleryTag,
)

function shownTo(readers: Readers): Prisma.ReleaseWhereInput {
  return readers === 'public'
    ? { publishedAt: { not: null }, caseStudy: { status: 'PUBLISHED' } }
    : { caseStudy: { status: { in: ['APPROVED', 'PUBLISHED'] } } }
}

function readPlaces(readers: Readers, callId: string): Promise<{ placeKeys: string[] }[]> {
  return db.release.findMany({ where: { callId, ...shownTo(readers) }, select: { placeKeys: true } })
}

/** Reads a page afresh. Without the cache, so for tests too. */
export async function readPage(readers: Readers, callId: string, filter: GalleryFilter): Promise<GalleryPage> {
  const where: Prisma.ReleaseWhereInput = { callId, ...shownTo(readers) }
  if (filter.promptKey) where.promptKeys = { has: filter.promptKey }
  if (filter.placeKeys) where.placeKeys = { hasSome: filter.placeKeys }
  if (filter.organisationType) where.organisationType = filter.organisationType
  if (filter.search) where.id = { in: await idsMatching(callId, filter.search) }
  const time = readers === 'public' ? 'publishedAt' : 'approvedAt'
  const [count, found] = await Promise.all([
    db.release.count({ where }),
    db.release.findMany({
      where: { AND: [where, olderThan(time, filter.after)] },
      orderBy: [{ [time]: 'desc' }, { id: 'desc' }],
      take: pageSize + 1,
      select: card,
    }),
  ])
  const shown = found.slice(0, pageSize)
  const last = found.length > pageSize ? shown.at(-1) : undefined
  const lastTime = last?.[time]
  return { cards: shown.map(cardOf), count, next: last && lastTime ? writeCursor({ at: lastTime, id: last.id }) : null }
}

/** Reads one afresh, with up to three others that share most with it. Without the cache, so for tests too. */
export async function readRelease(readers: Readers, slug: string): Promise<ReleaseView | null> {
  const release = await db.release.findFirst({
    where: { slug, ...shownTo(readers) },
    include: { caseStudy: { select: { call: { select: { slug: true } } } } },
  })
  if (!release) return null
  const near = await db.release.findMany({
    where: {
      callId: release.callId,
      id: { not: release.id },
      ...shownTo(readers),
      OR: [{ promptKeys: { hasSome: release.promptKeys } }, { placeKeys: { hasSome: release.placeKeys } }],
    },
    orderBy: { approvedAt: 'desc' },
    take: 100,
    select: { ...card, promptKeys: true },
  })
  const shared = (other: (typeof near)[number]) =>
    other.promptKeys.filter(key => release.promptKeys.includes(key)).length +
    other.placeKeys.filter(key => release.placeKeys.includes(key)).length
  const related = near.toSorted((one, other) => shared(other) - shared(one)).slice(0, 3)
  return {
    ...cardOf(release),
    ...writtenOf(release),
    callSlug: release.caseStudy.call.slug,
    promptKeys: release.promptKeys,
    lenses: release.lenses,
    related: related.map(cardOf),
  }
}

async function idsMatching(callId: string, search: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Release"
    WHERE "callId" = ${callId}::uuid AND "search" @@ websearch_to_tsquery('english', ${search})
    LIMIT ${searchCap}`
  return rows.map(row => row.id)
}

function olderThan(time: 'publishedAt' | 'approvedAt', after: string | undefined): Prisma.ReleaseWhereInput {
  const cursor = readCursor(after ?? '')
  if (!cursor) return {}
  const { at, id } = cursor
  return { OR: [{ [time]: { lt: at } }, { [time]: at, id: { lt: id } }] }
}

function cardOf(release: Prisma.ReleaseGetPayload<{ select: typeof card }>): ReleaseCard {
  const { slug, title, summary, organisationName, organisationType, placeKeys, placeNames, themes } = release
  return {
    slug,
    title,
    summary,
    organisationName,
    organisationType,
    placeKeys,
    placeNames,
    themes,
    approvedAt: release.approvedAt.toISOString(),
    publishedAt: release.publishedAt?.toISOString() ?? null,
  }
}

import { cache } from 'react'

import { cached } from '@/lib/data/cached'
import { countGallery, findGallery, type GalleryCounted, type Readers } from '@/lib/data/gallery-search'
import { relatedReleases } from '@/lib/data/related-releases'
import { galleryTag } from '@/lib/data/releases'
import { db } from '@/lib/db'
import { writtenOf, type Written } from '@/lib/domain/case-study'
import type { GalleryFilter } from '@/lib/domain/gallery-filter'
import { writeGalleryKey } from '@/lib/domain/gallery-key'
import { readNotes, type Note } from '@/lib/domain/citation-notes'
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
  Written & {
    notes: Note[]
    callSlug: string
    promptKeys: string[]
    lenses: string[]
    communities: string[]
    related: ReleaseCard[]
  }

/**
 * `count` is of all that match, not of this page; `facets` says what each value would show. `previous` and `next` lead to
 * the pages beside it; null where there is none. `astray`: there is no such page, and this is the first.
 */
export type GalleryPage = GalleryCounted & {
  cards: ReleaseCard[]
  previous: string | null
  next: string | null
  astray: boolean
}

/** What a list shows of a release. */
export const releaseCard = {
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

/** The published case studies of a call that match, in the order that is asked for. From the cache, but for a search or a later page. Pages only. */
export function publishedCaseStudies(callId: string, filter: GalleryFilter): Promise<GalleryPage> {
  if (filter.search || filter.after || filter.before) return readPage('public', callId, filter)
  return cachedFirstPage(callId, filter)
}

/** A published case study, from the cache; null where there is none at this address. Pages only. */
export const publishedCaseStudy = cache(async (slug: string): Promise<ReleaseView | null> => {
  // Asked first, so that made-up addresses do not fill the cache.
  const slugs = await cachedSlugs()
  return slugs.has(slug) ? cachedRelease(slug) : null
})

/** An approved or published case study for the library. Null where there is none, or where the viewer may not read it. */
export async function libraryCaseStudy(viewer: Viewer, slug: string): Promise<ReleaseView | null> {
  return may(viewer, 'readLibrary') ? readRelease('library', slug) : null
}

/** The places of each published case study of a call, from the cache: for the figures on the tiles. Pages only. */
export const publishedPlaces = cached(
  (callId: string): Promise<{ placeKeys: string[] }[]> =>
    db.release.findMany({ where: { callId, ...shownTo('public') }, select: { placeKeys: true } }),
  'gallery-places',
  galleryTag,
)

const cachedFirstPage = cached(
  (callId: string, filter: GalleryFilter) => readPage('public', callId, filter),
  'gallery',
  galleryTag,
)

const cachedRelease = cached((slug: string) => readRelease('public', slug), 'case-study', galleryTag)

const cachedSlugs = cached(
  async (): Promise<ReadonlySet<string>> => {
    const releases = await db.release.findMany({ where: shownTo('public'), select: { slug: true } })
    return new Set(releases.map(release => release.slug))
  },
  'gallery-slugs',
  galleryTag,
)

function shownTo(readers: Readers): Prisma.ReleaseWhereInput {
  return readers === 'public'
    ? { publishedAt: { not: null }, caseStudy: { status: 'PUBLISHED' } }
    : { caseStudy: { status: { in: ['APPROVED', 'PUBLISHED'] } } }
}

/** Reads a page afresh. Without the cache, so for tests too. */
export async function readPage(readers: Readers, callId: string, filter: GalleryFilter): Promise<GalleryPage> {
  const asked = { readers, callId, filter }
  const [counted, { rows, newer, older, astray }] = await Promise.all([countGallery(asked), findGallery(asked)])
  return {
    cards: await readCards(rows.map(({ id }) => id)),
    ...counted,
    previous: newer && writeGalleryKey(newer),
    next: older && writeGalleryKey(older),
    astray,
  }
}

/** Reads one afresh, with up to three others that are most like it. Without the cache, so for tests too. */
export async function readRelease(readers: Readers, slug: string): Promise<ReleaseView | null> {
  const release = await db.release.findFirst({
    where: { slug, ...shownTo(readers) },
    include: { caseStudy: { select: { call: { select: { slug: true } } } } },
  })
  if (!release) return null
  const { promptKeys, lenses, communities } = release
  return {
    ...cardOf(release),
    ...writtenOf(release),
    notes: readNotes(release.notes),
    callSlug: release.caseStudy.call.slug,
    promptKeys,
    lenses,
    communities,
    related: await readCards(await relatedReleases(readers, release)),
  }
}

/** The cards of these releases, in this order. */
async function readCards(ids: string[]): Promise<ReleaseCard[]> {
  if (ids.length === 0) return []
  const found = await db.release.findMany({ where: { id: { in: ids } }, select: releaseCard })
  return ids.flatMap(id => found.filter(release => release.id === id).map(cardOf))
}

/** A release as a list shows it. */
export function cardOf(release: Prisma.ReleaseGetPayload<{ select: typeof releaseCard }>): ReleaseCard {
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

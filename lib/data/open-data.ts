import { cached } from '@/lib/data/cached'
import { wordsSql } from '@/lib/data/gallery-search'
import { galleryTag } from '@/lib/data/releases'
import { db } from '@/lib/db'
import { inAddress } from '@/lib/domain/address'
import { readCursor, writeCursor } from '@/lib/domain/cursor'
import {
  licence,
  openPaths,
  type OpenBlock,
  type OpenBrief,
  type OpenSection,
  type OpenStudy,
} from '@/lib/domain/open-data'
import { picturePath, plainFileOf } from '@/lib/domain/picture'
import { plainText, readProse, type Block } from '@/lib/domain/prose'
import type { OrganisationType } from '@/lib/domain/submission'
import type { Prisma } from '@/prisma/generated/client'

/** What is public, and nothing else: every reading of this file goes through it. */
const isPublic = { publishedAt: { not: null }, caseStudy: { status: 'PUBLISHED' } } satisfies Prisma.ReleaseWhereInput

const brief = {
  id: true,
  slug: true,
  title: true,
  summary: true,
  organisationName: true,
  organisationType: true,
  placeKeys: true,
  placeNames: true,
  promptKeys: true,
  themes: true,
  lensKeys: true,
  lenses: true,
  communities: true,
  decisionArea: true,
  publishedAt: true,
  caseStudy: { select: { call: { select: { slug: true } } } },
} as const satisfies Prisma.ReleaseSelect

const whole = {
  ...brief,
  whatHappened: true,
  whatWasNew: true,
  difference: true,
  learning: true,
  quotation: true,
  quotationSource: true,
} as const satisfies Prisma.ReleaseSelect

/** What a list is narrowed to. `placeKeys`: the chosen place and all below it. */
export type OpenFilter = {
  search?: string | undefined
  placeKeys?: string[] | undefined
  promptKey?: string | undefined
  lensKey?: string | undefined
  community?: string | undefined
  organisationType?: OrganisationType | undefined
}

/** A page of published case studies, the youngest first. `next` begins the page after; null on the last one. */
export async function listOpen(
  callId: string,
  filter: OpenFilter,
  page: { after?: string | undefined; limit: number },
  origin: string,
): Promise<{ caseStudies: OpenBrief[]; count: number; next: string | null }> {
  const { found, ...rest } = await findPage(callId, filter, page, query =>
    db.release.findMany({ ...query, select: brief }),
  )
  return { caseStudies: found.map(row => briefOf(row, origin)), ...rest }
}

/** The same, whole: for a feed. */
export async function listOpenWhole(
  callId: string,
  page: { after?: string | undefined; limit: number },
  origin: string,
): Promise<{ caseStudies: OpenStudy[]; count: number; next: string | null }> {
  const { found, ...rest } = await findPage(callId, {}, page, query => db.release.findMany({ ...query, select: whole }))
  return { caseStudies: found.map(row => studyOf(row, origin)), ...rest }
}

/** A published case study, whole; null where none is at this address. */
export async function readOpen(slug: string, origin: string): Promise<OpenStudy | null> {
  const found = await db.release.findFirst({ where: { slug, ...isPublic }, select: whole })
  return found ? studyOf(found, origin) : null
}

const batch = 200

/**
 * Every published case study of a call, read while it is written. In the order of their ids, which nothing changes: what
 * is published or taken back meanwhile makes none be left out or told twice.
 */
export async function* everyOpen(callId: string, origin: string): AsyncGenerator<OpenStudy> {
  let last: string | undefined
  for (;;) {
    const found = await db.release.findMany({
      where: { callId, ...isPublic, ...(last ? { id: { gt: last } } : {}) },
      orderBy: { id: 'asc' },
      take: batch,
      select: whole,
    })
    for (const row of found) yield studyOf(row, origin)
    last = found.at(-1)?.id
    if (found.length < batch) return
  }
}

/** Which state the published case studies of a call are in. */
export type OpenState = {
  /** Another one after every change of any of them. */
  fingerprint: string
  /** When one was last published, given another address, or taken back, as an ISO string; null before the first. */
  changedAt: string | null
  count: number
}

/** Reads that from the cache, which every change of a release renews. */
export const openState = cached(readOpenState, 'open-state', galleryTag)

/** Reads it afresh. Without the cache, so for tests too. */
export async function readOpenState(callId: string): Promise<OpenState> {
  // xmin is the transaction that wrote a row last.
  const [state] = await db.$queryRaw<{ fingerprint: string | null; changedAt: Date | null; count: number }[]>`
    SELECT md5(string_agg(r."id"::text || r.xmin::text, ',' ORDER BY r."id")
        FILTER (WHERE r."publishedAt" IS NOT NULL AND s."status" = 'PUBLISHED')) AS "fingerprint",
      greatest(max(r."publishedAt"), max(r."goneAt"),
        max(s."updatedAt") FILTER (WHERE r."publishedAt" IS NOT NULL AND s."status" = 'PUBLISHED')) AS "changedAt",
      (count(*) FILTER (WHERE r."publishedAt" IS NOT NULL AND s."status" = 'PUBLISHED'))::int AS "count"
    FROM "Release" r JOIN "CaseStudy" s ON s."id" = r."caseStudyId"
    WHERE r."callId" = ${callId}::uuid`
  return {
    fingerprint: state?.fingerprint ?? '',
    changedAt: state?.changedAt?.toISOString() ?? null,
    count: state?.count ?? 0,
  }
}

/** Where every published case study of all calls is, and since when, for those who look for pages; from the cache. */
export const publicAddresses = cached(
  async (): Promise<{ slug: string; publishedAt: string }[]> => {
    const found = await db.release.findMany({
      where: isPublic,
      orderBy: { id: 'asc' },
      select: { slug: true, publishedAt: true },
    })
    return found.flatMap(({ slug, publishedAt }) =>
      publishedAt ? [{ slug, publishedAt: publishedAt.toISOString() }] : [],
    )
  },
  'public-addresses',
  galleryTag,
)

/** Whether a case study is published at this address, from the cache. */
export async function isOpen(slug: string): Promise<boolean> {
  return (await publicSlugs()).has(slug)
}

const publicSlugs = cached(
  async () => new Set((await publicAddresses()).map(({ slug }) => slug)),
  'public-slugs',
  galleryTag,
)

async function findPage<Row extends { id: string; publishedAt: Date | null }>(
  callId: string,
  filter: OpenFilter,
  { after, limit }: { after?: string | undefined; limit: number },
  read: (query: Pick<Prisma.ReleaseFindManyArgs, 'where' | 'orderBy' | 'take'>) => Promise<Row[]>,
): Promise<{ found: Row[]; count: number; next: string | null }> {
  const where: Prisma.ReleaseWhereInput = { callId, ...isPublic }
  if (filter.promptKey) where.promptKeys = { has: filter.promptKey }
  if (filter.lensKey) where.lensKeys = { has: filter.lensKey }
  if (filter.community) where.communities = { has: filter.community }
  if (filter.placeKeys) where.placeKeys = { hasSome: filter.placeKeys }
  if (filter.organisationType) where.organisationType = filter.organisationType
  if (filter.search) where.id = { in: await idsMatching(callId, filter.search) }
  const cursor = readCursor(after ?? '')
  const older = cursor
    ? { OR: [{ publishedAt: { lt: cursor.at } }, { publishedAt: cursor.at, id: { lt: cursor.id } }] }
    : {}
  const [count, rows] = await Promise.all([
    db.release.count({ where }),
    read({ where: { AND: [where, older] }, orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }], take: limit + 1 }),
  ])
  const found = rows.slice(0, limit)
  const last = rows.length > limit ? found.at(-1) : undefined
  return { found, count, next: last?.publishedAt ? writeCursor({ at: last.publishedAt, id: last.id }) : null }
}

async function idsMatching(callId: string, search: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Release" WHERE "callId" = ${callId}::uuid AND "publishedAt" IS NOT NULL
      AND "search" @@ ${wordsSql(search)}`
  return rows.map(row => row.id)
}

function briefOf(row: Prisma.ReleaseGetPayload<{ select: typeof brief }>, origin: string): OpenBrief {
  return {
    id: row.id,
    slug: row.slug,
    url: `${origin}/case-studies/${row.slug}`,
    api: `${origin}${openPaths.api}/${row.slug}`,
    call: row.caseStudy.call.slug,
    title: row.title,
    summary: row.summary,
    organisationName: row.organisationName,
    organisationType: row.organisationType && inAddress(row.organisationType),
    places: named(row.placeKeys, row.placeNames),
    themes: named(row.promptKeys, row.themes),
    lenses: named(row.lensKeys, row.lenses),
    communities: row.communities,
    decisionArea: row.decisionArea,
    publishedAt: (row.publishedAt ?? new Date(0)).toISOString(),
  }
}

function studyOf(row: Prisma.ReleaseGetPayload<{ select: typeof whole }>, origin: string): OpenStudy {
  return {
    ...briefOf(row, origin),
    whatHappened: sectionOf(row.whatHappened, origin),
    whatWasNew: sectionOf(row.whatWasNew, origin),
    difference: sectionOf(row.difference, origin),
    learning: sectionOf(row.learning, origin),
    quotation: row.quotation,
    quotationSource: row.quotationSource,
    licence: licence.url,
  }
}

const named = (keys: string[], names: string[]) => keys.map((key, at) => ({ key, name: names[at] ?? key }))

function sectionOf(kept: unknown, origin: string): OpenSection {
  const prose = readProse(kept)
  return { words: plainText(prose), blocks: prose.map(block => blockOf(block, origin)) }
}

/** Of a note readers learn that there is one, and where: never which evidence it points at. */
function blockOf(block: Block, origin: string): OpenBlock {
  if (block.kind === 'figure') {
    const { kind, image, alt, caption } = block
    const file = plainFileOf(block)
    return { kind, url: `${origin}${picturePath(image, file)}`, width: file.width, height: file.height, alt, caption }
  }
  const places = (block.notes ?? []).map(({ at }) => at)
  return { kind: block.kind, text: block.text, evidenceAt: [...new Set(places)].toSorted((one, other) => one - other) }
}

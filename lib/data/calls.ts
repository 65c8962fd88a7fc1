import { cache } from 'react'

import { cached } from '@/lib/data/cached'
import { db, type Transaction } from '@/lib/db'
import { PressFacts, type PressFact } from '@/lib/domain/call'
import { Prisma } from '@/prisma/generated/client'

export type PromptView = { id: string; key: string; position: number; text: string; theme: string }
export type LensView = { id: string; key: string; label: string }
export type PartnerView = { id: string; name: string; role: string; url: string }
export type PlaceView = {
  id: string
  key: string
  name: string
  kind: 'AUTHORITY' | 'WHOLE_REGION' | 'ELSEWHERE'
  parentKey: string | null
  tileColumn: number | null
  tileRow: number | null
}

/** A call as everyone may see it. Times are ISO strings, for the view is kept in a cache as JSON. */
export type CallView = {
  id: string
  slug: string
  isCurrent: boolean
  demonstration: boolean
  /** Short, for titles of windows and mails. */
  name: string
  /** The call's own first sentence. */
  title: string
  introduction: string
  closingWords: string
  commissioner: string
  contactEmail: string
  opensAt: string | null
  closesAt: string | null
  graceHours: number
  analysisClosesAt: string | null
  reportExpected: string
  outcome: string
  minutesNeeded: number
  communities: string[]
  press: {
    headline: string
    summary: string
    facts: PressFact[]
    notes: string
    contact: string
    releaseTitle: string
    releaseUrl: string
  }
  version: number
  prompts: PromptView[]
  lenses: LensView[]
  partners: PartnerView[]
  places: PlaceView[]
}

/** The cache tag of everything that a call's text, dates or places show. An edit has it forgotten. */
export const callTag = 'call'

/** Reads a call afresh: for edits and for transactions (`using`) that decide by its times. Null where there is none. */
export async function readCall(
  where: { slug: string } | { isCurrent: true } | { id: string },
  using: Transaction = db,
): Promise<CallView | null> {
  const call = await using.call.findFirst({
    where,
    include: {
      prompts: { where: { retiredAt: null }, orderBy: { position: 'asc' } },
      lenses: { orderBy: { position: 'asc' } },
      partners: { orderBy: { position: 'asc' } },
      places: {
        where: { retiredAt: null },
        orderBy: { position: 'asc' },
        include: { parent: { select: { key: true } } },
      },
    },
  })
  if (!call) return null
  return {
    id: call.id,
    slug: call.slug,
    isCurrent: call.isCurrent,
    demonstration: call.demonstration,
    name: call.name,
    title: call.title,
    introduction: call.introduction,
    closingWords: call.closingWords,
    commissioner: call.commissioner,
    contactEmail: call.contactEmail,
    opensAt: call.opensAt?.toISOString() ?? null,
    closesAt: call.closesAt?.toISOString() ?? null,
    graceHours: call.graceHours,
    analysisClosesAt: call.analysisClosesAt?.toISOString() ?? null,
    reportExpected: call.reportExpected,
    outcome: call.outcome,
    minutesNeeded: call.minutesNeeded,
    communities: call.communities,
    press: {
      headline: call.pressHeadline,
      summary: call.pressSummary,
      facts: PressFacts.parse(call.pressFacts),
      notes: call.pressNotes,
      contact: call.pressContact,
      releaseTitle: call.pressReleaseTitle,
      releaseUrl: call.pressReleaseUrl,
    },
    version: call.version,
    prompts: call.prompts.map(({ id, key, position, text, theme }) => ({ id, key, position, text, theme })),
    lenses: call.lenses.map(({ id, key, label }) => ({ id, key, label })),
    partners: call.partners.map(({ id, name, role, url }) => ({ id, name, role, url })),
    places: call.places.map(({ id, key, name, kind, parent, tileColumn, tileRow }) => ({
      id,
      key,
      name,
      kind,
      parentKey: parent?.key ?? null,
      tileColumn,
      tileRow,
    })),
  }
}

/** What a response needs of its call when it is begun or sent: the times, and what a receipt says. */
export type CallInBrief = Pick<
  CallView,
  'id' | 'version' | 'name' | 'reportExpected' | 'contactEmail' | 'outcome' | 'graceHours'
> & {
  opensAt: Date | null
  closesAt: Date | null
  analysisClosesAt: Date | null
  partners: { name: string }[]
}

/** Reads that afresh. Null where there is no such call. */
export async function readCallInBrief(
  where: { isCurrent: true } | { id: string },
  using: Transaction = db,
): Promise<CallInBrief | null> {
  // one statement, because respondents wait for it
  const [call] = await using.$queryRaw<CallInBrief[]>`
    SELECT c."id", c."version", c."name", c."reportExpected", c."contactEmail", c."outcome", c."graceHours", c."opensAt",
      c."closesAt", c."analysisClosesAt", (
        SELECT coalesce(json_agg(json_build_object('name', p."name") ORDER BY p."position"), '[]')
        FROM "Partner" p WHERE p."callId" = c."id") AS "partners"
    FROM "Call" c WHERE ${'id' in where ? Prisma.sql`c."id" = ${where.id}::uuid` : Prisma.sql`c."isCurrent"`}`
  return call ?? null
}

async function readSlugs(): Promise<string[]> {
  return (await db.call.findMany({ select: { slug: true } })).map(({ slug }) => slug)
}

const cachedCurrentCall = cached(() => readCall({ isCurrent: true }), 'current-call', callTag)
const cachedSlugs = cached(readSlugs, 'call-slugs', callTag)
const cachedCall = cached((slug: string) => readCall({ slug }), 'call', callTag)

/** The call at `/`, from the cache; every portal has one (start-up makes it). Pages only. */
export const currentCall = cache(async (): Promise<CallView> => {
  const call = await cachedCurrentCall()
  if (!call)
    throw new Error('There is no current call: run `npm start`, which makes one, or `npm run admin -- start-fresh`.')
  return call
})

/** The slugs of the calls that stand beside the current one, from the cache. */
export const olderCalls = cached(
  async (): Promise<string[]> => {
    const calls = await db.call.findMany({
      where: { isCurrent: false },
      orderBy: { id: 'asc' },
      select: { slug: true },
    })
    return calls.map(({ slug }) => slug)
  },
  'older-calls',
  callTag,
)

/** A call by its slug, older ones too, from the cache; null where there is none. Pages only. */
export const callBySlug = cache(async (slug: string): Promise<CallView | null> => {
  // Asked first, for each call read leaves an entry in the cache: made-up addresses must not fill it.
  return (await cachedSlugs()).includes(slug) ? cachedCall(slug) : null
})

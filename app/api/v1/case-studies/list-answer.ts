import { cached } from '@/lib/data/cached'
import { callBySlug, currentCall, type CallView } from '@/lib/data/calls'
import { listOpen, openState } from '@/lib/data/open-data'
import { galleryTag } from '@/lib/data/releases'
import { etagOf, type Version } from '@/lib/conditional'
import { addressWith, askedFor, fromAddress, type Asked } from '@/lib/domain/address'
import { placeAndBelow } from '@/lib/domain/gallery-filter'
import { licence, OpenList, openPaths, readOpenQuery, type OpenQuery, type Problem } from '@/lib/domain/open-data'
import { organisationTypes } from '@/lib/domain/submission'

/** A page of the list, written: what is sent, of which version, and the address of the page after. */
export type ListAnswer = { body: string; version: Version; next: string | null }

/** The page that an address asks for, or what is wrong with it. */
export async function answerList(asked: Asked, origin: string): Promise<ListAnswer | Omit<Problem, 'type'>> {
  const slug = askedFor(asked, 'call')
  const call = slug ? await callBySlug(slug) : await currentCall()
  if (!call) return askedWrongly([{ parameter: 'call', detail: `There is no call “${slug.slice(0, 60)}”.` }])
  const read = readOpenQuery(asked, call)
  if ('problems' in read) return askedWrongly(read.problems)
  // What is found by words, and what follows, is asked for in too many ways to be kept.
  return read.query.q || read.query.after ? writeList(call, read.query, origin) : keptList(call, read.query, origin)
}

function askedWrongly(problems: NonNullable<Problem['problems']>) {
  const detail = problems.map(problem => problem.detail).join(' ')
  return { title: 'This cannot be asked', status: 400, detail, problems }
}

const keptByKey = cached(
  async (slug: string, version: number, query: OpenQuery, origin: string): Promise<ListAnswer> => {
    const call = await callBySlug(slug)
    if (!call) throw new Error(`The call ${slug} is gone since version ${version}.`)
    return writeList(call, query, origin)
  },
  'open-list',
  galleryTag,
)

const keptList = (call: CallView, query: OpenQuery, origin: string) => keptByKey(call.slug, call.version, query, origin)

async function writeList(call: CallView, query: OpenQuery, origin: string): Promise<ListAnswer> {
  const { q, place, theme, lens, community, type, after, limit } = query
  const filter = {
    search: q,
    placeKeys: place ? placeAndBelow(call.places, place) : undefined,
    promptKey: theme,
    lensKey: lens,
    community,
    organisationType: fromAddress(type ?? '', organisationTypes) ?? undefined,
  }
  const [page, { changedAt }] = await Promise.all([
    listOpen(call.id, filter, { after, limit }, origin),
    openState(call.id),
  ])
  const { call: named } = query
  const rest = { call: named, q, place, theme, lens, community, type, limit: String(limit) }
  const next = page.next ? origin + addressWith(openPaths.api, { ...rest, after: page.next }) : null
  const { caseStudies, count } = page
  const body = JSON.stringify(OpenList.parse({ caseStudies, count, next, licence: licence.url }))
  return { body, next, version: { etag: etagOf(body), lastModified: changedAt ? new Date(changedAt) : null } }
}

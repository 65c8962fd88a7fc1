import type { AnalysisView } from './analysis'
import { addressWith, allAskedFor, askedFor, type Asked } from './address'
import { filterQuery, readFilter, type KnownValues, type SubmissionFilter } from './submission-filter'

/** Which passages are asked for: coded words in the submissions that a filter lets through. */
export type PassageFilter = {
  /** Ids of codes: passages with any of them, or where all of them overlap. Empty is every code. */
  codes: string[]
  /** Codes below the chosen ones count as them. */
  below: boolean
  /** All of several codes overlap, or stand in the same submission; else any of them will do. */
  all: boolean | 'SUBMISSION'
  /** Ids of the people who coded. */
  by: string[]
  /** What single coders did, what was agreed on, or both. */
  which: 'ORIGINAL' | 'AGREED' | null
  /** Only what a figure of the analysis counts: then `which` is null. */
  counted?: CountedPassages | null
  /** The submissions: the same facets as in the list. Their `code` is empty, the codes are above. */
  within: SubmissionFilter
}

/** What a figure counts. `from` and `until` are days in the region's time on which the evidence was sent; the second is out. */
export type CountedPassages = {
  count: AnalysisView['count']
  coded: AnalysisView['coded']
  from: string | null
  until: string | null
}

const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Reads it from an address; what is not known is left out and named. `after` and `before` are ids of passages. */
export function readPassageFilter(asked: Asked, known: KnownValues) {
  // the place in this list is an id, not a moment
  const { after: _, before: __, ...rest } = asked
  const { filter, ignored } = readFilter(rest, known)
  const people = allAskedFor(asked, 'by')
  const by = people.filter(person => known.coders.includes(person))
  const which = askedFor(asked, 'which')
  const match = askedFor(asked, 'match')
  const place = (name: string) => (id.test(askedFor(asked, name)) ? askedFor(asked, name) : null)
  const after = place('after')
  const passages: PassageFilter = {
    codes: filter.code,
    below: askedFor(asked, 'below') !== 'no',
    all: match === 'submission' ? 'SUBMISSION' : match === 'all',
    by,
    which: which === 'original' ? 'ORIGINAL' : which === 'agreed' ? 'AGREED' : null,
    ...(which === 'settled' || which === 'so-far' ? { counted: readCounted(asked, which) } : {}),
    within: { ...filter, code: [] },
  }
  return {
    passages,
    page: { after, before: after ? null : place('before') },
    ignored: [...ignored, ...(by.length < people.length ? ['person who coded'] : [])],
  }
}

function readCounted(asked: Asked, count: CountedPassages['count']): CountedPassages {
  const coded = askedFor(asked, 'coded')
  const day = (name: string) => (isDay(askedFor(asked, name)) ? askedFor(asked, name) : null)
  return { count, coded: coded === 'one' || coded === 'two' ? coded : 'both', from: day('from'), until: day('until') }
}

function isDay(text: string): boolean {
  const date = /^(?!0000)\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The address of a list of passages. */
export function passageAddress(
  path: string,
  { codes, below, all, by, which, counted, within }: PassageFilter,
  page: { after?: string; before?: string } = {},
): string {
  return addressWith(path, {
    ...filterQuery({ ...within, code: codes }),
    below: below ? null : 'no',
    match: all === 'SUBMISSION' ? 'submission' : all ? 'all' : null,
    by,
    which: counted?.count ?? which?.toLowerCase(),
    coded: counted && counted.coded !== 'both' ? counted.coded : null,
    from: counted?.from,
    until: counted?.until,
    after: page.after,
    before: page.before,
  })
}

import { addressWith, allAskedFor, askedFor, type Asked } from './address'
import { filterQuery, readFilter, type KnownValues, type SubmissionFilter } from './submission-filter'

/** Which passages are asked for: coded words in the submissions that a filter lets through. */
export type PassageFilter = {
  /** Ids of codes: passages with any of them, or where all of them overlap. Empty is every code. */
  codes: string[]
  /** Codes below the chosen ones count as them. */
  below: boolean
  all: boolean
  /** Ids of the people who coded. */
  by: string[]
  /** What single coders did, what was agreed on, or both. */
  which: 'ORIGINAL' | 'AGREED' | null
  /** The submissions: the same facets as in the list. Their `code` is empty, the codes are above. */
  within: SubmissionFilter
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
  const place = (name: string) => (id.test(askedFor(asked, name)) ? askedFor(asked, name) : null)
  const after = place('after')
  const passages: PassageFilter = {
    codes: filter.code,
    below: askedFor(asked, 'below') !== 'no',
    all: askedFor(asked, 'match') === 'all',
    by,
    which: which === 'original' ? 'ORIGINAL' : which === 'agreed' ? 'AGREED' : null,
    within: { ...filter, code: [] },
  }
  return {
    passages,
    page: { after, before: after ? null : place('before') },
    ignored: [...ignored, ...(by.length < people.length ? ['person who coded'] : [])],
  }
}

/** The address of a list of passages. */
export function passageAddress(
  path: string,
  { codes, below, all, by, which, within }: PassageFilter,
  page: { after?: string; before?: string } = {},
): string {
  return addressWith(path, {
    ...filterQuery({ ...within, code: codes }),
    below: below ? null : 'no',
    match: all ? 'all' : null,
    by,
    which: which && which.toLowerCase(),
    after: page.after,
    before: page.before,
  })
}

import { addressWith, allAskedFor, askedFor, fromAddress, inAddress, searchOf, type Asked } from './address'
import { readCursor, writeCursor, type Cursor } from './cursor'
import { languageCodes } from './language'
import { decisions, organisationTypes, stages, type Decision, type OrganisationType, type Stage } from './submission'

/** What a submission came with. */
export const materials = ['LINKS', 'FILES', 'NONE'] as const
export type Material = (typeof materials)[number]

/**
 * What lists of submissions can be narrowed to. Of the values of one facet any will do (OR), the facets themselves
 * combine (AND). Empty means any.
 */
export type SubmissionFilter = {
  /** Words to look for, phrases, `-words`, or the beginning of a reference. */
  q: string
  stage: Stage[]
  /** Keys of prompts. */
  theme: string[]
  /** Keys of places; a place that holds others stands for them too. */
  place: string[]
  type: OrganisationType[]
  /** Names of the communities that the call offers. */
  community: string[]
  /** Short names of teams: one of their people is assigned. */
  team: string[]
  decision: (Decision | 'NONE')[]
  /** Ids of people who are assigned. */
  coder: string[]
  /** Ids of codes: one of them, or one below it in the codebook, stands on it, as far as the viewer may know. */
  code: string[]
  /** Whether they may be telephoned. */
  call: ('YES' | 'NO')[]
  material: Material[]
  /** ISO 639-1, or `UNKNOWN` where it could not be told. */
  language: string[]
  /** Assigned to whoever looks. */
  mine: boolean
  /** Corrected after settling, and not looked at since. */
  corrected: boolean
}

/** The parts of a filter that have values with counts, in the order of an address. */
export const facets = [
  ...(['stage', 'theme', 'place', 'type', 'community', 'team', 'decision', 'coder'] as const),
  ...(['code', 'call', 'material', 'language'] as const),
] as const
export type Facet = (typeof facets)[number]

export const emptyFilter: SubmissionFilter = {
  q: '',
  stage: [],
  theme: [],
  place: [],
  type: [],
  community: [],
  team: [],
  decision: [],
  coder: [],
  code: [],
  call: [],
  material: [],
  language: [],
  mine: false,
  corrected: false,
}

/** The names of filters in the address, with what a person calls them. */
const filterNames = {
  stage: 'stage',
  theme: 'theme',
  place: 'place',
  type: 'organisation type',
  community: 'community',
  team: 'team',
  decision: 'decision',
  coder: 'coder',
  code: 'code',
  call: 'consent to a call',
  material: 'kind of material',
  language: 'language',
  mine: 'assignment',
  corrected: 'correction',
  after: 'page',
  before: 'page',
  page: 'page',
} as const
type FilterName = keyof typeof filterNames

/** What exists now: keys of themes and places, communities by name, short names of teams, ids of people and codes. */
export type KnownValues = {
  themes: readonly string[]
  places: readonly string[]
  communities: readonly string[]
  teams: readonly string[]
  coders: readonly string[]
  codes: readonly string[]
}

/** A place in a list: newest first by key; what is ranked by page number, from 1. */
export type ListPage = { after: Cursor | null; before: Cursor | null; number: number }

/**
 * Reads a filter from an address. What is not known is left out and named in `ignored`, so that an old or mistyped
 * link still shows a list.
 */
export function readFilter(asked: Asked, known: KnownValues) {
  const ignored = new Set<string>()
  const name = (filter: FilterName) => ignored.add(filterNames[filter])
  function many<V extends string>(filter: FilterName, allowed: readonly V[]): V[] {
    return allAskedFor(asked, filter).flatMap(value => {
      const found = fromAddress(value, allowed)
      if (!found) name(filter)
      return found ?? []
    })
  }
  function cursor(filter: 'after' | 'before'): Cursor | null {
    const value = askedFor(asked, filter)
    const found = value ? readCursor(value) : null
    if (value && !found) name(filter)
    return found
  }
  const filter: SubmissionFilter = {
    q: searchOf(asked),
    stage: many('stage', stages),
    theme: many('theme', known.themes),
    place: many('place', known.places),
    type: many('type', organisationTypes),
    community: many('community', known.communities),
    team: many('team', known.teams),
    decision: many('decision', [...decisions, 'NONE'] as const),
    coder: many('coder', known.coders),
    code: many('code', known.codes),
    call: many('call', ['YES', 'NO'] as const),
    material: many('material', materials),
    language: many('language', [...languageCodes, 'UNKNOWN']),
    mine: many('mine', ['yes']).length > 0,
    corrected: many('corrected', ['yes']).length > 0,
  }
  const after = cursor('after')
  const typed = askedFor(asked, 'page')
  const number = /^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : 1
  if (typed && String(number) !== typed) name('page')
  const page: ListPage = { after, before: after ? null : cursor('before'), number }
  return { filter, page, ignored: [...ignored] }
}

/** What a filter adds to an address, by name; what is off is empty. */
export function filterQuery(filter: SubmissionFilter): Record<string, string | string[] | null> {
  const named = Object.fromEntries(facets.map(facet => [facet, filter[facet].map(inAddress)]))
  return {
    q: filter.q,
    ...named,
    mine: filter.mine ? 'yes' : null,
    corrected: filter.corrected ? 'yes' : null,
  }
}

/** The address of a list, with only the filters that are on. */
export function filterAddress(
  path: string,
  filter: SubmissionFilter,
  page: { after?: Cursor; before?: Cursor; number?: number } = {},
): string {
  return addressWith(path, {
    ...filterQuery(filter),
    after: page.after && writeCursor(page.after),
    before: page.before && writeCursor(page.before),
    page: page.number && page.number > 1 ? String(page.number) : null,
  })
}

/** Whether anything is on. */
export function isNarrowed(filter: SubmissionFilter): boolean {
  return filter.q !== '' || filter.mine || filter.corrected || facets.some(facet => filter[facet].length > 0)
}

/** The filter with one value of a facet put on, or taken off where it was on. */
export function toggled(filter: SubmissionFilter, facet: Facet, value: string): SubmissionFilter {
  const before: readonly string[] = filter[facet]
  const values = before.includes(value) ? before.filter(one => one !== value) : [...before, value]
  return { ...filter, [facet]: values }
}

/** The beginning of a reference that somebody typed, as references are written; null where it looks like none. */
export function referencePrefix(text: string): string | null {
  const [, typed] = /^WM[-\s]?([0-9A-Z\s-]{0,9})$/i.exec(text.trim()) ?? []
  if (typed === undefined) return null
  const letters = typed.toUpperCase().replace(/[\s-]/g, '')
  return letters.length > 4 ? `WM-${letters.slice(0, 4)}-${letters.slice(4)}` : `WM-${letters}`
}

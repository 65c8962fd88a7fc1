import { addressWith, askedFor, fromAddress, inAddress, searchOf, type Asked } from './address'
import { readCursor, writeCursor, type Cursor } from './cursor'
import { decisions, organisationTypes, stages, type Decision, type OrganisationType, type Stage } from './submission'

/** What the list of submissions can be narrowed to. Null means any. */
export type SubmissionFilter = {
  /** Words to look for, or the beginning of a reference. */
  q: string
  stage: Stage | null
  /** The key of a prompt. */
  theme: string | null
  /** The key of a place; a place that holds others stands for them too. */
  place: string | null
  type: OrganisationType | null
  /** The short name of a team: one of its people is assigned. */
  team: string | null
  /** Assigned to whoever looks. */
  mine: boolean
  decision: Decision | 'NONE' | null
  /** Corrected after settling, and not looked at since. */
  corrected: boolean
}

export const emptyFilter: SubmissionFilter = {
  q: '',
  stage: null,
  theme: null,
  place: null,
  type: null,
  team: null,
  mine: false,
  decision: null,
  corrected: false,
}

/** The names of filters in the address, with what a person calls them. */
const filterNames = {
  stage: 'stage',
  theme: 'theme',
  place: 'place',
  type: 'organisation type',
  team: 'team',
  mine: 'assignment',
  decision: 'decision',
  corrected: 'correction',
  after: 'page',
  before: 'page',
} as const
type FilterName = keyof typeof filterNames

type Known = {
  themes: readonly string[]
  places: readonly string[]
  teams: readonly string[]
}

/**
 * Reads a filter from an address. What is not known is left out and named in `ignored`, so that an old or mistyped
 * link still shows a list. Of a name that came twice the first counts.
 */
export function readFilter(asked: Asked, known: Known) {
  const ignored = new Set<string>()
  function one<V extends string>(name: FilterName, allowed: readonly V[]): V | null {
    const value = askedFor(asked, name)
    if (!value) return null
    const found = fromAddress(value, allowed)
    if (!found) ignored.add(filterNames[name])
    return found
  }
  function cursor(name: 'after' | 'before'): Cursor | null {
    const value = askedFor(asked, name)
    const found = value ? readCursor(value) : null
    if (value && !found) ignored.add(filterNames[name])
    return found
  }
  const filter: SubmissionFilter = {
    q: searchOf(asked),
    stage: one('stage', stages),
    theme: one('theme', known.themes),
    place: one('place', known.places),
    type: one('type', organisationTypes),
    team: one('team', known.teams),
    mine: one('mine', ['yes']) === 'yes',
    decision: one('decision', [...decisions, 'NONE'] as const),
    corrected: one('corrected', ['yes']) === 'yes',
  }
  const after = cursor('after')
  return {
    filter,
    page: { after, before: after ? null : cursor('before') },
    ignored: [...ignored],
  }
}

/** The address of a list, with only the filters that are on. */
export function filterAddress(
  path: string,
  filter: SubmissionFilter,
  page: { after?: Cursor; before?: Cursor } = {},
): string {
  const { q, mine, corrected, ...named } = filter
  return addressWith(path, {
    q,
    ...Object.fromEntries(Object.entries(named).map(([name, value]) => [name, value && inAddress(value)])),
    mine: mine ? 'yes' : null,
    corrected: corrected ? 'yes' : null,
    after: page.after && writeCursor(page.after),
    before: page.before && writeCursor(page.before),
  })
}

/** The beginning of a reference that somebody typed, as references are written; null where it looks like none. */
export function referencePrefix(text: string): string | null {
  const [, typed] = /^WM[-\s]?([0-9A-Z\s-]{0,9})$/i.exec(text.trim()) ?? []
  if (typed === undefined) return null
  const letters = typed.toUpperCase().replace(/[\s-]/g, '')
  return letters.length > 4 ? `WM-${letters.slice(0, 4)}-${letters.slice(4)}` : `WM-${letters}`
}

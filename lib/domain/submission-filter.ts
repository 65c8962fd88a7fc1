import { decisions, organisationTypes, stages, type Decision, type OrganisationType, type Stage } from './submission'
import { normaliseLine } from './text-normal'

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
}

/** The names of filters in the address, with what a person calls them. */
export const filterNames = {
  stage: 'stage',
  theme: 'theme',
  place: 'place',
  type: 'organisation type',
  team: 'team',
  mine: 'assignment',
  decision: 'decision',
  after: 'page',
  before: 'page',
} as const
export type FilterName = keyof typeof filterNames

/** A place in the list: newest first, ties by id. */
export type Cursor = { submittedAt: Date; id: string }

type Asked = Record<string, string | string[] | undefined>
type Known = {
  themes: readonly string[]
  places: readonly string[]
  teams: readonly string[]
}

const longestQuery = 200

/** How a value stands in the address: `MUTUAL_AID` as `mutual-aid`. */
export function inAddress(value: string): string {
  return value.toLowerCase().replaceAll('_', '-')
}

/**
 * Reads a filter from an address. What is not known is left out and named in `ignored`, so that an old or mistyped
 * link still shows a list. Of a name that came twice the first counts.
 */
export function readFilter(asked: Asked, known: Known) {
  const ignored = new Set<string>()
  const given = (name: string) => [asked[name]].flat()[0]?.trim() ?? ''
  function one<V extends string>(name: FilterName, allowed: readonly V[]): V | null {
    const value = given(name)
    if (!value) return null
    const found = allowed.find(choice => inAddress(choice) === inAddress(value))
    if (!found) ignored.add(filterNames[name])
    return found ?? null
  }
  function cursor(name: 'after' | 'before'): Cursor | null {
    const value = given(name)
    const found = value ? readCursor(value) : null
    if (value && !found) ignored.add(filterNames[name])
    return found
  }
  const filter: SubmissionFilter = {
    q: Array.from(normaliseLine(given('q')))
      .slice(0, longestQuery)
      .join(''),
    stage: one('stage', stages),
    theme: one('theme', known.themes),
    place: one('place', known.places),
    type: one('type', organisationTypes),
    team: one('team', known.teams),
    mine: one('mine', ['yes']) === 'yes',
    decision: one('decision', [...decisions, 'NONE'] as const),
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
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) {
    if (typeof value === 'string' && value) query.set(name, name === 'q' ? value : inAddress(value))
    if (value === true) query.set(name, 'yes')
  }
  if (page.after) query.set('after', writeCursor(page.after))
  if (page.before) query.set('before', writeCursor(page.before))
  const written = query.toString()
  return written ? `${path}?${written}` : path
}

/** `2026-07-01T09:30:00.000Z_<uuid>` */
export function writeCursor({ submittedAt, id }: Cursor): string {
  return `${submittedAt.toISOString()}_${id}`
}

const cursorShape = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Null where it is none. */
export function readCursor(text: string): Cursor | null {
  const [, time, id] = cursorShape.exec(text) ?? []
  if (!time || !id) return null
  const submittedAt = new Date(time)
  return Number.isNaN(submittedAt.getTime()) ? null : { submittedAt, id }
}

/** The beginning of a reference that somebody typed, as references are written; null where it looks like none. */
export function referencePrefix(text: string): string | null {
  const [, typed] = /^WM[-\s]?([0-9A-Z\s-]{0,9})$/i.exec(text.trim()) ?? []
  if (typed === undefined) return null
  const letters = typed.toUpperCase().replace(/[\s-]/g, '')
  return letters.length > 4 ? `WM-${letters.slice(0, 4)}-${letters.slice(4)}` : `WM-${letters}`
}

import { allAskedFor, askedFor, askedIn, fromAddress, inAddress, searchIsCut, type Asked } from './address'
import type { ExportKind } from './export'
import { followUpOwners, followUpShows, readFollowUpFilter, type FollowUpFilter } from './follow-up'
import { gridColumns, gridSorts, mostCodes, readGrid, type GridView } from './grid-columns'
import { readPassageFilter, type PassageFilter } from './passage-filter'
import { facets, readFilter, type KnownValues, type SubmissionFilter } from './submission-filter'

/** What an export holds, as its address says it. */
export type ExportSelection =
  | { what: 'SUBMISSIONS' | 'CODINGS' | 'COMMENTS'; filter: SubmissionFilter }
  | { what: 'PASSAGES'; passages: PassageFilter }
  | { what: 'GRID'; filter: SubmissionFilter; view: GridView }
  | { what: 'FOLLOW_UPS'; followUps: FollowUpFilter }

// a file holds every page, so a place in the list changes nothing
const places = ['page', 'after', 'before']
const ofSubmissions = ['q', ...facets, 'mine', 'corrected', ...places]
const names: Record<ExportKind, readonly string[]> = {
  SUBMISSIONS: [...ofSubmissions, 'reference'],
  CODINGS: ofSubmissions,
  COMMENTS: ofSubmissions,
  PASSAGES: [...ofSubmissions, 'below', 'match', 'by', 'which'],
  GRID: [...ofSubmissions, 'column', 'codes', 'cells', 'sort', 'order'],
  FOLLOW_UPS: ['show', 'who', ...places],
}

/**
 * Reads what a file is to hold. A list drops what it does not know and says so beside its rows; a file can't, so here
 * `fault` is a sentence that names it, and nothing is made.
 */
export function readSelection(what: ExportKind, query: string, known: KnownValues) {
  const asked = askedIn(query)
  const { page: _, after: __, before: ___, ...rest } = asked
  const faults = [...strangers(what, asked), ...valueFaults(what, rest, known)]
  return { selection: selectionOf(what, rest, known), fault: faults.length > 0 ? sentenceOf(faults) : null }
}

function selectionOf(what: ExportKind, asked: Asked, known: KnownValues): ExportSelection {
  switch (what) {
    case 'PASSAGES':
      return { what, passages: readPassageFilter(asked, known).passages }
    case 'GRID':
      return { what, filter: readFilter(asked, known).filter, view: readGrid(asked, known) }
    case 'FOLLOW_UPS':
      return { what, followUps: readFollowUpFilter(asked) }
    default:
      return { what, filter: readFilter(asked, known).filter }
  }
}

const quoted = (name: string) => `“${Array.from(name).slice(0, 40).join('')}”`

function strangers(what: ExportKind, asked: Asked): string[] {
  return Object.keys(asked)
    .filter(name => !names[what].includes(name))
    .map(name => `a filter ${quoted(name)}`)
}

function valueFaults(what: ExportKind, asked: Asked, known: KnownValues): string[] {
  if (what === 'FOLLOW_UPS') {
    return [
      ...oneOf(asked, 'show', followUpShows.map(inAddress), 'part of the queue'),
      ...oneOf(asked, 'who', followUpOwners.map(inAddress), 'owner of follow-ups'),
    ]
  }
  const { ignored } = what === 'PASSAGES' ? readPassageFilter(asked, known) : readFilter(asked, known)
  return [
    ...ignored.map(name => `a ${name}`),
    ...(searchIsCut(asked) ? ['a search of more than 200 characters'] : []),
    ...tooMany(asked),
    ...(what === 'PASSAGES' ? passageFaults(asked) : []),
    ...(what === 'GRID' ? gridFaults(asked, known) : []),
  ]
}

function passageFaults(asked: Asked): string[] {
  return [
    ...oneOf(asked, 'below', ['no', 'yes'], 'choice of codes below'),
    ...oneOf(asked, 'match', ['any', 'all'], 'way to match codes'),
    ...oneOf(asked, 'which', ['original', 'agreed', 'both'], 'kind of coding'),
  ]
}

function gridFaults(asked: Asked, known: KnownValues): string[] {
  const columns = allAskedFor(asked, 'column').filter(name => name !== 'title' && !fromAddress(name, gridColumns))
  const codes = allAskedFor(asked, 'codes')
  return [
    ...columns.map(name => `a column ${quoted(name)}`),
    ...codes.filter(code => !known.codes.includes(code)).map(() => 'a code for a column'),
    ...(codes.length > mostCodes ? [`more than ${mostCodes} columns of codes`] : []),
    ...oneOf(asked, 'cells', ['count', 'passage'], 'kind of cells'),
    ...oneOf(asked, 'sort', gridSorts, 'way to sort by'),
    ...oneOf(asked, 'order', ['up', 'down'], 'direction'),
  ]
}

function oneOf(asked: Asked, name: string, allowed: readonly string[], inWords: string): string[] {
  const value = askedFor(asked, name)
  return value === '' || allowed.includes(value) ? [] : [`a ${inWords} ${quoted(value)}`]
}

// what is past the hundredth value of a name is not read
function tooMany(asked: Asked): string[] {
  const long = Object.values(asked).some(value => Array.isArray(value) && new Set(value).size > 100)
  return long ? ['more than 100 values of one filter'] : []
}

const listed = new Intl.ListFormat('en-GB')

function sentenceOf(faults: string[]): string {
  return `The address asks for what cannot be had: ${listed.format(new Set(faults))}. No file was made.`
}

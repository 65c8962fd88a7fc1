import * as z from 'zod/mini'

import { addressWith, allAskedFor, askedFor, fromAddress, inAddress, searchOf, type Asked } from './address'
import { placeAndBelow } from './gallery-filter'
import { normaliseLine } from './text-normal'
import { organisationTypes, type OrganisationType } from './submission'

export const standings = ['public', 'approved'] as const
export type Standing = (typeof standings)[number]
export const standingNames: Record<Standing, string> = { public: 'Published', approved: 'Approved, not yet published' }

/**
 * What the library's list is narrowed to, as it stands in the address: `theme`, `place` and `lens` are keys, `areas` are
 * decision areas in their own words, `from` and `to` days of approval, `2026-08-07`. Null means any.
 */
export type LibraryChoice = {
  q: string
  theme: string | null
  place: string | null
  lens: string | null
  type: OrganisationType | null
  standing: Standing | null
  areas: string[]
  from: string | null
  to: string | null
}

export const wholeLibrary: LibraryChoice = {
  q: '',
  theme: null,
  place: null,
  lens: null,
  type: null,
  standing: null,
  areas: [],
  from: null,
  to: null,
}

type Keyed = readonly { key: string }[]
type Known = { prompts: Keyed; places: Keyed; lenses: Keyed }

const mostAreas = 20
// PostgreSQL has no year 0.
const Day = z.iso.date().check(z.regex(/^(?!0000)/))

/** Reads it from an address. What is not known is left out, so that an old or mistyped link still shows a list. */
export function readLibraryChoice(asked: Asked, known: Known): { choice: LibraryChoice; after: string | undefined } {
  const keyIn = (name: string, things: Keyed) =>
    fromAddress(
      askedFor(asked, name),
      things.map(({ key }) => key),
    )
  const dayIn = (name: string) => {
    const day = Day.safeParse(askedFor(asked, name))
    return day.success ? day.data : null
  }
  const areas = allAskedFor(asked, 'area').map(area => Array.from(normaliseLine(area)).slice(0, 150).join(''))
  const choice = {
    q: searchOf(asked),
    theme: keyIn('theme', known.prompts),
    place: keyIn('place', known.places),
    lens: keyIn('lens', known.lenses),
    type: fromAddress(askedFor(asked, 'type'), organisationTypes),
    standing: fromAddress(askedFor(asked, 'standing'), standings),
    areas: areas.filter(Boolean).slice(0, mostAreas),
    from: dayIn('from'),
    to: dayIn('to'),
  }
  return { choice, after: askedFor(asked, 'after') || undefined }
}

/** The address of the list, with only what is chosen. */
export function libraryAddress(path: string, choice: LibraryChoice, after?: string): string {
  const { areas, type, ...rest } = choice
  return addressWith(path, { ...rest, type: type && inAddress(type), area: areas, after })
}

/** Whether anything is chosen. */
export function isNarrowed(choice: LibraryChoice): boolean {
  return libraryAddress('', choice) !== ''
}

/** The same choice with the place and all below it, which is what the data layer asks for. */
export function placesChosen(
  choice: LibraryChoice,
  places: readonly { key: string; parentKey: string | null }[],
): string[] | null {
  return choice.place ? placeAndBelow(places, choice.place) : null
}

import { addressWith, askedFor, fromAddress, inAddress, searchIsCut, searchOf, type Asked } from './address'
import { organisationTypes, type OrganisationType } from './submission'

/** The orders of the gallery. Best match is the usual one of a search, the newest first that of all else. */
export const gallerySorts = ['match', 'newest', 'title'] as const
export type GallerySort = (typeof gallerySorts)[number]

/** What readers can narrow the case studies to, each with one value or none. */
export const galleryFacets = ['theme', 'lens', 'place', 'type', 'community'] as const
export type GalleryFacet = (typeof galleryFacets)[number]

/** A reader's choice as it stands in the address. `theme`, `lens` and `place` are keys; null means any, and the usual order. */
export type GalleryChoice = {
  q: string
  theme: string | null
  lens: string | null
  place: string | null
  type: OrganisationType | null
  community: string | null
  sort: GallerySort | null
}

/** What a call offers to choose from. */
type Known = {
  prompts: readonly { key: string }[]
  lenses?: readonly { key: string }[]
  places: readonly { key: string }[]
  communities?: readonly string[]
}

/** What an address asks for, and what of it there is not: such a value is left out, so that the rest still shows a list. */
export type GalleryAsked = {
  choice: GalleryChoice
  after: string | undefined
  before: string | undefined
  unknown: GalleryFacet[]
  /** More words were given than are looked for. */
  cut: boolean
}

/** Reads it from an address. */
export function readGalleryChoice(asked: Asked, known: Known): GalleryAsked {
  const keys = (things: readonly { key: string }[] = []) => things.map(({ key }) => key)
  const oneOf = <V extends string>(name: string, allowed: readonly V[]) => fromAddress(askedFor(asked, name), allowed)
  const q = searchOf(asked)
  const sort = oneOf('sort', gallerySorts)
  const choice = {
    q,
    theme: oneOf('theme', keys(known.prompts)),
    lens: oneOf('lens', keys(known.lenses)),
    place: oneOf('place', keys(known.places)),
    type: oneOf('type', organisationTypes),
    community: oneOf('community', known.communities ?? []),
    sort: sort === usualSort(q) || (sort === 'match' && !q) ? null : sort,
  }
  return {
    choice,
    after: askedFor(asked, 'after') || undefined,
    before: askedFor(asked, 'before') || undefined,
    unknown: galleryFacets.filter(facet => askedFor(asked, facet) !== '' && choice[facet] === null),
    cut: searchIsCut(asked),
  }
}

/** The order of a list for which none was chosen. */
export function usualSort(search: string | undefined): GallerySort {
  return search ? 'match' : 'newest'
}

/** Whether anything narrows the list. */
export function isNarrowed(choice: GalleryChoice): boolean {
  return choice.q !== '' || galleryFacets.some(facet => choice[facet] !== null)
}

/** The address of a list, with only what is chosen, and of a page of it: after one key or before one. */
export function galleryAddress(path: string, choice: Partial<GalleryChoice>, after?: string, before?: string): string {
  const { q, theme, lens, place, type, community, sort } = choice
  return addressWith(path, { q, theme, lens, place, type: type && inAddress(type), community, sort, after, before })
}

/** The key of a place and of every place below it. */
export function placeAndBelow(places: readonly { key: string; parentKey: string | null }[], key: string): string[] {
  const keys = [key]
  for (const found of keys) {
    for (const place of places) if (place.parentKey === found && !keys.includes(place.key)) keys.push(place.key)
  }
  return keys
}

/**
 * What the data layer is asked for. `placeKeys`: the chosen place and all below it. `after` and `before`: where the page
 * beside this one ended or began, as it said itself.
 */
export type GalleryFilter = {
  promptKey?: string | undefined
  lensKey?: string | undefined
  placeKeys?: string[] | undefined
  organisationType?: OrganisationType | undefined
  community?: string | undefined
  search?: string | undefined
  sort?: GallerySort | undefined
  after?: string | undefined
  before?: string | undefined
}

/** What a choice asks the data layer for. */
export function galleryFilter(
  choice: GalleryChoice,
  places: readonly { key: string; parentKey: string | null }[],
  after?: string,
  before?: string,
): GalleryFilter {
  return {
    promptKey: choice.theme ?? undefined,
    lensKey: choice.lens ?? undefined,
    placeKeys: choice.place ? placeAndBelow(places, choice.place) : undefined,
    organisationType: choice.type ?? undefined,
    community: choice.community ?? undefined,
    search: choice.q || undefined,
    sort: choice.sort ?? undefined,
    after,
    before,
  }
}

/** How many things name each place or a place below it, each thing once; a thing may stand for `count` alike. */
export function countByPlace(
  places: readonly { key: string; parentKey: string | null }[],
  things: readonly { placeKeys: string[]; count?: number }[],
): Record<string, number> {
  return Object.fromEntries(
    places.map(({ key }) => {
      const within = new Set(placeAndBelow(places, key))
      const naming = things.filter(thing => thing.placeKeys.some(named => within.has(named)))
      return [key, naming.reduce((sum, { count = 1 }) => sum + count, 0)]
    }),
  )
}

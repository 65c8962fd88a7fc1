import { addressWith, askedFor, fromAddress, inAddress, searchOf, type Asked } from './address'
import { organisationTypes, type OrganisationType } from './submission'

/** What readers can narrow the case studies to, as it stands in the address. `theme` and `place` are keys; null means any. */
export type GalleryChoice = {
  q: string
  theme: string | null
  place: string | null
  type: OrganisationType | null
}

type Known = { prompts: readonly { key: string }[]; places: readonly { key: string }[] }

/** Reads it from an address. What is not known is left out, so that an old or mistyped link still shows a list. */
export function readGalleryChoice(asked: Asked, known: Known): { choice: GalleryChoice; after: string | undefined } {
  const oneOf = <V extends string>(name: string, allowed: readonly V[]) => fromAddress(askedFor(asked, name), allowed)
  return {
    choice: {
      q: searchOf(asked),
      theme: oneOf(
        'theme',
        known.prompts.map(prompt => prompt.key),
      ),
      place: oneOf(
        'place',
        known.places.map(place => place.key),
      ),
      type: oneOf('type', organisationTypes),
    },
    after: askedFor(asked, 'after') || undefined,
  }
}

/** The address of a list, with only what is chosen. */
export function galleryAddress(path: string, choice: Partial<GalleryChoice>, after?: string): string {
  const { q, theme, place, type } = choice
  return addressWith(path, { q, theme, place, type: type && inAddress(type), after })
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
 * What the data layer is asked for. `placeKeys`: the chosen place and all below it. `after`: where the page before ended,
 * as it said itself.
 */
export type GalleryFilter = {
  promptKey?: string | undefined
  placeKeys?: string[] | undefined
  organisationType?: OrganisationType | undefined
  search?: string | undefined
  after?: string | undefined
}

/** What a choice asks the data layer for. */
export function galleryFilter(
  choice: GalleryChoice,
  places: readonly { key: string; parentKey: string | null }[],
  after: string | undefined,
): GalleryFilter {
  return {
    promptKey: choice.theme ?? undefined,
    placeKeys: choice.place ? placeAndBelow(places, choice.place) : undefined,
    organisationType: choice.type ?? undefined,
    search: choice.q || undefined,
    after,
  }
}

/** How many things name each place or a place below it, each thing once. */
export function countByPlace(
  places: readonly { key: string; parentKey: string | null }[],
  things: readonly { placeKeys: string[] }[],
): Record<string, number> {
  return Object.fromEntries(
    places.map(({ key }) => {
      const within = new Set(placeAndBelow(places, key))
      return [key, things.filter(thing => thing.placeKeys.some(named => within.has(named))).length]
    }),
  )
}

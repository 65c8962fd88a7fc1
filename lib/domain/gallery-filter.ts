import { organisationTypes, type OrganisationType } from './submission'
import { inAddress } from './submission-filter'
import { normaliseLine } from './text-normal'

/** What readers can narrow the case studies to, as it stands in the address. `theme` and `place` are keys; null means any. */
export type GalleryChoice = {
  q: string
  theme: string | null
  place: string | null
  type: OrganisationType | null
}

type Asked = Record<string, string | string[] | undefined>
type Known = { prompts: readonly { key: string }[]; places: readonly { key: string }[] }

const longestQuery = 200

/** Reads it from an address. What is not known is left out, so that an old or mistyped link still shows a list. */
export function readGalleryChoice(asked: Asked, known: Known): { choice: GalleryChoice; after: string | undefined } {
  const given = (name: string) => [asked[name]].flat()[0] ?? ''
  const oneOf = <V extends string>(name: string, allowed: readonly V[]): V | null =>
    allowed.find(value => inAddress(value) === inAddress(given(name))) ?? null
  return {
    choice: {
      q: Array.from(normaliseLine(given('q')))
        .slice(0, longestQuery)
        .join(''),
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
    after: given('after') || undefined,
  }
}

/** The address of a list, with only what is chosen. */
export function galleryAddress(path: string, choice: Partial<GalleryChoice>, after?: string): string {
  const query = new URLSearchParams()
  for (const name of ['q', 'theme', 'place', 'type'] as const) {
    const value = choice[name]
    if (value) query.set(name, name === 'q' ? value : inAddress(value))
  }
  if (after) query.set('after', after)
  const written = query.toString()
  return written ? `${path}?${written}` : path
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

import type { CallView } from '@/lib/data/calls'
import type { GalleryFacets } from '@/lib/data/gallery-search'
import { inAddress } from '@/lib/domain/address'
import type { GalleryChoice, GalleryFacet } from '@/lib/domain/gallery-filter'
import { organisationTypes, type OrganisationType } from '@/lib/domain/submission'

type TypeName = (type: OrganisationType) => string
type Option = { value: string; label: string }

/** The values of each facet to choose from, with how many case studies each would show where that is known. */
export function facetOptions(
  call: CallView,
  facets: GalleryFacets | undefined,
  words: { any: string; type: TypeName },
): Record<GalleryFacet, Option[]> {
  const list = (facet: GalleryFacet, values: { key: string; name: string; value?: string }[]) => [
    { value: '', label: words.any },
    ...values.map(({ key, name, value = key }) => ({
      value,
      label: facets ? `${name} (${facets[facet][key] ?? 0})` : name,
    })),
  ]
  const byName = call.places.toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'))
  return {
    theme: list(
      'theme',
      call.prompts.map(({ key, theme }) => ({ key, name: theme })),
    ),
    lens: list(
      'lens',
      call.lenses.map(({ key, label }) => ({ key, name: label })),
    ),
    place: list('place', byName),
    type: list(
      'type',
      organisationTypes.map(type => ({ key: type, name: words.type(type), value: inAddress(type) })),
    ),
    community: list(
      'community',
      call.communities.map(name => ({ key: name, name })),
    ),
  }
}

/** What is chosen, in words. */
export function chosenFacets(
  call: CallView,
  choice: GalleryChoice,
  typeName: TypeName,
): { facet: GalleryFacet | 'q'; label: string }[] {
  const labels = {
    q: choice.q,
    theme: call.prompts.find(({ key }) => key === choice.theme)?.theme,
    lens: call.lenses.find(({ key }) => key === choice.lens)?.label,
    place: call.places.find(({ key }) => key === choice.place)?.name,
    type: choice.type && typeName(choice.type),
    community: choice.community,
  }
  const facets = ['q', 'theme', 'lens', 'place', 'type', 'community'] as const
  return facets.flatMap(facet => (labels[facet] ? [{ facet, label: labels[facet] }] : []))
}

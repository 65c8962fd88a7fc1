import type { CallView } from '@/lib/data/calls'
import type { FacetCounts } from '@/lib/data/facet-counts'
import type { FacetValues } from '@/lib/data/facet-values'
import { facetNames, facetWords } from '@/lib/domain/facet-words'
import { toggled, type Facet, type SubmissionFilter } from '@/lib/domain/submission-filter'

/** A value that can be chosen. `depth` sets it in below another; */
export type FacetChoice = { value: string; label: string; depth: number; count: number; chosen: boolean }
export type FacetGroup = { facet: Facet; label: string; choices: FacetChoice[] }

/** The order in which they are offered: what the work asks for first. */
const offered: Facet[] = [
  ...(['stage', 'decision', 'theme', 'place', 'code', 'type', 'community'] as const),
  ...(['team', 'coder', 'call', 'material', 'language'] as const),
]

/** Long lists are shortened to what would show something. */
const long: readonly Facet[] = ['code', 'coder', 'language', 'place']

/** What each facet offers beside the others. `except` leaves some out. */
export function facetGroups(
  {
    call,
    values,
    filter,
    counts,
  }: { call: CallView; values: FacetValues; filter: SubmissionFilter; counts: FacetCounts },
  except: readonly Facet[] = [],
): FacetGroup[] {
  const all = facetWords(call, values)
  return offered
    .filter(facet => !except.includes(facet))
    .map(facet => {
      const on: readonly string[] = filter[facet]
      const choices = all[facet].map(({ value, label, depth = 0 }) => ({
        value,
        label,
        depth,
        count: counts[facet][value] ?? 0,
        chosen: on.includes(value),
      }))
      const shown = long.includes(facet) ? choices.filter(({ count, chosen }) => count > 0 || chosen) : choices
      return { facet, label: facetNames[facet], choices: shown }
    })
    .filter(({ choices }) => choices.length > 0)
}

/** The filters that are on, each with the address without it. */
export function chosenFilters(
  groups: FacetGroup[],
  filter: SubmissionFilter,
  address: (filter: SubmissionFilter) => string,
) {
  const parts = groups.flatMap(({ facet, label, choices }) =>
    choices
      .filter(({ chosen }) => chosen)
      .map(({ value, label: text }) => ({ label: `${label}: ${text}`, href: address(toggled(filter, facet, value)) })),
  )
  return [
    ...(filter.q ? [{ label: `“${filter.q}”`, href: address({ ...filter, q: '' }) }] : []),
    ...(filter.mine ? [{ label: 'Assigned to me', href: address({ ...filter, mine: false }) }] : []),
    ...(filter.corrected ? [{ label: 'Corrected since settled', href: address({ ...filter, corrected: false }) }] : []),
    ...parts,
  ]
}

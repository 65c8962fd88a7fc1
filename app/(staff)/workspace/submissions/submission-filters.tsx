import { RegionTiles } from '@/components/region/region-tiles'
import { Checkbox } from '@/components/ui/choices'
import { Chevron, Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'
import { ActiveFilters, Filters } from '@/components/ui/filters'
import { Select } from '@/components/ui/select'
import type { CallView } from '@/lib/data/calls'
import type { FacetCounts } from '@/lib/data/submission-matching'
import { inAddress } from '@/lib/domain/address'
import type { TeamRef } from '@/lib/domain/person'
import { emptyFilter, filterAddress, type SubmissionFilter } from '@/lib/domain/submission-filter'

import { choicesOf, chosenFilters } from './filter-choices'

type Props = { path: string; filter: SubmissionFilter; call: CallView; teams: TeamRef[]; counts: FacetCounts }

/** Search, filters and the region's tiles, all of which lead to addresses. */
export function SubmissionFilters({ path, filter, call, teams, counts }: Props) {
  const choices = choicesOf(call, teams)
  const chosen = chosenFilters(path, filter, choices)
  const select = (name: keyof typeof choices, label: string) => (
    <Select
      key={name}
      name={name}
      label={label}
      defaultValue={inAddress(filter[name] ?? '')}
      options={[
        { value: '', label: 'Any' },
        ...choices[name].map(({ value, label: text }) => ({
          value: inAddress(value),
          label: name === 'team' ? text : `${text} (${counts[name][value] ?? 0})`,
        })),
      ]}
    />
  )
  return (
    <div className="flex flex-col gap-4">
      {/* A new address brings new answers, which uncontrolled fields take only when they are made anew. */}
      <div key={filterAddress('', filter)}>
        <Filters
          label="Find submissions"
          action={path}
          applyLabel="Show submissions"
          clear={chosen.length > 0 ? { href: path, label: 'Clear all' } : undefined}
        >
          <div className="sm:col-span-2">
            <Field
              name="q"
              type="search"
              label="Search"
              hint="Words of the evidence, or the beginning of a reference"
              defaultValue={filter.q}
              maxLength={200}
              width="full"
            />
          </div>
          <div className="self-end">
            <Checkbox name="mine" label="Assigned to me" defaultChecked={filter.mine} />
          </div>
          {/* Somebody may open it before the script comes. */}
          <details suppressHydrationWarning className="group col-span-full" open={chosen.some(({ more }) => more)}>
            <summary className="inline-flex min-h-6 list-none items-center gap-2 font-semibold [&::-webkit-details-marker]:hidden">
              <Chevron className="transition-transform group-open:rotate-90" />
              More filters
            </summary>
            <div className="mt-3 grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
              {select('stage', 'Stage')}
              {select('decision', 'Decision')}
              {select('theme', 'Theme')}
              {select('place', 'Place')}
              {select('type', 'Organisation type')}
              {select('team', 'Team')}
              <div className="self-end">
                <Checkbox name="corrected" label="Corrected since settled" defaultChecked={filter.corrected} />
              </div>
            </div>
          </details>
        </Filters>
      </div>
      <Disclosure summary="Filter by place on the map">
        <RegionTiles
          mode="links"
          label="Submissions by place"
          othersLabel="Other answers"
          places={tiles(path, filter, call, counts.place)}
        />
      </Disclosure>
      <ActiveFilters label="Filters that are on" removeLabel="Remove filter" filters={chosen} />
    </div>
  )
}

function tiles(path: string, filter: SubmissionFilter, call: CallView, counts: Record<string, number>) {
  const most = Math.max(
    1,
    ...call.places.filter(place => place.tileColumn !== null).map(place => counts[place.key] ?? 0),
  )
  return call.places.map(place => {
    const count = counts[place.key] ?? 0
    const current = filter.place === place.key
    return {
      ...place,
      value: String(count),
      spoken: count === 1 ? '1 submission' : `${count} submissions`,
      share: Math.min(1, count / most),
      href: filterAddress(path, { ...filter, place: current ? emptyFilter.place : place.key }),
      current,
    }
  })
}

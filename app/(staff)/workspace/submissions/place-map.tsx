import { RegionTiles } from '@/components/region/region-tiles'
import { Disclosure } from '@/components/ui/disclosure'
import type { CallView } from '@/lib/data/calls'
import { filterAddress, toggled, type SubmissionFilter } from '@/lib/domain/submission-filter'

type Props = { path: string; filter: SubmissionFilter; call: CallView; counts: Record<string, number> }

/** The region's tiles, each of which puts its place on or takes it off. */
export function PlaceMap({ path, filter, call, counts }: Props) {
  const most = Math.max(
    1,
    ...call.places.filter(place => place.tileColumn !== null).map(place => counts[place.key] ?? 0),
  )
  const places = call.places.map(place => {
    const count = counts[place.key] ?? 0
    return {
      ...place,
      value: String(count),
      spoken: count === 1 ? '1 submission' : `${count} submissions`,
      share: Math.min(1, count / most),
      href: filterAddress(path, toggled(filter, 'place', place.key)),
      current: filter.place.includes(place.key),
    }
  })
  return (
    <Disclosure summary="Filter by place on the map">
      <RegionTiles mode="links" label="Submissions by place" othersLabel="Other answers" places={places} />
    </Disclosure>
  )
}

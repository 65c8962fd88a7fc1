import { RegionTiles } from '@/components/region/region-tiles'
import type { CallView } from '@/lib/data/calls'
import type { CoverageRow } from '@/lib/domain/coverage'

import { submissionsNaming } from './addresses'

/** The region's tiles with what was heard of what is wanted; each leads to the submissions that name its place. */
export function CoverageMap({ call, rows }: { call: CallView; rows: CoverageRow[] }) {
  const byKey = new Map(rows.map(row => [row.key, row]))
  const places = call.places.flatMap(place => {
    const row = byKey.get(place.key)
    if (!row) return []
    const { heard, target, share } = row
    const href = submissionsNaming(row)
    return {
      ...place,
      value: target === null ? String(heard) : `${heard}/${target}`,
      spoken: target === null ? `${heard} heard, no target` : `${heard} heard of ${target} wanted`,
      ...(share !== null && { share: Math.min(1, share) }),
      ...(href && { href }),
    }
  })
  return (
    <>
      <p className="mb-4 max-w-[65ch] text-muted">
        Heard, and after the stroke what is wanted; the darker a tile, the nearer it is to its target. A place that
        holds others counts each response once that names it or one of them.
      </p>
      <RegionTiles mode="links" label="Responses by place" othersLabel="Other answers" places={places} />
    </>
  )
}

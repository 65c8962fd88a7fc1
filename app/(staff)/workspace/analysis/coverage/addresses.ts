import { addressWith, inAddress } from '@/lib/domain/address'
import type { CoverageRow, Dimension } from '@/lib/domain/coverage'
import { emptyFilter, filterAddress, type Facet } from '@/lib/domain/submission-filter'

export const coveragePath = '/workspace/analysis/coverage'

/** How the list of submissions, and an invitation, call what coverage looks at. */
const facetOf = { PLACE: 'place', TYPE: 'type', THEME: 'theme', COMMUNITY: 'community' } as const satisfies Record<
  Dimension,
  Facet
>

type Named = Pick<CoverageRow, 'dimension' | 'key' | 'offered'>

/** The submissions that name all of these; null where the list cannot be narrowed to one of them. */
export function submissionsNaming(...rows: Named[]): string | null {
  if (rows.some(({ dimension, offered }) => dimension === 'COMMUNITY' && !offered)) return null
  const narrowed = Object.fromEntries(rows.map(({ dimension, key }) => [facetOf[dimension], [key]]))
  return filterAddress('/workspace/submissions', { ...emptyFilter, ...narrowed })
}

/** The text to send to whom these name. */
export function invitationTo(...rows: Named[]): string {
  const query = rows.map(({ dimension, key }) => [facetOf[dimension], inAddress(key)] as const)
  return addressWith(`${coveragePath}/invitation`, Object.fromEntries(query))
}

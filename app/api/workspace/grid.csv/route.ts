import { currentCall } from '@/lib/data/calls'
import { readFacetValues } from '@/lib/data/facet-values'
import { exportGrid } from '@/lib/data/grid'
import { askedIn } from '@/lib/domain/address'
import { readGrid } from '@/lib/domain/grid-columns'
import { readFilter } from '@/lib/domain/submission-filter'
import { csvResponse } from '@/lib/exchange/csv-export'
import { getViewer } from '@/lib/session'

/** The grid as it stands, all its rows, as a file for a spreadsheet. */
export async function GET(request: Request): Promise<Response> {
  const [viewer, call] = await Promise.all([getViewer(), currentCall()])
  if (!viewer) return new Response(null, { status: 404 })
  const asked = askedIn(new URL(request.url).searchParams)
  const { known } = await readFacetValues(viewer, call.id)
  const { page: _, ...rest } = asked
  const lines = await exportGrid(viewer, call.id, readFilter(rest, known).filter, readGrid(asked, known))
  return lines ? csvResponse('grid.csv', lines) : new Response(null, { status: 404 })
}

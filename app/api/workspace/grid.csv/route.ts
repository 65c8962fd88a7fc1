import { refuseAddress } from '@/app/api/workspace/answer'
import { currentCall } from '@/lib/data/calls'
import { readFacetValues } from '@/lib/data/facet-values'
import { exportGrid } from '@/lib/data/grid'
import { askedIn } from '@/lib/domain/address'
import { readSelection } from '@/lib/domain/export-filter'
import { readGrid } from '@/lib/domain/grid-columns'
import { readFilter } from '@/lib/domain/submission-filter'
import { csvResponse } from '@/lib/exchange/csv-export'
import { getViewer } from '@/lib/session'

/** The grid as it stands, all its rows, as a file for a spreadsheet. */
export async function GET(request: Request): Promise<Response> {
  const [viewer, call] = await Promise.all([getViewer(), currentCall()])
  if (!viewer) return new Response(null, { status: 404 })
  const { searchParams } = new URL(request.url)
  const { known } = await readFacetValues(viewer, call.id)
  const { fault } = readSelection('GRID', searchParams.toString(), known)
  if (fault) return refuseAddress(viewer, fault)
  const { page: _, ...asked } = askedIn(searchParams)
  const lines = await exportGrid(viewer, call.id, readFilter(asked, known).filter, readGrid(asked, known))
  return lines ? csvResponse('grid.csv', lines) : new Response(null, { status: 404 })
}

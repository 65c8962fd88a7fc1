import { refuseAddress } from '@/app/api/workspace/answer'
import { currentCall } from '@/lib/data/calls'
import { readFacetValues } from '@/lib/data/facet-values'
import { exportPassages } from '@/lib/data/passages'
import { askedIn } from '@/lib/domain/address'
import { readSelection } from '@/lib/domain/export-filter'
import { readPassageFilter } from '@/lib/domain/passage-filter'
import { csvResponse } from '@/lib/exchange/csv-export'
import { getViewer } from '@/lib/session'

/** All passages that are asked for, as a file for a spreadsheet. */
export async function GET(request: Request): Promise<Response> {
  const [viewer, call] = await Promise.all([getViewer(), currentCall()])
  if (!viewer) return new Response(null, { status: 404 })
  const { searchParams } = new URL(request.url)
  const { known } = await readFacetValues(viewer, call.id)
  const { fault } = readSelection('PASSAGES', searchParams.toString(), known)
  if (fault) return refuseAddress(viewer, fault)
  const { passages } = readPassageFilter(askedIn(searchParams), known)
  const lines = await exportPassages(viewer, call.id, passages)
  return lines ? csvResponse('passages.csv', lines) : new Response(null, { status: 404 })
}

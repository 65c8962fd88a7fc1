import { currentCall } from '@/lib/data/calls'
import { readFacetValues } from '@/lib/data/facet-values'
import { exportPassages } from '@/lib/data/passages'
import { askedIn } from '@/lib/domain/address'
import { readPassageFilter } from '@/lib/domain/passage-filter'
import { csvResponse } from '@/lib/exchange/csv-export'
import { getViewer } from '@/lib/session'

/** All passages that are asked for, as a file for a spreadsheet. */
export async function GET(request: Request): Promise<Response> {
  const [viewer, call] = await Promise.all([getViewer(), currentCall()])
  if (!viewer) return new Response(null, { status: 404 })
  const { known } = await readFacetValues(viewer, call.id)
  const { passages } = readPassageFilter(askedIn(new URL(request.url).searchParams), known)
  const lines = await exportPassages(viewer, call.id, passages)
  return lines ? csvResponse('passages.csv', lines) : new Response(null, { status: 404 })
}

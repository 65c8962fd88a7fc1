import { refuseAddress } from '@/app/api/workspace/answer'
import { currentCall } from '@/lib/data/calls'
import { readFacetValues } from '@/lib/data/facet-values'
import { exportSubmissions } from '@/lib/data/submission-export'
import { allAskedFor, askedIn } from '@/lib/domain/address'
import { readSelection } from '@/lib/domain/export-filter'
import { readFilter } from '@/lib/domain/submission-filter'
import { csvResponse } from '@/lib/exchange/csv-export'
import { getViewer } from '@/lib/session'

/** What was ticked, or else all that the filters find, as a file for a spreadsheet. */
export async function GET(request: Request): Promise<Response> {
  const [viewer, call] = await Promise.all([getViewer(), currentCall()])
  if (!viewer) return new Response(null, { status: 404 })
  const { searchParams } = new URL(request.url)
  const { known } = await readFacetValues(viewer, call.id)
  const { fault } = readSelection('SUBMISSIONS', searchParams.toString(), known)
  if (fault) return refuseAddress(viewer, fault)
  const asked = askedIn(searchParams)
  const references = allAskedFor(asked, 'reference')
  const lines = await exportSubmissions(
    viewer,
    call.id,
    references.length > 0 ? { references } : { filter: readFilter(asked, known).filter },
  )
  return lines ? csvResponse('submissions.csv', lines) : new Response(null, { status: 404 })
}

import * as z from 'zod/mini'

import { getRun } from '@/lib/data/agreement-runs'
import { currentCall } from '@/lib/data/calls'
import { agreementCsv } from '@/lib/exchange/agreement-csv'
import { getViewer } from '@/lib/session'

const Id = z.uuid()

/** The table of a measurement, to be saved. */
export async function GET(
  _: Request,
  { params }: RouteContext<'/workspace/agreement/[run]/table.csv'>,
): Promise<Response> {
  const [viewer, call, { run: id }] = await Promise.all([getViewer(), currentCall(), params])
  const run = viewer && Id.safeParse(id).success ? await getRun(viewer, call.id, id) : null
  if (!run?.report) return new Response('There is no such table.', { status: 404 })
  return new Response(agreementCsv(run.report), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="agreement-${run.createdAt.slice(0, 10)}.csv"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

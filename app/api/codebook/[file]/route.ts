import { currentCall } from '@/lib/data/calls'
import { exportCodebook } from '@/lib/data/codebook-exchange'
import { writeCodebookCsv } from '@/lib/exchange/codebook-csv'
import { writeCodebookQdc } from '@/lib/exchange/codebook-qdc'
import { getViewer } from '@/lib/session'

const files = {
  'codebook.csv': { format: 'csv', type: 'text/csv; charset=utf-8', write: writeCodebookCsv },
  'codebook.qdc': { format: 'qdc', type: 'application/xml; charset=utf-8', write: writeCodebookQdc },
} as const

/** The codebook of the current call as a file, for whoever may read it. */
export async function GET(_: Request, { params }: RouteContext<'/api/codebook/[file]'>): Promise<Response> {
  const [viewer, { file: name }] = await Promise.all([getViewer(), params])
  const file = name === 'codebook.csv' || name === 'codebook.qdc' ? files[name] : null
  const codes = viewer && file ? await exportCodebook(viewer, (await currentCall()).id, file.format) : null
  if (!codes || !file) return new Response('There is no such file.', { status: 404 })
  const body = file.write(codes)
  if (body === null)
    return new Response('The codebook holds no code yet, and a REFI-QDA codebook needs one. Add a code first.', {
      status: 409,
    })
  return new Response(body, {
    headers: {
      'content-type': file.type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}

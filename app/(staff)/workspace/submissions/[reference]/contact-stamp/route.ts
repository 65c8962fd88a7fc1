import { contactStamp } from '@/lib/data/submissions'
import { getViewer } from '@/lib/session'

/** Asked while contact details are shown: what it answers changes as soon as the respondent takes them back. */
export async function GET(
  _: Request,
  { params }: RouteContext<'/workspace/submissions/[reference]/contact-stamp'>,
): Promise<Response> {
  const [viewer, { reference }] = await Promise.all([getViewer(), params])
  const stamp = viewer && (await contactStamp(viewer, reference))
  const headers = { 'cache-control': 'private, no-store', 'content-type': 'text/plain; charset=utf-8' }
  return stamp === null ? new Response(null, { status: 404, headers }) : new Response(stamp, { headers })
}

import { listNamesOffered } from '@/lib/data/mentions'
import { getViewer } from '@/lib/session'

/** Whom a comment on this submission can name, for the list that opens at an `@`. */
export async function GET(
  _: Request,
  { params }: RouteContext<'/workspace/submissions/[reference]/names'>,
): Promise<Response> {
  const [viewer, { reference }] = await Promise.all([getViewer(), params])
  const names = viewer && (await listNamesOffered(viewer, reference))
  const headers = { 'cache-control': 'private, no-store' }
  return names === null ? new Response(null, { status: 404, headers }) : Response.json({ names }, { headers })
}

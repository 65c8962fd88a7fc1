import * as z from 'zod/mini'

import { markSeen } from '@/lib/data/mentions'
import { getViewer } from '@/lib/session'

const Seen = z.object({ comments: z.array(z.uuid()).check(z.minLength(1), z.maxLength(500)) })

/** Tells that comments which name the viewer are before their eyes: no mail needs to tell them any more. */
export async function POST(
  request: Request,
  { params }: RouteContext<'/workspace/submissions/[reference]/seen'>,
): Promise<Response> {
  const [viewer, { reference }] = await Promise.all([getViewer(), params])
  if (!viewer) return answer(401)
  const parsed = Seen.safeParse(await request.json().catch(() => null))
  if (!parsed.success) return answer(400)
  await markSeen(viewer, reference, parsed.data.comments)
  return answer(204)
}

function answer(status: number): Response {
  return new Response(null, { status, headers: { 'cache-control': 'no-store' } })
}

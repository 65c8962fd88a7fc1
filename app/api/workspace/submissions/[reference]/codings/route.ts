import { answerJson } from '@/app/api/workspace/answer'
import { listCodings } from '@/lib/data/coding-list'
import { refused } from '@/lib/result'
import { getViewer } from '@/lib/session'

/** What stands on a submission now: read anew whenever an open page hears that something changed. */
export async function GET(
  _: Request,
  { params }: RouteContext<'/api/workspace/submissions/[reference]/codings'>,
): Promise<Response> {
  const [viewer, { reference }] = await Promise.all([getViewer(), params])
  if (!viewer) return answerJson(refused('You are no longer signed in.'), 401)
  const codings = await listCodings(viewer, reference)
  return codings ? answerJson(codings) : answerJson(refused('There is no such submission.'), 404)
}

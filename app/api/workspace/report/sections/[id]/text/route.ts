import * as z from 'zod/mini'

import { answerJson } from '@/app/api/workspace/answer'
import { currentCall } from '@/lib/data/calls'
import { saveSection } from '@/lib/data/report-sections'
import { SectionInput } from '@/lib/domain/report'
import { refused } from '@/lib/result'
import { getViewer } from '@/lib/session'

type Context = RouteContext<'/api/workspace/report/sections/[id]/text'>

/**
 * Saves by itself what somebody is writing: the fields of the form as JSON. A route and not an action, because it must
 * also go out while the page is being left. What others have before them is never changed this way.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const viewer = await getViewer()
  if (!viewer) return answerJson({ ...refused('You are no longer signed in.'), signedOut: true }, 401)
  const sent: unknown = await request.json().catch(() => null)
  const parsed = SectionInput.safeParse(typeof sent === 'object' ? { ...sent, id: (await params).id } : null)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return answerJson(refused(issue?.message ?? '', z.flattenError(parsed.error).fieldErrors), 400)
  }
  const result = await saveSection(viewer, (await currentCall()).id, parsed.data, 'auto')
  return answerJson(result, result.ok ? 200 : result.missing ? 404 : 422)
}

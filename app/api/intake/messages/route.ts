import { receiveMailFile, type Dropped } from '@/lib/data/incoming-file'
import { dropProblems, type DropProblem } from '@/lib/domain/intake'
import { may } from '@/lib/domain/policy'
import { log } from '@/lib/log'
import { getViewer } from '@/lib/session'

import { filesIn } from './files-in'

/**
 * Takes files of mail out of a form that is still arriving: every message once. Answers with what came of them, as JSON
 * for the page's script and by going back to the inbox for a form without it.
 */
export async function POST(request: Request): Promise<Response> {
  const viewer = await getViewer()
  const wantsJson = request.headers.get('accept') === 'application/json'
  if (!viewer) return answer(wantsJson, 401, { problem: 'signedOut' })
  // before a byte of it is read
  if (!may(viewer, 'workIntake')) return answer(wantsJson, 404, { problem: 'forbidden' })
  const total: Dropped = { new: 0, known: 0, tooLarge: 0 }
  try {
    for await (const { stream, name } of filesIn(request)) {
      const dropped = await receiveMailFile(viewer, stream, name)
      if (!dropped) return answer(wantsJson, 404, { problem: 'forbidden' })
      for (const key of ['new', 'known', 'tooLarge'] as const) total[key] += dropped[key]
      if (stream.truncated) return answer(wantsJson, 413, { problem: 'large', total }) // prettier-ignore
    }
  } catch (error) {
    log('error', 'intake.upload', { fault: error instanceof Error ? error.name : 'unknown' })
    return answer(wantsJson, 400, { problem: 'cut', total })
  }
  if (total.new + total.known + total.tooLarge === 0) return answer(wantsJson, 422, { problem: 'none' })
  return answer(wantsJson, 200, { total })
}

function answer(asJson: boolean, status: number, body: { problem?: DropProblem; total?: Dropped }): Response {
  const headers = { 'cache-control': 'no-store' }
  const { problem, total } = body
  if (asJson) return Response.json({ sentence: problem && dropProblems[problem], total }, { status, headers })
  const query = new URLSearchParams({ added: String(total?.new ?? 0), known: String(total?.known ?? 0) })
  if (problem) query.set('problem', problem)
  return new Response(null, { status: 303, headers: { ...headers, location: `/workspace/intake?${query}` } })
}

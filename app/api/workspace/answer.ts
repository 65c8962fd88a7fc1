import type * as z from 'zod/mini'

import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { refused, type Result } from '@/lib/result'
import { getViewer } from '@/lib/session'

export const signedOut = 'You are no longer signed in. Sign in and try again.'

/**
 * Answers a deed that the coding view sends as JSON: who sends it, what, then one call of the data layer. 401 for
 * nobody, 400 for what no page of ours sends, 404 for what is not there or not theirs, 422 for what is refused otherwise.
 */
export async function answerDeed<T, V>(
  request: Request,
  schema: z.ZodMiniType<T>,
  work: (viewer: Viewer, input: T) => Promise<Result<V>>,
): Promise<Response> {
  const viewer = await getViewer()
  if (!viewer) return answerJson(refused(signedOut), 401)
  const parsed = schema.safeParse(await request.json().catch(() => null))
  if (!parsed.success) return answerJson(refused('This could not be read. Load the page again.'), 400)
  const result = await work(viewer, parsed.data)
  return answerJson(result, result.ok ? 200 : result.missing ? 404 : 422)
}

/** Says what of an address is not known, to who may export at all; for all others there is no such file. */
export function refuseAddress(viewer: Viewer, sentence: string): Response {
  if (!may(viewer, 'exportSubmissions')) return new Response(null, { status: 404 })
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' }
  return new Response(`${sentence}\n`, { status: 400, headers })
}

export function answerJson(body: object, status = 200): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } })
}

import * as z from 'zod/mini'

import { answerJson, signedOut } from '@/app/api/workspace/answer'
import { currentCall } from '@/lib/data/calls'
import { findPassages } from '@/lib/data/report-references'
import { may } from '@/lib/domain/policy'
import { refused } from '@/lib/result'
import { getViewer } from '@/lib/session'

const Asked = z.object({
  words: z._default(z.string().check(z.maxLength(200)), ''),
  code: z._default(z.union([z.uuid(), z.literal('')]), ''),
})

/** Coded passages that hold some words or stand under a code, for a section that is being written. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await getViewer()
  if (!viewer) return answerJson(refused(signedOut), 401)
  if (!may(viewer, 'readReport')) return answerJson(refused('There is no such report.'), 404)
  const parsed = Asked.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!parsed.success) return answerJson(refused('This could not be read. Load the page again.'), 400)
  const { words, code } = parsed.data
  return answerJson({ spans: await findPassages(viewer, (await currentCall()).id, { words: words.trim(), code }) })
}

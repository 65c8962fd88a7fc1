import { askedIn } from '@/lib/domain/address'
import { openAnswer, optionsAnswer, problemAnswer, readOnlyAnswer } from '@/lib/exchange/open-answer'
import { originOf } from '@/lib/site-address'

import { answerList } from './list-answer'

/** The published case studies that match, page by page. */
export async function GET(request: Request): Promise<Response> {
  const found = await answerList(askedIn(new URL(request.url).searchParams), originOf(request.headers))
  if ('status' in found) return problemAnswer(found)
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    ...(found.next ? { link: `<${found.next}>; rel="next"` } : {}),
  }
  return openAnswer(request, found.version, headers, () => found.body)
}

export const OPTIONS = optionsAnswer
export const POST = readOnlyAnswer
export const PUT = readOnlyAnswer
export const PATCH = readOnlyAnswer
export const DELETE = readOnlyAnswer

import { openPaths } from '@/lib/domain/open-data'
import { optionsAnswer, problemAnswer } from '@/lib/exchange/open-answer'

/** What the read API does not have. */
export function GET(): Response {
  return problemAnswer({
    title: 'Nothing is here',
    status: 404,
    detail: `What the API has is described at ${openPaths.description}.`,
  })
}

export const OPTIONS = optionsAnswer
export const POST = GET
export const PUT = GET
export const PATCH = GET
export const DELETE = GET

import { answerDeed } from '@/app/api/workspace/answer'
import { codeSpan } from '@/lib/data/code-spans'
import { CodingInput } from '@/lib/domain/coding'

/** Puts a code on words. A route and not an action, because a browser sends actions one after the other. */
export function POST(request: Request): Promise<Response> {
  return answerDeed(request, CodingInput, (viewer, input) =>
    codeSpan(viewer, { ...input, id: input.id ?? crypto.randomUUID() }),
  )
}

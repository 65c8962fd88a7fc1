import { answerDeed } from '@/app/api/workspace/answer'
import { noSuchCoding, setRemoved, writeMemo } from '@/lib/data/coding-changes'
import { CodingChange, CodingId, Memo } from '@/lib/domain/coding'
import { notThere, refused } from '@/lib/result'

const tooLong = 'Memo must be 2,000 characters or less'

/** Takes a coding off, puts it back, or rewrites its memo. */
export async function POST(
  request: Request,
  { params }: RouteContext<'/api/workspace/codings/[id]'>,
): Promise<Response> {
  const id = CodingId.safeParse((await params).id)
  return answerDeed(request, CodingChange, async (viewer, change) => {
    if (!id.success) return notThere(noSuchCoding)
    const which = { reference: change.reference, codingId: id.data }
    if ('removed' in change) return setRemoved(viewer, { ...which, removed: change.removed })
    const memo = Memo.safeParse(change.memo)
    return memo.success ? writeMemo(viewer, { ...which, memo: memo.data }) : refused(tooLong)
  })
}

import { answerDeed } from '@/app/api/workspace/answer'
import { workOnLock } from '@/lib/data/case-study-lock'
import { noSuchCaseStudy } from '@/lib/data/case-study-record'
import { CaseStudyId } from '@/lib/domain/case-study'
import { LockInput } from '@/lib/domain/writing-lock'
import { refused } from '@/lib/result'

type Context = RouteContext<'/api/workspace/case-studies/[id]/lock'>

/** What a page that has a case study open does about its writing, and who writes then. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const id = CaseStudyId.safeParse((await params).id)
  return answerDeed(request, LockInput, async (viewer, { deed }) =>
    id.success ? workOnLock(viewer, { id: id.data, deed }) : refused(noSuchCaseStudy),
  )
}

import { redirect } from 'next/navigation'

import { getDraft } from '@/lib/data/drafts'
import { firstUnanswered } from '@/lib/domain/step-order'
import { readDraftToken } from '@/lib/draft-cookie'

/** The way in: to the first step, to where somebody left off, or to what they sent. */
export default async function SubmitPage() {
  const draft = await getDraft(await readDraftToken())
  redirect(draft?.sent ? '/submit/done' : `/submit/${firstUnanswered(draft?.answers ?? {})}`)
}

import { callBySlug, currentCall, readCall, type CallView } from '@/lib/data/calls'
import { getDraft, type DraftView } from '@/lib/data/drafts'
import { callState, takesAnswers } from '@/lib/domain/call'
import { stillOffered } from '@/lib/domain/draft-answers'
import { firstUnanswered, type WizardStep } from '@/lib/domain/step-order'
import { readDraftToken } from '@/lib/draft-cookie'

/** What every page of the wizard begins with. `standing` says whether answers are taken, and if not, why. */
export type Wizard = {
  draft: DraftView | null
  call: CallView
  standing: 'open' | 'notOpen' | 'closed'
  first: WizardStep
}

/** Reads this browser's draft and the call it belongs to; without a draft, the current call. Makes nothing. */
export async function loadWizard(): Promise<Wizard> {
  const draft = await getDraft(await readDraftToken())
  // a draft's call is there, even where the cache has not heard of it
  const own = draft ? ((await callBySlug(draft.callSlug)) ?? (await readCall({ slug: draft.callSlug }))) : null
  const call = own ?? (await currentCall())
  const now = new Date()
  const notTaken = callState(call, now) === 'notOpen' ? 'notOpen' : 'closed'
  return {
    draft,
    call,
    standing: takesAnswers(call, draft, now) ? 'open' : notTaken,
    first: firstUnanswered(draft ? stillOffered(draft.answers, call) : {}),
  }
}

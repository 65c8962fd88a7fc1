import { callBySlug, currentCall, readCall, type CallView } from '@/lib/data/calls'
import { getDraft, type DraftView } from '@/lib/data/drafts'
import { currentForm } from '@/lib/data/form-versions'
import { callState, mayCorrect, takesAnswers } from '@/lib/domain/call'
import type { FormContent } from '@/lib/domain/form-version'
import { firstUnanswered, type WizardStep } from '@/lib/domain/step-order'
import { readDraftToken } from '@/lib/draft-cookie'

/** What every page of the wizard begins with. `standing` says whether answers are taken, and if not, why. */
export type Wizard = {
  draft: DraftView | null
  call: CallView
  /** What can be chosen and what is said: as it stood when the draft was begun. */
  form: FormContent
  standing: 'open' | 'notOpen' | 'closed'
  first: WizardStep
}

/** Reads this browser's draft and the call it belongs to; without a draft, the current call. Makes nothing. */
export async function loadWizard(): Promise<Wizard> {
  const draft = await getDraft(await readDraftToken())
  // a draft's call is there, even where the cache has not heard of it
  const own = draft ? ((await callBySlug(draft.callSlug)) ?? (await readCall({ slug: draft.callSlug }))) : null
  const call = own ?? (await currentCall())
  return {
    draft,
    call,
    form: draft?.form ?? currentForm(call),
    standing: standingOf(call, draft),
    first: firstUnanswered(draft?.answers ?? {}),
  }
}

function standingOf(call: CallView, draft: DraftView | null): Wizard['standing'] {
  const now = new Date()
  if (draft?.correcting ? mayCorrect(call, now) : takesAnswers(call, draft, now)) return 'open'
  return callState(call, now) === 'notOpen' ? 'notOpen' : 'closed'
}
